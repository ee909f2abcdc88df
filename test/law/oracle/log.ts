/** What a log says has happened, and on which days clocks stand still. Shares no code with law/. */

import type { EventDef, LoggedEvent } from '../../../law/model';

/** An ISO date as a day; null when it is none. */
export function isoDay(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(value) ? null : at / 86_400_000;
}

/**
 * The events that count, as they happened: what was written first, with the words of its last correction that stands. A retraction
 * stands unless one that stands is against it. Within a day those with a time come first; then the order of writing decides.
 */
export function happened(log: readonly LoggedEvent[], today: number): LoggedEvent[] {
  const stands = (event: LoggedEvent): boolean =>
    !log.some(other => other.retracted && other.correctsId === event.id && stands(other));
  const first = (event: LoggedEvent): LoggedEvent | undefined => {
    if (event.correctsId === undefined) return event;
    const corrected = log.find(({ id }) => id === event.correctsId);
    return corrected && first(corrected);
  };
  const events: LoggedEvent[] = [];
  for (const root of log) {
    if (root.correctsId !== undefined || root.retracted || !stands(root)) continue;
    let words = root;
    for (const other of log) {
      if (other.correctsId === undefined || other.retracted || !stands(other) || first(other) !== root) continue;
      if (other.seq > words.seq) words = other;
    }
    const { id, seq } = root;
    events.push({ ...words, id, seq });
  }
  return events
    .filter(({ occurredOn }) => occurredOn <= today)
    .sort((a, b) => a.occurredOn - b.occurredOn || (a.atMinute ?? 9999) - (b.atMinute ?? 9999) || a.seq - b.seq);
}

/** How the clocks of some kinds of pause stand, by the events known. */
export interface Still {
  /** Paused that day, by a pause whose end is known and does not run into one without. */
  paused(day: number): boolean;
  /** First day of the standstill that has no end yet; null when there is none. */
  readonly since: number | null;
}

const RUNNING: Still = { paused: () => false, since: null };

/**
 * Clocks stand still from the day of an event that pauses to the day before the next one of that kind that pauses or resumes, but not
 * beyond the day it names. Some resume only from the next day on, by decision or by a `later` reading.
 */
export function still(
  events: readonly LoggedEvent[],
  defs: ReadonlyMap<string, EventDef>,
  kinds: readonly string[],
  later = false,
): Still {
  const pauses: { from: number; through: number }[] = [];
  for (const kind of kinds) {
    const turns = events.filter(({ type }) => {
      const def = defs.get(type);
      return def?.pauses?.kind === kind || def?.resumes?.includes(kind);
    });
    turns.forEach(({ type, occurredOn, attrs }, i) => {
      const { pauses: paused } = defs.get(type)!;
      if (paused?.kind !== kind) return;
      const named = paused.until === undefined ? null : isoDay(attrs[paused.until]);
      const next = turns[i + 1];
      const ending = next && defs.get(next.type)!;
      const nextDay = ending?.pauses?.kind !== kind && ending?.resumesNextDay;
      const stop = next ? next.occurredOn + (nextDay && (later || nextDay.decided) ? 1 : 0) : Number.POSITIVE_INFINITY;
      pauses.push({ from: occurredOn, through: Math.min(named ?? Number.POSITIVE_INFINITY, stop - 1) });
    });
  }
  if (pauses.length === 0) return RUNNING;
  const covered = (day: number): boolean => pauses.some(({ from, through }) => from <= day && day <= through);
  const unended = pauses.filter(({ through }) => through === Number.POSITIVE_INFINITY);
  if (unended.length === 0) return { paused: covered, since: null };
  let since = Math.min(...unended.map(({ from }) => from));
  while (covered(since - 1)) since--;
  return { paused: day => day < since && covered(day), since };
}
