import { paceOf } from '../../campaigns';
import { officialCalendar } from '../../law/calendar';
import { toDay } from '../../law/day';

// The campaign of Bến Tre: 70 % of cases, measured from 1 October 2016 to 30 September 2017.
const year = { from: toDay('2016-10-01'), to: toDay('2017-09-30'), calendar: officialCalendar(), target: 7000 };
const at = (iso: string, of: bigint, to = 1000n) => paceOf({ ...year, asOf: toDay(iso), ratio: { of, to } });

test('half way through, half of the target is expected', () => {
  const pace = at('2017-03-31', 400n);
  expect(pace.elapsed).toBeGreaterThan(4800);
  expect(pace.elapsed).toBeLessThan(5050);
  expect(pace.expected).toBe(Math.round(pace.elapsed * 0.7));
  expect(pace.ahead).toBe(4000 - pace.expected);
});

test('what is missing is spread over the working days left, rounded up', () => {
  const pace = at('2017-09-20', 640n);
  // 21, 22, 25 to 29 September.
  expect(pace.workingDaysLeft).toBe(7);
  expect(pace.missing).toBe(60n);
  expect(pace.perWorkingDay).toBe(9n);
});

test('a target reached asks for nothing more; one missed at the end cannot be bought with days', () => {
  expect(at('2017-09-20', 700n)).toMatchObject({ missing: 0n, perWorkingDay: 0n });
  expect(at('2017-09-30', 699n)).toMatchObject({
    missing: 1n,
    perWorkingDay: null,
    workingDaysLeft: 0,
    elapsed: 10_000,
  });
});

test('before the window nothing is expected; without cases there is no value', () => {
  expect(at('2016-09-30', 0n)).toMatchObject({ elapsed: 0, expected: 0, ahead: 0 });
  expect(at('2017-03-31', 0n, 0n)).toMatchObject({ ahead: null, missing: 0n });
});
