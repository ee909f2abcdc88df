import { latestDigestDay } from '../../embedded/first-start';
import { instantOf, officialCalendar, toDay, toIso, toMinute } from '../../law';

const calendar = officialCalendar();
const at = (date: string, time: string) => toIso(latestDigestDay(calendar, instantOf(toDay(date), toMinute(time))));

test.each([
  ['a working day from 07:30 on is its own', '2026-11-23', '07:30', '2026-11-23'],
  ['before 07:30 the day before counts, over a weekend', '2026-11-23', '07:29', '2026-11-20'],
  ['on a Sunday it is Friday', '2026-11-22', '12:00', '2026-11-20'],
  ['in the Tết days it is the last working day before them', '2026-02-18', '09:00', '2026-02-13'],
])('%s', (_name, date, time, expected) => {
  expect(at(date, time)).toBe(expected);
});
