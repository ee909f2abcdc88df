/**
 * Random statutes and random matters, read off a tape of numbers: quick to make, and fast-check makes a failing one smaller by
 * putting zeros on the tape. Zero is always the plainest choice.
 */

import { toDay, toIso } from '../../law/day';
import type { Condition, Duty, EventDef, Extension, Facts, LoggedEvent, Period, Trigger } from '../../law/model';
import { duty, EVENTS } from './made-up';

export class Tape {
  private at = 0;
  constructor(private readonly cells: readonly number[]) {}
  /** 0 to below - 1. */
  next(below: number): number {
    return (this.cells[this.at++] ?? 0) % below;
  }
  chance(percent: number): boolean {
    return this.next(100) >= 100 - percent;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.next(list.length)]!;
  }
}

const NEW = toDay('2026-07-01');

/** The events of the made-up statutes, and two that resume only from the next day on: by another reading, and by decision. */
export const MADE_UP_EVENTS: readonly EventDef[] = [
  ...EVENTS.map(def =>
    def.type === 'planned'
      ? { ...def, attrs: [...def.attrs!, { name: 'plannedAt', type: 'time' as const, nameVi: 'Giờ' }] }
      : def,
  ),
  ...(['resume-late', 'resume-late-decided'] as const).map(type => ({
    ...EVENTS.find(def => def.type === 'resume')!,
    type,
    resumes: ['halted', 'stayed'],
    resumesNextDay: {
      why: 'thử',
      source: { law: 'Luật', article: '1' },
      ...(type === 'resume-late-decided' && { decided: { point: 'resume' as const, vi: 'thử', en: 'test' } }),
    },
  })),
];

function period(tape: Tape): Period {
  const n = 1 + tape.next(20);
  switch (tape.next(12)) {
    case 0:
    case 1:
    case 2:
      return { unit: 'days', n: n + tape.next(11) };
    case 3:
    case 4:
      return { unit: 'workingDays', n };
    case 5:
    case 6:
      return { unit: 'months', n: 1 + (n % 4) };
    case 7:
      return { unit: 'hours', n: n + tape.next(60) };
    case 8:
      return { unit: 'atOnce' };
    case 9:
      return tape.chance(50) ? { unit: 'years', n: 1 } : { unit: 'onDay' };
    default:
      return { unit: 'before', of: tape.pick(['workingDays', 'days', 'hours'] as const), n };
  }
}

const condition = (tape: Tape): Condition =>
  tape.pick<Condition>([{ f: 1 }, { g: 'x' }, { f: [1, 2] }, { f: 2, g: ['x', 'y'] }]);

function trigger(tape: Tape, earlier: readonly string[]): Trigger {
  const simple: Trigger = tape.pick<Trigger>([
    { on: ['start'] },
    { on: ['other'] },
    { on: ['start', 'other'] },
    { on: ['planned'], dayFrom: 'plannedOn' },
    { on: ['planned'], dayFrom: 'plannedOn', timeFrom: 'plannedAt' },
    { on: ['start', 'other'], and: [['other', 'planned']] },
    { on: ['start'], and: ['other'] },
    { on: ['start'], and: [['other', 'planned'], 'withdrawn'] },
    { on: ['start'], unlessAfter: ['withdrawn'] },
    { on: ['start', 'withdrawn'], unlessAfter: ['withdrawn'] },
    { on: ['start'], and: ['other'], unlessAfter: ['withdrawn', 'done'] },
    { on: ['planned'], dayFrom: 'plannedOn', and: ['other'] },
    { on: ['done'] },
    { on: ['end'] },
    { expiryOf: earlier[tape.next(Math.max(1, earlier.length))] ?? '' },
    { expiryOf: earlier.at(-1) ?? '' },
  ]);
  const plain: Trigger = simple.expiryOf === '' ? { on: ['start'] } : simple;
  const when = tape.chance(15) ? { when: condition(tape) } : {};
  const unless = tape.chance(15)
    ? { unless: tape.chance(30) ? [condition(tape), condition(tape)] : condition(tape) }
    : {};
  const or = tape.chance(15) ? { or: [trigger(tape, earlier)] } : {};
  return { ...plain, ...when, ...unless, ...or };
}

const extension = (tape: Tape): Extension => ({
  ...{ event: 'extended', period: period(tape), source: { law: 'Luật', article: '1' } },
  ...(tape.chance(30) && { times: tape.next(4) }),
  ...(tape.chance(20) && { disputed: { times: 2 + tape.next(2), why: 'thử' } }),
  ...(tape.chance(25) && { whole: true as const }),
  ...(tape.chance(20) && { when: condition(tape) }),
  ...(tape.chance(20) && { variants: [{ id: 'x', when: condition(tape), period: period(tape) }] }),
  ...(tape.chance(20) && { second: period(tape) }),
});

function madeUp(tape: Tape, id: string, earlier: readonly string[]): Duty {
  const discharged = tape.pick([
    ['done'],
    ['other', 'done'],
    ['done', 'other'],
    ['planned', 'done'],
    ['end'],
    ['withdrawn', 'planned'],
  ]);
  return duty(id, {
    trigger: trigger(tape, earlier),
    period: period(tape),
    ...(tape.chance(20) && { variants: [{ id: 'v', when: condition(tape), period: period(tape) }] }),
    ...(tape.chance(20) && { readings: [{ id: 'r', period: period(tape), why: 'thử' }] }),
    ...(tape.chance(30) && { extension: extension(tape) }),
    ...(tape.chance(5) && { since: toIso(NEW + tape.next(30)) }),
    ...(tape.chance(5) && { until: toIso(NEW + tape.next(60)) }),
    ...(tape.chance(25) && { voidedBy: ['withdrawn'] }),
    dischargedBy: discharged,
    pausedBy: tape.pick([['halted', 'stayed'], ['halted'], [], ['stayed']]),
    atExpiry: { kind: tape.pick(['breach', 'lapse'] as const), vi: 'hết', en: 'over' },
    active: !tape.chance(5),
    ...(tape.chance(20) && { owedBy: 'private' as const }),
    ...(tape.chance(10) && { swapDays: tape.pick(['everybody', 'officials'] as const) }),
  });
}

/** Two laws: some duties in both with other lengths, some in one only, some that go on under another id. */
export function randomDuties(tape: Tape): { duties: Duty[]; old: Duty[] } {
  const current: Duty[] = [];
  const old: Duty[] = [];
  const n = 2 + tape.next(4);
  for (let i = 1; i <= n; i++) {
    const id = `d${i}`;
    const now = madeUp(
      tape,
      id,
      current.map(({ id: one }) => one),
    );
    const before = madeUp(
      tape,
      id,
      old.map(({ id: one }) => one),
    );
    const alike = { ...now, period: before.period };
    switch (tape.next(8)) {
      case 0:
      case 1:
        current.push(now);
        old.push(alike);
        break;
      case 2:
        current.push({ ...now, transition: tape.pick(['old', 'new'] as const) });
        old.push(alike);
        break;
      case 3:
        current.push(now);
        old.push(before);
        break;
      case 4:
        current.push(
          tape.chance(40)
            ? { ...now, fromNewLaw: true, ...(tape.chance(40) && { transition: tape.pick(['old', 'new'] as const) }) }
            : now,
        );
        break;
      case 5:
        old.push(before);
        break;
      default:
        current.push({ ...now, succeeds: [`o-${id}`], ...(tape.chance(25) && { alsoEnded: true as const }) });
        old.push({ ...alike, id: `o-${id}` });
    }
  }
  // What a limit of one law waits for may be a duty of the other only: it then never comes.
  return { duties: current, old };
}

const facts = (tape: Tape, percent: number): Facts => ({
  ...(tape.chance(percent) && { f: tape.pick([1, 2, 3]) }),
  ...(tape.chance(percent) && { g: tape.pick(['x', 'y']) }),
});

/** What an event of a kind carries. */
export function attributes(tape: Tape, def: EventDef, day: number): Facts {
  const attrs: Record<string, string | number | boolean> = {};
  for (const attr of def.attrs ?? []) {
    if (!attr.required && tape.chance(20)) continue;
    if (attr.type === 'date') attrs[attr.name] = toIso(day + 5 - tape.next(12) + (tape.chance(40) ? tape.next(40) : 0));
    else if (attr.type === 'code') attrs[attr.name] = tape.pick(attr.values!);
    else if (attr.type === 'boolean') attrs[attr.name] = tape.chance(50);
    else if (attr.type === 'time') attrs[attr.name] = tape.pick(['08:00', '14:30', '24:00', '']);
    else if (attr.type === 'money') attrs[attr.name] = String(tape.next(9999));
    else if (attr.type === 'number') attrs[attr.name] = 1 + tape.next(30);
  }
  return attrs;
}

export interface RandomMatter {
  readonly facts: Facts;
  readonly log: LoggedEvent[];
  readonly today: number;
  /** Minutes since 1970-01-01 00:00 in Vietnam. */
  readonly now: number | undefined;
}

/** The start comes often, so that something runs. */
const OFTEN = [0, 0, 0, ...MADE_UP_EVENTS.keys()];

/** What is known of a real matter from the beginning. */
export const STARTING_FACTS: readonly Facts[] = [
  {},
  { origin: 'on_request', level: 1, class: 'c', against: 'state' },
  { origin: 'ex_officio', level: 2, class: 'a', against: 'state' },
  { origin: 'interim', level: 1, class: 'b' },
  { origin: 'bankruptcy', level: 'regional', complexity: 'complex' },
];

/** A matter of at most nine events, around 1 July 2026 or some years later. */
export function randomMatter(tape: Tape, defs: readonly EventDef[], own: Facts = {}): RandomMatter {
  const often = defs === MADE_UP_EVENTS ? OFTEN : [...defs.keys()];
  let day = tape.chance(60) ? NEW - 45 + tape.next(60) : toDay('2027-01-01') + tape.next(700);
  const log: LoggedEvent[] = [];
  const n = 1 + tape.next(8);
  for (let i = 0; i < n; i++) {
    day += tape.chance(65) ? 1 + tape.next(14) : 0;
    log.push(eventOn(tape, defs[tape.pick(often)]!, day, i + 1));
  }
  const order = log.map((event, i) => ({ event, key: tape.chance(30) ? tape.next(100) : 50 + i / 100 }));
  order.sort((a, b) => a.key - b.key);
  const written: LoggedEvent[] = order.map(({ event }, i) => ({ ...event, seq: i + 1 }));
  const later = tape.chance(35) ? 1 + tape.next(3) : 0;
  for (let i = 0; i < later; i++) written.push(amendment(tape, defs, written));
  const today = day + tape.next(70) - (tape.chance(15) ? 10 : 0);
  return {
    facts: { ...own, ...facts(tape, 50), ...(tape.chance(5) && { caseEndedOn: toIso(NEW - 5 + tape.next(10)) }) },
    log: tape.chance(50) ? written.reverse() : written,
    today,
    now: tape.chance(30) ? today * 1440 + tape.next(1440) : undefined,
  };
}

function eventOn(tape: Tape, def: EventDef, day: number, n: number): LoggedEvent {
  return {
    ...{ id: `e${n}`, seq: n, type: def.type, occurredOn: day, recordedAt: n },
    ...(tape.chance(30) && { atMinute: tape.next(25) * 60 }),
    attrs: {
      ...attributes(tape, def, day),
      ...(tape.chance(30) && facts(tape, 60)),
      ...(def.type === 'extended' && tape.chance(60) && { days: 1 + tape.next(30) }),
    },
  };
}

/** A correction of one of the events or of a correction, or a retraction of anything but a retraction's own target twice. */
function amendment(tape: Tape, defs: readonly EventDef[], written: readonly LoggedEvent[]): LoggedEvent {
  const target = tape.pick(written);
  const seq = written.length + 1;
  if (target.retracted || tape.chance(40))
    return { ...target, id: `x${seq}`, seq, correctsId: target.id, retracted: true };
  const def = tape.chance(25) ? tape.pick(defs) : defs.find(({ type }) => type === target.type)!;
  const day = target.occurredOn + tape.next(10) - tape.next(10);
  return { ...eventOn(tape, def, day, seq), id: `x${seq}`, correctsId: target.id };
}
