import { fromCivil, toIso, weekday } from '../day';
import type { Day } from '../model';
import type { Calendar, Closure, EditionRef, OffKind } from './types';

/** First and last day a calendar answers for. */
export const FIRST_DAY = fromCivil(1980, 1, 1);
export const LAST_DAY = fromCivil(2119, 12, 31);
const SIZE = LAST_DAY - FIRST_DAY + 1;
const weekdayOfFirst = weekday(FIRST_DAY);

const WEEKEND_VI = ['Thứ Bảy, nghỉ cuối tuần', 'Chủ nhật, nghỉ cuối tuần'] as const;

export const isWeekend = (day: Day): boolean => weekday(day) >= 5;

export interface Exceptions {
  readonly version: string;
  readonly years: readonly EditionRef[];
  /** Days off beside weekends. */
  readonly off: ReadonlyMap<Day, { readonly reason: string; readonly kind: Exclude<OffKind, 'closure'> }>;
  /** Weekend days worked; none of them is in `off`. */
  readonly worked: ReadonlySet<Day>;
  /** Laid over the rest; a day that is off anyway keeps its own reason. */
  readonly closures: readonly Closure[];
  isProvisional(day: Day): boolean;
  readonly lunarNewYears: ReadonlyMap<number, Day>;
}

const known = new WeakMap<Calendar, Exceptions>();

/** What a calendar was made of; the ground for laying more days on top of it. */
export function exceptionsOf(calendar: Calendar): Exceptions {
  const exceptions = known.get(calendar);
  if (!exceptions) throw new TypeError('This calendar was not made by tabulate()');
  return exceptions;
}

/**
 * Lays the exceptions over Monday to Friday and keeps them as running totals: `upTo[i]` working days lie before day i, `nth[k]` is
 * the k-th working day. Counting is then a subtraction and adding working days a look-up, however many.
 */
export function tabulate(exceptions: Exceptions): Calendar {
  const upTo = new Int32Array(SIZE + 1);
  const nth = new Int32Array(SIZE);
  const open = new Uint8Array(SIZE);
  for (let i = 0; i < SIZE; i++) open[i] = (weekdayOfFirst + i) % 7 < 5 ? 1 : 0;
  for (const day of exceptions.off.keys()) open[day - FIRST_DAY] = 0;
  for (const day of exceptions.worked) open[day - FIRST_DAY] = 1;
  const closed = new Map<Day, string>();
  for (const { from, to, reason } of exceptions.closures) {
    for (let day = Math.max(from, FIRST_DAY); day <= Math.min(to, LAST_DAY); day++) {
      if (open[day - FIRST_DAY] === 0) continue;
      open[day - FIRST_DAY] = 0;
      closed.set(day, reason);
    }
  }
  let count = 0;
  for (let i = 0; i < SIZE; i++) {
    upTo[i] = count;
    if (open[i] === 1) nth[count++] = FIRST_DAY + i;
  }
  upTo[SIZE] = count;

  const outside = (what: string): never => {
    throw new RangeError(
      `${what}: lịch chỉ có từ ${toIso(FIRST_DAY)} đến ${toIso(LAST_DAY)} / the calendar covers ${toIso(FIRST_DAY)} to ${toIso(LAST_DAY)}`,
    );
  };
  /** Working days before the day. */
  const before = (day: Day): number => upTo[day - FIRST_DAY] ?? outside(`${day}`);
  const at = (index: number, day: Day, n: number): Day =>
    index >= 0 && index < count ? nth[index]! : outside(`${toIso(day)} ± ${n}`);

  const isWorking = (day: Day): boolean => before(day + 1) > before(day);
  const calendar: Calendar = {
    version: exceptions.version,
    years: exceptions.years,
    closures: exceptions.closures,
    isWorking,
    offReason(day) {
      if (isWorking(day)) return null;
      return closed.get(day) ?? exceptions.off.get(day)?.reason ?? WEEKEND_VI[weekday(day) - 5] ?? null;
    },
    offKind(day) {
      if (isWorking(day)) return null;
      if (closed.has(day)) return 'closure';
      return exceptions.off.get(day)?.kind ?? 'weekend';
    },
    isProvisional: exceptions.isProvisional,
    next: day => at(before(day), day, 0),
    addWorking: (day, n) => (n === 0 ? day : at(before(day + 1) + n - 1, day, n)),
    subtractWorking: (day, n) => (n === 0 ? day : at(before(day) - n, day, -n)),
    countWorking: (fromExclusive, toInclusive) => before(toInclusive + 1) - before(fromExclusive + 1),
    lunarNewYear: year => exceptions.lunarNewYears.get(year) ?? null,
  };
  known.set(calendar, exceptions);
  return calendar;
}
