import { matterOn, type Written } from './life';

const C1 = { level: 1, class: 'c', against: 'state' };

describe('a first complaint about coercion, law of 2025', () => {
  const LIFE: readonly Written[] = [
    ['2026-09-07', 'complaint-received', { noticeOn: '2026-08-20' }],
    ['2026-09-11', 'complaint-accepted'],
    ['2026-09-14', 'explanation-requested'],
    ['2026-09-16', 'explanation-received'],
    ['2026-09-21', 'complaint-suspended', { ground: 'awaiting_other_body' }],
    ['2026-10-01', 'complaint-continued'],
    ['2026-10-05', 'resolution-extended', { ground: 'complex', days: 30 }],
    ['2026-11-10', 'decision-issued', { outcome: 'partly_right' }],
    ['2026-11-12', 'decision-sent'],
    ['2026-11-13', 'decision-notified'],
  ];

  // Its dates: law/vectors/lives/complaint-first-class-c.json.
  test('sending the decision is a target of service; nothing takes effect while the window is open', () => {
    const decided = matterOn('complaint', C1, LIFE, '2026-11-16');
    expect(decided.deadlines.find(d => d.dutyId === 'complaint-send-decision-1st')?.basis).toBe('service');
    expect(decided.said('complaint-effective-1st')).toBe('none');
  });

  test('without a second complaint it takes effect when the window closes', () => {
    const silent = matterOn('complaint', C1, LIFE, '2026-12-01');
    expect(silent.deadlines.find(d => d.dutyId === 'complaint-limitation-2nd')?.lapse).toBe(true);
    expect(silent.said('complaint-effective-1st')).toMatch(/2026-1[12]-\d\d$/);
    const closed = matterOn(
      'complaint',
      C1,
      [...LIFE, ['2026-12-01', 'became-effective'], ['2026-12-08', 'executed'], ['2026-12-10', 'filed']],
      '2026-12-11',
    );
    expect([closed.closed, closed.stage, closed.owed()]).toEqual([true, 'ended', []]);
  });

  test('a second complaint in time keeps it from taking effect', () => {
    const second = matterOn('complaint', C1, [...LIFE, ['2026-11-20', 'second-complaint-received']], '2026-12-10');
    expect(second.said('complaint-limitation-2nd')).toBe('met 2026-11-30');
    expect(second.said('complaint-effective-1st')).toBe('none');
  });
});

test('class b of a State agency takes effect at once and has no second level', () => {
  const b = matterOn(
    'complaint',
    { level: 1, class: 'b', against: 'state' },
    [
      ['2026-10-05', 'complaint-received'],
      ['2026-10-07', 'complaint-accepted'],
      ['2026-10-13', 'decision-issued', { outcome: 'wrong' }],
      ['2026-10-14', 'decision-notified'],
    ],
    '2026-10-14',
  );
  expect(b.said('complaint-decide-b')).toBe('met 2026-10-14');
  expect(b.said('complaint-effective-1st-security')).toMatch(/2026-10-13$/);
  expect(b.said('complaint-limitation-2nd')).toBe('none');
});

test('the second level: ten days to accept, forty-five to decide, effective at once', () => {
  const second = matterOn(
    'complaint',
    { level: 2, class: 'c', against: 'state' },
    [
      ['2026-10-05', 'complaint-received'],
      ['2026-10-14', 'complaint-accepted'],
      ['2026-11-25', 'decision-issued', { outcome: 'wrong' }],
    ],
    '2026-11-25',
  );
  expect(second.said('complaint-accept-2nd')).toBe('met 2026-10-15');
  expect(second.said('complaint-accept-1st')).toBe('none');
  expect(second.said('complaint-decide-2nd-c')).toBe('met 2026-11-30');
  expect(second.said('complaint-decide-1st-c')).toBe('none');
  expect(second.said('complaint-effective-2nd')).toBe('open 2026-11-25');
  expect(second.said('complaint-send-decision-2nd')).toBe('open 2026-12-04');
});

test('a complaint about a case that ended before 1 July 2026 stays under the law of 2008', () => {
  const old = matterOn(
    'complaint',
    { level: 1, class: 'd', caseEndedOn: '2026-05-20' },
    [
      ['2026-07-13', 'complaint-received', { noticeOn: '2026-06-25' }],
      ['2026-07-15', 'complaint-accepted'],
    ],
    '2026-07-16',
  );
  expect(old.law).toBe('2008');
  expect(old.said('o08-limitation-d')).toBe('met 2026-07-27');
  expect(old.said('o08-accept')).toBe('met 2026-07-20');
  expect(old.said('o08-decide-d')).toBe('open 2026-07-30');
  expect(old.said('complaint-accept-1st')).toBe('none');
});

describe('the Procuracy', () => {
  test('a protest accepted is carried out within five working days of the reply', () => {
    const protest = matterOn(
      'procuracy_protest',
      { level: 'regional' },
      [
        ['2026-10-01', 'protest-received', { procuracyNoticeOn: '2026-09-21' }],
        ['2026-10-16', 'protest-replied', { accepted: true }],
      ],
      '2026-10-19',
    );
    expect(protest.said('protest-limitation')).toBe('met 2026-10-06');
    expect(protest.said('protest-reply')).toBe('met 2026-10-16');
    expect(protest.said('protest-execute')).toBe('open 2026-10-23');
  });

  test('one that is disputed goes up: ten days, then thirty, then the Minister’s thirty', () => {
    const disputed = matterOn(
      'procuracy_protest',
      { level: 'provincial' },
      [
        ['2026-08-03', 'protest-received'],
        ['2026-08-14', 'reconsideration-requested'],
        ['2026-08-24', 'reconsideration-answered'],
        ['2026-08-28', 'protest-reported-up'],
        ['2026-09-25', 'managing-agency-answered'],
        ['2026-10-05', 'minister-review-requested'],
      ],
      '2026-10-06',
    );
    expect(disputed.said('protest-reply')).toBe('met 2026-08-18');
    expect(disputed.said('protest-reconsider-answer')).toBe('met 2026-08-24');
    expect(disputed.said('protest-managing-agency-answer')).toBe('met 2026-09-28');
    expect(disputed.said('protest-minister-answer')).toBe('open 2026-11-04');
  });

  test('a recommendation has the same fifteen days and five working days', () => {
    const told = matterOn(
      'procuracy_recommendation',
      {},
      [
        ['2026-11-09', 'recommendation-received'],
        ['2026-11-20', 'recommendation-replied', { accepted: true }],
      ],
      '2026-11-23',
    );
    expect(told.said('recommendation-reply')).toBe('met 2026-11-25');
    expect(told.said('recommendation-execute')).toBe('open 2026-11-30');
  });
});
