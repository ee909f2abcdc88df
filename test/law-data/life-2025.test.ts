import { builtInLaw, checkEvent, toDay } from '../../law';
import { logOf, matterOn, type Written } from './life';

const FACTS = { origin: 'on_request', credit: false };

/** A case on request, from intake to the certificate, all acts in time. */
const LIFE: readonly Written[] = [
  ['2026-07-06', 'judgment-received'],
  ['2026-07-07', 'request-received', { obligationDueOn: '2026-06-10' }],
  ['2026-07-10', 'decision-issued', { number: '15/QĐ-THADS' }],
  ['2026-07-10', 'enforcer-assigned'],
  ['2026-07-14', 'file-opened'],
  ['2026-07-14', 'sent-to-procuracy'],
  ['2026-07-15', 'valid-notice', { channel: 'direct' }],
  ['2026-08-03', 'verification-done', { result: 'has_means' }],
  ['2026-08-04', 'coercion-decided'],
  ['2026-08-05', 'sent-to-procuracy'],
  ['2026-08-06', 'notification-sent'],
  ['2026-08-06', 'coercion-planned', { plannedOn: '2026-08-20', withForces: true, asset: 'immovable' }],
  ['2026-08-06', 'police-plan-requested'],
  ['2026-08-11', 'police-plan-received'],
  ['2026-08-14', 'seizure-notified'],
  ['2026-08-17', 'coercion-cost-notified'],
  ['2026-08-19', 'coordination-meeting-held'],
  ['2026-08-20', 'seized', { asset: 'immovable' }],
  ['2026-08-26', 'valuation-contracted'],
  ['2026-09-14', 'valuation-received'],
  ['2026-09-15', 'valuation-notified'],
  ['2026-09-28', 'auction-contracted', { asset: 'immovable' }],
  ['2026-11-05', 'auction-won'],
  ['2026-11-20', 'buyer-paid'],
  ['2026-11-25', 'money-deposited'],
  ['2026-12-10', 'asset-delivered'],
  ['2026-12-15', 'title-file-provided'],
  ['2026-12-18', 'money-paid-out', { amount: '350000000' }],
  ['2026-12-21', 'result-confirmation-requested'],
  ['2026-12-23', 'result-confirmed'],
  ['2026-12-24', 'completed'],
];
const upTo = (day: string): readonly Written[] => LIFE.filter(([when]) => when <= day);

describe('a case under the law of 2025, from intake to the end', () => {
  // Its dates: law/vectors/lives/case-2025-sale.json.
  test('ends with nothing owed', () => {
    const end = matterOn('enforcement_case', FACTS, LIFE, '2026-12-31');
    expect(end.closed).toBe(true);
    expect(end.owed()).toEqual([]);
    expect(end.classes()).toEqual(['with_conditions 2026-07-10', 'done 2026-12-24']);
  });

  test('the officer’s list on three mornings', () => {
    expect(matterOn('enforcement_case', FACTS, upTo('2026-07-10'), '2026-07-13').owed()).toEqual([
      'case-file-open open 2026-07-14',
      'decision-to-procuracy open 2026-07-15',
      'notification open 2026-07-15',
    ]);
    expect(matterOn('enforcement_case', FACTS, upTo('2026-07-15'), '2026-07-29').owed()).toEqual([
      'initial-verification open 2026-08-05',
    ]);
    expect(matterOn('enforcement_case', FACTS, upTo('2026-11-20'), '2026-11-23').owed()).toEqual([
      'asset-handover-buyer open 2027-01-19',
      'undelivered-proceeds-deposit open 2026-11-30',
    ]);
  });

  test('first verification: warned by the nine days, late only after the ten', () => {
    const late = matterOn('enforcement_case', FACTS, upTo('2026-07-15'), '2026-08-06');
    const first = late.deadlines.find(d => d.dutyId === 'initial-verification');
    expect([first?.due, first?.dueLatest].map(day => day && day - toDay('2026-08-01'))).toEqual([4, 5]);
  });
});

describe('no means for now', () => {
  const none = (origin: string, more: readonly Written[], today: string) =>
    matterOn(
      'enforcement_case',
      { origin },
      [
        ['2026-07-06', 'judgment-received'],
        ['2026-07-08', 'decision-issued'],
        ['2026-07-10', 'valid-notice'],
        ['2026-07-28', 'verification-done', { result: 'no_means' }],
        ['2026-07-29', 'no-condition-ground-found'],
        ['2026-08-03', 'no-condition-decided'],
        ...more,
      ],
      today,
    );

  test('is published, verified again every six months, and ends after two years', () => {
    const asked = none('on_request', [], '2026-08-04');
    expect(asked.said('no-condition-decision')).toBe('met 2026-08-05');
    expect(asked.said('no-condition-publication')).toBe('open 2026-08-10');
    expect(asked.all('periodic-verification')).toEqual(['void 2027-01-28', 'open 2027-02-03']);
    expect(asked.said('no-condition-return-request')).toBe('open 2028-08-03');
    expect(asked.said('no-condition-separate-register')).toBe('none');
    expect(asked.classes()).toEqual(['with_conditions 2026-07-08', 'without_conditions 2026-08-03']);
  });

  test('the next period runs from the last verification, a year for prisoners', () => {
    const again = none(
      'ex_officio',
      [['2026-12-15', 'verification-done', { result: 'no_means', prisoner: true }]],
      '2026-12-16',
    );
    expect(again.all('periodic-verification')).toEqual(['void 2027-01-28', 'met 2027-02-03', 'open 2027-12-15']);
    expect(again.said('no-condition-separate-register')).toBe('open 2028-08-03');
    expect(again.said('no-condition-return-request')).toBe('none');
  });

  test('new means take the case back', () => {
    const back = none(
      'on_request',
      [
        ['2026-11-02', 'new-information-received'],
        ['2026-11-10', 'verification-done', { result: 'has_means' }],
        ['2026-11-12', 'condition-regained'],
      ],
      '2026-11-13',
    );
    expect(back.said('new-information-verification')).toBe('met 2026-11-12');
    expect(back.said('no-condition-return-request')).toBe('void 2028-08-03');
    expect(back.classes().at(-1)).toBe('with_conditions 2026-11-12');
  });
});

describe('what stops the clocks', () => {
  const START: readonly Written[] = [
    ['2026-09-07', 'judgment-received'],
    ['2026-09-07', 'request-received'],
    ['2026-09-09', 'decision-issued'],
    ['2026-09-14', 'valid-notice'],
  ];

  test('a postponement by agreement stays among the cases with conditions; other grounds do not', () => {
    const by = (ground: string) =>
      matterOn('enforcement_case', FACTS, [...START, ['2026-09-16', 'postponed', { ground }]], '2026-09-17').spans.at(
        -1,
      )?.class;
    expect([by('c'), by('a'), by('no_means')]).toEqual([
      'with_conditions',
      'postponed_or_suspended',
      'without_conditions',
    ]);
  });

  test('the voluntary period stands still until the decision to continue', () => {
    const paused: readonly Written[] = [...START, ['2026-09-16', 'postponed', { ground: 'a' }]];
    expect(matterOn('enforcement_case', FACTS, paused, '2026-09-20').said('voluntary-period')).toMatch(/^paused/);
    const on = matterOn(
      'enforcement_case',
      FACTS,
      [...paused, ['2026-09-28', 'postponement-ground-ended'], ['2026-09-30', 'resumed']],
      '2026-10-01',
    );
    // Ten days from 14 September; 16 to 29 September do not count: 15 September, then nine days from 30 September on.
    expect(on.said('voluntary-period')).toBe('open 2026-10-08');
    expect(on.said('resume-after-postponement')).toBe('met 2026-10-05');
  });

  test('a postponement until a day asks for the decision to continue from that day', () => {
    const until = matterOn(
      'enforcement_case',
      FACTS,
      [...START, ['2026-09-16', 'postponed', { ground: 'a', until: '2026-10-09' }]],
      '2026-10-12',
    );
    expect(until.said('resume-after-postponement')).toBe('open 2026-10-16');
  });

  test('a postponement the protesting authority asked for lasts three months from its letter at most', () => {
    const asked: readonly Written[] = [
      ...START,
      ['2026-09-16', 'protest-authority-asked-postponement', { requestedOn: '2026-09-14', atLeast24HoursBefore: true }],
      ['2026-09-16', 'postponed', { ground: 'protest_request', requestedOn: '2026-09-14', moneyHeld: true }],
    ];
    const now = matterOn('enforcement_case', FACTS, asked, '2026-09-17');
    expect(now.said('postponement-on-protest-authority-request')).toBe('met 2026-09-16');
    expect(now.said('postponement-max')).toBe('open 2026-12-14');
    expect(now.said('deposit-while-paused')).toBe('open 2026-09-23');
    expect(matterOn('enforcement_case', FACTS, asked, '2026-12-15').said('resume-after-postponement')).toBe(
      'open 2026-12-21',
    );
  });

  test('sending and notifying run on while the case is postponed', () => {
    const sent = matterOn(
      'enforcement_case',
      FACTS,
      [...START, ['2026-09-16', 'postponed', { ground: 'a' }]],
      '2026-09-17',
    );
    expect(sent.said('decision-to-procuracy')).toBe('open 2026-09-21');
  });

  test('a stay is lifted once for each time it was ordered', () => {
    const log: Written[] = [...START, ['2026-09-15', 'stay-by-complaint'], ['2026-09-18', 'stay-lifted']];
    const lift = (lines: readonly Written[]) =>
      checkEvent(
        {
          kind: 'enforcement_case',
          facts: FACTS,
          events: logOf(lines),
          law: builtInLaw(),
          today: toDay('2026-09-30'),
        },
        { type: 'stay-lifted', occurredOn: toDay('2026-09-25'), attrs: {} },
      )?.code ?? 'allowed';
    expect(lift(START)).toBe('NEEDS_EARLIER_EVENT');
    expect(lift(log)).toBe('REFUSED_AFTER');
    expect(lift([...log, ['2026-09-21', 'stay-by-complaint']])).toBe('allowed');
  });

  test('a frozen account: twenty-four hours by the clock', () => {
    const frozen = matterOn(
      'enforcement_case',
      FACTS,
      [...START, ['2026-09-18T16:45', 'freeze-minutes-drawn']],
      '2026-09-18',
    );
    const limit = frozen.deadlines.find(d => d.dutyId === 'freeze-on-minutes-decision');
    expect(new Date(limit?.dueAt ?? 0).toISOString()).toBe('2026-09-19T09:45:00.000Z');
  });
});
