import { whyPaused } from '../coupling';
import { toDay, toMinute } from '../day';
import type { Day, EventDef, Facts, LoggedEvent, PauseInterval } from '../model';
import { NEW_LAW } from './new-law';
import type { Stretch } from './period';
import { cite } from './said';

/** An attribute that holds an ISO date, as a day; null when absent or not a date. */
export function dayAttr(attrs: Facts, name: string): Day | null {
  const value = attrs[name];
  if (typeof value !== 'string') return null;
  try {
    return toDay(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An attribute that holds a time of day (`HH:MM`), in minutes after midnight; nothing when absent or not a time. */
export function minuteAttr(attrs: Facts, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : attrs[name];
  if (typeof value !== 'string') return undefined;
  try {
    return toMinute(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The intervals in which clocks stand still, derived from the events: from the day of the event that pauses to the day of the event
 * that resumes, on which they run again; or through the day named by `until`, whichever comes first. While a kind of pause lasts, a
 * second event of that kind ends the first interval and begins another.
 */
export function pauseIntervals(events: readonly LoggedEvent[], defs: ReadonlyMap<string, EventDef>): PauseInterval[] {
  const intervals: Mutable<PauseInterval>[] = [];
  const open = new Map<string, (typeof intervals)[number]>();
  const end = (kind: string, day: Day, nextDay?: EventDef['resumesNextDay']) => {
    const interval = open.get(kind);
    if (!interval) return;
    if (interval.to === undefined || day < interval.to) {
      interval.to = nextDay?.decided ? day + 1 : day;
      if (nextDay?.decided) interval.decided = nextDay.decided;
      else if (nextDay) interval.later = { to: day + 1, why: nextDay.why };
    }
    open.delete(kind);
  };
  for (const event of events) {
    const def = defs.get(event.type);
    for (const kind of def?.resumes ?? []) end(kind, event.occurredOn, def?.resumesNextDay);
    if (!def?.pauses) continue;
    const { kind, until } = def.pauses;
    end(kind, event.occurredOn);
    const last = until === undefined ? null : dayAttr(event.attrs, until);
    const interval = {
      kind,
      from: event.occurredOn,
      eventId: event.id,
      basis: basisOfEvent(def, event.occurredOn),
      ...(last !== null && { to: Math.max(last + 1, event.occurredOn) }),
    };
    intervals.push(interval);
    open.set(kind, interval);
  }
  return intervals.filter(({ from, to, later }) => to === undefined || (later?.to ?? to) > from);
}

/** The article of the law in force on the day; the name of the event where it has none. */
function basisOfEvent({ source, source2008, nameVi }: EventDef, day: Day): string {
  const then = day < NEW_LAW ? (source2008 ?? source) : source;
  return then ? cite(then) : nameVi;
}

/** The pauses that stop one clock: closed stretches, overlaps merged, and the day from which it stands still with no end known. */
export interface Standstill {
  readonly stretches: readonly Stretch[];
  readonly openSince: Day | null;
  /** Why it stands still with no end known: the decisions, and the reason of the table. */
  readonly openBasis?: string;
}

export const RUNS: Standstill = { stretches: [], openSince: null };

/** Joins the pauses of the given kinds; days covered twice count once. Where a pause has two readings, `later` takes the longer one. */
export function standstill(
  intervals: readonly PauseInterval[],
  kinds: readonly string[],
  later: boolean = false,
): Standstill {
  if (kinds.length === 0 || intervals.length === 0) return RUNS;
  const mine = intervals
    .filter(interval => kinds.includes(interval.kind))
    .map(interval => ({
      from: interval.from,
      to: later && interval.later ? interval.later.to : interval.to,
      basis: basisOf(interval, kinds),
    }))
    .filter(({ from, to }) => to === undefined || to > from)
    .sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  for (const { from, to, basis } of mine) {
    const last = stretches.at(-1);
    const joins = last !== undefined && from <= last.to;
    const both = joins ? { from: last.from, basis: bothBases(last.basis, basis) } : { from, basis };
    if (joins) stretches.pop();
    if (to === undefined) return { stretches, openSince: both.from, openBasis: both.basis };
    stretches.push({ ...both, to: joins ? Math.max(last.to, to) : to });
  }
  return { stretches, openSince: null };
}

const bothBases = (a: string | undefined, b: string): string =>
  a === undefined || a.includes(b) ? (a ?? b) : `${a}; ${b}`;

/** The article of the event that paused, and why such a pause stops clocks that stand still for these kinds. */
const basisOf = ({ kind, basis }: PauseInterval, kinds: readonly string[]): string =>
  `${basis}; ${whyPaused(kind, kinds) ?? 'suy ra: thời gian tạm ngừng không tính vào thời hạn'}`;
