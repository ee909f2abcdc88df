/** Which events start a clock, and which close it. Shares no code with law/. */

import type { Condition, Duty, Facts, LoggedEvent, Period, Trigger } from '../../../law/model';
import { isoDay } from './log';

export interface SlowClock {
  readonly key: string;
  readonly duty: Duty;
  /** The event the clock is named after. */
  readonly event: LoggedEvent;
  /** Position of the event that completed what starts it. */
  readonly born: number;
  /** What happened after this position may discharge it. */
  readonly openAfter: number;
  /** What happened after this position may void it. */
  readonly voidAfter: number;
  /** Day counted from, and its time where it is known. */
  readonly start: number;
  readonly minute: number | undefined;
  readonly facts: Facts;
}

/** true, false, or undefined while a fact it names is not known. */
export function fulfilled(condition: Condition, facts: Facts): boolean | undefined {
  const answers = Object.entries(condition).map(([name, wanted]) =>
    facts[name] === undefined ? undefined : [wanted].flat().some(value => value === facts[name]),
  );
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

const lets = ({ when = {}, unless = [] }: Trigger, facts: Facts): boolean =>
  fulfilled(when, facts) === true && ![unless].flat().some(condition => fulfilled(condition, facts) === true);

/** Position of what must also have happened: the latest of its kind so far, or else the first that follows; -1 if it never came. */
function companion(types: string | readonly string[], at: number, events: readonly LoggedEvent[]): number {
  const ofKind = events.flatMap(({ type }, i) => ([types].flat().includes(type) ? [i] : []));
  return ofKind.filter(i => i <= at).at(-1) ?? ofKind[0] ?? -1;
}

/** A row of a statute takes only clocks that begin while it is in force. */
const inForce = ({ since, until }: Duty, start: number): boolean =>
  start >= (isoDay(since) ?? start) && start <= (isoDay(until) ?? start);

const waysKnown = new WeakMap<Duty, readonly Trigger[]>();

/** Every way a duty's clock can start. */
export function ways(duty: Duty): readonly Trigger[] {
  let list = waysKnown.get(duty);
  if (!list) {
    const all = (one: Trigger): Trigger[] => [one, ...(one.or ?? []).flatMap(all)];
    list = all(duty.trigger);
    waysKnown.set(duty, list);
  }
  return list;
}

/** One way to count a limit that can be defended. */
export interface Way {
  readonly period: Period;
  /** So many extensions count at most. */
  readonly extensions: number;
  /** Where the text leaves open when a pause ends, it ends by the later reading. */
  readonly lateEnds?: boolean;
  /** Counted from this day instead of the clock's own. */
  readonly start?: number;
}

/** The ways to count a duty's limit under these facts, the one in use first. */
export function waysToCount(duty: Duty, facts: Facts): Way[] {
  const variant = (duty.variants ?? []).find(({ when }) => fulfilled(when, facts) === true);
  const period = variant?.period ?? duty.period;
  const extensions = duty.extension?.times ?? 1;
  const disputed = duty.extension?.disputed;
  return [
    { period, extensions },
    ...(variant ? [] : (duty.readings ?? []).map(reading => ({ period: reading.period, extensions }))),
    ...(disputed ? [{ period, extensions: disputed.times }] : []),
  ];
}

/** What the n-th extension (from 0) makes of a length: so much more, or, where the text gives it, the whole; which never gets shorter. */
export function lengthened(duty: Duty, facts: Facts, n: number, asked: unknown, sofar: Period): Period {
  const { period, variants = [], second, whole } = duty.extension!;
  const first = variants.find(({ when }) => fulfilled(when, facts) === true)?.period ?? period;
  const most = n > 0 && second ? second : first;
  if (!('n' in most)) return most;
  const days = most.unit === 'days' && Number(asked ?? 0) > 0 ? Number(asked) : null;
  if (!whole) return { ...most, n: Math.min(most.n, days ?? most.n) };
  if (sofar.unit !== most.unit || !('n' in sofar)) return most;
  const wanted = days === null ? most.n : sofar.n + days;
  return { ...most, n: Math.max(sofar.n, Math.min(wanted, most.n)) };
}

export const mayBeExtended = (duty: Duty, facts: Facts): boolean =>
  duty.extension !== undefined && fulfilled(duty.extension.when ?? {}, facts) === true;

/** `HH:MM` in minutes after midnight, up to `24:00`; undefined when it is no time. */
function clockTime(value: unknown): number | undefined {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(String(value)) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1440 ? minute : undefined;
}

/** The clocks that events start by these duties, one for each duty and event, in the order of the events. */
export function started(duties: readonly Duty[], events: readonly LoggedEvent[], matter: Facts): SlowClock[] {
  const clocks = new Map<string, SlowClock>();
  events.forEach((event, at) => {
    for (const duty of duties) {
      for (const way of ways(duty)) {
        if (!way.on?.includes(event.type)) continue;
        const key = `${duty.id}#${event.id}`;
        const others = (way.and ?? []).map(types => companion(types, at, events));
        if (others.includes(-1)) continue;
        const born = Math.max(at, ...others);
        // The way that was complete first has started the clock already.
        if (born >= (clocks.get(key)?.born ?? events.length)) continue;
        const since = Math.max(-1, ...others);
        if (events.slice(since + 1, born).some(({ type }) => way.unlessAfter?.includes(type))) continue;
        const last = events[born]!;
        const facts = { ...matter, ...last.attrs, ...event.attrs };
        if (!lets(way, facts)) continue;
        const named = way.dayFrom === undefined ? null : isoDay(event.attrs[way.dayFrom]);
        if (way.dayFrom !== undefined && named === null) continue;
        const alone = born === at;
        const start = named === null ? last.occurredOn : alone ? named : Math.max(named, last.occurredOn);
        if (!inForce(duty, start)) continue;
        const minute = named === null ? last.atMinute : clockTime(event.attrs[way.timeFrom ?? '']);
        // What names an earlier day than its own may be the very act that was asked for.
        const openAfter = named !== null && alone && named <= event.occurredOn ? born - 1 : born;
        clocks.set(key, { key, duty, event, born, openAfter, voidAfter: born, start, minute, facts });
      }
    }
  });
  return [...clocks.values()];
}

/** The clocks that begin because another ran out on a day; they count from that day. */
export function startedByEnd(
  duties: readonly Duty[],
  over: SlowClock,
  overId: string,
  day: number,
  events: readonly LoggedEvent[],
): SlowClock[] {
  return duties.flatMap(duty =>
    ways(duty)
      .filter(way => way.expiryOf === overId && lets(way, over.facts) && inForce(duty, day))
      .slice(0, 1)
      .map(() => ({
        ...over,
        key: `${duty.id}#${over.event.id}`,
        duty,
        voidAfter: events.filter(({ occurredOn }) => occurredOn <= day).length - 1,
        // Over at 24:00: what is owed at once is owed the day after.
        // It ran out at 24:00: what is then owed at once is owed on the next day.
        ...(waysToCount(duty, over.facts)[0]!.period.unit === 'atOnce'
          ? { start: day + 1, minute: 0 }
          : { start: day, minute: 1440 }),
      })),
  );
}

/**
 * Position of the event that discharges a clock under a duty; -1 when there is none. On the day the clock was born the order of
 * writing does not tell what came first, unless both have a time; but one act serves one clock, and what starts such clocks is no answer.
 */
export function discharge(
  clock: SlowClock,
  duty: Duty,
  events: readonly LoggedEvent[],
  used: ReadonlySet<number>,
): number {
  const birth = events[clock.born]!;
  const starters = ways(duty).flatMap(({ on = [], and = [] }) => [...on, ...and.flat()]);
  return events.findIndex((event, at) => {
    if (!duty.dischargedBy.includes(event.type)) return false;
    if (at > clock.openAfter) return true;
    if (at === clock.born) return false;
    const untold = event.atMinute === undefined || birth.atMinute === undefined;
    return event.occurredOn === birth.occurredOn && untold && !used.has(at) && !starters.includes(event.type);
  });
}
