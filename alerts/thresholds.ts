import type { Calendar } from '../law/calendar';
import { instantOf } from '../law/day';
import type { Day } from '../law/model';
import { classOf, type WatchedDeadline } from './classes';
import { morningOf, wakeFor } from './morning';
import type { AlertPolicy, Channel, RecipientRole, Threshold, Urgency } from './policy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface ThresholdHit {
  readonly deadlineKey: string;
  readonly code: string;
  readonly recipient: RecipientRole;
  readonly channel: Channel;
  readonly urgency: Urgency;
  /** Epoch ms: the instant at which the threshold fell. */
  readonly dueAt: number;
  /** Of the policy version it belongs to; null: the one that comes with the program. */
  readonly policyId: string | null;
}

interface Fall {
  readonly threshold: Threshold;
  readonly at: number;
}

/**
 * All thresholds that have fallen by `now` (epoch ms) for deadlines that are open or overdue, oldest first. The answer does not
 * depend on when it was last asked: recording the hits under (deadline version, code, recipient) makes every wake-up safe to
 * repeat, to miss or to be late. Ask after every run of the engine, whether a command, a timer or a recomputation caused it.
 *
 * When several thresholds to the same person have passed at once (a late record, a program that stood still), only the last keeps
 * the channel `at_once`; those before it join the digest, which shows a deadline once.
 */
export function reachedThresholds(
  deadlines: readonly WatchedDeadline[],
  policy: AlertPolicy,
  calendar: Calendar,
  now: number,
): ThresholdHit[] {
  return deadlines
    .flatMap(deadline => {
      const reached = falls(deadline, policy, calendar).filter(fall => fall.at <= now);
      return reached.map(({ threshold, at }): ThresholdHit => {
        const passedBy = reached.some(other => other.threshold.recipient === threshold.recipient && other.at > at);
        return {
          deadlineKey: deadline.key,
          code: threshold.code,
          recipient: threshold.recipient,
          channel: passedBy ? 'digest' : threshold.channel,
          urgency: threshold.urgency,
          dueAt: at,
          policyId: policy.id,
        };
      });
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/**
 * Next instant (epoch ms, always after `now`) at which a threshold falls or a status changes; null when nothing is awaited. Days
 * take effect at the matter's own minute of the morning, at most once a day; limits in hours at their own moment.
 */
export function nextWake(
  deadlines: readonly WatchedDeadline[],
  policy: AlertPolicy,
  calendar: Calendar,
  matterId: string,
  now: number,
): number | null {
  let next: number | null = null;
  for (const deadline of deadlines) {
    const instants = falls(deadline, policy, calendar).map(fall => fall.at);
    if (deadline.status === 'open') instants.push(statusChangeAt(deadline));
    for (const instant of instants) {
      const wake = wakeFor(instant, matterId);
      if (wake > now && (next === null || wake < next)) next = wake;
    }
  }
  return next;
}

/** A limit in days runs out at 24:00 of its (latest) due day, one in hours with the minute it names. */
function statusChangeAt(deadline: WatchedDeadline): number {
  return deadline.dueAt === undefined ? morningOf(deadline.dueLatest + 1) : deadline.dueAt + MINUTE;
}

function falls(deadline: WatchedDeadline, policy: AlertPolicy, calendar: Calendar): Fall[] {
  if (deadline.status !== 'open' && deadline.status !== 'overdue') return [];
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
