import { builtInLaw, dueOf, officialCalendar, toDay, toIso } from '../../law';
import type { Period } from '../../law/model';
import { duty, madeUpLaw } from './made-up';

/** Due date of a bare period, by the official calendar. */
function due(period: Period, on: string, at?: string): string {
  const book = madeUpLaw({ duties: [duty('limit', { period })] });
  return dueOf(book, { dutyId: 'limit', law: '2025', on, ...(at !== undefined && { at }) }).due;
}
const wd = (n: number): Period => ({ unit: 'workingDays', n });
const d = (n: number): Period => ({ unit: 'days', n });
const m = (n: number): Period => ({ unit: 'months', n });
const y = (n: number): Period => ({ unit: 'years', n });
const h = (n: number): Period => ({ unit: 'hours', n });
const back = (n: number, of: 'hours' | 'days' | 'workingDays'): Period => ({ unit: 'before', of, n });
const now: Period = { unit: 'atOnce' };

describe('worked examples of the catalogue', () => {
  test.each<[string, string, Period, string]>([
    ['request received, 2 September ahead', '2026-08-26', wd(5), '2026-09-07'],
    ['voluntary period ends on a swapped day off', '2026-08-21', d(10), '2026-09-03'],
    ['ends on a worked Saturday: no roll', '2026-08-12', d(10), '2026-08-22'],
    ['24 November is not counted', '2026-11-20', wd(3), '2026-11-26'],
    ['ends on 24 November', '2026-11-14', d(10), '2026-11-25'],
    ['look back over 24 November', '2026-11-27', back(3, 'workingDays'), '2026-11-23'],
    ['statistics, enforcer', '2026-09-30', wd(1), '2026-10-01'],
    ['statistics, district', '2026-09-30', wd(2), '2026-10-02'],
    ['statistics, province', '2026-09-30', wd(4), '2026-10-06'],
    ['statistics, national', '2026-09-30', wd(6), '2026-10-08'],
    ['complaint window', '2026-07-03', d(15), '2026-07-20'],
    ['accept a first complaint', '2026-07-06', wd(5), '2026-07-13'],
    ['accept a second complaint', '2026-07-06', d(10), '2026-07-16'],
    ['decide in 15 days', '2026-07-13', d(15), '2026-07-28'],
    ['decide in 30 days', '2026-07-13', d(30), '2026-08-12'],
    ['decide in 45 days', '2026-07-13', d(45), '2026-08-27'],
    ['decide in 5 working days', '2026-07-13', wd(5), '2026-07-20'],
    ['denunciation, 90 days', '2026-07-13', d(90), '2026-10-12'],
    ['answer a protest', '2026-10-01', d(15), '2026-10-16'],
    ['carry out a protest', '2026-10-16', wd(5), '2026-10-23'],
    ['citizen reception', '2026-10-15', wd(10), '2026-10-29'],
  ])('%s: %s', (_name, on, period, expected) => {
    expect(due(period, on)).toBe(expected);
  });
});

describe('the Civil Code, rule by rule', () => {
  test.each<[string, string, Period, string]>([
    ['months end on the corresponding day', '2026-01-15', m(3), '2026-04-15'],
    ['no corresponding day: the last of the month (Saturday, rolls on)', '2026-08-31', m(6), '2027-03-01'],
    ['31 May + 1 month', '2027-05-31', m(1), '2027-06-30'],
    ['months roll forward over the weekend', '2026-04-03', m(3), '2026-07-03'],
    ['a year from 29 February', '2024-02-29', y(1), '2025-02-28'],
    ['two years', '2024-09-02', y(2), '2026-09-03'],
    ['a limit that begins on a holiday still excludes that day only', '2026-02-17', d(1), '2026-02-23'],
    ['calendar days through Tết count the holidays', '2026-02-12', d(15), '2026-02-27'],
    ['working days leave out Tết', '2026-02-12', wd(3), '2026-02-24'],
    ['the swapped Friday 2 January is off, Saturday 10 January is worked', '2026-01-01', wd(6), '2026-01-10'],
    ['one working day from a Friday', '2026-07-03', wd(1), '2026-07-06'],
    ['at once on a working day', '2026-07-03', now, '2026-07-03'],
    ['at once on a Saturday', '2026-07-04', now, '2026-07-06'],
    ['at once on a worked Saturday', '2026-08-22', now, '2026-08-22'],
    ['at once during Tết', '2026-02-16', now, '2026-02-23'],
    ['look back in calendar days does not roll', '2026-07-20', back(15, 'days'), '2026-07-05'],
    ['look back one working day over a weekend', '2026-07-06', back(1, 'workingDays'), '2026-07-03'],
    ['look back 5 working days over 2 September', '2026-09-04', back(5, 'workingDays'), '2026-08-25'],
  ])('%s', (_name, on, period, expected) => {
    expect(due(period, on)).toBe(expected);
  });

  test.each<[string, string, string, Period, string]>([
    ['hours run through the night', '2026-07-02', '16:30', h(24), '2026-07-03T16:30'],
    ['hours run through the weekend, no roll', '2026-07-03', '16:30', h(24), '2026-07-04T16:30'],
    ['hours run through Tết', '2026-02-16', '08:00', h(48), '2026-02-18T08:00'],
    ['24:00 is the end of the day', '2026-07-02', '24:00', h(24), '2026-07-04T00:00'],
    ['00:00 is its beginning', '2026-07-02', '00:00', h(24), '2026-07-03T00:00'],
    ['hours over new year', '2026-12-31', '23:59', h(1), '2027-01-01T00:59'],
    ['hours looked back', '2026-07-06', '08:00', back(24, 'hours'), '2026-07-05T08:00'],
  ])('%s', (_name, on, at, period, expected) => {
    expect(due(period, on, at)).toBe(expected);
  });
});

describe('the calendar’s horizon', () => {
  const answer = (on: string, period: Period) =>
    dueOf(madeUpLaw({ duties: [duty('limit', { period })] }), { dutyId: 'limit', law: '2025', on });

  test('a limit that ends in the provisional year says so', () => {
    const found = answer('2026-12-30', wd(5));
    expect(found).toMatchObject({ due: '2027-01-07', provisional: true });
    expect(found.slip.some(step => step.step === 'provisional')).toBe(true);
  });
  test('a limit that ends within the published years does not', () => {
    expect(answer('2026-12-21', wd(5)).provisional).toBe(false);
  });
  test('beyond the last year it is Monday to Friday and provisional', () => {
    expect(answer('2028-01-28', d(3))).toMatchObject({ due: '2028-01-31', provisional: true });
  });
  test('before the first year as well', () => {
    expect(answer('2014-12-22', wd(5))).toMatchObject({ due: '2014-12-29', provisional: true });
  });
  test('hours never rest on the calendar', () => {
    const book = madeUpLaw({ duties: [duty('limit', { period: h(24) })] });
    expect(dueOf(book, { dutyId: 'limit', law: '2025', on: '2028-01-01', at: '08:00' }).provisional).toBe(false);
  });
});

describe('a slip can be checked with a pencil', () => {
  test('every skipped day is named with its reason', () => {
    const { slip } = dueOf(builtInLaw(), { dutyId: 'enforcement-decision-on-request', on: '2026-08-26' });
    const skipped = slip.filter(step => step.step === 'skip');
    expect(skipped.map(step => step.date)).toEqual([
      '2026-08-29',
      '2026-08-30',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-09-05',
      '2026-09-06',
    ]);
    expect(skipped[2]!.vi).toContain('Hoán đổi (làm bù thứ Bảy 22/08/2026)');
    expect(skipped[4]!.vi).toContain('Quốc khánh');
    expect(slip[0]!.basis).toBe('Luật 106/2025/QH15, Điều 34(3)');
    expect(slip.at(-1)).toMatchObject({ step: 'due', date: '2026-09-07' });
  });
  test('the days between trigger and due are either skipped or counted', () => {
    const calendar = officialCalendar();
    const { slip, due: end } = dueOf(builtInLaw(), { dutyId: 'enforcement-decision-on-request', on: '2026-02-10' });
    const skipped = new Set(slip.filter(step => step.step === 'skip').map(step => step.date));
    let counted = 0;
    for (let day = toDay('2026-02-11'); day <= toDay(end); day++) {
      if (!skipped.has(toIso(day))) counted += calendar.isWorking(day) ? 1 : Number.NaN;
    }
    expect(counted).toBe(5);
  });
});
