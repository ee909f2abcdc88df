import type { Confidence, Day } from '../model';

/**
 * Why a weekday is off: a day of the Labour Code, one of the five Tết days, the compensation of one that fell on a weekend, a
 * swap made up on a weekend, or a closure of one unit.
 */
export type OffKind = 'holiday' | 'tet' | 'compensation' | 'swap' | 'closure';

export interface OffDay {
  /** ISO date of a weekday. */
  readonly date: string;
  readonly reason: string;
  readonly kind: Exclude<OffKind, 'closure'>;
  /** Only where it differs from the year's. */
  readonly confidence?: CalendarConfidence;
}

export interface WorkingWeekend {
  /** ISO date of a Saturday or Sunday that is worked. */
  readonly date: string;
  /** The weekday off it makes up for, perhaps of another year. */
  readonly insteadOf: string;
}

/** N: notice, letter or report read; L: at second hand; D: derived from the Labour Code and the lunar calendar. */
export type CalendarConfidence = 'N' | 'L' | Extract<Confidence, 'D'>;

/** The working calendar of State agencies for one year, in one edition: as decided up to a day. */
export interface CalendarYear {
  readonly year: number;
  /** Grows with every corrected or newly decided edition of the year. */
  readonly version: number;
  /** The letters and notices it comes from. */
  readonly decision: string;
  /** ISO date of the newest of them; null where it could not be read. */
  readonly decidedOn: string | null;
  readonly confidence: CalendarConfidence;
  /** No official notice read yet: dates that rest on it may move. */
  readonly provisional: boolean;
  /** Mùng 1 Tết. */
  readonly lunarNewYear: string;
  /** 10 of the third lunar month. */
  readonly hungKings: string;
  readonly off: readonly OffDay[];
  readonly workingWeekend: readonly WorkingWeekend[];
  readonly notes?: string;
}

/** Which edition of a year a calendar is made of. */
export type EditionRef = Pick<CalendarYear, 'year' | 'version' | 'decision' | 'decidedOn' | 'provisional'>;

/** Days, both ends included, on which one unit is closed though the State works: a storm, a move. */
export interface Closure {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  /** In Vietnamese. */
  readonly reason: string;
  /** Number and date of the decision that closed the unit. */
  readonly decision: string;
}

/** Working days and days off, from the first to the last day it covers; outside it throws RangeError. */
export interface Calendar {
  /** Changes whenever a day changes; see `versions.ts` for what can be read from it. */
  readonly version: string;
  /** The years it is made of, oldest first. */
  readonly years: readonly EditionRef[];
  /** A unit's own closures, oldest first; none in the official calendar. */
  readonly closures: readonly Closure[];
  isWorking(day: Day): boolean;
  /** Why the day is off, in Vietnamese; null on a working day. */
  offReason(day: Day): string | null;
  offKind(day: Day): OffKind | 'weekend' | null;
  /** True outside the published years, and in a year whose notice is not out yet. */
  isProvisional(day: Day): boolean;
  /** The day itself if it is a working day, else the next working day. */
  next(day: Day): Day;
  /** The n-th working day after the day, which is not counted itself; n = 0 gives the day. */
  addWorking(day: Day, n: number): Day;
  /** The n-th working day before the day, which is not counted itself; n = 0 gives the day. */
  subtractWorking(day: Day, n: number): Day;
  /** Working days in (fromExclusive, toInclusive]; negative when the ends are the other way round. */
  countWorking(fromExclusive: Day, toInclusive: Day): number;
  /** Mùng 1 Tết of a loaded year. */
  lunarNewYear(year: number): Day | null;
}
