import { toDay, toIso, weekday } from '../../law/day';
import type { Random } from './random';

/** The same day, or the Monday after a weekend; the Friday before when Monday would lie past `last`. */
export function officeDay(day: number, last: number): number {
  const at = weekday(day);
  if (at < 5) return day;
  const monday = day + 7 - at;
  return monday <= last ? monday : day - (at - 4);
}

/** A day in the office between two days, both included. */
export const someDay = (random: Random, from: number, to: number): number =>
  officeDay(random.int(from, Math.max(from, to)), Math.max(from, to));

export const day = toDay;
export const iso = toIso;
/** `04/10/2025`. */
export const written = (at: number): string => toIso(at).split('-').reverse().join('/');
