import * as fc from 'fast-check';
import { instantOf, toDay, toIso, vietnamDay, vietnamMinute } from '../../law/day';
import { countPeriod, endsAtMoment } from '../../law/engine/period';
import { standing } from '../../law/engine/standing';
import type { Deadline, Period } from '../../law/model';
import { duty, event, madeUpLaw } from './made-up';
import { slowDue } from './oracle/count';
import {
  backwardPeriod,
  calendarOf,
  days,
  FIRST,
  forwardPeriod,
  haltEvents,
  halts,
  LAST,
  trigger,
  works,
} from './random';

const RUNS = { numRuns: 400 };
const minute = fc.integer({ min: 0, max: 1440 });
const never = () => false;

const endOf = ({ due, dueAt }: Pick<Deadline, 'due'> & { dueAt?: number }): number =>
  dueAt === undefined ? due : vietnamDay(dueAt) * 1440 + vietnamMinute(dueAt);

describe('against the slow walk, day by day', () => {
  test('every kind of period on random calendars', () => {
    fc.assert(
      fc.property(fc.oneof(forwardPeriod, backwardPeriod), trigger, minute, days, (period, day, at, list) => {
        const counted = countPeriod(period, day, at, { calendar: calendarOf(list), pauses: [] });
        expect(endOf(counted)).toBe(slowDue(period, day, at, { works: works(list), paused: never }));
      }),
      RUNS,
    );
  });

  test('with pauses from events, of kinds that overlap', () => {
    fc.assert(
      fc.property(
        forwardPeriod,
        trigger,
        fc.integer({ min: 0, max: 1439 }),
        days,
        halts,
        (period, day, at, list, pauses) => {
          const { events, paused } = haltEvents(pauses, day);
          const start = event('start', toIso(day), {}, { atMinute: at });
          const [deadline] = standing({
            law: madeUpLaw({ duties: [duty('limit', { period })], calendar: calendarOf(list) }),
            kind: 'enforcement_case',
            facts: {},
            events: [start, ...events],
            today: LAST + 4000,
          }).deadlines;
          expect(endOf(deadline!)).toBe(slowDue(period, day, at, { works: works(list), paused: d => paused.has(d) }));
          expect(deadline!.status).toBe('overdue');
        },
      ),
      RUNS,
    );
  });

  test('the calendar itself: next, adding, subtracting, counting', () => {
    fc.assert(
      fc.property(days, trigger, fc.integer({ min: 1, max: 300 }), (list, day, n) => {
        const calendar = calendarOf(list);
        const working = works(list);
        let forward = day;
        for (let left = n; left > 0; ) if (working(++forward)) left--;
        let back = day;
        for (let left = n; left > 0; ) if (working(--back)) left--;
        let count = 0;
        for (let d = day + 1; d <= day + n; d++) if (working(d)) count++;
        expect(calendar.addWorking(day, n)).toBe(forward);
        expect(calendar.subtractWorking(day, n)).toBe(back);
        expect(calendar.countWorking(day, day + n)).toBe(count);
        expect(calendar.countWorking(day + n, day)).toBe(-count || 0);
        expect(calendar.next(day)).toBe(working(day) ? day : calendar.addWorking(day, 1));
        expect(calendar.isWorking(day)).toBe(working(day));
      }),
      { numRuns: 200 },
    );
  });

  test('days and ISO dates are the host’s, every day of 140 years', () => {
    for (let day = toDay('1980-01-01'); day <= toDay('2119-12-31'); day++) {
      const host = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (toIso(day) !== host || toDay(host) !== day) throw new Error(`${day} is ${host}, not ${toIso(day)}`);
    }
  });
});

describe('laws that must hold whatever the numbers', () => {
  const limit = (period: Period, day: number, list: Parameters<typeof calendarOf>[0]) =>
    countPeriod(period, day, 720, { calendar: calendarOf(list), pauses: [] });

  test('one more holiday never makes a limit end earlier, nor a look-back begin later', () => {
    fc.assert(
      fc.property(
        fc.oneof(forwardPeriod, backwardPeriod),
        trigger,
        days,
        fc.integer({ min: -60, max: 200 }),
        (period, day, list, offset) => {
          const more = { worked: list.worked, off: new Set([...list.off, day + offset]) };
          const was = endOf(limit(period, day, list));
          const is = endOf(limit(period, day, more));
          if (period.unit === 'before') expect(is).toBeLessThanOrEqual(was);
          else expect(is).toBeGreaterThanOrEqual(was);
        },
      ),
      RUNS,
    );
  });

  test('a limit counted in days, months or years ends on a working day', () => {
    fc.assert(
      fc.property(forwardPeriod, trigger, days, (period, day, list) => {
        if (endsAtMoment(period) || period.unit === 'onDay') return;
        expect(works(list)(limit(period, day, list).due)).toBe(true);
      }),
      RUNS,
    );
  });

  test('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(forwardPeriod, trigger, days, (period, day, list) => {
        if (!('n' in period) || period.unit === 'before') return;
        const longer = { ...period, n: period.n + 1 };
        expect(endOf(limit(longer, day, list))).toBeGreaterThanOrEqual(endOf(limit(period, day, list)));
      }),
      RUNS,
    );
  });

  test('where every day is worked, a pause of N days moves the limit by N days', () => {
    const everyDay = {
      off: new Set<number>(),
      worked: new Set(Array.from({ length: 9000 }, (_, i) => FIRST - 500 + i)),
    };
    const calendar = calendarOf({
      ...everyDay,
      worked: new Set([...everyDay.worked].filter(day => (day + 3) % 7 >= 5)),
    });
    const unit = fc.constantFrom('days' as const, 'workingDays' as const, 'months' as const);
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 2, max: 24 }),
        trigger,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        (of, n, day, length, where) => {
          const period: Period = { unit: of, n };
          const free = countPeriod(period, day, 0, { calendar, pauses: [] }).due;
          const from = day + 1 + (where % (free - day));
          const held = countPeriod(period, day, 0, {
            calendar,
            pauses: [{ from, to: from + length, basis: 'Điều 46' }],
          }).due;
          expect(held - free).toBe(length);
        },
      ),
      RUNS,
    );
  });

  test('hours are hours: the instant is exactly that many later', () => {
    fc.assert(
      fc.property(upToHours, trigger, minute, days, (n, day, at, list) => {
        const { dueAt } = countPeriod({ unit: 'hours', n }, day, at, { calendar: calendarOf(list), pauses: [] });
        expect(dueAt).toBe(instantOf(day, at) + n * 3_600_000);
      }),
    );
  });
});
const upToHours = fc.integer({ min: 1, max: 500 });
