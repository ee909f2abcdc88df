import * as fc from 'fast-check';
import {
  type Closure,
  calendarEditions,
  calendarKnownOn,
  officialCalendar,
  toDay,
  withClosures,
  withoutSwaps,
} from '../../law';
import { tabulate } from '../../law/calendar/table';
import type { Day } from '../../law/model';
import { days, FIRST, isWeekend, LAST, trigger } from './random';

const RUNS = { numRuns: 200 };

interface Swap {
  readonly off: Day;
  readonly worked: Day;
}

/** Weekdays off made up on a weekend. */
const swaps: fc.Arbitrary<readonly Swap[]> = fc
  .array(fc.record({ at: trigger, gap: fc.integer({ min: -9, max: 9 }) }), { maxLength: 12 })
  .map(list =>
    list.map(({ at, gap }) => {
      let off = at;
      while (isWeekend(off)) off++;
      let worked = off + gap;
      while (!isWeekend(worked)) worked++;
      return { off, worked };
    }),
  );

const closures: fc.Arbitrary<readonly Closure[]> = fc
  .array(fc.record({ from: trigger, length: fc.integer({ min: 0, max: 12 }) }), { maxLength: 6 })
  .map(list =>
    list.map(({ from, length }, i) => ({ id: `c${i}`, from, to: from + length, reason: 'Ngập', decision: 'QĐ 1' })),
  );

/** A calendar of holidays and swaps; holidays win where both fall on a day. */
const calendar = fc.tuple(days, swaps).map(([{ off }, list]) => {
  const kinds = new Map(list.map(swap => [swap.off, { reason: 'Hoán đổi', kind: 'swap' as const }] as const));
  const holidays = new Map([...off].map(day => [day, { reason: 'Lễ', kind: 'holiday' as const }] as const));
  return {
    swapped: new Set([...kinds.keys()].filter(day => !holidays.has(day))),
    worked: new Set(list.map(swap => swap.worked)),
    holidays: new Set(holidays.keys()),
    calendar: tabulate({
      version: '2027-2029#00000000',
      years: [],
      off: new Map<Day, { reason: string; kind: 'swap' | 'holiday' }>([...kinds, ...holidays]),
      worked: new Set(list.map(swap => swap.worked)),
      closures: [],
      lunarNewYears: new Map(),
      isProvisional: () => false,
    }),
  };
});

/** Days on which something is not as it should be. */
const wrong = (right: (day: Day) => boolean): Day[] =>
  Array.from({ length: LAST - FIRST + 61 }, (_, i) => FIRST - 30 + i).filter(day => !right(day));
const closed = (list: readonly Closure[], day: Day) => list.some(({ from, to }) => from <= day && day <= to);

test('closures take away exactly their own working days, whatever their order', () => {
  fc.assert(
    fc.property(calendar, closures, ({ calendar: base }, list) => {
      const unit = withClosures(base, list);
      const reasonOf = (day: Day) => {
        if (!base.isWorking(day)) return base.offReason(day);
        return closed(list, day) ? 'Ngập' : null;
      };
      expect(wrong(day => unit.isWorking(day) === (base.isWorking(day) && !closed(list, day)))).toEqual([]);
      expect(wrong(day => unit.offReason(day) === reasonOf(day))).toEqual([]);
      expect(wrong(day => (unit.offKind(day) === 'closure') === (base.isWorking(day) && closed(list, day)))).toEqual(
        [],
      );
      expect(withClosures(base, [...list].reverse()).version).toBe(unit.version);
      const [first, ...rest] = list;
      if (first) expect(withClosures(withClosures(base, [first]), rest).version).toBe(unit.version);
    }),
    RUNS,
  );
});

test('without swaps, weekends rest and only holidays and closures stop the week', () => {
  fc.assert(
    fc.property(calendar, closures, ({ calendar: base, holidays }, list) => {
      const face = withoutSwaps(withClosures(base, list));
      const works = (day: Day) => !isWeekend(day) && !holidays.has(day) && !closed(list, day);
      expect(wrong(day => face.isWorking(day) === works(day))).toEqual([]);
      expect(withoutSwaps(face)).toBe(face);
    }),
    RUNS,
  );
});

test('the two faces differ on swapped days and their make-up days and nowhere else', () => {
  fc.assert(
    fc.property(calendar, ({ calendar: base, swapped, worked }) => {
      const face = withoutSwaps(base);
      const may = (day: Day) => (base.isWorking(day) ? worked.has(day) : swapped.has(day));
      expect(wrong(day => face.isWorking(day) === base.isWorking(day) || may(day))).toEqual([]);
      expect(withoutSwaps(base)).toBe(face);
      if (swapped.size + worked.size === 0) expect(face).toBe(base);
    }),
    RUNS,
  );
});

test('the calendar as known on a day knows no edition decided later', () => {
  const from = toDay('2014-12-01');
  fc.assert(
    fc.property(fc.integer({ min: from, max: toDay('2026-11-30') }), on => {
      for (const { year, version, decidedOn } of calendarKnownOn(on).years) {
        if (decidedOn !== null) expect(toDay(decidedOn)).toBeLessThanOrEqual(on);
        const newer = calendarEditions().filter(
          one => one.year === year && one.version > version && one.decidedOn !== null && toDay(one.decidedOn) <= on,
        );
        expect(newer).toEqual([]);
      }
    }),
    RUNS,
  );
  expect(withoutSwaps(officialCalendar()).isWorking(toDay('2026-08-31'))).toBe(true);
});
