import type { Calendar } from '../law/calendar';
import { instantOf, vietnamDay } from '../law/day';
import type { PolicySettings } from './policy';

const MINUTE = 60_000;

/**
 * The first instant from `now` (epoch ms) on that lies in office hours of a working day; `now` itself when it does. Times of day are
 * in +07:00; the closing minute is outside.
 */
export function officeMoment(
  now: number,
  calendar: Calendar,
  { officeFromMinute, officeToMinute }: Pick<PolicySettings, 'officeFromMinute' | 'officeToMinute'>,
): number {
  const day = vietnamDay(now);
  const minute = Math.floor((now - instantOf(day, 0)) / MINUTE);
  if (calendar.isWorking(day) && minute < officeToMinute) {
    return minute >= officeFromMinute ? now : instantOf(day, officeFromMinute);
  }
  return instantOf(calendar.addWorking(day, 1), officeFromMinute);
}
