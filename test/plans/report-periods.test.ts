import { reportPeriodsEndingOn } from '../../activities/plans';
import { toDay } from '../../law';

const on = (day: string) => reportPeriodsEndingOn(toDay(day)).map(({ form, months }) => `${form} ${months}`);

test.each<[string, string[]]>([
  ['2026-09-29', []],
  ['2026-09-30', ['statistics 12', 'interagency 12', 'ended_list 12']],
  ['2026-10-31', ['statistics 1', 'ended_list 1']],
  ['2026-12-31', ['statistics 3', 'interagency 3', 'ended_list 3']],
  ['2026-02-28', ['statistics 5', 'ended_list 5']],
  ['2028-02-28', []],
  ['2028-02-29', ['statistics 5', 'ended_list 5']],
  ['2026-03-31', ['statistics 6', 'interagency 6', 'ended_list 6']],
  ['2026-07-31', ['statistics 10', 'interagency 10', 'ended_list 10']],
])('%s: %j', (day, expected) => {
  expect(on(day)).toEqual(expected);
});

test('people read which period it is', () => {
  expect(reportPeriodsEndingOn(toDay('2026-07-31')).map(({ title }) => title)).toEqual([
    'Báo cáo thống kê 10 tháng (đến 31/07/2026)',
    'Biểu liên ngành 10 tháng (đến 31/07/2026)',
    'Danh sách việc kết thúc tháng 07/2026',
  ]);
});

test('twelve periods a year for statistics, four for the inter-agency forms', () => {
  const year = Array.from({ length: 365 }, (_, i) => reportPeriodsEndingOn(toDay('2025-10-01') + i)).flat();
  const count = (form: string) => year.filter(period => period.form === form).length;
  expect([count('statistics'), count('interagency'), count('ended_list')]).toEqual([12, 4, 12]);
});
