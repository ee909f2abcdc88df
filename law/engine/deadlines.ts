import type { Deadline, Facts } from '../model';
import { type Clock, clockFromExpiry, clocksFromEvents } from './clocks';
import type { Scene, Settled } from './settle';
import type { Book, Pack } from './statutes';
import { NEW_LAW, type Regime, settleNew, settleOld } from './transition';

/** True when the limit has run out undischarged as of today, so that what follows from that begins. */
function ranOut({ deadline, held, gone }: Settled, { today, now }: Scene): boolean {
  const { closedOn, due, dueLatest, dueAt } = deadline;
  if (held || gone || (closedOn !== undefined && closedOn <= dueLatest)) return false;
  return today > dueLatest || (dueAt !== undefined && due === dueLatest && now !== undefined && now > dueAt);
}

/** The day from which a clock counts in the world: neither before the event that tells of it nor before the day it names. */
const beganOn = ({ event, start }: Clock): number => Math.max(event.occurredOn, start);

/** The settled clocks of one matter, by key, and which events each duty has used up. */
class Ledger {
  readonly settled = new Map<string, Settled>();
  private readonly taken = new Map<string, Set<number>>();

  /** @param current the id under which a duty goes on in the new law: both write on one page. */
  constructor(private readonly current: (dutyId: string) => string) {}

  takenBy(dutyId: string): ReadonlySet<number> {
    return this.taken.get(this.current(dutyId)) ?? NONE;
  }

  enter(settled: Settled | null): void {
    if (!settled) return;
    this.settled.set(settled.deadline.key, settled);
    if (settled.dischargedAt < 0) return;
    const page = this.current(settled.deadline.dutyId);
    const positions = this.taken.get(page);
    if (positions) positions.add(settled.dischargedAt);
    else this.taken.set(page, new Set([settled.dischargedAt]));
  }
}
const NONE: ReadonlySet<number> = new Set();

/**
 * Every deadline of a matter: those started by events in the order of the events, then those started by limits that ran out.
 */
export function deadlinesOf(book: Book, facts: Facts, regime: Regime, scene: Scene): Deadline[] {
  const { history } = scene;
  const { '2008': old, '2025': current } = book.packs;
  const mixed = regime === 'mixed';
  const currentId = (dutyId: string) => book.heirs.get(dutyId)?.id ?? dutyId;
  const ledger = new Ledger(currentId);
  /** A clock of the new law whose duty continues one of the old law that has a clock of this event. */
  const continued = ({ duty, event }: Clock) =>
    (duty.succeeds ?? []).some(id => ledger.settled.has(`${id}#${event.id}`));
  /** A clock of the new law that an older event started too, under the same id or under that of the duty it continues. */
  const carriedOver = (clock: Clock) => book.heirs.get(clock.duty.id) === clock.duty || continued(clock);
  const settledOld = (clock: Clock) => settleOld(clock, book, regime, scene, ledger.takenBy(clock.duty.id));
  const enterOld = (clock: Clock) => ledger.enter(settledOld(clock));
  const enterNew = (clock: Clock, began: number) =>
    ledger.enter(settleNew(clock, began, scene, ledger.takenBy(clock.duty.id)));

  /** Of a case that ended before the new law, but of a kind that the new law governs all the same (116(2)). */
  const replacedForEnded = ({ duty, event }: Clock) =>
    event.occurredOn >= NEW_LAW && book.heirs.get(duty.id)?.alsoEnded === true;

  const firstDay = history.events[0]?.occurredOn ?? NEW_LAW;
  if (!mixed || firstDay < NEW_LAW) {
    for (const clock of clocksFromEvents(old, history, facts)) {
      if (mixed ? beganOn(clock) < NEW_LAW : !replacedForEnded(clock)) enterOld(clock);
      else if (mixed && clock.event.occurredOn < NEW_LAW) {
        // It names a day of the new law, but was closed before: what was closed stays as it was.
        const settled = settledOld(clock);
        if ((settled.deadline.closedOn ?? NEW_LAW) < NEW_LAW) ledger.enter(settled);
      }
    }
  }
  if (!mixed) {
    for (const clock of clocksFromEvents(book.ended, history, facts)) {
      if (clock.event.occurredOn >= NEW_LAW) enterNew(clock, clock.event.occurredOn);
    }
  } else {
    for (const clock of clocksFromEvents(current, history, facts)) {
      const began = beganOn(clock);
      if (continued(clock) || (began < NEW_LAW && carriedOver(clock))) continue;
      if (!ledger.settled.has(clock.key)) enterNew(clock, began);
    }
  }

  const startAfter = (expired: Settled, pack: Pack, enter: (clock: Clock) => void) => {
    const { dutyId, dueLatest } = expired.deadline;
    for (const { duty, trigger, since, until } of pack.byExpiry.get(pack === current ? currentId(dutyId) : dutyId) ??
      []) {
      if (dueLatest < since || dueLatest > until) continue;
      const clock = clockFromExpiry(duty, trigger, expired.clock, dueLatest, history);
      if (clock && !ledger.settled.has(clock.key)) enter(clock);
    }
  };
  // A limit that ran out may start another, which may run out in turn: the map grows while it is walked.
  for (const expired of ledger.settled.values()) {
    if (!ranOut(expired, scene)) continue;
    const { dueLatest } = expired.deadline;
    if (!mixed || dueLatest < NEW_LAW) startAfter(expired, old, enterOld);
    if (!mixed) continue;
    startAfter(expired, current, clock => {
      if (dueLatest >= NEW_LAW || !carriedOver(clock)) enterNew(clock, dueLatest);
    });
  }
  return [...ledger.settled.values()].map(({ deadline }) => deadline);
}
