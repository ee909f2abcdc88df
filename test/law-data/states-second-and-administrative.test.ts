import type { Written } from './life';
import { expectRefusals, expectTransitions } from './states';

const SECOND = { level: 2, class: 'c', against: 'state' };
const L106 = 'Luật 106/2025/QH15, Điều';

const received: readonly Written[] = [['2026-07-06', 'complaint-received', { noticeOn: '2026-06-20' }]];
const screened: readonly Written[] = [...received, ['2026-07-06', 'complaint-registered']];
const accepted: readonly Written[] = [...screened, ['2026-07-13', 'complaint-accepted']];
const explaining: readonly Written[] = [...accepted, ['2026-07-14', 'explanation-requested']];
const verifying: readonly Written[] = [...explaining, ['2026-07-16', 'explanation-received']];
const suspended: readonly Written[] = [
  ...verifying,
  ['2026-07-20', 'complaint-suspended', { ground: 'awaiting_other_body' }],
];
const decided: readonly Written[] = [...verifying, ['2026-08-05', 'decision-issued', { outcome: 'wrong' }]];

describe('a second complaint', () => {
  expectTransitions('complaint', SECOND, [
    [
      'received with the first decision',
      [],
      ['2026-07-06', 'complaint-received', { firstDecisionAttached: true }],
      'received',
    ],
    ['accepted', received, ['2026-07-15', 'complaint-accepted'], 'accepted'],
    ['not accepted, the first being effective', received, ['2026-07-15', 'complaint-rejected'], 'not_accepted'],
    ['explained by the first resolver', explaining, verifying.at(-1)!, 'verifying'],
    ['suspended', verifying, suspended.at(-1)!, 'suspended'],
    ['discontinued', verifying, ['2026-07-20', 'complaint-discontinued'], 'discontinued'],
    ['decided', verifying, decided.at(-1)!, 'decided'],
    ['effective at once', decided, ['2026-08-05', 'became-effective'], 'effective'],
    ['notified', decided, ['2026-08-10', 'decision-notified'], 'notified'],
    ['published', decided, ['2026-08-12', 'decision-published'], 'decided'],
    [
      'the Minister reviews',
      [...decided, ['2026-08-05', 'became-effective']],
      ['2026-08-20', 'minister-review-opened', { ground: 'b' }],
      'review',
    ],
    ['carried out', [...decided, ['2026-08-05', 'became-effective']], ['2026-08-20', 'executed'], 'executed'],
    [
      'filed',
      [...decided, ['2026-08-05', 'became-effective'], ['2026-08-20', 'executed']],
      ['2026-08-27', 'filed'],
      'ended',
    ],
  ]);
  expectRefusals('complaint', SECOND, [
    ['decided', decided, ['2026-08-20', 'second-complaint-received'], 'BARRED_BY_LAW', `${L106} 98(2)`],
    ['received', received, ['2026-07-20', 'became-effective'], 'NEEDS_EARLIER_EVENT', `${L106} 98(2), 105(5)`],
  ]);
  expectRefusals('complaint', { ...SECOND, caseEndedOn: '2026-05-20' }, [
    [
      'decided under the law of 2008',
      decided,
      ['2026-08-20', 'second-complaint-received'],
      'BARRED_BY_LAW',
      'Luật 26/2008/QH12, Điều 142',
    ],
  ]);
});

describe('an administrative complaint', () => {
  const got: readonly Written[] = [['2026-07-06', 'complaint-received']];
  const taken: readonly Written[] = [...got, ['2026-07-14', 'complaint-accepted']];
  const held: readonly Written[] = [...taken, ['2026-07-20', 'complaint-suspended']];
  const done: readonly Written[] = [...taken, ['2026-08-10', 'decision-issued']];
  expectTransitions('administrative_complaint', { level: 1, remote: false }, [
    ['accepted', got, taken.at(-1)!, 'accepted'],
    ['not accepted', got, ['2026-07-14', 'complaint-rejected'], 'not_accepted'],
    [
      'dialogue',
      [...taken, ['2026-07-15', 'dialogue-planned', { plannedOn: '2026-07-24' }]],
      ['2026-07-24', 'dialogue-held'],
      'dialogue',
    ],
    ['complex', taken, ['2026-08-03', 'resolution-extended'], 'accepted', ['extended']],
    ['suspended', taken, held.at(-1)!, 'suspended'],
    ['continued', held, ['2026-07-27', 'complaint-continued'], 'accepted'],
    ['discontinued', taken, ['2026-07-27', 'complaint-discontinued'], 'discontinued'],
    ['decided', taken, done.at(-1)!, 'decided'],
    ['notified', done, ['2026-08-13', 'decision-notified'], 'awaiting_second'],
    [
      'second level, the first being overdue',
      taken,
      ['2026-08-20', 'second-complaint-received', { overdue: true }],
      'second_level',
    ],
    ['effective', done, ['2026-09-10', 'became-effective'], 'effective'],
    ['carried out', [...done, ['2026-09-10', 'became-effective']], ['2026-09-20', 'executed'], 'executed'],
  ]);
  expectRefusals('administrative_complaint', { level: 1, remote: false }, [
    [
      'received',
      got,
      ['2026-07-20', 'decision-issued'],
      'NEEDS_EARLIER_EVENT',
      'Luật Khiếu nại 02/2011/QH13, Điều 28, 37',
    ],
    ['suspended', held, ['2026-07-27', 'decision-issued'], 'REFUSED_AFTER', 'Luật Khiếu nại 02/2011/QH13, Điều 28, 37'],
    ['received', got, ['2026-07-20', 'second-complaint-received'], 'NEEDS_EARLIER_EVENT', 'Điều 33(1)'],
  ]);
  expectRefusals('administrative_complaint', { level: 2, remote: false }, [
    [
      'second level',
      done,
      ['2026-08-20', 'second-complaint-received'],
      'BARRED_BY_LAW',
      'Luật Khiếu nại 02/2011/QH13, Điều 28, 37',
    ],
  ]);
});
