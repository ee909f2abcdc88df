/**
 * Civil days as integers (days since 1970-01-01) and clock minutes, all in +07:00. Vietnam has no daylight saving time, so an
 * offset is all the time zone there is. Nothing here uses the host's dates.
 */

import type { Day } from './model';

const OFFSET_MINUTES = 7 * 60;
const DAY_MS = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month (1 to 12) of the solar calendar. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** The day of a civil date; years count from March inside, so that the leap day comes last. */
export function fromCivil(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day. */
export function toCivil(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/**
 * Reads an ISO date `YYYY-MM-DD`.
 * @throws RangeError naming what is wrong with it.
 */
export function toDay(iso: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) throw new RangeError(`“${iso}” không phải ngày dạng YYYY-MM-DD / is not a date of the form YYYY-MM-DD`);
  const year = Number(match[1]);
  const month = Number(match[2]);
  const dayOfMonth = Number(match[3]);
  if (month < 1 || month > 12) throw new RangeError(`“${iso}”: không có tháng ${month} / there is no month ${month}`);
  const last = daysInMonth(year, month);
  if (dayOfMonth < 1 || dayOfMonth > last) {
    throw new RangeError(
      `“${iso}”: tháng ${month}/${year} chỉ có ngày 1 đến ${last} / month ${month}/${year} has days 1 to ${last}`,
    );
  }
  return fromCivil(year, month, dayOfMonth);
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/**
 * Writes a day as ISO `YYYY-MM-DD`.
 * @throws RangeError when it is not a whole number of days in the years 0 to 9999.
 */
export function toIso(day: Day): string {
  const { year, month, dayOfMonth } = toCivil(day);
  if (!Number.isInteger(day) || year < 0 || year > 9999)
    throw new RangeError(`${day} is not a day that can be written`);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Writes a day, or an ISO date, as people read it: `15/07/2026`. */
export const vnDate = (day: Day | string): string =>
  (typeof day === 'string' ? day : toIso(day)).split('-').reverse().join('/');

/** 0 = Monday … 6 = Sunday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/**
 * The corresponding day n months on (n may be negative); where the month has none, its last day.
 * Source: BLDS 2015 Điều 148(3).
 */
export function addMonths(day: Day, n: number): Day {
  const { year, month, dayOfMonth } = toCivil(day);
  const months = year * 12 + month - 1 + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  return fromCivil(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** The corresponding day and month n years on; 29 February becomes 28 (by analogy). Source: BLDS 2015 Điều 148(4). */
export const addYears = (day: Day, n: number): Day => addMonths(day, n * 12);

/**
 * Reads a time of day `HH:MM` as minutes after midnight. `24:00` is the end of the day (BLDS 2015 Điều 148(6)): 1440.
 * @throws RangeError when it is not a time.
 */
export function toMinute(time: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!match || Number(match[2]) > 59 || minute > 1440) {
    throw new RangeError(
      `“${time}” không phải giờ dạng HH:MM (00:00 đến 24:00) / is not a time HH:MM (00:00 to 24:00)`,
    );
  }
  return minute;
}

/** Minutes after midnight as `HH:MM`. */
export const toTime = (minute: number): string => `${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;

/** The civil day in Vietnam at an instant (epoch milliseconds). */
export const vietnamDay = (epochMs: number): Day => Math.floor((epochMs + OFFSET_MINUTES * 60_000) / DAY_MS);

/** Minutes after midnight in Vietnam at an instant. */
export const vietnamMinute = (epochMs: number): number =>
  Math.floor((epochMs + OFFSET_MINUTES * 60_000 - vietnamDay(epochMs) * DAY_MS) / 60_000);

/** The instant (epoch milliseconds) of a minute of a day in Vietnam; minute 1440 is midnight of the next day. */
export const instantOf = (day: Day, minute: number): number => day * DAY_MS + (minute - OFFSET_MINUTES) * 60_000;

/** ISO `YYYY-MM-DDTHH:MM` in +07:00 of an instant. */
export const toIsoMinute = (epochMs: number): string =>
  `${toIso(vietnamDay(epochMs))}T${toTime(vietnamMinute(epochMs))}`;
