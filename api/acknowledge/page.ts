import { escapeHtml as esc } from '../../alerts/mail-text';
import { vnDate } from '../../law';
import type { ShownLimit, Verdict } from './verdict';

/** What a page says: a title and a sentence or two, in both languages. */
export interface Notice {
  readonly status: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly vi: string;
  readonly en: string;
}

const notice = (status: number, titleVi: string, titleEn: string, vi: string, en: string): Notice => ({
  status,
  titleVi,
  titleEn,
  vi,
  en,
});

/** One clear page for each way in which a link can be of no use. */
export const NOTICES: Readonly<Record<Exclude<Verdict['kind'], 'open'> | 'recorded', Notice>> = {
  malformed: notice(
    404,
    'Đường dẫn không đầy đủ',
    'The link is incomplete',
    'Có thể thư đã ngắt dòng giữa đường dẫn. Hãy chép lại cả đường dẫn từ thư, hoặc mở việc trong chương trình.',
    'The mail may have broken it. Copy the whole link from the mail, or open the matter in the program.',
  ),
  unsigned: notice(
    404,
    'Đường dẫn chưa được ký',
    'The link is not signed',
    'Đường dẫn này không xác nhận được gì. Hãy dùng đường dẫn trong thư gửi cho chính anh, chị.',
    'This link acknowledges nothing. Use the one in the mail that was sent to you.',
  ),
  forged: notice(
    403,
    'Đường dẫn không hợp lệ',
    'The link is not valid',
    'Chữ ký của đường dẫn không đúng nên chưa ghi gì. Hãy dùng đường dẫn trong thư gần nhất.',
    'Its signature is wrong, so nothing was recorded. Use the link in your latest mail.',
  ),
  expired: notice(
    410,
    'Đường dẫn đã hết hạn',
    'The link has expired',
    'Đường dẫn chỉ dùng được đến 30 ngày sau ngày đến hạn. Hãy mở việc trong chương trình để xác nhận.',
    'It works until 30 days after the due day. Open the matter in the program to acknowledge.',
  ),
  gone: notice(
    404,
    'Không còn nhắc việc này',
    'This reminder is no more',
    'Nhắc việc này không còn trong hồ sơ. Không cần làm gì.',
    'The reminder is no longer in the record. There is nothing to do.',
  ),
  other_officer: notice(
    403,
    'Nhắc việc này gửi cho cán bộ khác',
    'This reminder is for another officer',
    'Đường dẫn chỉ có giá trị với người nhận thư. Chưa ghi gì.',
    'The link is good only for the one the mail was sent to. Nothing was recorded.',
  ),
  reassigned: notice(
    409,
    'Việc đã giao cho cán bộ khác',
    'The matter was given to another officer',
    'Không cần xác nhận nữa; người đang giữ việc được nhắc riêng.',
    'No acknowledgement is needed; the officer who has it now is reminded.',
  ),
  ended: notice(
    409,
    'Việc đã kết thúc',
    'The matter has ended',
    'Không còn thời hạn nào phải xác nhận.',
    'There is no limit left to acknowledge.',
  ),
  replaced: notice(
    409,
    'Thời hạn này đã được tính lại',
    'This limit was counted anew',
    'Ngày trong thư không còn đúng. Ngày mới sẽ được nhắc riêng.',
    'The date in the mail is no longer right. The new one has reminders of its own.',
  ),
  done: notice(
    409,
    'Việc này đã làm xong',
    'This is done already',
    'Thời hạn đã khép lại nên không cần xác nhận.',
    'The limit is closed, so no acknowledgement is needed.',
  ),
  acknowledged: notice(
    200,
    'Đã xác nhận trước đó',
    'Acknowledged before',
    'Không cần xác nhận lần nữa.',
    'There is no need to do it again.',
  ),
  recorded: notice(
    200,
    'Đã ghi nhận',
    'Recorded',
    'Cảm ơn anh, chị. Thời hạn vẫn chạy cho đến khi việc được làm xong và ghi vào hồ sơ.',
    'Thank you. The limit goes on until the act is done and recorded.',
  ),
};

/** Widest contrast on any background; touch targets of 44 px; nothing that needs a script, an image or a font from elsewhere. */
const STYLE = `
:root{color-scheme:light dark;--late:#b91c1c;--open:#1d4ed8;--note:#57534e;--field:#78716c}
*{box-sizing:border-box}
body{font:17px/1.55 system-ui,'Segoe UI',Roboto,Arial,sans-serif;margin:0;padding:1rem}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.35rem;line-height:1.3;margin:.5rem 0 1rem}
[lang=en]{color:var(--note);font-size:.95em;font-weight:400;display:block}
.limit{border-left:5px solid var(--open);background:#8881;padding:.7rem .9rem;margin:1rem 0}
.limit.late{border-color:var(--late)}.limit p{margin:.15rem 0;overflow-wrap:anywhere}
.due{font-size:1.2rem;font-weight:700}
label{display:block;font-weight:600;margin:1.2rem 0 .3rem}
input[type=date]{font:inherit;min-height:44px;width:100%;max-width:16rem;padding:.4rem .6rem;border:1px solid var(--field);border-radius:6px}
button{font:inherit;font-weight:700;min-height:52px;width:100%;margin-top:1.2rem;padding:.6rem 1rem;color:#fff;background:#1d4ed8;border:2px solid #1d4ed8;border-radius:8px;cursor:pointer}
button [lang=en]{color:#fff}
:focus-visible{outline:4px solid #f59e0b;outline-offset:3px}
.error{border:2px solid var(--late);border-radius:6px;padding:.6rem .9rem;margin:1rem 0}
footer{margin-top:2rem;font-size:.9rem;color:var(--note)}
@media(min-width:40rem){button{width:auto;min-width:18rem}}
@media(prefers-color-scheme:dark){:root{--late:#f87171;--open:#93c5fd;--note:#c4bfba;--field:#a8a29e}}`;

const both = (vi: string, en: string): string => `${esc(vi)} <span lang="en">${esc(en)}</span>`;
/** `14:05 23/11/2026` in +07:00. */
function moment(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ${vnDate(local.slice(0, 10))}`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><title>${esc(title)} – Thời Hạn</title><style>${STYLE}</style></head>
<body><main>
${body}
<footer>Thời Hạn</footer>
</main></body></html>
`;
}

/** The page of a link that can be used: one button, and a day one may promise. `error` says what was wrong with the last try. */
export function openPage(limit: ShownLimit, today: string, error?: Pick<Notice, 'vi' | 'en'>): string {
  const wrong = error === undefined ? '' : `<p class="error" role="alert" id="wrong">${both(error.vi, error.en)}</p>\n`;
  const described = `aria-describedby="promise-note${error === undefined ? '' : ' wrong'}"`;
  return page(
    `Đã nhận: ${limit.matter}`,
    `<h1>${both('Xác nhận đã nhận nhắc việc', 'Acknowledge a reminder')}</h1>
${limitBox(limit)}
${wrong}<form method="post">
<label for="promised">${both('Hẹn làm xong vào ngày (không bắt buộc)', 'Day you promise to be done (optional)')}</label>
<input type="date" id="promised" name="promisedOn" min="${today}" ${described}>
<p id="promise-note">${both('Ngày hẹn không dời thời hạn của luật.', 'A promise moves no legal date.')}</p>
<button type="submit">${both('Xác nhận đã nhận', 'Acknowledge')}</button>
</form>
<p>${both(`Ghi nhận với tên cán bộ ${limit.officer}.`, `Recorded for officer ${limit.officer}.`)}</p>`,
  );
}

/** A page that only tells. */
export function noticePage(said: Notice, limit?: ShownLimit): string {
  const lines = limit === undefined ? [] : closing(limit);
  return page(
    said.titleVi,
    `<h1>${both(said.titleVi, said.titleEn)}</h1>
<p>${both(said.vi, said.en)}</p>
${limit === undefined ? '' : limitBox(limit)}
${lines.map(line => `<p>${line}</p>`).join('\n')}`,
  );
}

function closing({ acknowledgedAt, promisedOn, closedOn, newDue }: ShownLimit): string[] {
  return [
    ...(acknowledgedAt === null
      ? []
      : [both(`Xác nhận lúc ${moment(acknowledgedAt)}.`, `Acknowledged at ${moment(acknowledgedAt)}.`)]),
    ...(promisedOn === null
      ? []
      : [both(`Hẹn xong ngày ${vnDate(promisedOn)}.`, `Promised for ${vnDate(promisedOn)}.`)]),
    ...(closedOn === null ? [] : [both(`Khép lại ngày ${vnDate(closedOn)}.`, `Closed on ${vnDate(closedOn)}.`)]),
    ...(newDue === null ? [] : [both(`Hạn mới: ${vnDate(newDue)}.`, `New date: ${vnDate(newDue)}.`)]),
  ];
}

function limitBox(limit: ShownLimit): string {
  const due = limit.dueAt === null ? vnDate(limit.due) : moment(limit.dueAt);
  const notes = [
    ...(limit.dueLatest === limit.due
      ? []
      : [
          both(
            `Muộn nhất theo cách tính khác: ${vnDate(limit.dueLatest)}.`,
            `At the latest by another reading: ${vnDate(limit.dueLatest)}.`,
          ),
        ]),
    ...(limit.provisional
      ? [both('Tạm tính: lịch nghỉ chưa công bố.', 'Provisional: the holiday calendar is not published yet.')]
      : []),
  ];
  return `<section class="limit${limit.overdue ? ' late' : ''}" aria-label="Thời hạn / Limit">
<p>${esc(limit.matter)}</p>
<p>${both(limit.dutyVi, limit.dutyEn)}</p>
${limit.article === '' ? '' : `<p>${esc(limit.article)}</p>`}
<p class="due">${limit.overdue ? both(`Quá hạn, hạn là ${due}`, `Overdue, was due ${due}`) : both(`Hạn ${due}`, `Due ${due}`)}</p>
${notes.map(note => `<p>${note}</p>`).join('\n')}
</section>`;
}
