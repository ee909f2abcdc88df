import type { Calendar } from '../law/calendar';
import { toIso, toTime, vnDate, weekday } from '../law/day';
import type { Day, Source } from '../law/model';
import { citation, escapeHtml, matterUrl, oneLine, remaining } from './mail-text';

/** One limit of one matter as a mail shows it. */
export interface MailItem {
  /** The alert told of here; its link acknowledges. */
  readonly alertId: string;
  /** Identity of the deadline; a mail shows each once. */
  readonly deadlineId: string;
  readonly matterId: string;
  /** What people call the matter: a decision's number, or kind and register number. */
  readonly matterNumber: string;
  readonly dutyNameVi: string;
  readonly dutyNameEn: string;
  readonly source: Pick<Source, 'law' | 'article'>;
  readonly due: Day;
  /** Later reading of a disputed limit; equals `due` when undisputed. */
  readonly dueLatest: Day;
  /** Minutes after midnight, for limits in hours. */
  readonly dueMinute?: number;
  /** A window of somebody else: nobody here is late when it closes. */
  readonly window: boolean;
  /** A plan or report of the agency's own, kept apart from what the law asks for. */
  readonly plan: boolean;
  readonly provisional: boolean;
  /** Code of the officer whose matter it is, when the reader is not that officer. */
  readonly officerCode?: string;
  /** Code of the officer it was meant for, when nobody reads there and the reader is told instead. */
  readonly insteadOf?: string;
  /** In a digest: how this stands to what the reader was told before. */
  readonly change?: Change;
  /** In a digest: the working day on which it should have been told, when no mail went out then. */
  readonly owedSince?: Day;
}

/** What makes a limit worth a line today: never told, told before and now graver, or counted anew. `told`: day of the last mail. */
export type Change =
  | { readonly kind: 'new' }
  | { readonly kind: 'nearer' | 'now_overdue' | 'still_overdue'; readonly told: Day }
  | { readonly kind: 'moved'; readonly from: Day };

export type Group = 'overdue' | 'today' | 'week' | 'later' | 'window' | 'plan';

/** In the order in which a mail shows them. */
export const GROUPS: readonly { id: Group; vi: string; en: string; colour: string }[] = [
  { id: 'overdue', vi: 'Quá hạn', en: 'overdue', colour: '#b91c1c' },
  { id: 'today', vi: 'Hôm nay', en: 'today', colour: '#c2410c' },
  { id: 'week', vi: 'Trong tuần', en: 'this week', colour: '#a16207' },
  { id: 'later', vi: 'Sắp tới', en: 'coming', colour: '#1d4ed8' },
  { id: 'window', vi: 'Thời hạn của bên khác đã hết', en: 'windows of others now closed', colour: '#57534e' },
  { id: 'plan', vi: 'Kế hoạch, báo cáo của đơn vị', en: 'plans and reports of the unit', colour: '#6d28d9' },
];

/** Group of an item in a mail of `today`. Overdue means past every defensible reading; the week ends on Sunday. */
export function groupOf(item: MailItem, today: Day): Group {
  if (item.plan) return 'plan';
  if (item.dueLatest < today) return item.window ? 'window' : 'overdue';
  if (item.due <= today) return 'today';
  return item.due <= today + 6 - weekday(today) ? 'week' : 'later';
}

/** The lines of an item: what, until when, what is new about it, by which article, where to look. */
export function itemText(item: MailItem, today: Day, calendar: Calendar, publicUrl: string): string {
  const lines = linesOf(item, today, calendar);
  const seen = item.window ? [] : [`${SEEN}: ${acknowledgeUrl(item, today, publicUrl)}`];
  return [
    `• ${lines.title}`,
    lines.due + lines.reserve,
    ...lines.details,
    matterUrl(publicUrl, item.matterId),
    ...seen,
  ].join('\n  ');
}

const SEEN = 'Đã nhận / Acknowledge';
/** Days after the due day (for a limit already past: after the mail) on which the link still works. */
const LINK_DAYS = 30;

/** The bare link of an alert; who hands the mail over signs it (`activities/mail/links.ts`). */
function acknowledgeUrl({ alertId, dueLatest }: MailItem, today: Day, publicUrl: string): string {
  const until = toIso(Math.max(dueLatest, today) + LINK_DAYS).replaceAll('-', '');
  return `${publicUrl.replace(/\/+$/, '')}/acknowledge/${alertId}~${until}`;
}

/** The same for HTML; the matter's number is the link. */
export function itemHtml(item: MailItem, today: Day, calendar: Calendar, publicUrl: string, colour: string): string {
  const { number, duty, due, reserve, details } = linesOf(item, today, calendar);
  const small = details.map(line => `<div style="color:#57534e;font-size:14px">${escapeHtml(line)}</div>`).join('');
  return (
    `<div style="background:#fff;border-left:4px solid ${colour};padding:10px 12px;margin:8px 0">` +
    `<a href="${escapeHtml(matterUrl(publicUrl, item.matterId))}" style="color:#1d4ed8;font-weight:600">${escapeHtml(number)}</a>` +
    `<div>${escapeHtml(duty)}</div><div style="font-size:15px"><b>${escapeHtml(due)}</b>${escapeHtml(reserve)}</div>${small}${item.window ? '' : seenHtml(item, today, publicUrl)}</div>`
  );
}

const seenHtml = (item: MailItem, today: Day, publicUrl: string): string =>
  `<div style="margin-top:8px"><a href="${escapeHtml(acknowledgeUrl(item, today, publicUrl))}" ` +
  'style="display:inline-block;padding:6px 14px;border:1px solid #1d4ed8;border-radius:4px;color:#1d4ed8;text-decoration:none">' +
  `${SEEN}</a></div>`;

function linesOf(item: MailItem, today: Day, calendar: Calendar) {
  const number = oneLine(item.matterNumber);
  const duty = oneLine(item.dutyNameVi);
  const officer = item.officerCode === undefined ? '' : ` (cán bộ ${oneLine(item.officerCode)})`;
  return {
    number,
    duty: duty + officer,
    title: `${number}: ${duty}${officer}`,
    due: dueLine(item, today, calendar),
    reserve: reserveOf(item),
    details: [
      ...insteadLine(item),
      ...changeLine(item),
      oneLine(citation(item.source)),
      oneLine(item.dutyNameEn),
    ].filter(Boolean),
  };
}

const insteadLine = ({ insteadOf }: MailItem): string[] =>
  insteadOf === undefined
    ? []
    : [
        `Báo thay cho ${oneLine(insteadOf)}: vắng, không có người được ủy quyền / nobody reads for ${oneLine(insteadOf)}`,
      ];

const CHANGES = {
  nearer: 'Gần hơn',
  now_overdue: 'Nay đã quá hạn',
  still_overdue: 'Vẫn quá hạn',
} as const;

function changeLine({ change, owedSince }: MailItem): string[] {
  const owed = owedSince === undefined ? '' : `; lẽ ra báo ngày ${vnDate(owedSince)}`;
  if (change === undefined) return [];
  if (change.kind === 'new') return [`Mới${owed}`];
  if (change.kind === 'moved') return [`Hạn mới, trước là ${vnDate(change.from)}${owed}`];
  return [`${CHANGES[change.kind]}, đã báo ngày ${vnDate(change.told)}${owed}`];
}

function dueLine(item: MailItem, today: Day, calendar: Calendar): string {
  const at = item.dueMinute === undefined ? '' : `${toTime(item.dueMinute)} `;
  const past = item.dueLatest < today;
  const left =
    item.window && past ? 'đã hết' : remaining(past ? item.dueLatest : Math.max(item.due, today), today, calendar);
  return `Hạn ${at}${vnDate(item.due)}, ${left}`;
}

/** What else is to be known of the date. */
function reserveOf(item: MailItem): string {
  const disputed = item.dueLatest > item.due ? `; muộn nhất theo cách tính khác: ${vnDate(item.dueLatest)}` : '';
  return disputed + (item.provisional ? '; tạm tính, lịch nghỉ chưa công bố' : '');
}
