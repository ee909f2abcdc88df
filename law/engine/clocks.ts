import type { Day, Duty, EventDef, Facts, LoggedEvent, SlipStep, Trigger } from '../model';
import { admits, periodOf } from './facts';
import { firstAfter, type History } from './history';
import { dayAttr, minuteAttr } from './pauses';
import { cite, say } from './said';
import type { Pack } from './statutes';

/** A limit that began to run. */
export interface Clock {
  /** `<dutyId>#<id of the event that triggered it>`. */
  readonly key: string;
  readonly duty: Duty;
  /** Day that is counted from (for `before`: looked back from). */
  readonly start: Day;
  /** Minutes after midnight; absent when the moment is not known. */
  readonly minute?: number;
  readonly facts: Facts;
  /** Position of the event that completed what starts it. */
  readonly bornAt: number;
  /** Events after this position discharge it. */
  readonly dischargedAfter: number;
  /** Events after this position void it; closing the matter too. */
  readonly voidedAfter: number;
  /** The event that triggered it, directly or through the limit that expired. */
  readonly event: LoggedEvent;
  /** What set it going: the type of an event, or the duty whose limit ran out; and on which day. */
  readonly startedBy: string | Duty;
  readonly startedOn: Day;
}

/** The first step of a clock's derivation. */
export function triggerStep({ duty, startedBy, startedOn }: Clock, defs: ReadonlyMap<string, EventDef>): SlipStep {
  const said = say(startedOn);
  const step = { step: 'trigger', date: said.iso, basis: cite(duty.source) } as const;
  if (typeof startedBy !== 'string') {
    return {
      ...step,
      vi: `Hết thời hạn “${startedBy.nameVi}”: ${said.vi}`,
      en: `The limit “${startedBy.nameEn}” ran out: ${said.en}`,
    };
  }
  const event = defs.get(startedBy);
  return { ...step, vi: `${event?.nameVi ?? startedBy}: ${said.vi}`, en: `${event?.nameEn ?? startedBy}: ${said.en}` };
}

/** Position of the latest event of any of the types at or before a position, else of the first after it; -1 if there is none. */
function nearest(types: string | readonly string[], position: number, history: History): number {
  const list = typeof types === 'string' ? [types] : types;
  let before = -1;
  for (const type of list) {
    for (const at of history.positions.get(type) ?? []) if (at <= position) before = Math.max(before, at);
  }
  return before >= 0 ? before : firstAfter(history, list, position);
}

/** When the last of the events that must also have happened was there; null while one is missing, or when something forbids it. */
function joined(trigger: Trigger, position: number, history: History): number | null {
  let last = position;
  let latestOther = -1;
  for (const types of trigger.and ?? []) {
    const at = nearest(types, position, history);
    if (at < 0) return null;
    last = Math.max(last, at);
    latestOther = Math.max(latestOther, at);
  }
  const forbidding = trigger.unlessAfter ? firstAfter(history, trigger.unlessAfter, latestOther) : -1;
  return forbidding >= 0 && forbidding < last ? null : last;
}

/**
 * The clocks that events start under one pack, in order of the events. Of several ways in which an event can start one clock, the first
 * that was complete counts: what comes later moves no clock that runs.
 */
export function clocksFromEvents(pack: Pack, history: History, facts: Facts): Clock[] {
  const clocks = new Map<string, Clock>();
  history.events.forEach((event, position) => {
    for (const { duty, trigger, since, until } of pack.byEvent.get(event.type) ?? []) {
      const key = `${duty.id}#${event.id}`;
      const last = joined(trigger, position, history);
      if (last === null || last >= (clocks.get(key)?.bornAt ?? Number.POSITIVE_INFINITY)) continue;
      const lastEvent = history.events[last]!;
      const known: Facts =
        last === position ? { ...facts, ...event.attrs } : { ...facts, ...lastEvent.attrs, ...event.attrs };
      if (!admits(trigger, known)) continue;

      const named = trigger.dayFrom === undefined ? null : dayAttr(event.attrs, trigger.dayFrom);
      if (trigger.dayFrom !== undefined && named === null) continue;
      const start =
        named === null ? lastEvent.occurredOn : last === position ? named : Math.max(named, lastEvent.occurredOn);
      if (start < since || start > until) continue;
      const minute = named === null ? lastEvent.atMinute : minuteAttr(event.attrs, trigger.timeFrom);
      clocks.set(key, {
        key,
        duty,
        start,
        ...(minute !== undefined && { minute }),
        facts: known,
        bornAt: last,
        // An event that names an earlier day as the start may itself be what the limit asked for.
        dischargedAfter: named !== null && last === position && named <= event.occurredOn ? position - 1 : last,
        voidedAfter: last,
        event,
        startedBy: named === null ? lastEvent.type : event.type,
        startedOn: start,
      });
    }
  });
  return [...clocks.values()];
}

/** The clock that starts when another limit ran out undischarged on the day given. */
export function clockFromExpiry(
  duty: Duty,
  trigger: Trigger,
  expired: Clock,
  ranOutOn: Day,
  history: History,
): Clock | null {
  if (!admits(trigger, expired.facts)) return null;
  let position = history.events.length - 1;
  while (position >= 0 && history.events[position]!.occurredOn > ranOutOn) position--;
  // A limit runs out at 24:00: what is then owed at once is owed on the next day.
  const start = periodOf(duty, expired.facts).unit === 'atOnce' ? ranOutOn + 1 : ranOutOn;
  return {
    key: `${duty.id}#${expired.event.id}`,
    duty,
    start,
    minute: start === ranOutOn ? 1440 : 0,
    facts: expired.facts,
    bornAt: expired.bornAt,
    // What was done while the first limit still ran need not be done again.
    dischargedAfter: expired.dischargedAfter,
    voidedAfter: position,
    event: expired.event,
    startedBy: expired.duty,
    startedOn: ranOutOn,
  };
}

/** Types of events that start a duty's clocks, in whichever way. */
const startersOf = ({ on = [], and = [], or = [] }: Trigger): string[] => [
  ...on,
  ...and.flat(),
  ...or.flatMap(startersOf),
];

/**
 * Position of the event that discharges a clock; -1 if none has. An event of the day on which the clock was born counts whichever was
 * written down first, unless both have a time, or it belongs to an earlier clock of the duty (`taken`), or starts such clocks itself.
 */
export function dischargeOf(
  { duty, bornAt, dischargedAfter }: Clock,
  history: History,
  taken: ReadonlySet<number>,
): number {
  const { events } = history;
  const birth = events[bornAt]!;
  let sameDay = -1;
  for (let position = bornAt - 1; position >= 0; position--) {
    const event = events[position]!;
    if (event.occurredOn !== birth.occurredOn) break;
    if (!duty.dischargedBy.includes(event.type) || taken.has(position)) continue;
    if (event.atMinute !== undefined && birth.atMinute !== undefined) continue;
    if (!startersOf(duty.trigger).includes(event.type)) sameDay = position;
  }
  return sameDay >= 0 ? sameDay : firstAfter(history, duty.dischargedBy, dischargedAfter);
}
