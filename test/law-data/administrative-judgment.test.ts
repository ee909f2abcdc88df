import { matterOn, type Written } from './life';

const RECEIVED: readonly Written[] = [
  ['2026-06-15', 'judgment-received'],
  ['2026-06-12', 'debtor-received-judgment'],
];

describe('a text that is not the enforcement law’s goes on over 1 July 2026', () => {
  const on = (day: string, lines = RECEIVED) => matterOn('administrative_judgment', {}, lines, day);

  test('nothing is carried over, so nothing is said of it', () => {
    const before = on('2026-06-30').deadlines.find(d => d.dutyId === 'thahc-voluntary-period')!;
    const after = on('2026-07-01').deadlines.find(d => d.dutyId === 'thahc-voluntary-period')!;
    expect([before.due, before.dueLatest, before.key]).toEqual([after.due, after.dueLatest, after.key]);
    expect(after.slip.map(({ step, vi }) => [step, vi])).toEqual(before.slip.map(({ step, vi }) => [step, vi]));
    expect(after.slip[0]!.basis).toBe('Luật Tố tụng hành chính 93/2015/QH13, Điều 311(2)');
  });

  test('voter lists and interim measures are carried out at once', () => {
    const { said } = matterOn('administrative_judgment', { content: 'voter_list' }, RECEIVED, '2026-06-16');
    expect(said('thahc-voluntary-period')).toBe('overdue 2026-06-12');
    expect(said('thahc-enforcer-notice')).toBe('overdue 2026-06-15');
  });
});
