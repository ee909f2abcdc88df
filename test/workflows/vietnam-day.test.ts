import fc from 'fast-check';
import { isoOf, isRealDate, vietnamDay, vietnamMinute } from '../../workflows/vietnam-day';

const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });

test('day and minute agree with a clock set to +07:00', () => {
  fc.assert(
    fc.property(instants, now => {
      const there = new Date(now + 7 * 3_600_000);
      expect(isoOf(vietnamDay(now))).toBe(there.toISOString().slice(0, 10));
      expect(vietnamMinute(now)).toBe(there.getUTCHours() * 60 + there.getUTCMinutes());
    }),
  );
});

test('every day of four hundred years is real, and the day after the last of a month is not', () => {
  const wrong: string[] = [];
  for (let day = vietnamDay(Date.UTC(1900, 0, 1)); day < vietnamDay(Date.UTC(2300, 0, 1)); day += 1) {
    const iso = isoOf(day);
    if (!isRealDate(iso)) wrong.push(iso);
    const beyond = `${iso.slice(0, 8)}${String(Number(iso.slice(8)) + 1).padStart(2, '0')}`;
    if (isRealDate(beyond) !== (isoOf(day + 1) === beyond)) wrong.push(beyond);
  }
  expect(wrong).toEqual([]);
});

test.each(['', '2026-1-1', '2026-00-10', '2026-13-01', '2026-01-00', '2026-01-01T00:00', '20260101', null, 7])(
  '%j is no date',
  value => expect(isRealDate(value)).toBe(false),
);
