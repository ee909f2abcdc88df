import type { Calendar } from '../law/calendar';
import type { Deadline } from '../law/model';
import type { AlertPolicy, DutyClass } from './policy';

/** What alerts need to know of a deadline; a `Deadline` of the engine is one. */
export type WatchedDeadline = Pick<
  Deadline,
  'key' | 'dutyId' | 'basis' | 'role' | 'unitKind' | 'startedOn' | 'due' | 'dueAt' | 'dueLatest' | 'status' | 'lapse'
>;

/**
 * Class of a deadline in the alert policy. What is owed by nobody here (a party's window, a court's or bank's limit) is a
 * `window`, whatever its length; a target of a circular is a `service_target`, the
 * agency's own plan a `plan`; the rest go by length as it fell out
 * on the calendar, counted from the day after the start. A look-back limit (so many days *before* an act) is treated like one
 * of up to 30 days: the day it is measured from lies after it.
 */
export function classOf(deadline: WatchedDeadline, policy: AlertPolicy, calendar: Calendar): DutyClass {
  if (deadline.lapse || deadline.role === 'external') return 'window';
  if (deadline.dueAt !== undefined) return 'hours';
  if (deadline.basis === 'plan') return 'plan';
  if (deadline.basis === 'service') return 'service_target';
  if (deadline.unitKind === 'atOnce') return 'at_once';
  if (policy.repeatingDuties.includes(deadline.dutyId)) return 'repeating';
  if (deadline.unitKind === 'before' || deadline.due <= deadline.startedOn) return 'up_to_30_days';
  const length = deadline.due - deadline.startedOn;
  // Five working days never span more than five weeks, not even over Tết; longer limits need no counting.
  if (length <= 35 && calendar.countWorking(deadline.startedOn, deadline.due) <= 5) return 'up_to_5_working_days';
  return length <= 45 ? 'up_to_30_days' : 'longer';
}
