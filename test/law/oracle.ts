/**
 * A slow second opinion on the engine: walks day by day, knows nothing of prefix sums or intervals, and takes its months from
 * the host's dates. It shares no code with law/.
 */

import type { Period } from '../../law/model';

export interface World {
  works(day: number): boolean;
  paused(day: number): boolean;
}

const MS = 86_400_000;

function correspondingDay(day: number, months: number): number {
  const from = new Date(day * MS);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(from.getUTCDate(), lastOfMonth)) / MS;
}

function untilFree(day: number, world: World): number {
  let end = day;
  while (!world.works(end) || world.paused(end)) end++;
  return end;
}

/** The due day; for hours the due minute since 1970-01-01 00:00 in Vietnam. */
export function slowDue(period: Period, trigger: number, minute: number, world: World): number {
  let day = trigger;
  switch (period.unit) {
    case 'days':
      for (let left = period.n; left > 0; ) {
        day++;
        if (!world.paused(day)) left--;
      }
      return untilFree(day, world);
    case 'workingDays':
      for (let left = period.n; left > 0; ) {
        day++;
        if (world.works(day) && !world.paused(day)) left--;
      }
      return day;
    case 'months':
    case 'years': {
      let last = correspondingDay(trigger, period.unit === 'years' ? period.n * 12 : period.n);
      for (day = trigger + 1; day <= last; day++) if (world.paused(day)) last++;
      return untilFree(last, world);
    }
    case 'hours': {
      let end = trigger * 1440 + minute + period.n * 60;
      for (day = trigger + 1; day * 1440 < end; day++) if (world.paused(day)) end += 1440;
      return end;
    }
    case 'atOnce':
      while (!world.works(day) || (day > trigger && world.paused(day))) day++;
      return day;
    case 'onDay':
      return day;
    case 'before':
      if (period.of === 'hours') return trigger * 1440 + minute - period.n * 60;
      for (let left = period.n; left > 0; ) {
        day--;
        if (period.of === 'days' || world.works(day)) left--;
      }
      return day;
  }
}

/** Earliest and latest end of a limit that two worlds count differently: with swapped days, and without. */
export function slowBothWays(period: Period, trigger: number, minute: number, bound: World, unbound: World) {
  const ends = [bound, unbound].map(world => slowDue(period, trigger, minute, world));
  return { earliest: Math.min(...ends), latest: Math.max(...ends) };
}
