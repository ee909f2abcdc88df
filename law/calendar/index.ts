import { toCivil, toDay } from '../day';
import type { Day } from '../model';
import { inForce } from './editions';
import { exceptionsOf, tabulate } from './table';
import type { Calendar, CalendarYear, Closure, OffDay } from './types';
import { sayProblems, validateCalendarYears } from './validate';
import { closureMark, versionOf } from './versions';
import { EDITIONS } from './years';

/** A set of calendar years that cannot be used; the message lists every problem. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

/**
 * Makes a calendar of the given years. Before the first and after the last of them it is Monday to Friday, and provisional.
 * @throws CalendarError when the years have a gap or contradict themselves.
 */
export function buildCalendar(years: readonly CalendarYear[]): Calendar {
  const problems = validateCalendarYears(years);
  if (problems.length > 0) throw new CalendarError(sayProblems(problems));

  const sorted = [...years].sort((a, b) => a.year - b.year);
  const published = new Set(sorted.filter(year => !year.provisional).map(year => year.year));
  const off = new Map<Day, Pick<OffDay, 'reason' | 'kind'>>();
  const worked = new Set<Day>();
  const lunarNewYears = new Map<number, Day>();
  for (const year of sorted) {
    for (const { date, reason, kind } of year.off) off.set(toDay(date), { reason, kind });
    for (const { date } of year.workingWeekend) worked.add(toDay(date));
    lunarNewYears.set(year.year, toDay(year.lunarNewYear));
  }
  return tabulate({
    version: versionOf(sorted),
    years: sorted.map(({ year, version, decision, decidedOn, provisional }) => ({
      ...{ year, version, decision, decidedOn, provisional },
    })),
    off,
    worked,
    closures: [],
    lunarNewYears,
    isProvisional: day => !published.has(toCivil(day).year),
  });
}

/**
 * Lays a unit's own closures (a move, a flood) over a calendar. Days that are off anyway stay what they are. What a closure does to
 * a limit is derived: the Civil Code speaks of weekly rest and public holidays only, and slips say so.
 */
export function withClosures(calendar: Calendar, closures: readonly Closure[]): Calendar {
  if (closures.length === 0) return calendar;
  const base = exceptionsOf(calendar);
  const all = [...base.closures, ...closures].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const plain = base.version.replace(/\+.*/, '');
  return tabulate({ ...base, closures: all, version: plain + all.map(closureMark).join('') });
}

const faces = new WeakMap<Calendar, Calendar>();

/**
 * The same calendar without swaps: a swapped weekday is worked and its make-up day is a weekend, as for those whom the swap may not
 * bind. Holidays, compensations and closures stay. Made once for each calendar; the calendar itself when it has no swap.
 */
export function withoutSwaps(calendar: Calendar): Calendar {
  let face = faces.get(calendar);
  if (!face) {
    const base = exceptionsOf(calendar);
    const off = new Map([...base.off].filter(([, { kind }]) => kind !== 'swap'));
    const swapless = off.size === base.off.size && base.worked.size === 0;
    face = swapless ? calendar : tabulate({ ...base, off, worked: new Set(), version: `${base.version}~` });
    faces.set(calendar, face);
  }
  return face;
}

let official: Calendar | undefined;

/** The calendar of State agencies 2015–2027 that comes with the program, in its newest editions; made once. */
export function officialCalendar(): Calendar {
  official ??= buildCalendar(calendarYears());
  return official;
}

/** The years kept with the program in their newest editions, oldest first. */
export const calendarYears = (): readonly CalendarYear[] => inForce(EDITIONS);

/** Every edition of every year kept with the program, oldest first. */
export const calendarEditions = (): readonly CalendarYear[] => EDITIONS;

/** The calendar as it was known on a day: of each year the newest edition decided on or before it. */
export const calendarKnownOn = (day: Day, editions: readonly CalendarYear[] = EDITIONS): Calendar =>
  buildCalendar(inForce(editions, day));

export { inForce, type KeptEdition, knownSince, overruled } from './editions';
export { type Horizon, horizonOf, notPublished } from './horizon';
export { type Beside, type CalendarReading, readCalendar } from './notice';
export type { Calendar, CalendarYear, Closure, EditionRef, OffDay, OffKind, WorkingWeekend } from './types';
export { type CalendarProblem, sayProblems, validateCalendarYear, validateCalendarYears } from './validate';
export { type CalendarChange, changeSince } from './versions';
