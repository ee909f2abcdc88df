import type { Calendar } from '../law/calendar';
import { vnDate } from '../law/day';
import type { Day } from '../law/model';
import { escapeHtml, FOOTER_TEXT, htmlPage, type Mail, matterUrl, oneLine, remaining } from './mail-text';

/** How a unit stands, and what its week was. Limits of the law and service targets; no windows of others, no plans. */
export interface UnitWeek {
  readonly code: string;
  readonly name: string;
  /** Running or paused, not past. */
  readonly open: number;
  readonly overdue: number;
  /** Became overdue within the week, whether done since or not. */
  readonly newlyOverdue: number;
  /** Done within the week. */
  readonly done: number;
  /** Limits of which the officer was told within the week, and of those how many were acknowledged. */
  readonly told: number;
  readonly acknowledged: number;
}

export interface LateOfficer {
  readonly code: string;
  readonly unitCode: string;
  readonly overdue: number;
  /** Latest due day of the oldest of them. */
  readonly oldest: Day;
}

export interface LateLimit {
  readonly matterId: string;
  readonly matterNumber: string;
  readonly dutyNameVi: string;
  readonly unitCode: string;
  readonly officerCode: string | null;
  /** Latest due day. */
  readonly dueLatest: Day;
}

export interface WeeklyInput {
  readonly province: string;
  /** The working day on which it is sent. */
  readonly day: Day;
  /** First and last day of the week it tells of. */
  readonly from: Day;
  readonly to: Day;
  readonly units: readonly UnitWeek[];
  /** Those with most that is overdue, most first. */
  readonly officers: readonly LateOfficer[];
  /** What is overdue longest, longest first. */
  readonly oldest: readonly LateLimit[];
  /** Code of the absent officer for whom the reader stands in. */
  readonly onBehalfOf?: string;
  readonly calendar: Calendar;
  readonly publicUrl: string;
}

const LATE = '#b91c1c';
const OPEN = '#93c5fd';
const EMPTY = '#e7e5e4';

/** The week of a province for its leadership: unit by unit, then who and what is late. Null when nothing is open and nothing was done. */
export function composeWeekly(input: WeeklyInput): Mail | null {
  const { province, day, from, to, officers, oldest, calendar, publicUrl } = input;
  const units = [...input.units]
    .filter(unit => unit.open + unit.overdue + unit.done + unit.newlyOverdue > 0)
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.code < b.code ? -1 : 1));
  if (units.length === 0) return null;
  const all = sumOf(units);
  const heading = `${oneLine(province)}: tuần ${vnDate(from)} – ${vnDate(to)}`;
  const intro = [
    ...(input.onBehalfOf === undefined
      ? []
      : [`Gửi người được ủy quyền thay cán bộ ${oneLine(input.onBehalfOf)} đang vắng mặt.`]),
    `Toàn tỉnh: ${figuresOf(all)}.`,
    `In all: ${all.open} open, ${all.overdue} overdue (${all.newlyOverdue} new this week), ${all.done} done, ${shareOf(all)} acknowledged.`,
  ];
  const officerLines = officers.map(
    one =>
      `${oneLine(one.code)} (${oneLine(one.unitCode)}): ${one.overdue} quá hạn, lâu nhất từ ${vnDate(one.oldest + 1)}`,
  );
  const late = (one: LateLimit) =>
    `${oneLine(one.dutyNameVi)}, ${one.officerCode === null ? 'chưa phân công' : `cán bộ ${oneLine(one.officerCode)}`} ` +
    `(${oneLine(one.unitCode)}): hạn ${vnDate(one.dueLatest)}, ${remaining(one.dueLatest, day, calendar)}`;

  const text = [
    heading,
    intro.join('\n'),
    `THEO ĐƠN VỊ · by unit\n\n${units.map(unit => `• ${titleOf(unit)}\n  ${figuresOf(unit)}`).join('\n')}`,
    ...(officerLines.length === 0
      ? []
      : [`CÁN BỘ CÓ NHIỀU VIỆC QUÁ HẠN · officers with most overdue\n\n${bullets(officerLines)}`]),
    ...(oldest.length === 0
      ? []
      : [
          `QUÁ HẠN LÂU NHẤT · longest overdue\n\n${oldest
            .map(one => `• ${oneLine(one.matterNumber)}: ${late(one)}\n  ${matterUrl(publicUrl, one.matterId)}`)
            .join('\n')}`,
        ]),
    FOOTER_TEXT,
  ].join('\n\n');
  const longest = Math.max(...units.map(unit => unit.open + unit.overdue), 1);
  const html = [
    `<h1 style="font-size:20px;margin:0 0 8px">${escapeHtml(heading)}</h1>`,
    `<p>${intro.map(escapeHtml).join('<br>')}</p>`,
    title('Theo đơn vị'),
    ...units.map(unit => unitHtml(unit, longest)),
    legend(),
    ...(officerLines.length === 0 ? [] : [title('Cán bộ có nhiều việc quá hạn'), listHtml(officerLines)]),
    ...(oldest.length === 0 ? [] : [title('Quá hạn lâu nhất')]),
    ...oldest.map(one => lateHtml(one, late(one), publicUrl)),
  ].join('\n');
  return {
    subject:
      `[Thời Hạn] Tuần ${vnDate(from)} – ${vnDate(to)}: ${all.overdue} quá hạn, ${all.newlyOverdue} mới, ${all.done} đã xong`.normalize(
        'NFC',
      ),
    text: text.normalize('NFC'),
    html: htmlPage(heading, html).normalize('NFC'),
  };
}

type Figures = Omit<UnitWeek, 'code' | 'name'>;

function sumOf(units: readonly UnitWeek[]): Figures {
  const of = (key: keyof Figures) => units.reduce((sum, unit) => sum + unit[key], 0);
  return {
    open: of('open'),
    overdue: of('overdue'),
    newlyOverdue: of('newlyOverdue'),
    done: of('done'),
    told: of('told'),
    acknowledged: of('acknowledged'),
  };
}

/** Share of what was told that was acknowledged, from the counts; a dash when nothing was told. */
const shareOf = ({ told, acknowledged }: Figures): string =>
  told === 0 ? '–' : `${Math.round((100 * acknowledged) / told)} %`;

const figuresOf = (figures: Figures): string =>
  `${figures.open} đang mở, ${figures.overdue} quá hạn (${figures.newlyOverdue} mới trong tuần), ${figures.done} đã xong, ` +
  `đã xác nhận ${shareOf(figures)}`;

const titleOf = ({ code, name }: UnitWeek): string => `${oneLine(name)} (${oneLine(code)})`;
const bullets = (lines: readonly string[]): string => lines.map(line => `• ${line}`).join('\n');
const title = (vi: string): string => `<h2 style="font-size:17px;margin:20px 0 4px">${escapeHtml(vi)}</h2>`;
const listHtml = (lines: readonly string[]): string =>
  lines.map(line => `<div style="padding:3px 0">${escapeHtml(line)}</div>`).join('\n');

const legend = (): string =>
  `<p style="font-size:13px;color:#57534e;margin:8px 0"><span style="color:${LATE}">■</span> quá hạn ` +
  `<span style="color:${OPEN}">■</span> đang mở</p>`;

/** A bar of table cells, the only kind that every mail program draws; its length shows the unit beside the largest. */
function unitHtml(unit: UnitWeek, longest: number): string {
  const share = (n: number) => Math.round((100 * n) / longest);
  const late = share(unit.overdue);
  const open = share(unit.open + unit.overdue) - late;
  const cell = (width: number, colour: string) =>
    width === 0
      ? ''
      : `<td width="${width}%" height="10" bgcolor="${colour}" style="background:${colour};font-size:1px;line-height:10px">&nbsp;</td>`;
  return (
    `<div style="background:#fff;padding:10px 12px;margin:8px 0"><div style="font-weight:600">${escapeHtml(titleOf(unit))}</div>` +
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:6px 0"><tr>' +
    `${cell(late, LATE)}${cell(open, OPEN)}${cell(100 - late - open, EMPTY)}</tr></table>` +
    `<div style="color:#57534e;font-size:14px">${escapeHtml(figuresOf(unit))}</div></div>`
  );
}

const lateHtml = (one: LateLimit, said: string, publicUrl: string): string =>
  `<div style="background:#fff;border-left:4px solid ${LATE};padding:8px 12px;margin:8px 0">` +
  `<a href="${escapeHtml(matterUrl(publicUrl, one.matterId))}" style="color:#1d4ed8;font-weight:600">` +
  `${escapeHtml(oneLine(one.matterNumber))}</a><div style="font-size:14px">${escapeHtml(said)}</div></div>`;
