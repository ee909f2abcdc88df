import type { Calendar } from '../law/calendar';
import { toTime, vietnamDay, vietnamMinute, vnDate } from '../law/day';
import { capped, colourOf, countsOf, sectionsOf } from './digest-sections';
import { itemHtml, itemText, type MailItem } from './entry';
import { escapeHtml, FOOTER_TEXT, htmlPage, type Mail } from './mail-text';

export interface SummaryInput {
  /** Epoch ms at which the mail is written. */
  readonly now: number;
  /** Urgent limits that got no mail of their own. */
  readonly items: readonly MailItem[];
  /** Urgent mails a reader gets on one day. */
  readonly mailCap: number;
  /** Limits shown in full. */
  readonly cap: number;
  readonly inboxUrl: string;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

/** One mail for the urgent limits beyond the number of mails a reader gets on one day. */
export function composeSummary({ now, items, mailCap, cap, inboxUrl, calendar, publicUrl }: SummaryInput): Mail {
  const day = vietnamDay(now);
  const { shown, rest } = capped(sectionsOf(items, day), cap);
  const subject = `[Thời Hạn] Khẩn, ${toTime(vietnamMinute(now))} ${vnDate(day)}: ${items.length} thời hạn gộp (${countsOf(items, day)})`;
  const intro = [
    `Hôm nay đã có ${mailCap} thư khẩn; ${items.length} thời hạn khẩn sau đây được gộp vào một thư. Tất cả có trong hộp nhắc việc.`,
    `${mailCap} urgent mails went out today already; these ${items.length} limits share one. All stand in your inbox.`,
    ...(rest.length === 0 ? [] : [`Không ghi đủ ở đây: ${countsOf(rest, day)}. / ${rest.length} more in your inbox.`]),
  ];
  const entries = shown.flatMap(section => section.items);
  const texts = entries.map(item => itemText(item, day, calendar, publicUrl));
  const htmls = entries.map(item => itemHtml(item, day, calendar, publicUrl, colourOf(item, day)));
  return {
    subject: subject.normalize('NFC'),
    text: [intro.join('\n'), inboxUrl, ...texts, FOOTER_TEXT].join('\n\n').normalize('NFC'),
    html: htmlPage(
      subject,
      `<h1 style="font-size:20px;margin:0 0 8px;color:#b91c1c">Khẩn: ${items.length} thời hạn</h1>\n` +
        `<p>${intro.map(escapeHtml).join('<br>')} <a href="${escapeHtml(inboxUrl)}" style="color:#1d4ed8">Hộp nhắc việc</a></p>\n` +
        htmls.join('\n'),
    ).normalize('NFC'),
  };
}
