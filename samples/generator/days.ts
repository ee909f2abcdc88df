import { dayOf, isoOf } from '../../registers/parse/civil';
import type { Random } from './random';

/** 0 is Monday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The same day, or the Monday after a weekend; the Friday before when Monday would lie past `last`. */
export function officeDay(day: number, last: number): number {
  const weekday = weekdayOf(day);
  if (weekday < 5) return day;
  const monday = day + 7 - weekday;
  return monday <= last ? monday : day - (weekday - 4);
}

/** A day in the office between two days, both included. */
export const someDay = (random: Random, from: number, to: number): number => officeDay(random.int(from, Math.max(from, to)), Math.max(from, to));

export const day = dayOf;
export const iso = isoOf;
/** `04/10/2025`. */
export const written = (at: number): string => isoOf(at).split('-').reverse().join('/');
