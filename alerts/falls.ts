/** When the thresholds of a limit fall as the calendar alone has them. */

import type { Calendar } from '../law/calendar';
import { instantOf } from '../law/day';
import type { Day } from '../law/model';
import { classOf, type WatchedDeadline } from './classes';
import { morningOf } from './morning';
import type { AlertPolicy, Threshold } from './policy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A threshold and the instant (epoch ms) at which it falls. */
export interface Fall {
  readonly threshold: Threshold;
  readonly at: number;
}

/** Those of a limit that runs or is overdue, fallen or not. */
export function baseFalls(deadline: WatchedDeadline, policy: AlertPolicy, calendar: Calendar): Fall[] {
  const dutyClass = classOf(deadline, policy, calendar);
  return policy.thresholds
    .filter(threshold => threshold.dutyClass === dutyClass)
    .map(threshold => ({ threshold, at: instantOfFall(threshold, deadline, calendar) }))
    .filter(fall => exists(fall, deadline));
}

function instantOfFall(threshold: Threshold, deadline: WatchedDeadline, calendar: Calendar): number {
  if (deadline.dueAt !== undefined && threshold.dutyClass === 'hours') {
    const end = threshold.from === 'due' ? deadline.dueAt : deadline.dueAt + MINUTE;
    return end + threshold.offset * HOUR;
  }
  return morningOf(
    threshold.from === 'due'
      ? warningDay(deadline.due, -threshold.offset, calendar)
      : calendar.addWorking(deadline.dueLatest, threshold.offset),
  );
}

/** `n` working days before the due day; a due day that is off (look-back limits are not rolled) counts as the working day before. */
function warningDay(due: Day, n: number, calendar: Calendar): Day {
  const last = calendar.isWorking(due) ? due : calendar.subtractWorking(due, 1);
  return n === 0 ? last : calendar.subtractWorking(last, n);
}

/**
 * A warning that would fall on or before the day the clock started is no warning: it never existed. A day looked back from, or set by
 * somebody, is no start.
 */
function exists({ threshold, at }: Fall, deadline: WatchedDeadline): boolean {
  const { unitKind } = deadline;
  if (threshold.from === 'overdue' || threshold.offset === 0 || unitKind === 'before' || unitKind === 'onDay')
    return true;
  return at >= instantOf(deadline.startedOn + (threshold.dutyClass === 'hours' ? 0 : 1), 0);
}
