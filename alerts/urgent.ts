import type { Calendar } from '../law/calendar';
import { instantOf, toTime, vietnamDay, vnDate } from '../law/day';
import { GROUPS, groupOf, itemHtml, itemText, type MailItem } from './entry';
import { escapeHtml, FOOTER_TEXT, htmlPage, type Mail, oneLine } from './mail-text';

export interface UrgentInput {
  /** Epoch ms at which the mail is written. */
  readonly now: number;
  readonly item: MailItem;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

/** A mail of its own for a limit that cannot wait for the next morning's digest. */
export function composeUrgent({ now, item, calendar, publicUrl }: UrgentInput): Mail {
  const day = vietnamDay(now);
  const late =
    groupOf(item, day) === 'overdue' ||
    (item.dueMinute !== undefined && now > instantOf(item.dueLatest, item.dueMinute));
  const at = item.dueMinute === undefined ? '' : `${toTime(item.dueMinute)} `;
  const title = late ? 'Quá hạn' : 'Khẩn';
  const subject = `[Thời Hạn] ${title}, hạn ${at}${vnDate(item.due)}: ${oneLine(item.matterNumber)}, ${oneLine(item.dutyNameVi)}`;
  const colour = (GROUPS.find(group => group.id === groupOf(item, day)) ?? GROUPS[0])!.colour;
  const intro = ['Thời hạn sau không chờ được bản tin sáng.', 'This limit cannot wait for the morning digest.'];
  return {
    subject: subject.normalize('NFC'),
    text: [intro.join('\n'), itemText(item, day, calendar, publicUrl), FOOTER_TEXT].join('\n\n').normalize('NFC'),
    html: htmlPage(
      subject,
      `<h1 style="font-size:20px;margin:0 0 8px;color:${colour}">${title}</h1>\n` +
        `<p>${intro.map(escapeHtml).join('<br>')}</p>\n${itemHtml(item, day, calendar, publicUrl, colour)}`,
    ).normalize('NFC'),
  };
}
