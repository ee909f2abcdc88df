import { calendarYears, toIso } from '../../law';
import { chapOf, hungKingsOf, lunarNewYearOf, tetName } from '../../law/calendar/lunar';

/** Year, mùng 1 Tết, last day of Chạp and its number, 10 of the third month: as published and as in every notice. */
const TABLE: readonly (readonly [year: number, newYear: string, days: number, hungKings: string])[] = [
  [2015, '2015-02-19', 30, '2015-04-28'],
  [2016, '2016-02-08', 29, '2016-04-16'],
  [2017, '2017-01-28', 30, '2017-04-06'],
  [2018, '2018-02-16', 30, '2018-04-25'],
  [2019, '2019-02-05', 30, '2019-04-14'],
  [2020, '2020-01-25', 30, '2020-04-02'],
  [2021, '2021-02-12', 30, '2021-04-21'],
  [2022, '2022-02-01', 29, '2022-04-10'],
  [2023, '2023-01-22', 30, '2023-04-29'],
  [2024, '2024-02-10', 30, '2024-04-18'],
  [2025, '2025-01-29', 29, '2025-04-07'],
  [2026, '2026-02-17', 29, '2026-04-26'],
  [2027, '2027-02-06', 29, '2027-04-16'],
];

test.each(TABLE)('%s', (year, newYear, days, hungKings) => {
  expect(toIso(lunarNewYearOf(year))).toBe(newYear);
  expect(toIso(hungKingsOf(year))).toBe(hungKings);
  expect(lunarNewYearOf(year) - chapOf(year)).toBe(days);
});

// In these years the new moon or the leap month falls otherwise in Beijing (UTC+8).
test.each([
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2030, '2030-02-02'],
])('Tết %s is Vietnam’s own', (year, newYear) => {
  expect(toIso(lunarNewYearOf(year))).toBe(newYear);
});

test('days around Tết are called as the notices call them', () => {
  for (const { year, off } of calendarYears()) {
    for (const { date, kind, reason } of off) {
      if (kind !== 'tet') continue;
      const day = lunarNewYearOf(year) + (Date.parse(date) - Date.parse(toIso(lunarNewYearOf(year)))) / 86_400_000;
      expect([date, `Tết Nguyên đán: ${tetName(day, lunarNewYearOf(year), chapOf(year))}`]).toEqual([date, reason]);
    }
  }
});
