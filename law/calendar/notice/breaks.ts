/** Which days of a named break are what: holidays of the law, days decided for the year, compensations. */

import { fromCivil, toIso, weekday } from '../../day';
import { say } from '../../engine/said';
import type { Day } from '../../model';
import { chapOf, lunarNewYearOf, tetName } from '../lunar';
import { compensations, statutoryDays } from '../statutory';
import type { OffDay } from '../types';
import type { CalendarProblem } from '../validate/problem';
import type { Statement } from './statements';

export const isWeekend = (day: Day): boolean => weekday(day) >= 5;

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const weekend = (day: Day): string => `${WEEKDAYS_VI[weekday(day)]} ${say(day).shortVi}`;

type Off = Statement & { readonly says: 'off' };

/** Days off as they are gathered, by day. */
export type DaysOff = Map<Day, Pick<OffDay, 'kind' | 'reason' | 'confidence'>>;

/** The weekdays of a break that nothing has explained yet. */
export const openDays = ({ from, to }: Pick<Off, 'from' | 'to'>, known: ReadonlyMap<Day, unknown>): Day[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(day => !isWeekend(day) && !known.has(day));

/** The days of the Labour Code and their compensations; `stated`: the notice names the day. */
export function lawfulDays(year: number, decidedOn: Day, stated: (day: Day) => boolean): DaysOff {
  const off: DaysOff = new Map();
  const days = statutoryDays(year, decidedOn);
  const mark = (day: Day) => (stated(day) ? {} : { confidence: 'D' as const });
  for (const { day, reason } of days) if (!isWeekend(day)) off.set(day, { kind: 'holiday', reason, ...mark(day) });
  for (const [day, { day: on, short }] of compensations(days)) {
    const which = /^\d/.test(short) ? WEEKDAYS_VI[weekday(on)]! : weekend(on);
    off.set(day, { kind: 'compensation', reason: `Nghỉ bù ${short} (${which})`, ...mark(day) });
  }
  return off;
}

/** True for a break around mùng 1. */
export function isTet({ from, to }: Pick<Off, 'from' | 'to'>, year: number): boolean {
  const newYear = lunarNewYearOf(year);
  return from <= newYear + 2 && to >= newYear;
}

/**
 * The five Tết days and what compensates those on weekends. The five run from one or two days before mùng 1 (BLLĐ 2019 Điều 112(3): decided
 * each year); where a break fits both, the run with fewer compensations is taken, unless the notice names the run itself.
 */
export function tetDays(
  given: Off,
  run: { readonly from: Day; readonly to: Day } | undefined,
  year: number,
  known: ReadonlyMap<Day, unknown>,
): DaysOff | CalendarProblem {
  const newYear = lunarNewYearOf(year);
  const open = openDays(given, known);
  const starts = run ? [run.from] : [newYear - 1, newYear - 2];
  const fits = starts
    .filter(start => start >= given.from && start + 4 <= given.to)
    .map(start => ({
      start,
      tet: open.filter(day => day >= start && day <= start + 4),
      compensation: open.filter(day => day > start + 4),
    }))
    .filter(({ tet, compensation, start }) => {
      const onWeekends = [0, 1, 2, 3, 4].filter(i => isWeekend(start + i)).length;
      return (
        tet.length + onWeekends === 5 &&
        compensation.length === onWeekends &&
        tet.length + compensation.length === open.length
      );
    })
    .sort((a, b) => a.compensation.length - b.compensation.length);
  const best = fits[0];
  if (!best) {
    return {
      ...{ code: 'TET_DAYS', line: given.line, year, date: toIso(newYear) },
      vi: `Kỳ nghỉ Tết từ ${say(given.from).vi} đến ${say(given.to).vi} có ${open.length} ngày làm việc được nghỉ; phải đúng 5 ngày, bắt đầu 1 hoặc 2 ngày trước mùng 1 (${say(newYear).vi})`,
      en: `The Tết break from ${say(given.from).en} to ${say(given.to).en} takes ${open.length} working days; it must be five, from one or two days before mùng 1 (${say(newYear).en}) on`,
    };
  }
  const chap = chapOf(year);
  const name = (day: Day) => tetName(day, newYear, chap);
  const off: DaysOff = new Map();
  for (const day of best.tet) off.set(day, { kind: 'tet', reason: `Tết Nguyên đán: ${name(day)}` });
  const onWeekends = [0, 1, 2, 3, 4].map(i => best.start + i).filter(isWeekend);
  best.compensation.forEach((day, i) => {
    const on = onWeekends[i]!;
    off.set(day, { kind: 'compensation', reason: `Nghỉ bù Tết Nguyên đán (${name(on)} là ${weekend(on)})` });
  });
  return off;
}

/** The second day of Quốc khánh: whatever weekday of the break beside 2 September is not explained. */
export function nationalDays(given: Off, year: number, known: ReadonlyMap<Day, unknown>): DaysOff {
  const day = fromCivil(year, 9, 2);
  const off: DaysOff = new Map();
  for (const open of openDays(given, known)) {
    const reason =
      open < day
        ? 'Quốc khánh (ngày liền kề trước)'
        : open === day + 1
          ? 'Quốc khánh (ngày liền kề sau)'
          : `Nghỉ bù Quốc khánh (${weekend(isWeekend(day - 1) ? day - 1 : day + 1)})`;
    off.set(open, { kind: reason.startsWith('Nghỉ bù') ? 'compensation' : 'holiday', reason });
  }
  return off;
}
