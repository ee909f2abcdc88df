import type { Calendar } from '../law/calendar';
import { weekday } from '../law/day';
import type { Day } from '../law/model';
import { GROUPS, type Group, groupOf, itemHtml, itemText, type MailItem } from './entry';
import { escapeHtml, FOOTER_TEXT, htmlPage, type Mail, oneLine, vnDate } from './mail-text';

/** Numbers of everything the reader answers for, new or not. */
export interface DigestTotals {
  readonly overdue: number;
  /** Due from today on within five working days. */
  readonly soon: number;
}

export interface DigestInput {
  /** The working day the digest speaks for. */
  readonly day: Day;
  /** What is new since the last digest; several alerts of one deadline are shown once. */
  readonly items: readonly MailItem[];
  readonly totals: DigestTotals;
  /** Code of the absent officer for whom the reader stands in. */
  readonly onBehalfOf?: string;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

/** The morning mail of one officer: what is new, grouped by how near it is, with the totals above. Null when nothing is new. */
export function composeDigest(input: DigestInput): Mail | null {
  const items = once(input.items);
  if (items.length === 0) return null;
  const groups = GROUPS.map(group => ({
    ...group,
    items: items.filter(item => groupOf(item, input.day) === group.id),
  })).filter(group => group.items.length > 0);
  const subject = `[Thời Hạn] ${vnDate(input.day)}: ${groups.map(g => subjectPart(g.id, g.items.length)).join(', ')}`;
  const heading = `Thời hạn ${WEEKDAYS[weekday(input.day)]}, ${vnDate(input.day)}`;
  const intro = introOf(input, items.length);

  const sections = groups.map(group => {
    const entries = group.items.map(item => itemText(item, input.day, input.calendar, input.publicUrl));
    return `${group.vi.toUpperCase()} (${group.items.length}) · ${group.en}\n\n${entries.join('\n\n')}`;
  });
  const htmlSections = groups.map(group => {
    const entries = group.items.map(item => itemHtml(item, input.day, input.calendar, input.publicUrl, group.colour));
    const title = `${escapeHtml(group.vi)} (${group.items.length})`;
    return `<h2 style="font-size:17px;margin:20px 0 4px;color:${group.colour}">${title}</h2>\n${entries.join('\n')}`;
  });
  return {
    subject: subject.normalize('NFC'),
    text: `${[heading, intro.join('\n'), ...sections, FOOTER_TEXT].join('\n\n')}`.normalize('NFC'),
    html: htmlPage(
      heading,
      `<h1 style="font-size:20px;margin:0 0 8px">${escapeHtml(heading)}</h1>\n` +
        `<p>${intro.map(escapeHtml).join('<br>')}</p>\n${htmlSections.join('\n')}`,
    ).normalize('NFC'),
  };
}

function introOf({ totals, onBehalfOf }: DigestInput, count: number): string[] {
  return [
    ...(onBehalfOf === undefined ? [] : [`Gửi người được ủy quyền thay cán bộ ${oneLine(onBehalfOf)} đang vắng mặt.`]),
    `${count} thời hạn mới cần chú ý. Đang phụ trách: ${totals.overdue} quá hạn, ${totals.soon} đến hạn trong 5 ngày làm việc tới.`,
    `${count} new below; in all ${totals.overdue} overdue, ${totals.soon} due within 5 working days.`,
  ];
}

function subjectPart(group: Group, n: number): string {
  const words: Record<Group, string> = {
    overdue: 'quá hạn',
    today: 'hôm nay',
    week: 'trong tuần',
    later: 'sắp tới',
    window: 'đã hết',
    plan: 'kế hoạch',
  };
  return `${n} ${words[group]}`;
}

/** Each deadline once, nearest first. */
function once(items: readonly MailItem[]): MailItem[] {
  const byDeadline = new Map(items.map(item => [item.deadlineId, item]));
  return [...byDeadline.values()].sort(
    (a, b) => a.due - b.due || (a.dueMinute ?? 1440) - (b.dueMinute ?? 1440) || order(a.matterNumber, b.matterNumber),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
