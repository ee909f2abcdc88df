import { checkEvent, findDuty, findEvent, type LawInForce, standing } from '../../law';
import type { Day, Deadline, Facts, LoggedEvent, MatterKind } from '../../law/model';
import { officeDay } from './days';
import type { Life } from './demo-lives';
import type { Random } from './random';

export interface InventedEvent {
  readonly type: string;
  readonly on: Day;
  readonly attrs: Facts;
}

export interface Invented {
  readonly opened: Day;
  readonly events: readonly InventedEvent[];
}

export interface Start {
  readonly kind: MatterKind;
  readonly facts: Facts;
  /** Events with which such a matter begins, on its first day. */
  readonly opening: readonly string[];
  /** nghìn đồng */
  readonly amount: number;
  /** Somebody forgot something: what is overdue by some days stays so. */
  readonly forgetful: boolean;
}

const ROUNDS = 8;

/** Lives a matter backwards from today: the last step lies `since` days back, the first where the steps lead. */
export function invent(random: Random, life: Life, start: Start, law: LawInForce, today: Day): Invented {
  const gaps = life.steps.map(step => random.int(...step.after));
  const opened = officeDay(today - random.int(...life.since) - gaps.reduce((a, b) => a + b, 0), today);
  const events: InventedEvent[] = start.opening.map(type => ({ type, on: opened, attrs: {} }));
  let at = opened;
  life.steps.forEach((step, index) => {
    at = officeDay(Math.min(today, at + gaps[index]!), today);
    events.push({ type: step.type, on: at, attrs: step.attrs?.(random, at, start.amount) ?? {} });
  });
  return { opened, events: doneInTime(random, events, start, law, today) };
}

/** Adds what a careful office would have done: for each duty that would be overdue, the act that discharges it, inside its limit. */
function doneInTime(
  random: Random,
  events: readonly InventedEvent[],
  start: Start,
  law: LawInForce,
  today: Day,
): InventedEvent[] {
  let all = [...events];
  for (let round = 0; round < ROUNDS; round += 1) {
    const late = standing({ ...start, law, events: logged(all), today }).deadlines.filter(one =>
      isLate(one, start.forgetful, today),
    );
    const repairs = late.flatMap(deadline => repair(random, deadline, all, start, law, today));
    if (repairs.length === 0) break;
    all = [...all, repairs[0]!].sort((a, b) => a.on - b.on);
  }
  return all;
}

const isLate = (one: Deadline, forgetful: boolean, today: Day): boolean =>
  one.status === 'overdue' && !one.lapse && one.role !== 'external' && !(forgetful && one.due >= today - 12);

function repair(
  random: Random,
  deadline: Deadline,
  all: readonly InventedEvent[],
  start: Start,
  law: LawInForce,
  today: Day,
): InventedEvent[] {
  const acts = findDuty(law, deadline.dutyId, deadline.law)?.dischargedBy ?? [];
  for (const type of acts) {
    const def = findEvent(start.kind, type);
    if (!def || def.closes || def.money || def.pauses || def.attrs?.some(attr => attr.required)) continue;
    const on = officeDay(Math.max(deadline.startedOn, deadline.due - random.int(0, 2)), Math.min(deadline.due, today));
    const before = all.filter(event => event.on <= on);
    const attrs: Facts = type === 'verification-done' ? { result: 'no_means' } : {};
    const act = { type, on, attrs };
    const later = all.filter(event => event.on > on);
    const breaks = [act, ...later].some((event, at) => {
      const told = logged([...before, act, ...later].slice(0, before.length + at));
      return checkEvent(
        { ...start, law, events: told, today },
        { type: event.type, occurredOn: event.on, attrs: event.attrs },
      );
    });
    if (!breaks) return [act];
  }
  return [];
}

const logged = (events: readonly InventedEvent[]): LoggedEvent[] =>
  events.map(({ type, on, attrs }, at) => ({
    id: String(at + 1),
    seq: at + 1,
    type,
    occurredOn: on,
    attrs,
    recordedAt: on * 86_400_000,
  }));
