/**
 * A slow second opinion on whole matters, written from the articles: every day is walked, every event looked at again. It reads the
 * statutes as data and shares no code with law/.
 *
 * Transition: Luật 106/2025/QH15 Điều 116 and docs/decisions/0006.
 */

import type { DeadlineStatus, Duty, EventDef, Facts, LawId, LoggedEvent, Period } from '../../../law/model';
import {
  discharge,
  lengthened,
  mayBeExtended,
  type SlowClock,
  started,
  startedByEnd,
  type Way,
  waysToCount,
} from './clocks';
import { type End, over, slowEnd } from './count';
import { happened, isoDay, type Still, still } from './log';

/** 1 July 2026. */
const NEW = 20_635;

export interface SlowMatter {
  readonly duties: Readonly<Record<LawId, readonly Duty[]>>;
  readonly defs: readonly EventDef[];
  readonly facts: Facts;
  readonly log: readonly LoggedEvent[];
  /** Whether a day is worked, with swapped days or, for those they may not bind, without. */
  readonly works: (day: number, swaps: boolean) => boolean;
  readonly unpublished: (day: number) => boolean;
  readonly today: number;
  /** Minutes since 1970-01-01 00:00 in Vietnam. */
  readonly now?: number | undefined;
}

export interface SlowDeadline {
  readonly key: string;
  readonly dutyId: string;
  readonly law: LawId;
  readonly startedOn: number;
  readonly due: number;
  readonly dueMinute?: number | undefined;
  readonly dueLatest: number;
  readonly status: DeadlineStatus;
  readonly closedOn?: number | undefined;
  readonly closedByEvent?: string | undefined;
  readonly provisional: boolean;
}

interface Judged {
  readonly clock: SlowClock;
  readonly deadline: SlowDeadline;
  /** Stands still with no end in sight, since before it ran out. */
  readonly held: boolean;
  readonly usedUp: number;
  readonly last: End;
}

const same = (a: Period, b: Period): boolean =>
  a.unit === b.unit &&
  ('n' in a ? a.n : 0) === ('n' in b ? b.n : 0) &&
  ('of' in a ? a.of : 0) === ('of' in b ? b.of : 0);

/** Every deadline of a matter as of its `today`. */
export function slowDeadlines(matter: SlowMatter): SlowDeadline[] {
  const { facts, today, now } = matter;
  const defs = new Map(matter.defs.map(def => [def.type, def]));
  const events = happened(matter.log, today);
  const active = (law: LawId) => matter.duties[law].filter(duty => duty.active);
  const old = active('2008');
  const current = active('2025');
  const endedAt = events.findIndex(({ type }) => defs.get(type)?.closes);
  const endedOn = events[endedAt]?.occurredOn;
  const caseEndedOn = isoDay(facts.caseEndedOn);
  const oldLawOnly =
    today < NEW || (endedOn !== undefined && endedOn < NEW) || (caseEndedOn !== null && caseEndedOn < NEW);
  const heirOf = (id: string) =>
    current.find(duty => !duty.fromNewLaw && (duty.id === id || duty.succeeds?.includes(id)));
  const nameNow = (id: string) => (old.some(duty => duty.id === id) ? (heirOf(id)?.id ?? id) : id);

  /** Where one way of counting leads, with the extensions granted while it still ran. */
  function endOf(
    way: Way & { readonly swaps: boolean },
    clock: SlowClock,
    duty: Duty,
    minute: number,
    closedAt: number,
    paused: Still['paused'],
  ): End {
    const world = { unpublished: matter.unpublished, works: (day: number) => matter.works(day, way.swaps), paused };
    const start = way.start ?? clock.start;
    let end = slowEnd(way.period, start, minute, world);
    if (!duty.extension || !mayBeExtended(duty, clock.facts)) return end;
    const { event, whole } = duty.extension;
    let at = clock.voidAfter;
    let length = way.period;
    for (let times = 0; times < way.extensions; times++) {
      at = events.findIndex(({ type }, i) => i > at && type === event);
      const grant = events[at];
      if (!grant || (closedAt >= 0 && at > closedAt) || grant.occurredOn > end.day) break;
      length = lengthened(duty, clock.facts, times, grant.attrs.days, length);
      const from = whole ? minute : end.minute === undefined ? 1440 : end.minute - end.day * 1440;
      const longer = slowEnd(length, whole ? start : end.day, from, world);
      end = { ...longer, provisional: longer.provisional || (end.provisional && !whole) };
    }
    return end;
  }

  /** Dates a clock under a duty, counted in the ways given, and says how it stands. */
  function judge(clock: SlowClock, duty: Duty, ways: readonly Way[], used: ReadonlySet<number>): Judged {
    const answered = discharge(clock, duty, events, used);
    const stopped = events.findIndex(
      ({ type }, at) => at > clock.voidAfter && (at === endedAt || (duty.voidedBy ?? []).includes(type)),
    );
    const done = answered >= 0 && (stopped < 0 || answered <= stopped);
    const closedAt = done ? answered : stopped;
    const closing = events[closedAt];
    const known = closing ? events.slice(0, closedAt + 1) : events;
    const stands = still(known, defs, duty.pausedBy);
    const later = still(known, defs, duty.pausedBy, true);
    const faces =
      duty.owedBy !== 'private' ? [true] : ({ everybody: [true], officials: [false] }[duty.swapDays!] ?? [true, false]);
    const all: Way[] = [...ways, { ...ways[0]!, lateEnds: true }];
    const ends = all
      .flatMap(one => faces.map(swaps => ({ ...one, swaps })))
      .flatMap(way => {
        const { unit } = way.period;
        const byTheHour = unit === 'hours' || (way.period.unit === 'before' && way.period.of === 'hours');
        const minutes = clock.minute !== undefined ? [clock.minute] : byTheHour ? [0, 1440] : [0];
        const { paused } = way.lateEnds ? later : stands;
        return minutes.map(minute => endOf(way, clock, duty, minute, closedAt, paused));
      });
    const first = ends.reduce((a, b) => (over(b) < over(a) ? b : a));
    const last = ends.reduce((a, b) => (over(b) > over(a) ? b : a));
    const halted = (day: number) => stands.since !== null && stands.since <= Math.min(day, last.day);

    let status: DeadlineStatus;
    if (closing && !done) status = 'void';
    else if (closing) {
      const { occurredOn, atMinute } = closing;
      const late =
        occurredOn === last.day && last.minute !== undefined && atMinute !== undefined
          ? occurredOn * 1440 + atMinute > last.minute
          : occurredOn > last.day;
      status = late && !halted(occurredOn) ? 'late' : 'met';
    } else if (halted(today) || (stands.paused(today) && today <= last.day)) status = 'paused';
    else if (last.minute !== undefined && now !== undefined) status = now > last.minute ? 'overdue' : 'open';
    else status = today > last.day ? 'overdue' : 'open';

    const deadline: SlowDeadline = {
      ...{ key: clock.key, dutyId: duty.id, law: duty.law, startedOn: clock.start },
      ...{ due: first.day, dueMinute: first.minute, dueLatest: last.day, status },
      ...{ closedOn: closing?.occurredOn, closedByEvent: closing?.id },
      provisional: ends.some(({ provisional }) => provisional),
    };
    return { clock, deadline, held: halted(today), usedUp: done ? answered : -1, last };
  }

  const book = new Map<string, Judged>();
  const usedBy = new Map<string, Set<number>>();
  const used = (dutyId: string): Set<number> => {
    const name = nameNow(dutyId);
    if (!usedBy.has(name)) usedBy.set(name, new Set());
    return usedBy.get(name)!;
  };
  const enter = (judged: Judged | null) => {
    if (!judged) return;
    book.set(judged.clock.key, judged);
    if (judged.usedUp >= 0) used(judged.deadline.dutyId).add(judged.usedUp);
  };

  /** Done or over before 1 July 2026: stays. Still running: goes on under the new law, with both lengths; or is owed no more. */
  function judgeOld(clock: SlowClock): Judged {
    const { duty, facts: about } = clock;
    const ways = waysToCount(duty, about);
    const before = judge(clock, duty, ways, used(duty.id));
    const { closedOn, dueLatest } = before.deadline;
    if (oldLawOnly || (closedOn !== undefined && closedOn < NEW) || (dueLatest < NEW && !before.held)) return before;
    const heir = heirOf(duty.id);
    if (!heir) {
      const gone = { ...before.deadline, status: 'void' as const, closedOn: NEW, closedByEvent: undefined };
      return { ...before, deadline: gone, usedUp: -1 };
    }
    const newWays = waysToCount(heir, about);
    const old = { period: ways[0]!.period, extensions: ways[0]!.extensions };
    const both = newWays.some(({ period }) => same(period, old.period)) ? newWays : [...newWays, old];
    const decided = { old: ways, new: newWays, none: both }[heir.transition ?? 'none'];
    return judge(clock, heir, decided, used(duty.id));
  }

  /** What the new law alone asks for, unless that was past before the law was there. */
  function judgeNew(clock: SlowClock, began: number): Judged | null {
    const { fromNewLaw, transition } = clock.duty;
    const ways = waysToCount(clock.duty, clock.facts);
    const anew = { ...ways[0]!, start: NEW };
    const both = { old: ways, new: [anew], none: [...ways, anew] }[transition ?? 'none'];
    const judged = judge(clock, clock.duty, fromNewLaw && began < NEW ? both : ways, used(clock.duty.id));
    const { closedOn, dueLatest } = judged.deadline;
    if (began >= NEW) return judged;
    return (closedOn !== undefined && closedOn < NEW) || (dueLatest < NEW && !judged.held) ? null : judged;
  }

  /** The old law had this clock too, under the same name or that of the duty it continues. */
  const known = (duty: Duty, event: LoggedEvent): boolean =>
    (old.some(({ id }) => id === duty.id) && heirOf(duty.id) === duty) ||
    (duty.succeeds ?? []).some(id => book.has(`${id}#${event.id}`));

  // Of a matter left to the old law, what the new one says of such matters too takes the place of what it continues (116(2)).
  const alsoEnded = current.filter(duty => duty.alsoEnded);
  const replaced = ({ duty, event }: SlowClock) => event.occurredOn >= NEW && heirOf(duty.id)?.alsoEnded === true;
  const began = ({ event, start }: SlowClock) => Math.max(event.occurredOn, start);
  for (const clock of started(old, events, facts)) {
    if (oldLawOnly ? !replaced(clock) : began(clock) < NEW) enter(judgeOld(clock));
    else if (!oldLawOnly && clock.event.occurredOn < NEW) {
      // Counted from a day under the new law, yet closed while the old one stood: it stays closed as it was.
      const judged = judgeOld(clock);
      if ((judged.deadline.closedOn ?? NEW) < NEW) enter(judged);
    }
  }
  for (const clock of started(oldLawOnly ? alsoEnded : current, events, facts)) {
    if (oldLawOnly && clock.event.occurredOn < NEW) continue;
    const goesOn = !oldLawOnly && (clock.duty.succeeds ?? []).some(id => book.has(`${id}#${clock.event.id}`));
    if (book.has(clock.key) || goesOn || (began(clock) < NEW && known(clock.duty, clock.event))) continue;
    enter(judgeNew(clock, oldLawOnly ? NEW : began(clock)));
  }
  for (const one of book.values()) {
    const { closedOn, due, dueLatest, dueMinute, dutyId, status } = one.deadline;
    const past =
      today > dueLatest || (due === dueLatest && now !== undefined && dueMinute !== undefined && now > dueMinute);
    const gone = status === 'void' && one.deadline.closedByEvent === undefined;
    if (!past || one.held || gone || (closedOn !== undefined && closedOn <= dueLatest)) continue;
    if (oldLawOnly || dueLatest < NEW) {
      for (const clock of startedByEnd(old, one.clock, dutyId, dueLatest, events)) {
        if (!book.has(clock.key)) enter(judgeOld(clock));
      }
    }
    for (const clock of oldLawOnly ? [] : startedByEnd(current, one.clock, nameNow(dutyId), dueLatest, events)) {
      if (book.has(clock.key) || (dueLatest < NEW && known(clock.duty, clock.event))) continue;
      enter(judgeNew(clock, dueLatest));
    }
  }
  return [...book.values()].map(({ deadline }) => deadline);
}
