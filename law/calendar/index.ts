import { toCivil, toDay } from '../day';
import type { Day } from '../model';
import { type Exceptions, exceptionsOf, isWeekend, tabulate } from './table';
import type { Calendar, CalendarYear } from './types';
import { validateCalendarYears } from './validate';
import { YEARS } from './years';

/** A set of calendar years that cannot be used; the message lists every problem. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

/** FNV-1a, 32 bits: enough to tell two editions of a calendar apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * Makes a calendar of the given years. Before the first and after the last of them it is Monday to Friday, and provisional.
 * @throws CalendarError when the years have a gap or contradict themselves.
 */
export function buildCalendar(years: readonly CalendarYear[]): Calendar {
  const problems = validateCalendarYears(years);
  if (problems.length > 0) throw new CalendarError(problems.map(problem => `${problem.vi} / ${problem.en}`).join('\n'));

  const sorted = [...years].sort((a, b) => a.year - b.year);
  const published = new Set(sorted.filter(year => !year.provisional).map(year => year.year));
  const off = new Map<Day, { reason: string; kind: 'holiday' | 'tet' | 'compensation' | 'swap' }>();
  const worked = new Set<Day>();
  const lunarNewYears = new Map<number, Day>();
  for (const year of sorted) {
    for (const { date, reason, kind } of year.off) off.set(toDay(date), { reason, kind });
    for (const { date } of year.workingWeekend) worked.add(toDay(date));
    lunarNewYears.set(year.year, toDay(year.lunarNewYear));
  }
  const span = sorted.length === 0 ? 'none' : `${sorted[0]!.year}-${sorted[sorted.length - 1]!.year}`;
  return tabulate({
    version: `${span}-${fingerprint(JSON.stringify(sorted))}`,
    off,
    worked,
    lunarNewYears,
    isProvisional: day => !published.has(toCivil(day).year),
  });
}

/**
 * Lays a unit's own closures (a move, a flood) over a calendar. Days that are off anyway stay what they are.
 * @param days closed days with the reason in Vietnamese.
 */
export function withClosures(
  calendar: Calendar,
  days: readonly { readonly day: Day; readonly reason: string }[],
): Calendar {
  const base: Exceptions = exceptionsOf(calendar);
  const off = new Map(base.off);
  const worked = new Set(base.worked);
  for (const { day, reason } of days) {
    if (!calendar.isWorking(day)) continue;
    off.set(day, { reason, kind: 'closure' });
    if (isWeekend(day)) worked.delete(day);
  }
  return tabulate({ ...base, off, worked, version: `${base.version}+${fingerprint(JSON.stringify(days))}` });
}

let official: Calendar | undefined;

/** The calendar of State agencies 2015–2027, made once. */
export function officialCalendar(): Calendar {
  official ??= buildCalendar(YEARS);
  return official;
}

/** The years kept with the program, oldest first. */
export const calendarYears = (): readonly CalendarYear[] => YEARS;

export type { Calendar, CalendarYear, OffDay, OffKind, WorkingWeekend } from './types';
export { type CalendarProblem, validateCalendarYear, validateCalendarYears } from './validate';
