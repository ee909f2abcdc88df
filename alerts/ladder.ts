/**
 * By which policy a limit is told, in whose time its steps are counted, and what an acknowledgement holds back. Beside this stands the
 * recount (`activities/recount`), which reckons the same in SQL and shares nothing with it.
 */

import type { Calendar } from '../law/calendar';
import { instantOf, toIso, vietnamDay } from '../law/day';
import type { Day } from '../law/model';
import type { WatchedDeadline } from './classes';
import { baseFalls, type Fall } from './falls';
import { morningOf } from './morning';
import type { LevelBelow, Unread } from './office';
import { type AlertPolicy, LEVELS, type RecipientRole, type Threshold } from './policy';

/** An acknowledgement of a limit, by the level that gave it. */
export interface Seen {
  readonly level: RecipientRole;
  /** Epoch ms. */
  readonly at: number;
  /** The day by which it is promised. */
  readonly promisedOn: Day | null;
}

/** A limit with what people said of it. */
export interface Chain {
  readonly deadline: WatchedDeadline;
  /** Epoch ms at which its date was first written: the policy in force then is its policy. */
  readonly since: number;
  readonly seen: readonly Seen[];
}

/** What the limits of one matter are told by. */
export interface LadderRules {
  /** Of its province, in the order in which they are in force; at least one (`policiesOf`). */
  readonly policies: readonly AlertPolicy[];
  readonly calendar: Calendar;
  /** null: somebody always reads. */
  readonly unread: Unread | null;
}

/** One threshold with its instants, epoch ms. */
export interface Telling {
  readonly threshold: Threshold;
  /** As the calendar alone has it. */
  readonly base: number;
  /** In the working time of the level that had the time to act. */
  readonly at: number;
  /** When nothing holds it any more. */
  readonly told: number;
  readonly policyId: string | null;
}

interface Held {
  readonly from: Threshold['from'];
  readonly after: number;
  readonly before: number;
  readonly until: number;
}

const MINUTE = 60_000;
/** A step waits no longer than so many days for somebody who reads. */
const LONGEST_WAIT = 365;

/** The level above; leadership has none. */
const levelAbove = (level: RecipientRole): RecipientRole =>
  LEVELS[Math.min(LEVELS.indexOf(level) + 1, LEVELS.length - 1)]!;

/** Every threshold of an open or overdue limit, fallen or not; a limit in any other state has none. */
export function tellings(chain: Chain, rules: LadderRules): Telling[] {
  const { deadline, seen } = chain;
  if (deadline.status !== 'open' && deadline.status !== 'overdue') return [];
  const { policy, falls } = begunUnder(chain, rules);
  const holds = seen.map(one => holdOf(one, deadline, policy, rules.calendar));
  const steps = falls.map(({ threshold, at: base }): Telling => {
    const at = rules.unread === null ? base : countedAt(threshold, base, deadline, rules.calendar, rules.unread);
    let told = at;
    for (const { from, after, before, until } of holds) {
      if (from === threshold.from && after < at && at < before) told = Math.max(told, until);
    }
    return { threshold, base, at, told, policyId: policy.id };
  });
  return seen.length === 0 ? steps : [...steps, ...promises(chain, policy, rules.calendar)];
}

/** A chain keeps the policy by which somebody could be told before the next one was in force. */
function begunUnder({ deadline, since }: Chain, { policies, calendar }: LadderRules) {
  const first = policies.findLastIndex(one => one.validFrom <= since);
  for (let i = Math.max(0, first); ; i++) {
    const policy = policies[i]!;
    const falls: readonly Fall[] = baseFalls(deadline, policy, calendar);
    const next = policies[i + 1];
    if (!next) return { policy, falls };
    const fell = Math.min(...falls.map(({ at }) => at));
    if (Math.max(fell, since) < next.validFrom) return { policy, falls };
  }
}

/** A step to a level above the officer comes after so many working days on which somebody read for the level below it. */
function countedAt(
  { from, recipient, offset, dutyClass }: Threshold,
  base: number,
  { dueLatest }: WatchedDeadline,
  calendar: Calendar,
  unread: Unread,
): number {
  if (from !== 'overdue' || offset < 1 || recipient === 'officer' || dutyClass === 'hours') return base;
  const below: LevelBelow = recipient === 'branch_head' ? 'officer' : 'branch_head';
  let left = offset;
  for (let day = calendar.next(dueLatest + 1); day <= dueLatest + LONGEST_WAIT; day = calendar.next(day + 1)) {
    if (!unread(below, day)) left -= 1;
    if (left === 0) return morningOf(day);
  }
  return morningOf(calendar.next(dueLatest + LONGEST_WAIT + 1));
}

/** Before the breach an acknowledgement holds warnings, at most up to the due day; after it, the steps of the breach. */
function holdOf({ at, promisedOn }: Seen, deadline: WatchedDeadline, policy: AlertPolicy, calendar: Calendar): Held {
  const { due, dueAt, dueLatest } = deadline;
  const warning = at < (dueAt === undefined ? instantOf(dueLatest + 1, 0) : dueAt + MINUTE);
  const wanted = promisedOn ?? calendar.addWorking(vietnamDay(at), policy.settings.holdDays);
  const last = warning ? Math.min(wanted, due) : wanted;
  return {
    from: warning ? 'due' : 'overdue',
    after: at,
    before: instantOf(last + 1, 0),
    until: morningOf(calendar.addWorking(last, 1)),
  };
}

/** A promised day that passed is told to who promised and to the level above, on the next working morning. */
function promises({ seen, deadline }: Chain, policy: AlertPolicy, calendar: Calendar): Telling[] {
  const told = new Map<string, Telling>();
  for (const { level, promisedOn } of seen) {
    if (promisedOn === null) continue;
    const at = morningOf(calendar.addWorking(promisedOn, 1));
    const code = `promise-${toIso(promisedOn)}`;
    for (const recipient of [level, levelAbove(level)]) {
      const threshold: Threshold = {
        ...{ dutyClass: 'longer', code, offset: 0, recipient, channel: 'digest', urgency: 'high' },
        from: promisedOn <= deadline.due ? 'due' : 'overdue',
      };
      told.set(`${code} ${recipient}`, { threshold, base: at, at, told: at, policyId: policy.id });
    }
  }
  return [...told.values()];
}
