import { builtInLaw, checkEvent, standing, toDay } from '../../law';
import { logOf, type Written } from './life';
import { expectRefusals, expectTransitions } from './states';

const FIRST = { level: 1, class: 'c', against: 'state' };
const L106 = 'Luật 106/2025/QH15, Điều';

const received: readonly Written[] = [['2026-07-06', 'complaint-received', { noticeOn: '2026-06-20' }]];
const screened: readonly Written[] = [...received, ['2026-07-06', 'complaint-registered']];
const accepted: readonly Written[] = [...screened, ['2026-07-13', 'complaint-accepted']];
const explaining: readonly Written[] = [...accepted, ['2026-07-14', 'explanation-requested']];
const verifying: readonly Written[] = [...explaining, ['2026-07-16', 'explanation-received']];
const dialogue: readonly Written[] = [...verifying, ['2026-07-22', 'dialogue-held']];
const suspended: readonly Written[] = [
  ...verifying,
  ['2026-07-20', 'complaint-suspended', { ground: 'awaiting_other_body' }],
];
const stayed: readonly Written[] = [...verifying, ['2026-07-17', 'stay-ordered']];
const decided: readonly Written[] = [...verifying, ['2026-08-05', 'decision-issued', { outcome: 'wrong' }]];
const notified: readonly Written[] = [...decided, ['2026-08-07', 'decision-sent'], ['2026-08-10', 'decision-notified']];
const effective: readonly Written[] = [...notified, ['2026-08-26', 'became-effective']];
const executed: readonly Written[] = [...effective, ['2026-09-07', 'executed']];

describe('a first complaint about enforcement', () => {
  expectTransitions('complaint', FIRST, [
    ['received', [], received[0]!, 'received'],
    ['screened: registered, mixed letter split', received, screened[1]!, 'screening'],
    ['a supplement is asked for', received, ['2026-07-07', 'supplement-requested'], 'screening'],
    [
      'not competent',
      screened,
      ['2026-07-07', 'complaint-not-competent', { complaintReceivedOn: '2026-07-06' }],
      'screening',
    ],
    ['forwarded or guided', screened, ['2026-07-10', 'complaint-forwarded'], 'forwarded'],
    [
      'a ground of Điều 97',
      screened,
      ['2026-07-08', 'complaint-refusal-ground-found', { complaintReceivedOn: '2026-07-06', ground: '4' }],
      'screening',
    ],
    ['not accepted', screened, ['2026-07-10', 'complaint-rejected'], 'not_accepted'],
    ['stored', screened, ['2026-07-08', 'letter-stored'], 'stored'],
    [
      'destroyed after a year',
      [...screened, ['2026-07-08', 'letter-stored']],
      ['2027-07-08', 'letter-destroyed'],
      'ended',
    ],
    ['accepted', screened, ['2026-07-13', 'complaint-accepted'], 'accepted'],
    ['explanation asked for', accepted, explaining.at(-1)!, 'explaining'],
    ['explanation received', explaining, verifying.at(-1)!, 'verifying'],
    ['verified', accepted, ['2026-07-20', 'complaint-verified'], 'verifying'],
    ['dialogue planned', verifying, ['2026-07-17', 'dialogue-planned', { plannedOn: '2026-07-24' }], 'verifying'],
    [
      'dialogue announced',
      [...verifying, ['2026-07-17', 'dialogue-planned', { plannedOn: '2026-07-24' }]],
      ['2026-07-18', 'dialogue-notified'],
      'verifying',
    ],
    ['dialogue', verifying, dialogue.at(-1)!, 'dialogue'],
    ['back to verification', dialogue, ['2026-07-23', 'complaint-verified'], 'verifying'],
    ['decided from acceptance, the file being clear', accepted, ['2026-07-20', 'decision-issued'], 'decided'],
    ['decided from verification', verifying, decided.at(-1)!, 'decided'],
    ['decided from dialogue', dialogue, ['2026-08-05', 'decision-issued'], 'decided'],
    ['extended', verifying, ['2026-08-03', 'resolution-extended', { ground: 'complex' }], 'verifying', ['extended']],
    [
      'extended on the other ground',
      [...verifying, ['2026-08-03', 'resolution-extended', { ground: 'complex' }]],
      ['2026-08-20', 'resolution-extended', { ground: 'remote' }],
      'verifying',
      ['extended'],
    ],
    ['suspended', verifying, suspended.at(-1)!, 'suspended'],
    ['continued, back where it was', suspended, ['2026-07-30', 'complaint-continued'], 'verifying'],
    [
      'continued, back to dialogue',
      [...dialogue, ['2026-07-23', 'complaint-suspended']],
      ['2026-07-30', 'complaint-continued'],
      'dialogue',
    ],
    ['withdrawn in part', verifying, ['2026-07-17', 'complaint-withdrawn', { extent: 'part' }], 'verifying'],
    [
      'the withdrawn part discontinued',
      [...verifying, ['2026-07-17', 'complaint-withdrawn', { extent: 'part' }]],
      ['2026-07-20', 'part-discontinued'],
      'verifying',
    ],
    [
      'discontinued before acceptance',
      screened,
      ['2026-07-08', 'complaint-discontinued', { ground: 'a' }],
      'discontinued',
    ],
    ['discontinued', verifying, ['2026-07-20', 'complaint-discontinued', { ground: 'b' }], 'discontinued'],
    ['the superior demands a decision', verifying, ['2026-08-20', 'superior-demanded'], 'verifying'],
    ['enforcement stayed', verifying, stayed.at(-1)!, 'verifying', ['enforcement_stayed']],
    ['the stay cancelled', stayed, ['2026-07-20', 'stay-cancelled'], 'verifying'],
    ['auction paused', verifying, ['2026-07-17', 'auction-pause-requested'], 'verifying', ['auction_paused']],
    [
      'auction goes on',
      [...verifying, ['2026-07-17', 'auction-pause-requested']],
      ['2026-07-27', 'auction-pause-ended'],
      'verifying',
    ],
    ['a decision ends the stay', stayed, ['2026-07-27', 'decision-issued'], 'decided'],
    ['notified: class c waits for a second complaint', decided, ['2026-08-10', 'decision-notified'], 'awaiting_second'],
    ['a second complaint begins', notified, ['2026-08-20', 'second-complaint-received'], 'second_level'],
    [
      'which is not accepted',
      [...notified, ['2026-08-20', 'second-complaint-received']],
      ['2026-08-28', 'second-complaint-not-accepted'],
      'awaiting_second',
    ],
    ['no second complaint: effective', notified, effective.at(-1)!, 'effective'],
    ['carried out', effective, executed.at(-1)!, 'executed'],
    ['filed', executed, ['2026-09-10', 'filed'], 'ended'],
    ['the Minister reviews', effective, ['2026-09-01', 'minister-review-opened', { ground: 'd' }], 'review'],
    [
      'and decides',
      [...effective, ['2026-09-01', 'minister-review-opened', { ground: 'd' }]],
      ['2026-10-01', 'minister-review-decided', { outcome: 'maintained' }],
      'effective',
    ],
  ]);

  test('class b of a State agency waits for nothing, of a private office it does', () => {
    const stage = (against: string) =>
      standing({
        law: builtInLaw(),
        kind: 'complaint',
        facts: { level: 1, class: 'b', against },
        events: logOf(notified),
        today: toDay('2026-08-10'),
      }).stage;
    expect([stage('state'), stage('private_office')]).toEqual(['notified', 'awaiting_second']);
  });

  test('a refused, forwarded or discontinued complaint may still be filed', () => {
    for (const end of ['complaint-rejected', 'complaint-forwarded', 'complaint-discontinued']) {
      const log = logOf([...screened, ['2026-07-10', end]]);
      const input = {
        law: builtInLaw(),
        kind: 'complaint',
        facts: FIRST,
        events: log,
        today: toDay('2026-07-20'),
      } as const;
      expect(checkEvent(input, { type: 'filed', occurredOn: toDay('2026-07-20'), attrs: {} })).toBeNull();
    }
  });

  test('overdue is a mark of its own, and a stay lapses with the resolution period', () => {
    const marks = (today: string) =>
      standing({ law: builtInLaw(), kind: 'complaint', facts: FIRST, events: logOf(stayed), today: toDay(today) })
        .marks;
    expect(marks('2026-08-12')).toEqual(['enforcement_stayed']);
    expect(marks('2026-08-13')).toEqual(['overdue']);
  });
});

describe('what a state of a first complaint refuses, and why', () => {
  expectRefusals('complaint', FIRST, [
    ['nothing yet', [], ['2026-07-13', 'complaint-accepted'], 'NEEDS_EARLIER_EVENT', `${L106} 104`],
    ['received', received, ['2026-07-20', 'decision-issued'], 'NEEDS_EARLIER_EVENT', `${L106} 105(1), 106(2), 107`],
    ['received', received, ['2026-07-20', 'complaint-received'], 'ALREADY_RECORDED', `${L106} 96, 103, 106(1)`],
    ['screening', screened, ['2026-07-20', 'complaint-suspended'], 'NEEDS_EARLIER_EVENT', `${L106} 105(2), 106(3)`],
    [
      'screening',
      screened,
      ['2026-07-20', 'resolution-extended', { ground: 'complex' }],
      'NEEDS_EARLIER_EVENT',
      `${L106} 102(3), 102(4)`,
    ],
    ['screening', screened, ['2026-07-20', 'stay-ordered'], 'NEEDS_EARLIER_EVENT', `${L106} 101(1)b`],
    [
      'stored',
      [...screened, ['2026-07-08', 'letter-stored']],
      ['2026-07-20', 'complaint-accepted'],
      'REFUSED_AFTER',
      `${L106} 104`,
    ],
    [
      'not accepted',
      [...screened, ['2026-07-10', 'complaint-rejected']],
      ['2026-07-20', 'complaint-accepted'],
      'MATTER_CLOSED',
      `${L106} 97, 104`,
    ],
    [
      'discontinued',
      [...accepted, ['2026-07-20', 'complaint-discontinued']],
      ['2026-07-27', 'complaint-accepted'],
      'MATTER_CLOSED',
      `${L106} 105(3), 106(3)`,
    ],
    ['accepted', accepted, ['2026-07-20', 'complaint-rejected'], 'REFUSED_AFTER', `${L106} 97, 104`],
    ['accepted', accepted, ['2026-07-20', 'complaint-accepted'], 'ALREADY_RECORDED', `${L106} 104`],
    ['accepted', accepted, ['2026-07-20', 'letter-stored'], 'REFUSED_AFTER', 'TT 13/2021/TT-BTP, Điều 8(4)'],
    ['accepted', accepted, ['2026-07-20', 'explanation-received'], 'NEEDS_EARLIER_EVENT', `${L106} 100(2)a, 105(1)`],
    ['accepted', accepted, ['2026-07-20', 'complaint-continued'], 'NEEDS_EARLIER_EVENT', `${L106} 105(4), 106(3)`],
    ['suspended', suspended, ['2026-07-27', 'decision-issued'], 'REFUSED_AFTER', `${L106} 105(1), 106(2), 107`],
    ['suspended', suspended, ['2026-07-27', 'complaint-suspended'], 'REFUSED_AFTER', `${L106} 105(2), 106(3)`],
    [
      'suspended',
      suspended,
      ['2026-07-27', 'resolution-extended', { ground: 'remote' }],
      'REFUSED_AFTER',
      `${L106} 102(3), 102(4)`,
    ],
    ['verifying', verifying, ['2026-07-27', 'decision-notified'], 'NEEDS_EARLIER_EVENT', `${L106} 96(3), 101(2)b`],
    [
      'extended twice',
      [
        ...verifying,
        ['2026-08-03', 'resolution-extended', { ground: 'complex' }],
        ['2026-08-20', 'resolution-extended', { ground: 'remote' }],
      ],
      ['2026-09-01', 'resolution-extended', { ground: 'remote' }],
      'ALREADY_RECORDED',
      `${L106} 102(3), 102(4)`,
    ],
    ['no stay', verifying, ['2026-07-27', 'stay-cancelled'], 'NEEDS_EARLIER_EVENT', `${L106} 101(1)c`],
    ['decided', decided, ['2026-08-06', 'complaint-discontinued'], 'REFUSED_AFTER', `${L106} 105(3), 106(3)`],
    ['decided', decided, ['2026-08-06', 'complaint-withdrawn'], 'REFUSED_AFTER', `${L106} 99(1)e`],
    ['decided', decided, ['2026-08-06', 'stay-ordered'], 'REFUSED_AFTER', `${L106} 101(1)b`],
    ['decided', decided, ['2026-08-06', 'decision-published'], 'BARRED_BY_LAW', 'TT 13/2021/TT-BTP, Điều 14(2)'],
    ['decided', decided, ['2026-08-06', 'executed'], 'NEEDS_EARLIER_EVENT', `${L106} 98(2), 100(2)b, 105(5)`],
    [
      'second complaint pending',
      [...notified, ['2026-08-20', 'second-complaint-received']],
      ['2026-08-27', 'became-effective'],
      'REFUSED_AFTER',
      `${L106} 98(2), 105(5)`,
    ],
    [
      'effective',
      effective,
      ['2026-09-01', 'second-complaint-received'],
      'REFUSED_AFTER',
      `${L106} 96(3), 99(1)đ, 106`,
    ],
    ['effective', effective, ['2026-09-01', 'filed'], 'NEEDS_EARLIER_EVENT', 'TT 13/2021/TT-BTP, Điều 30'],
    [
      'decided',
      decided,
      ['2026-08-06', 'minister-review-opened', { ground: 'd' }],
      'NEEDS_EARLIER_EVENT',
      `${L106} 98(3)`,
    ],
  ]);
  expectRefusals('complaint', { level: 1, class: 'b', against: 'state' }, [
    [
      'class b of a State agency',
      notified,
      ['2026-08-20', 'second-complaint-received'],
      'BARRED_BY_LAW',
      `${L106} 105(5), 99(1)đ`,
    ],
  ]);
});
