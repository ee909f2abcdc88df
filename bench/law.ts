import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addBusinessDays, addDays, isWeekend } from 'date-fns';
import { DateTime } from 'luxon';
import { builtInLaw, officialCalendar, standing, toDay } from '../law';
import { countPeriod } from '../law/engine/period';
import type { Day, LoggedEvent } from '../law/model';
import { BEGAN, busyLog, longLog, typicalLog } from './cases';
import { plot } from './plot';
import { type Line, print } from './table';

const FACTS = { origin: 'on_request' } as const;
const DAY_MS = 86_400_000;

/** How often something is done per second of processor time, over at least `ms` of it, after a warm-up: a busy machine disturbs it little. */
function perSecond(once: () => void, ms: number, warmUp = 200): number {
  for (let n = 0; n < warmUp; n += 1) once();
  let count = 0;
  const began = process.cpuUsage();
  let spent = 0;
  do {
    once();
    count += 1;
    const { user, system } = process.cpuUsage(began);
    spent = (user + system) / 1000;
  } while (spent < ms);
  return (count * 1000) / spent;
}

/** Working days, with the same days off and worked weekends for everybody: the libraries walk, the engine looks up. */
export function benchWorkingDays(): void {
  const calendar = officialCalendar();
  const starts = Array.from({ length: 500 }, (_, i) => toDay('2025-06-01') + i);
  const off = new Set<number>();
  const worked = new Set<number>();
  for (let day = starts[0]!; day < starts[0]! + 800; day += 1) {
    const weekend = (day + 3) % 7 >= 5;
    if (!weekend && !calendar.isWorking(day)) off.add(day * DAY_MS);
    if (weekend && calendar.isWorking(day)) worked.add(day * DAY_MS);
  }
  const n = 30;

  const engine = (day: Day): Day => countPeriod({ unit: 'workingDays', n }, day, 1440, { calendar, pauses: [] }).due;
  const dateFns = (day: Day): Day => {
    let at = new Date(day * DAY_MS);
    for (let left = n; left > 0; ) {
      at = addDays(at, 1);
      const ms = at.getTime();
      if (isWeekend(at) ? worked.has(ms) : !off.has(ms)) left -= 1;
    }
    return at.getTime() / DAY_MS;
  };
  const luxon = (day: Day): Day => {
    let at = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
    for (let left = n; left > 0; ) {
      at = at.plus({ days: 1 });
      const ms = at.toMillis();
      if (at.weekday > 5 ? worked.has(ms) : !off.has(ms)) left -= 1;
    }
    return at.toMillis() / DAY_MS;
  };
  for (const day of starts) {
    const found = [engine(day), dateFns(day), luxon(day)];
    if (new Set(found).size > 1) throw new Error(`30 working days after day ${day}: ${found.join(', ')}`);
  }

  const each = (count: (day: Day) => unknown) => () => {
    for (const day of starts) count(day);
  };
  const rateOf = (count: (day: Day) => unknown) => perSecond(each(count), 1_500, 5) * starts.length;
  const ours = rateOf(engine);
  const line = (what: string, theirs: number, target?: number): Line => ({
    what,
    value: `${Math.round(theirs)}/s`,
    ratio: { to: 'slower than the engine', is: ours / theirs, ...(target !== undefined && { target }) },
  });
  print(`${n} working days from each of ${starts.length} days, swapped and worked days included`, [
    { what: 'engine', value: `${Math.round(ours)}/s` },
    line('date-fns: addDays, isWeekend, a set of days off', rateOf(dateFns), 20),
    line('luxon: plus({ days: 1 }), weekday, a set of days off', rateOf(luxon), 20),
    line(
      'date-fns: addBusinessDays, which knows no holidays',
      rateOf(day => addBusinessDays(new Date(day * DAY_MS), n)),
    ),
  ]);
}

/** Bytes one standing allocates: the median of rounds in which nothing was collected. */
function bytesPer(once: () => void): number {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return Number.NaN;
  const rounds: number[] = [];
  const many = 50;
  for (let round = 0; round < 25; round += 1) {
    gc();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < many; i += 1) once();
    const grown = process.memoryUsage().heapUsed - before;
    if (grown > 0) rounds.push(grown / many);
  }
  return rounds.sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
}

/** Full recomputations of two matters, what they allocate, and whether the cost grows in a straight line with the events. */
export function benchStanding(): void {
  const law = builtInLaw();
  const of =
    (events: readonly LoggedEvent[], today: Day, slips = true) =>
    () =>
      standing({ kind: 'enforcement_case', facts: FACTS, law, events, today, slips });
  const lines: Line[] = [];
  const matters = [
    ['a case in full swing', busyLog(BEGAN), BEGAN + 5],
    ['a case without means after a while', typicalLog(BEGAN), BEGAN + 160],
  ] as const;
  for (const [what, events, today] of matters) {
    const once = of(events, today);
    const { deadlines } = once();
    const open = deadlines.filter(({ closedOn }) => closedOn === undefined).length;
    lines.push(
      {
        what: `${what}: ${events.length} events, ${open} deadlines open, ${deadlines.length - open} closed, all with slips`,
        value: `${Math.round(perSecond(once, 2_000))}/s`,
      },
      { what: '  allocated for each standing', value: `${Math.round(bytesPer(once) / 1024)} KB` },
      { what: '  dates only, without slips', value: `${Math.round(perSecond(of(events, today, false), 2_000))}/s` },
    );
  }
  const points = [10, 30, 100, 300, 1_000, 3_000, 10_000].map(events => {
    const once = of(longLog(BEGAN, events), BEGAN + events + 200);
    return { events, ms: 1000 / perSecond(once, 700, Math.max(2, Math.min(200, 20_000 / events))) };
  });
  const perEvent = ({ events, ms }: (typeof points)[number]) => (ms * 1000) / events;
  const base = points.find(({ events }) => events === 100)!;
  for (const point of points) {
    lines.push({
      what: `cost per event, log of ${point.events} events`,
      value: `${perEvent(point).toFixed(1)} µs`,
      ratio: { to: 'log of 100 events', is: perEvent(point) / perEvent(base) },
    });
  }
  print('Standing of a matter, computed anew (one core)', lines);
  const picture = join(process.cwd(), 'docs', 'pictures', 'engine-linear.svg');
  writeFileSync(picture, plot(points.map(({ events, ms }) => ({ x: events, y: ms }))));
  process.stdout.write(`  drawn: docs/pictures/engine-linear.svg\n`);
}

export function benchLaw(): void {
  benchWorkingDays();
  benchStanding();
}
