import type { Calendar } from '../law/calendar';
import { articleOf } from '../law/engine/said';
import type { Day, Source } from '../law/model';

/** A composed mail. Everything in it is about matters and limits; it names no party. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * `điểm a khoản 1 Điều 38 Luật 106/2025/QH15` from `38(1)a`; several articles between commas each in this form; articles written
 * otherwise stay as they are. Empty without an article.
 */
export function citation({ law, article }: Pick<Source, 'law' | 'article'>): string {
  if (article.trim() === '') return law;
  const parts = article.split(',').map(part => articleWords(part.trim()));
  return parts.every(part => part !== null) ? `${parts.join(', ')} ${law}` : articleOf({ law, article });
}

function articleWords(article: string): string | null {
  const parts = /^(\d+[a-zđ]?)(?:\((\d+[a-zđ]?)\))?([a-zđ])?$/.exec(article);
  if (!parts) return null;
  const [, number, clause, point] = parts;
  return [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${number}`].filter(Boolean).join(' ');
}

/** `còn 3 ngày làm việc`, `hôm nay là ngày cuối`, `quá 2 ngày làm việc`, as of `today`. */
export function remaining(due: Day, today: Day, calendar: Calendar): string {
  if (due === today) return 'hôm nay là ngày cuối';
  if (due > today) return `còn ${calendar.countWorking(today, due)} ngày làm việc`;
  const late = calendar.countWorking(due, today);
  return late === 0 ? 'vừa quá hạn' : `quá ${late} ngày làm việc`;
}

export const matterUrl = (publicUrl: string, matterId: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/matters/${encodeURIComponent(matterId)}`;

/** Text as HTML shows it literally, in content and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** One line, so that a value from a register can neither add a header nor break the layout; composed Unicode (NFC). */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** A page that reads well on a phone: one column, system fonts, colours only beside words that say the same. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:16px;background:#f5f5f4;color:#1c1917;font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto">
${body}
<p style="color:#57534e;font-size:13px;margin-top:24px">${FOOTER_HTML}</p>
</div></body></html>
`;
}

const FOOTER_VI = 'Thư tự động của Thời Hạn; xin không trả lời. Ngày tháng tính theo giờ Việt Nam.';
const FOOTER_EN = 'Sent automatically; please do not reply.';
const FOOTER_HTML = `${FOOTER_VI}<br>${FOOTER_EN}`;

/** Last lines of every plain text. */
export const FOOTER_TEXT = `--\n${FOOTER_VI}\n${FOOTER_EN}\n`;
