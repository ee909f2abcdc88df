import type { Written } from './life';
import { expectRefusals, expectTransitions } from './states';

const L106 = 'Luật 106/2025/QH15, Điều';

describe('a protest of the Procuracy', () => {
  const received: readonly Written[] = [
    ['2026-08-03', 'protest-received', { procuracyNoticeOn: '2026-07-24', about: 'verification' }],
  ];
  const replied: readonly Written[] = [...received, ['2026-08-14', 'protest-replied', { accepted: true }]];
  const asked: readonly Written[] = [...received, ['2026-08-14', 'reconsideration-requested']];
  const maintained: readonly Written[] = [
    ...asked,
    ['2026-08-24', 'reconsideration-answered', { outcome: 'maintained' }],
  ];
  const up: readonly Written[] = [...maintained, ['2026-08-28', 'protest-reported-up']];
  const answered: readonly Written[] = [...up, ['2026-09-25', 'managing-agency-answered']];
  const minister: readonly Written[] = [...answered, ['2026-10-05', 'minister-review-requested']];

  expectTransitions('procuracy_protest', { level: 'regional' }, [
    ['received', [], received[0]!, 'received'],
    ['accepted', received, replied.at(-1)!, 'replied'],
    ['carried out', replied, ['2026-08-20', 'protest-executed'], 'executed'],
    ['reconsideration asked for', received, asked.at(-1)!, 'reconsidering'],
    ['withdrawn', asked, ['2026-08-24', 'protest-withdrawn'], 'withdrawn'],
    ['changed', asked, ['2026-08-24', 'reconsideration-answered', { outcome: 'changed' }], 'disputed'],
    ['maintained', asked, maintained.at(-1)!, 'disputed'],
    ['the head now agrees', maintained, ['2026-08-26', 'protest-replied', { accepted: true }], 'replied'],
    ['reported up', maintained, up.at(-1)!, 'reported_up'],
    ['the managing agency answers', up, answered.at(-1)!, 'answered'],
    ['before the Minister', answered, minister.at(-1)!, 'minister_review'],
    ['the Minister answers', minister, ['2026-11-04', 'minister-answered'], 'answered'],
    ['carried out after the agency’s answer', answered, ['2026-09-30', 'protest-executed'], 'executed'],
    ['closed after the agency’s answer', answered, ['2026-09-30', 'filed'], 'ended'],
    ['auction paused', received, ['2026-08-04', 'auction-paused'], 'received', ['auction_paused']],
    ['auction goes on', [...received, ['2026-08-04', 'auction-paused']], ['2026-08-20', 'auction-resumed'], 'received'],
    ['means verified again', received, ['2026-08-07', 'reverified'], 'received'],
  ]);
  expectRefusals('procuracy_protest', { level: 'regional' }, [
    [
      'received',
      received,
      ['2026-08-10', 'protest-executed'],
      'NEEDS_EARLIER_EVENT',
      `${L106} 113(1), 113(2)a, 113(3)`,
    ],
    ['received', received, ['2026-08-10', 'protest-reported-up'], 'NEEDS_EARLIER_EVENT', `${L106} 113(2)a`],
    ['received', received, ['2026-08-10', 'minister-review-requested'], 'NEEDS_EARLIER_EVENT', `${L106} 113(3)`],
    ['received', received, ['2026-08-10', 'protest-received'], 'ALREADY_RECORDED', `${L106} 112(2), 113(1)`],
    ['accepted', replied, ['2026-08-17', 'reconsideration-requested'], 'REFUSED_AFTER', `${L106} 113(2)`],
    ['accepted', replied, ['2026-08-17', 'protest-replied', { accepted: true }], 'REFUSED_AFTER', `${L106} 113(1)`],
    [
      'reconsideration asked for',
      asked,
      ['2026-08-17', 'protest-replied', { accepted: true }],
      'REFUSED_AFTER',
      `${L106} 113(1)`,
    ],
    ['reported up', up, ['2026-09-01', 'protest-replied', { accepted: true }], 'REFUSED_AFTER', `${L106} 113(1)`],
    [
      'withdrawn',
      [...asked, ['2026-08-24', 'protest-withdrawn']],
      ['2026-08-28', 'protest-reported-up'],
      'MATTER_CLOSED',
      `${L106} 113(2)`,
    ],
    ['no pause', received, ['2026-08-10', 'auction-resumed'], 'NEEDS_EARLIER_EVENT', 'NĐ 152/2026/NĐ-CP, Điều 65(9)'],
  ]);
  describe('under the law of 2008, which knew no reconsideration', () => {
    expectTransitions('procuracy_protest', { level: 'regional', caseEndedOn: '2026-05-20' }, [
      ['reported up at once', received, ['2026-08-10', 'protest-reported-up'], 'reported_up'],
    ]);
  });
});

describe('a recommendation and a request', () => {
  const recommended: readonly Written[] = [['2026-11-09', 'recommendation-received']];
  const replied: readonly Written[] = [...recommended, ['2026-11-20', 'recommendation-replied', { accepted: true }]];
  expectTransitions('procuracy_recommendation', {}, [
    ['accepted', recommended, replied.at(-1)!, 'replied'],
    ['carried out', replied, ['2026-11-27', 'recommendation-executed'], 'executed'],
    [
      'closed with reasons',
      [...recommended, ['2026-11-20', 'recommendation-replied', { accepted: false }]],
      ['2026-11-23', 'filed'],
      'ended',
    ],
  ]);
  expectRefusals('procuracy_recommendation', {}, [
    ['received', recommended, ['2026-11-20', 'recommendation-executed'], 'NEEDS_EARLIER_EVENT', `${L106} 113(1)`],
    [
      'replied',
      replied,
      ['2026-11-25', 'recommendation-replied', { accepted: false }],
      'ALREADY_RECORDED',
      `${L106} 113(1), 113(4)`,
    ],
  ]);
  const requested: readonly Written[] = [['2026-11-09', 'procuracy-request-received', { about: 'immediate' }]];
  expectTransitions('procuracy_request', {}, [
    ['done', requested, ['2026-11-09', 'procuracy-request-carried-out'], 'executed'],
    ['closed', [...requested, ['2026-11-09', 'procuracy-request-carried-out']], ['2026-11-10', 'filed'], 'ended'],
  ]);
  expectRefusals('procuracy_request', {}, [
    [
      'received',
      requested,
      ['2026-11-10', 'filed'],
      'NEEDS_EARLIER_EVENT',
      'Luật Tổ chức VKSND 63/2014/QH13, Điều 28(6), 30(2)',
    ],
  ]);
});
