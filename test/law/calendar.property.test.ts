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
import type { Day } from '../../law/model';
import { closures, FIRST, isWeekend, LAST, swapCalendar } from './random';

const RUNS = { numRuns: 200 };

/** Days on which something is not as it should be. */
const wrong = (right: (day: Day) => boolean): Day[] =>
  Array.from({ length: LAST - FIRST + 61 }, (_, i) => FIRST - 30 + i).filter(day => !right(day));
const closed = (list: readonly Closure[], day: Day) => list.some(({ from, to }) => from <= day && day <= to);

test('closures take away exactly their own working days, whatever their order', () => {
  fc.assert(
    fc.property(swapCalendar, closures, ({ calendar: base }, list) => {
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
    fc.property(swapCalendar, closures, ({ calendar: base, holidays }, list) => {
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
    fc.property(swapCalendar, ({ calendar: base, swapped, worked }) => {
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
