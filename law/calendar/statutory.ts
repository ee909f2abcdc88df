/**
 * The days off that the law itself gives, without any yearly decision, and how those that fall on a weekend are compensated. The
 * five Tết days and the second day of Quốc khánh are decided each year (BLLĐ 2019 Điều 112(3)) and are not here.
 */

import { fromCivil, weekday } from '../day';
import type { Day } from '../model';
import { hungKingsOf } from './lunar';

export interface StatutoryDay {
  readonly day: Day;
  readonly name: string;
  /** As it is written on the day itself, and when it is compensated. */
  readonly reason: string;
  readonly short: string;
  /**
   * Whether a fall on a weekend is compensated: BLLĐ 2012 Điều 115(3), BLLĐ 2019 Điều 111(3). 24 November stands in Nghị quyết
   * 28/2026/QH16, outside Điều 112(1): open, so nothing is asked for.
   */
  readonly compensated: boolean;
}

/** Adopted on this day (Nghị quyết 28/2026/QH16); editions decided before it cannot know of 24 November. */
const CULTURE_DAY_KNOWN = fromCivil(2026, 4, 24);

/** Since this year Quốc khánh is two days (BLLĐ 2019 Điều 112(1)). */
export const TWO_NATIONAL_DAYS_SINCE = 2021;

/** @param knownSince the day the edition was decided */
export function statutoryDays(year: number, knownSince: Day): StatutoryDay[] {
  const at = (month: number, day: number) => fromCivil(year, month, day);
  const one = (day: Day, name: string, reason: string, short: string, compensated = true): StatutoryDay => ({
    ...{ day, name, reason, short, compensated },
  });
  const days = [
    one(at(1, 1), 'Tết Dương lịch', 'Tết Dương lịch', 'Tết Dương lịch'),
    one(hungKingsOf(year), 'Giỗ Tổ Hùng Vương', 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Giỗ Tổ Hùng Vương'),
    one(at(4, 30), 'Ngày Chiến thắng', 'Ngày Chiến thắng 30/4', '30/4'),
    one(at(5, 1), 'Ngày Quốc tế lao động', 'Ngày Quốc tế lao động 1/5', '1/5'),
    one(at(9, 2), 'Quốc khánh', 'Quốc khánh 2/9', 'Quốc khánh'),
  ];
  if (year >= 2026 && knownSince >= CULTURE_DAY_KNOWN) {
    days.push(one(at(11, 24), 'Ngày Văn hóa Việt Nam', 'Ngày Văn hóa Việt Nam', 'Ngày Văn hóa Việt Nam', false));
  }
  return days.sort((a, b) => a.day - b.day);
}

const isWeekend = (day: Day): boolean => weekday(day) >= 5;

/**
 * The weekday on which each day that fell on a weekend is made good: the next working day that is not off already. Two in a row
 * run on: 30/4 on Saturday and 1/5 on Sunday give Monday and Tuesday.
 * @param taken further days off that a compensation must not fall on
 */
export function compensations(
  days: readonly StatutoryDay[],
  taken: ReadonlySet<Day> = new Set(),
): Map<Day, StatutoryDay> {
  const off = new Set([...taken, ...days.map(({ day }) => day)]);
  const result = new Map<Day, StatutoryDay>();
  for (const one of days) {
    if (!one.compensated || !isWeekend(one.day)) continue;
    let day = one.day + 1;
    while (isWeekend(day) || off.has(day)) day++;
    off.add(day);
    result.set(day, one);
  }
  return result;
}
