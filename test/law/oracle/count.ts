/**
 * Counting a limit by walking, day by day; months come from the host's dates. Shares no code with law/.
 * Sources: BLDS 2015 Điều 147, 148; what the law leaves open is counted as law/vectors/README.md says.
 */

import type { Period } from '../../../law/model';

export interface World {
  works(day: number): boolean;
  paused(day: number): boolean;
  /** The calendar of that day's year is not published; without it every year is. */
  unpublished?(day: number): boolean;
}

/** Where a limit ends: a day, or a minute since 1970-01-01 00:00 in Vietnam. */
export interface End {
  readonly day: number;
  readonly minute?: number;
  readonly provisional: boolean;
}

const MS = 86_400_000;

function correspondingDay(day: number, months: number): number {
  const from = new Date(day * MS);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(from.getUTCDate(), lastOfMonth)) / MS;
}

const unpublishedIn = (world: World) => (day: number) => world.unpublished?.(day) ?? false;

const atMinute = (minute: number): End => ({ day: Math.floor(minute / 1440), minute, provisional: false });

/** The first day from the given one on that is worked and not paused; it rests on every day passed on the way. */
function untilFree(from: number, world: World, free: (day: number) => boolean): End {
  let day = from;
  const unpublished = unpublishedIn(world);
  let provisional = unpublished(day);
  while (!free(day)) provisional = unpublished(++day) || provisional;
  return { day, provisional };
}

/** Where a limit ends that is counted from the trigger day; for `before`, looked back from it. */
export function slowEnd(period: Period, trigger: number, minute: number, world: World): End {
  const { works, paused } = world;
  const unpublished = unpublishedIn(world);
  let day = trigger;
  let provisional = false;
  switch (period.unit) {
    case 'days':
      for (let left = period.n; left > 0; ) if (!paused(++day)) left--;
      return untilFree(day, world, one => works(one) && !paused(one));
    case 'workingDays':
      for (let left = period.n; left > 0; ) {
        provisional = unpublished(++day) || provisional;
        if (works(day) && !paused(day)) left--;
      }
      return { day, provisional };
    case 'months':
    case 'years': {
      let last = correspondingDay(trigger, period.unit === 'years' ? period.n * 12 : period.n);
      for (day = trigger + 1; day <= last; day++) if (paused(day)) last++;
      return untilFree(last, world, one => works(one) && !paused(one));
    }
    case 'hours': {
      let end = trigger * 1440 + minute + period.n * 60;
      for (day = trigger + 1; day * 1440 < end; day++) if (paused(day)) end += 1440;
      return atMinute(end);
    }
    case 'atOnce':
      return untilFree(day, world, one => works(one) && !(one > trigger && paused(one)));
    case 'onDay':
      return { day, provisional };
    case 'before':
      if (period.of === 'hours') return atMinute(trigger * 1440 + minute - period.n * 60);
      for (let left = period.n; left > 0; ) {
        provisional = (unpublished(--day) && period.of === 'workingDays') || provisional;
        if (period.of === 'days' || works(day)) left--;
      }
      return { day, provisional };
  }
}

/** Only where it ends: the day, or the minute. */
export function slowDue(period: Period, trigger: number, minute: number, world: World): number {
  const end = slowEnd(period, trigger, minute, world);
  return end.minute ?? end.day;
}

/** Earliest and latest end of a limit that two worlds count differently: with swapped days, and without. */
export function slowBothWays(period: Period, trigger: number, minute: number, bound: World, unbound: World) {
  const ends = [bound, unbound].map(world => slowDue(period, trigger, minute, world));
  return { earliest: Math.min(...ends), latest: Math.max(...ends) };
}

/** The minute at which it is over: that of the limit, or 24:00 of its day. */
export const over = ({ day, minute }: End): number => minute ?? (day + 1) * 1440;
