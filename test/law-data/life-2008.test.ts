import { matterOn, type Written } from './life';

const FACTS = { origin: 'on_request' };

describe('a case under the law of 2008, from intake to the end', () => {
  const LIFE: readonly Written[] = [
    ['2025-03-03', 'judgment-received'],
    ['2025-03-04', 'request-received'],
    ['2025-03-10', 'decision-issued'],
    ['2025-03-10', 'enforcer-assigned'],
    ['2025-03-12', 'file-opened'],
    ['2025-03-13', 'sent-to-procuracy'],
    ['2025-03-13', 'valid-notice'],
    ['2025-04-01', 'verification-done', { result: 'has_means' }],
    ['2025-04-03', 'coercion-decided'],
    ['2025-04-04', 'coercion-planned', { plannedOn: '2025-04-24', asset: 'movable' }],
    ['2025-04-08', 'sent-to-procuracy'],
    ['2025-04-08', 'notification-sent'],
    ['2025-04-18', 'coercion-cost-notified'],
    ['2025-04-24', 'seized', { asset: 'movable' }],
    ['2025-05-05', 'valuation-contracted'],
    ['2025-05-20', 'valuation-received'],
    ['2025-05-21', 'valuation-notified'],
    ['2025-05-29', 'auction-contracted', { asset: 'movable' }],
    ['2025-06-24', 'auction-won'],
    ['2025-07-01', 'buyer-paid'],
    ['2025-07-10', 'asset-delivered'],
    ['2025-07-21', 'money-paid-out', { amount: '80000000' }],
    ['2025-07-22', 'result-confirmation-requested'],
    ['2025-07-28', 'result-confirmed'],
    ['2025-07-29', 'completed'],
  ];

  // Its dates: law/vectors/lives/case-2008-sale.json.
  test('ends with nothing owed', () => {
    const end = matterOn('enforcement_case', FACTS, LIFE, '2025-08-01');
    expect([end.law, end.closed, end.owed()]).toEqual(['2008', true, []]);
  });
});

describe('a case that crosses 1 July 2026', () => {
  const LIFE: readonly Written[] = [
    ['2026-06-01', 'judgment-received'],
    ['2026-06-02', 'request-received'],
    ['2026-06-05', 'decision-issued'],
    ['2026-06-05', 'enforcer-assigned'],
    ['2026-06-09', 'file-opened'],
    ['2026-06-10', 'sent-to-procuracy'],
    ['2026-06-15', 'valid-notice'],
  ];

  test('steps done before stay as they were', () => {
    const then = matterOn('enforcement_case', FACTS, LIFE, '2026-06-20');
    expect(then.law).toBe('2008');
    const now = matterOn('enforcement_case', FACTS, LIFE, '2026-07-02');
    expect(now.law).toBe('2025');
    for (const id of ['enforcement-decision-on-request', 'case-file-open', 'decision-to-procuracy']) {
      expect(now.said(id)).toBe(then.said(id));
      expect(now.deadlines.find(d => d.dutyId === id)?.law).toBe('2008');
    }
  });

  test('a limit still running goes on under the new law; the later date decides who is late', () => {
    const now = matterOn('enforcement_case', FACTS, LIFE, '2026-07-02');
    const first = now.deadlines.find(d => d.dutyId === 'initial-verification');
    // The voluntary period ended on 25 June: nine days end on Saturday 4 July, ten on Sunday 5 July; both on Monday 6 July.
    expect(now.said('initial-verification')).toBe('open 2026-07-06');
    expect(first?.law).toBe('2025');
  });

  test('what begins afterwards is counted under the new law', () => {
    const later = matterOn(
      'enforcement_case',
      FACTS,
      [
        ...LIFE,
        ['2026-07-03', 'verification-done', { result: 'has_means' }],
        ['2026-07-06', 'coercion-planned', { plannedOn: '2026-07-20', asset: 'movable' }],
      ],
      '2026-07-07',
    );
    // Two working days before, where the law of 2008 asked for three.
    expect(later.said('coercion-cost-notice')).toBe('open 2026-07-16');
  });

  test('the two years without means run from the old decision, where the register of 2008 asked for one', () => {
    const carried = matterOn(
      'enforcement_case',
      FACTS,
      [
        ['2025-09-01', 'judgment-received'],
        ['2025-09-03', 'decision-issued'],
        ['2025-10-06', 'no-condition-decided'],
      ],
      '2026-07-02',
    );
    expect(carried.said('no-condition-return-request')).toBe('open 2027-10-06');
  });
});
