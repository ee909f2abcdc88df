/** How days and steps are said in a slip. Texts are made once for each day: slips name the same days again and again. */

import type { Calendar, OffKind } from '../calendar/types';
import { toCivil, toIso, toIsoMinute, toTime, vietnamDay, vietnamMinute, weekday } from '../day';
import type { Day, Period, SlipStep, Source } from '../model';

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export interface SaidDay {
  readonly iso: string;
  readonly vi: string;
  readonly en: string;
  readonly shortVi: string;
}

const days = new Map<Day, SaidDay>();

/** A day as it is written in slips and refusals. */
export function say(day: Day): SaidDay {
  let said = days.get(day);
  if (!said) {
    const iso = toIso(day);
    const { year, month, dayOfMonth } = toCivil(day);
    const shortVi = `${iso.slice(8)}/${iso.slice(5, 7)}`;
    said = {
      iso,
      shortVi,
      vi: `${WEEKDAYS_VI[weekday(day)]} ${shortVi}/${year}`,
      en: `${WEEKDAYS_EN[weekday(day)]} ${dayOfMonth} ${MONTHS_EN[month - 1]} ${year}`,
    };
    days.set(day, said);
  }
  return said;
}

/** An instant as it is written in slips. */
export function sayInstant(at: number): SaidDay {
  const { vi, en, shortVi } = say(vietnamDay(at));
  const time = toTime(vietnamMinute(at));
  return { iso: toIsoMinute(at), vi: `${time} ${vi}`, en: `${time} ${en}`, shortVi };
}

const OFF_EN: Record<OffKind | 'weekend', string> = {
  weekend: 'weekend',
  holiday: 'public holiday',
  tet: 'Tết holiday',
  compensation: 'compensation day off',
  swap: 'swapped day off',
  closure: 'the unit is closed',
};

/** BLDS 2015 Điều 148(5) speaks of weekly rest and public holidays only. */
export const CLOSURE_IS_DERIVED =
  'suy ra: luật không nói về ngày đơn vị đóng cửa; coi như ngày nghỉ của đơn vị theo quyết định đóng cửa';

const skips = new WeakMap<Calendar, Map<Day, SlipStep>>();

/** The step that names a day off and why it is off. */
export function skipStep(day: Day, calendar: Calendar): SlipStep {
  let steps = skips.get(calendar);
  if (!steps) {
    steps = new Map();
    skips.set(calendar, steps);
  }
  let step = steps.get(day);
  if (!step) {
    const kind = calendar.offKind(day) ?? 'weekend';
    const reason = calendar.offReason(day) ?? '';
    const said = say(day);
    const en = kind === 'weekend' ? OFF_EN.weekend : `${OFF_EN[kind]} (${reason})`;
    step = {
      step: 'skip',
      date: said.iso,
      vi: `Bỏ qua ${said.vi}: ${reason}`,
      en: `Skip ${said.en}: ${en}`,
      ...(kind === 'closure' && { basis: CLOSURE_IS_DERIVED }),
    };
    steps.set(day, step);
  }
  return step;
}

const UNITS: Record<
  Exclude<Period['unit'], 'atOnce' | 'onDay' | 'before'>,
  readonly [vi: string, one: string, many: string]
> = {
  hours: ['giờ', 'hour', 'hours'],
  days: ['ngày', 'day', 'days'],
  workingDays: ['ngày làm việc', 'working day', 'working days'],
  months: ['tháng', 'month', 'months'],
  years: ['năm', 'year', 'years'],
};

/** A length of time in words: `5 ngày làm việc`, `5 working days`. */
export function sayPeriod(period: Period): { vi: string; en: string } {
  if (period.unit === 'atOnce') return { vi: 'ngay', en: 'at once' };
  if (period.unit === 'onDay') return { vi: 'đúng ngày đã định', en: 'on the day set' };
  const [vi, one, many] = UNITS[period.unit === 'before' ? period.of : period.unit];
  const en = `${period.n} ${period.n === 1 ? one : many}`;
  return period.unit === 'before'
    ? { vi: `ít nhất ${period.n} ${vi} trước`, en: `at least ${en} before` }
    : { vi: `${period.n} ${vi}`, en };
}

type Place = Pick<Source, 'law' | 'article'>;

/** `Điều 34(3)`; what is no article, such as a plan's work item, as it is written. */
const place = ({ article }: Place): string => (/^\d/.test(article) ? `Điều ${article}` : article);

/** `Luật 106/2025/QH15, Điều 34(3)`. */
export const cite = (source: Place): string => `${source.law}, ${place(source)}`;

/** `Điều 34(3) Luật 106/2025/QH15`. */
export const articleOf = (source: Place): string => `${place(source)} ${source.law}`;

/** Civil Code 2015, the articles by which limits are counted. */
export const CIVIL_CODE = {
  hours: 'BLDS 2015 Điều 147(1)',
  excludeFirst: 'BLDS 2015 Điều 147(2), 147(3)',
  lastDay: 'BLDS 2015 Điều 148(1), 148(6)',
  months: 'BLDS 2015 Điều 148(3)',
  years: 'BLDS 2015 Điều 148(4)',
  roll: 'BLDS 2015 Điều 148(5)',
} as const;

/** What the dispute about swapped days rests on: the one text that says whom they bind, and the rule about days off. */
export const SWAP_SOURCE = 'Tờ trình 89/TTr-LĐTBXH, 20/11/2014; BLDS 2015 Điều 148(5)';
