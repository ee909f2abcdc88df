import { builtInLaw, dueOf, toDay, withClosures } from '../../law';
import { duty, madeUpLaw } from './made-up';

const flood = {
  ...{ id: 'a', from: toDay('2026-10-12'), to: toDay('2026-10-14'), reason: 'Ngập lụt' },
  decision: 'QĐ 45/QĐ-THADS, 11/10/2026',
};
const calendar = withClosures(builtInLaw().calendar, [flood]);
const due = (days: number, unit: 'days' | 'workingDays') =>
  dueOf(madeUpLaw({ duties: [duty('limit', { period: { unit, n: days } })], calendar }), {
    ...{ dutyId: 'limit', law: '2025', on: '2026-10-09' },
  });

test('a limit that ends while the unit is closed moves to the first day it is open', () => {
  const { due: end, slip } = due(3, 'days');
  expect(end).toBe('2026-10-15');
  const roll = slip.find(({ step }) => step === 'roll-forward')!;
  expect(roll.basis).toMatch(/^BLDS 2015 Điều 148\(5\); suy ra: luật không nói về ngày đơn vị đóng cửa/);
});

test('working days do not count closed days, and each says why it is skipped and that this is derived', () => {
  const { due: end, slip } = due(2, 'workingDays');
  expect(end).toBe('2026-10-16');
  const closed = slip.filter(({ step, vi }) => step === 'skip' && vi.includes('Ngập lụt'));
  expect(closed.map(({ date }) => date)).toEqual(['2026-10-12', '2026-10-13', '2026-10-14']);
  expect(closed.every(({ basis }) => basis?.startsWith('suy ra'))).toBe(true);
  expect(
    slip
      .filter(({ step, vi }) => step === 'skip' && vi.includes('cuối tuần'))
      .every(({ basis }) => basis === undefined),
  ).toBe(true);
});

test('a weekend rolled over without a closure rests on the Civil Code alone', () => {
  expect(due(8, 'days').slip.find(({ step }) => step === 'roll-forward')!.basis).toBe('BLDS 2015 Điều 148(5)');
});
