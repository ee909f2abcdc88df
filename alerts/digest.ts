import type { Calendar } from '../law/calendar';
import { vnDate, weekday } from '../law/day';
import type { Day } from '../law/model';
import { capped, colourOf, countsOf, type Section, sectionsOf } from './digest-sections';
import { itemHtml, itemText, type MailItem } from './entry';
import { escapeHtml, FOOTER_TEXT, htmlPage, type Mail, oneLine } from './mail-text';
import { type SettledItem, settledHtml, settledText } from './settled';

/** Numbers of everything the reader answers for, new or not. */
export interface DigestTotals {
  readonly overdue: number;
  /** Due from today on within five working days. */
  readonly soon: number;
}

export interface DigestInput {
  /** The working day the digest speaks for. */
  readonly day: Day;
  /** What is new or worse since the last digest; several alerts of one deadline are shown once. */
  readonly items: readonly MailItem[];
  /** Working days on which something of this should have been told and no mail went out. Those of the items are named besides. */
  readonly missed?: readonly Day[];
  /** What the reader was told of and is settled since. */
  readonly settled: readonly SettledItem[];
  /** Limits told of before that still stand as they were told. */
  readonly unchanged: number;
  readonly totals: DigestTotals;
  /** Limits shown in full; what goes beyond is counted, and stands in the inbox. */
  readonly cap: number;
  /** Where everything stands that waits for the reader. */
  readonly inboxUrl: string;
  /** Code of the absent officer for whom the reader stands in. */
  readonly onBehalfOf?: string;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];
const SETTLED_COLOUR = '#15803d';

/**
 * The morning mail of one officer: what is new, worse or settled since the last one, the rest as a number. Null when there is nothing of
 * the kind. The same input gives the same mail.
 */
export function composeDigest(input: DigestInput): Mail | null {
  const { day, calendar, publicUrl, cap } = input;
  const items = once(input.items);
  if (items.length + input.settled.length === 0) return null;
  const { shown, rest } = capped(sectionsOf(items, day), cap);
  const settled = input.settled.slice(0, cap);
  const heading = `Thời hạn ${WEEKDAYS[weekday(day)]}, ${vnDate(day)}`;
  const intro = introOf(input, items);
  const more = restOf(rest, input.settled.length - settled.length, input);

  const sections = shown.map(section => {
    const entries = section.items.map(item => itemText(item, day, calendar, publicUrl));
    return `${titleOf(section).toUpperCase()} · ${section.en}\n\n${entries.join('\n\n')}`;
  });
  const htmlSections = shown.map(section => {
    const entries = section.items.map(item => itemHtml(item, day, calendar, publicUrl, colourOf(item, day)));
    return `${headingHtml(titleOf(section), section.colour)}\n${entries.join('\n')}`;
  });
  const done = settledTitle(input.settled.length);
  return {
    subject: `[Thời Hạn] ${vnDate(day)}: ${subjectOf(items, input.settled.length, day)}`.normalize('NFC'),
    text: [
      heading,
      [...intro.vi, ...intro.en].join('\n'),
      ...sections,
      ...(settled.length === 0 ? [] : [`${done.toUpperCase()} · settled\n\n${settled.map(settledText).join('\n')}`]),
      ...(more === null ? [] : [`${more}\n${input.inboxUrl}`]),
      FOOTER_TEXT,
    ]
      .join('\n\n')
      .normalize('NFC'),
    html: htmlPage(
      heading,
      [
        `<h1 style="font-size:20px;margin:0 0 8px">${escapeHtml(heading)}</h1>`,
        `<p style="margin:0 0 4px">${intro.vi.map(escapeHtml).join('<br>')}</p>`,
        `<p style="margin:0;color:#57534e;font-size:14px">${intro.en.map(escapeHtml).join('<br>')}</p>`,
        ...htmlSections,
        ...(settled.length === 0 ? [] : [headingHtml(done, SETTLED_COLOUR)]),
        ...settled.map(item => settledHtml(item, publicUrl)),
        ...(more === null ? [] : [moreHtml(more, input.inboxUrl)]),
      ].join('\n'),
    ).normalize('NFC'),
  };
}

/** Officers' headings carry their counts; those by urgency only a number. */
const titleOf = ({ vi, en, items }: Section): string => (en === 'by officer' ? vi : `${vi} (${items.length})`);
const settledTitle = (n: number): string => `Đã giải quyết (${n})`;

const headingHtml = (title: string, colour: string): string =>
  `<h2 style="font-size:17px;margin:20px 0 4px;color:${colour}">${escapeHtml(title)}</h2>`;

const moreHtml = (more: string, url: string): string =>
  `<p style="margin-top:20px">${escapeHtml(more)} <a href="${escapeHtml(url)}" style="color:#1d4ed8">Hộp nhắc việc</a></p>`;

function subjectOf(items: readonly MailItem[], settled: number, day: Day): string {
  return [countsOf(items, day), settled === 0 ? '' : `${settled} đã giải quyết`].filter(Boolean).join(', ');
}

function introOf(
  { totals, onBehalfOf, settled, unchanged, missed: mornings = [] }: DigestInput,
  items: readonly MailItem[],
) {
  const fresh = items.filter(({ change }) => change === undefined || change.kind === 'new').length;
  const worse = items.length - fresh;
  const owed = new Set([...mornings, ...items.flatMap(item => item.owedSince ?? [])]);
  const missed = [...owed].sort((a, b) => a - b).map(vnDate);
  const days = missed.join(', ');
  return {
    vi: [
      ...(onBehalfOf === undefined
        ? []
        : [`Gửi người được ủy quyền thay cán bộ ${oneLine(onBehalfOf)} đang vắng mặt.`]),
      ...(missed.length === 0
        ? []
        : [`Không gửi được bản tin ngày ${days}; thư này báo bù, mỗi việc ghi ngày lẽ ra báo.`]),
      `${fresh} thời hạn mới, ${worse} gần hơn, quá hạn hoặc tính lại, ${settled.length} đã giải quyết; ${unchanged} đã báo không đổi.`,
      `Đang phụ trách: ${totals.overdue} quá hạn, ${totals.soon} đến hạn trong 5 ngày làm việc tới.`,
    ],
    en: [
      ...(missed.length === 0 ? [] : [`No digest went out on ${days}: this one makes up for it.`]),
      `${fresh} new, ${worse} nearer, overdue or counted anew, ${settled.length} settled, ${unchanged} unchanged; ` +
        `in all ${totals.overdue} overdue, ${totals.soon} due within 5 working days.`,
    ],
  };
}

/** What found no room, counted; null when everything is shown. */
function restOf(items: readonly MailItem[], settled: number, { day }: DigestInput): string | null {
  if (items.length + settled === 0) return null;
  const parts = [countsOf(items, day), settled === 0 ? '' : `${settled} đã giải quyết`].filter(Boolean);
  return `Còn ${items.length + settled} việc không ghi đủ ở đây: ${parts.join(', ')}. / ${items.length + settled} more in your inbox.`;
}

/** Each deadline once; of several alerts the last given. */
const once = (items: readonly MailItem[]): MailItem[] => [
  ...new Map(items.map(item => [item.deadlineId, item])).values(),
];
