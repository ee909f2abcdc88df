import * as fc from 'fast-check';
import {
  builtInLaw,
  type Deadline,
  type Duty,
  deadlinesAsOf,
  type LoggedEvent,
  type Period,
  standing,
} from '../../law';
import { event, madeUpLaw } from './made-up';
import { calendarOf, type Days, days, isWeekend } from './random';
import { MADE_UP_EVENTS, randomDuties, randomMatter, STARTING_FACTS, Tape } from './random-matters';

/** What must hold between two matters, or two calendars, whatever they are. */

const RUNS = { numRuns: 1_000 };
const tape = (length: number) => fc.array(fc.nat(9_999), { minLength: length, maxLength: length, size: 'max' });
const kind = 'enforcement_case';

/** Under made-up statutes on even numbers, under the real ones on odd. */
const world = fc.tuple(days, tape(260), fc.nat(1));
function lawOf(list: Days, rows: readonly number[], real: number) {
  const calendar = calendarOf(list);
  if (real === 1) return { ...builtInLaw(), calendar };
  return madeUpLaw({ ...randomDuties(new Tape(rows)), events: MADE_UP_EVENTS, calendar });
}

/** A matter without corrections, its events in the order in which they happened. */
function plainMatter(cells: readonly number[], real: number) {
  const at = new Tape(cells);
  const facts = real === 1 ? at.pick(STARTING_FACTS) : {};
  const defs = real === 1 ? builtInLaw().statutes.events[kind]! : MADE_UP_EVENTS;
  const { log, ...matter } = randomMatter(at, defs, facts);
  const events = log.filter(({ correctsId }) => correctsId === undefined);
  events.sort((a, b) => a.occurredOn - b.occurredOn || (a.atMinute ?? 1441) - (b.atMinute ?? 1441) || a.seq - b.seq);
  return { ...matter, events: events.map((one, i) => ({ ...one, seq: i + 1 })) };
}

const byKey = (deadlines: readonly Deadline[]) => new Map(deadlines.map(deadline => [deadline.key, deadline]));

test('a closed deadline never changes, be it by what comes later the same day', () => {
  let closed = 0;
  fc.assert(
    fc.property(world, tape(110), fc.nat(3), fc.nat(60), ([list, rows, real], cells, cut, later) => {
      const law = lawOf(list, rows, real);
      const { facts, events } = plainMatter(cells, real);
      const first = events.slice(0, Math.max(1, events.length - 1 - (cut % 4)));
      const then = standing({ law, kind, facts, events: first, today: first.at(-1)!.occurredOn });
      const now = byKey(standing({ law, kind, facts, events, today: events.at(-1)!.occurredOn + later }).deadlines);
      for (const deadline of then.deadlines) {
        if (deadline.closedByEvent === undefined) continue;
        closed += 1;
        expect(now.get(deadline.key)).toEqual(deadline);
      }
    }),
    RUNS,
  );
  expect(closed).toBeGreaterThan(RUNS.numRuns / 25);
});

test('recording late changes no date of the law', () => {
  fc.assert(
    fc.property(world, tape(110), fc.nat(9), ([list, rows, real], cells, which) => {
      const law = lawOf(list, rows, real);
      const { facts, events, today } = plainMatter(cells, real);
      const late = events[which % events.length]!;
      if (events.some(one => one !== late && one.occurredOn === late.occurredOn)) return;
      const written = events.map(one => (one === late ? { ...one, seq: 99, recordedAt: 1e12 } : one));
      const dates = (log: readonly LoggedEvent[]) => standing({ law, kind, facts, events: log, today }).deadlines;
      expect(dates(written)).toEqual(dates(events));
    }),
    RUNS,
  );
});

const periods = ({ period, variants = [], readings = [], extension }: Duty): Period[] => [
  ...[period, ...variants.map(one => one.period), ...readings.map(one => one.period)],
  ...(extension ? [extension.period] : []),
];

test('one more holiday makes no limit end earlier, and no look-back begin later', () => {
  let moved = 0;
  fc.assert(
    fc.property(world, tape(110), fc.nat(9_999), ([list, rows, real], cells, which) => {
      const law = lawOf(list, rows, real);
      const { facts, events, today } = plainMatter(cells, real);
      const was = byKey(standing({ law, kind, facts, events, today }).deadlines);
      // One of the days on which something ends: there a holiday moves it.
      const ends = [...was.values()].map(({ due }) => due);
      const holiday = ends[which % ends.length];
      if (holiday === undefined || isWeekend(holiday)) return;
      const more = { ...law, calendar: calendarOf({ worked: list.worked, off: new Set([...list.off, holiday]) }) };
      for (const deadline of standing({ law: more, kind, facts, events, today }).deadlines) {
        const before = was.get(deadline.key);
        if (!before || before.law !== deadline.law || before.startedOn !== deadline.startedOn) continue;
        const both = [...law.statutes.duties['2025'], ...law.statutes.duties['2008']];
        const own = new Set(both.flatMap(row => (row.id === deadline.dutyId ? [row.id, ...(row.succeeds ?? [])] : [])));
        const lengths = both.filter(({ id }) => own.has(id)).flatMap(periods);
        const back = lengths.filter(({ unit }) => unit === 'before').length;
        if (back === 0) {
          expect(deadline.due).toBeGreaterThanOrEqual(before.due);
          expect(deadline.dueLatest).toBeGreaterThanOrEqual(before.dueLatest);
        } else if (back === lengths.length) expect(deadline.due).toBeLessThanOrEqual(before.due);
        if (deadline.due !== before.due) moved += 1;
      }
    }),
    RUNS,
  );
  expect(moved).toBeGreaterThan(RUNS.numRuns / 10);
});

test('where nothing rolls, a pause of n days moves an open limit in days by n', () => {
  let moved = 0;
  const everyDay = { off: new Set<number>(), worked: new Set<number>() };
  for (let day = 19_000; day < 30_000; day++) if (isWeekend(day)) everyDay.worked.add(day);
  const calendar = calendarOf(everyDay);
  fc.assert(
    fc.property(tape(260), tape(110), fc.integer({ min: 1, max: 60 }), fc.nat(9_999), (rows, cells, n, where) => {
      const law = madeUpLaw({ ...randomDuties(new Tape(rows)), events: MADE_UP_EVENTS, calendar });
      const { facts, events } = plainMatter(cells, 0);
      const quiet = events.filter(({ type }) => !/halt|stay|resume|end/.test(type));
      const today = 29_000;
      for (const deadline of standing({ law, kind, facts, events: quiet, today }).deadlines) {
        const duty = law.statutes.duties[deadline.law].find(({ id }) => id === deadline.dutyId)!;
        if (deadline.unitKind !== 'days' || deadline.closedOn !== undefined || !duty.pausedBy.includes('halted'))
          continue;
        // For a private party the weekends, worked by swap here, may still be weekends: there something rolls.
        if (deadline.due !== deadline.dueLatest || duty.extension || duty.fromNewLaw || duty.owedBy) continue;
        const from = deadline.startedOn + 1 + (where % (deadline.due - deadline.startedOn));
        const pause = [event('halt', iso(from), {}, { seq: 500 }), event('resume', iso(from + n), {}, { seq: 501 })];
        const held = standing({ law, kind, facts, events: [...quiet, ...pause], today }).deadlines;
        const now = held.find(({ key }) => key === deadline.key);
        if (now?.law !== deadline.law || now.startedOn !== deadline.startedOn) continue;
        moved += 1;
        expect(now.due - deadline.due).toBe(n);
      }
    }),
    RUNS,
  );
  expect(moved).toBeGreaterThan(RUNS.numRuns / 50);
});
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

test('dates asked for alone are those that come with slips', () => {
  let seen = 0;
  fc.assert(
    fc.property(world, tape(110), ([list, rows, real], cells) => {
      const law = lawOf(list, rows, real);
      const { facts, events, today } = plainMatter(cells, real);
      const whole = standing({ law, kind, facts, events, today }).deadlines;
      seen += whole.length;
      expect(deadlinesAsOf({ law, kind, facts, events, today })).toEqual(whole.map(one => ({ ...one, slip: [] })));
      for (const { slip } of whole) expect(slip[0]!.step).toBe('trigger');
    }),
    RUNS,
  );
  expect(seen).toBeGreaterThan(RUNS.numRuns);
});
