import fc from 'fast-check';
import { DEFAULT_POLICY, officeMoment } from '../../alerts';
import { officialCalendar, vietnamDay } from '../../law';
import { instantOf, toDay, vietnamMinute } from '../../law/day';

const calendar = officialCalendar();
const { settings } = DEFAULT_POLICY;
const MINUTE = 60_000;

/** An instant of 2026, Tết and swapped days included. */
const instants = fc
  .tuple(
    fc.integer({ min: toDay('2026-01-01'), max: toDay('2026-12-25') }),
    fc.integer({ min: 0, max: 24 * 60 * MINUTE - 1 }),
  )
  .map(([day, ms]) => instantOf(day, 0) + ms);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => ({ officeFromMinute: from, officeToMinute: Math.min(1440, from + length * 10) }));

const open = (
  at: number,
  { officeFromMinute, officeToMinute }: Pick<typeof settings, 'officeFromMinute' | 'officeToMinute'>,
) => calendar.isWorking(vietnamDay(at)) && vietnamMinute(at) >= officeFromMinute && vietnamMinute(at) < officeToMinute;

test('the moment lies in office hours, and no minute before it does', () => {
  fc.assert(
    fc.property(instants, hours, (now, office) => {
      const at = officeMoment(now, calendar, office);
      expect(at).toBeGreaterThanOrEqual(now);
      expect(open(at, office)).toBe(true);
      for (let earlier = now; earlier < at; earlier += 5 * MINUTE) expect(open(earlier, office)).toBe(false);
      // Asked again, it stays.
      expect(officeMoment(at, calendar, office)).toBe(at);
    }),
    { numRuns: 300 },
  );
});

const at = (day: string, time: string) => {
  const [hour, minute] = time.split(':').map(Number);
  return instantOf(toDay(day), hour! * 60 + minute!);
};
test.each([
  ['2026-08-12', '07:30', '2026-08-12', '07:30'],
  ['2026-08-12', '16:59', '2026-08-12', '16:59'],
  ['2026-08-12', '17:00', '2026-08-13', '07:30'],
  ['2026-08-12', '00:00', '2026-08-12', '07:30'],
  ['2026-08-14', '23:59', '2026-08-17', '07:30'],
  ['2026-02-13', '17:00', '2026-02-23', '07:30'],
  // National Day, two days, then a weekend.
  ['2026-09-02', '09:00', '2026-09-03', '07:30'],
])('%s %s: %s %s', (day, time, onDay, atTime) => {
  expect(officeMoment(at(day, time), calendar, settings)).toBe(at(onDay, atTime));
});
