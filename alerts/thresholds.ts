import { vietnamDay } from '../law/day';
import type { WatchedDeadline } from './classes';
import { type Chain, type LadderRules, type Telling, tellings } from './ladder';
import { morningOf, wakeFor } from './morning';
import type { Channel, RecipientRole, Urgency } from './policy';

const MINUTE = 60_000;

export interface ThresholdHit {
  readonly deadlineKey: string;
  readonly code: string;
  readonly recipient: RecipientRole;
  readonly channel: Channel;
  readonly urgency: Urgency;
  /** Epoch ms: the instant from which it is to be told. */
  readonly dueAt: number;
  /** Of the policy version it belongs to; null: the one that comes with the program. */
  readonly policyId: string | null;
}

/**
 * All thresholds to be told by `now` (epoch ms) of limits that are open or overdue, oldest first. The answer does not
 * depend on when it was last asked: recording the hits under (deadline version, code, recipient) makes every wake-up safe to
 * repeat, to miss or to be late. Ask after every run of the engine, whether a command, a timer or a recomputation caused it.
 *
 * When several thresholds to the same person have passed at once (a late record, a program that stood still, a hold that ended), only
 * the last keeps the channel `at_once`; those before it join the digest, which shows a deadline once.
 */
export function reachedThresholds(chains: readonly Chain[], rules: LadderRules, now: number): ThresholdHit[] {
  return chains
    .flatMap(chain => {
      const reached = tellings(chain, rules).filter(({ told }) => told <= now);
      return reached.map(({ threshold, at, told, policyId }): ThresholdHit => {
        const passedBy = reached.some(other => other.threshold.recipient === threshold.recipient && other.at > at);
        return {
          deadlineKey: chain.deadline.key,
          code: threshold.code,
          recipient: threshold.recipient,
          channel: passedBy ? 'digest' : threshold.channel,
          urgency: threshold.urgency,
          dueAt: told,
          policyId,
        };
      });
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

/**
 * Next instant (epoch ms, always after `now`) at which a threshold is to be told or a status changes; null when nothing is awaited. Days
 * take effect at the matter's own minute of the morning, at most once a day; limits in hours at their own moment. While a step waits for
 * somebody who reads, every working morning is one to look again: absences end sooner than was said.
 */
export function nextWake(chains: readonly Chain[], rules: LadderRules, matterId: string, now: number): number | null {
  let next: number | null = null;
  const consider = (instant: number) => {
    const wake = wakeFor(instant, matterId);
    if (wake > now && (next === null || wake < next)) next = wake;
  };
  for (const chain of chains) {
    for (const telling of tellings(chain, rules)) {
      consider(telling.told);
      if (telling.at > telling.base && telling.at > now) consider(lookAgainAt(telling, rules, now));
    }
    if (chain.deadline.status === 'open') consider(statusChangeAt(chain.deadline));
  }
  return next;
}

const lookAgainAt = ({ base }: Telling, { calendar }: LadderRules, now: number): number =>
  base > now ? base : morningOf(calendar.addWorking(vietnamDay(now), 1));

/** A limit in days runs out at 24:00 of its (latest) due day, one in hours with the minute it names. */
function statusChangeAt(deadline: WatchedDeadline): number {
  return deadline.dueAt === undefined ? morningOf(deadline.dueLatest + 1) : deadline.dueAt + MINUTE;
}
