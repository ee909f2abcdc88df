import type { Written } from './life';
import { expectRefusals, expectTransitions } from './states';

const L106 = 'Luật 106/2025/QH15, Điều';
const TC = 'Luật Tố cáo 25/2018/QH14, Điều';

describe('a denunciation', () => {
  const received: readonly Written[] = [['2026-07-06', 'denunciation-received']];
  const checked: readonly Written[] = [...received, ['2026-07-07', 'conditions-checked']];
  const accepted: readonly Written[] = [...checked, ['2026-07-13', 'denunciation-accepted']];
  const notified: readonly Written[] = [...accepted, ['2026-07-16', 'parties-notified']];
  const verifying: readonly Written[] = [
    ...notified,
    ['2026-07-17', 'verification-team-formed'],
    ['2026-07-20', 'team-announced'],
  ];
  const reported: readonly Written[] = [
    ...verifying,
    ['2026-08-03', 'verification-ended'],
    ['2026-08-06', 'verification-reported'],
  ];
  const suspended: readonly Written[] = [
    ...verifying,
    ['2026-07-27', 'denunciation-suspended', { ground: 'expertise' }],
  ];
  const concluded: readonly Written[] = [...reported, ['2026-08-11', 'denunciation-concluded']];
  const handled: readonly Written[] = [
    ...concluded,
    ['2026-08-14', 'conclusion-sent'],
    ['2026-08-18', 'conclusion-acted-on'],
  ];
  const late: readonly Written[] = [
    ...verifying,
    ['2026-08-17', 'continued-denunciation-received', { ground: 'overdue' }],
  ];
  const demanded: readonly Written[] = [...late, ['2026-08-20', 'superior-demanded-report']];
  const continued: readonly Written[] = [
    ...handled,
    ['2026-09-07', 'continued-denunciation-received', { ground: 'disagrees' }],
  ];

  expectTransitions('denunciation', { complexity: 'normal' }, [
    ['received', [], received[0]!, 'received'],
    ['initial processing', received, checked.at(-1)!, 'screening'],
    ['initial processing lengthened', checked, ['2026-07-14', 'initial-processing-extended'], 'screening'],
    ['forwarded', checked, ['2026-07-10', 'denunciation-forwarded'], 'forwarded'],
    ['conditions not met', checked, ['2026-07-08', 'denunciation-conditions-failed'], 'screening'],
    [
      'not accepted',
      [...checked, ['2026-07-08', 'denunciation-conditions-failed']],
      ['2026-07-08', 'denunciation-not-accepted'],
      'not_accepted',
    ],
    ['not processed: sent to several places', checked, ['2026-07-08', 'denunciation-not-processed'], 'not_processed'],
    ['anonymous with evidence: inspection', checked, ['2026-07-08', 'inspection-lead-taken'], 'inspection'],
    ['anonymous without: stored', checked, ['2026-07-08', 'letter-stored'], 'stored'],
    [
      'signs of crime before acceptance',
      [...checked, ['2026-07-08', 'crime-signs-found']],
      ['2026-07-08', 'crime-transferred'],
      'transferred',
    ],
    [
      'signs of crime while verifying',
      [...verifying, ['2026-07-28', 'crime-signs-found']],
      ['2026-07-28', 'crime-transferred'],
      'transferred',
    ],
    ['accepted', checked, accepted.at(-1)!, 'accepted'],
    ['both sides told', accepted, notified.at(-1)!, 'notified_parties'],
    ['team formed', notified, ['2026-07-17', 'verification-team-formed'], 'verifying'],
    ['team announced', verifying.slice(0, -1), verifying.at(-1)!, 'verifying'],
    ['verification reported', reported.slice(0, -1), reported.at(-1)!, 'reported'],
    ['extended once', verifying, ['2026-08-10', 'denunciation-extended', { days: 30 }], 'verifying', ['extended']],
    [
      'extended twice',
      [...verifying, ['2026-08-10', 'denunciation-extended']],
      ['2026-09-08', 'denunciation-extended'],
      'verifying',
      ['extended'],
    ],
    ['suspended', verifying, suspended.at(-1)!, 'suspended'],
    ['continued, back where it was', suspended, ['2026-08-03', 'denunciation-continued'], 'verifying'],
    ['withdrawn', verifying, ['2026-07-27', 'denunciation-withdrawn', { extent: 'whole' }], 'verifying'],
    ['discontinued', verifying, ['2026-07-28', 'denunciation-discontinued', { ground: 'withdrawn' }], 'discontinued'],
    ['concluded', reported, concluded.at(-1)!, 'concluded'],
    ['sent', concluded, ['2026-08-14', 'conclusion-sent'], 'concluded'],
    ['handled', concluded, ['2026-08-18', 'conclusion-acted-on'], 'executed'],
    ['published', handled, ['2026-08-20', 'conclusion-published'], 'published'],
    [
      'result reported',
      [...handled, ['2026-09-01', 'sanction-result-known']],
      ['2026-09-04', 'result-reported'],
      'result_reported',
    ],
    [
      'the accused petitions',
      [...handled, ['2026-08-19', 'conclusion-received-by-accused']],
      ['2026-08-25', 'accused-petitioned'],
      'executed',
    ],
    ['continued for delay', verifying, late.at(-1)!, 'continued_review'],
    ['the superior demands a report', late, demanded.at(-1)!, 'overdue_demand'],
    ['the resolver reports', demanded, ['2026-08-25', 'delay-reported'], 'verifying'],
    ['taken over', demanded, ['2026-08-28', 'denunciation-taken-over'], 'accepted'],
    [
      'and concluded anew',
      [...demanded, ['2026-08-28', 'denunciation-taken-over']],
      ['2026-09-15', 'denunciation-concluded'],
      'concluded',
    ],
    ['continued', handled, continued.at(-1)!, 'continued_review'],
    ['not reopened', continued, ['2026-09-20', 'continued-denunciation-decided', { outcome: 'no_reopen' }], 'answered'],
    ['reopened', continued, ['2026-09-20', 'denunciation-reopened'], 'accepted'],
    [
      'a last letter',
      [...continued, ['2026-09-20', 'continued-denunciation-decided', { outcome: 'no_reopen' }]],
      ['2026-10-05', 'final-letter-received'],
      'answered',
    ],
    [
      'and its reply',
      [
        ...continued,
        ['2026-09-20', 'continued-denunciation-decided', { outcome: 'no_reopen' }],
        ['2026-10-05', 'final-letter-received'],
      ],
      ['2026-10-08', 'final-reply-sent'],
      'answered',
    ],
    ['filed', [...handled, ['2026-08-20', 'conclusion-published']], ['2026-09-10', 'filed'], 'ended'],
  ]);
  expectRefusals('denunciation', { complexity: 'normal' }, [
    ['nothing yet', [], ['2026-07-13', 'denunciation-accepted'], 'NEEDS_EARLIER_EVENT', `${TC} 29`],
    ['received', received, ['2026-07-20', 'denunciation-concluded'], 'NEEDS_EARLIER_EVENT', `${L106} 110(2), 110(4)`],
    ['received', received, ['2026-07-20', 'denunciation-extended'], 'NEEDS_EARLIER_EVENT', `${TC} 30(2), 30(3), 30(4)`],
    [
      'stored',
      [...checked, ['2026-07-08', 'letter-stored']],
      ['2026-07-13', 'denunciation-accepted'],
      'REFUSED_AFTER',
      `${TC} 29`,
    ],
    [
      'not accepted',
      [...checked, ['2026-07-08', 'denunciation-not-accepted']],
      ['2026-07-13', 'denunciation-accepted'],
      'MATTER_CLOSED',
      `${TC} 24(1)`,
    ],
    ['accepted', accepted, ['2026-07-20', 'denunciation-forwarded'], 'REFUSED_AFTER', `${TC} 24(2)`],
    ['accepted', accepted, ['2026-07-20', 'denunciation-continued'], 'NEEDS_EARLIER_EVENT', `${TC} 34(2)`],
    ['accepted', accepted, ['2026-07-20', 'conclusion-sent'], 'NEEDS_EARLIER_EVENT', `${TC} 35(3)`],
    ['suspended', suspended, ['2026-08-03', 'denunciation-concluded'], 'REFUSED_AFTER', `${L106} 110(2), 110(4)`],
    ['suspended', suspended, ['2026-08-03', 'denunciation-suspended'], 'REFUSED_AFTER', `${TC} 34(1)`],
    [
      'extended twice',
      [...verifying, ['2026-08-10', 'denunciation-extended'], ['2026-09-08', 'denunciation-extended']],
      ['2026-10-05', 'denunciation-extended'],
      'ALREADY_RECORDED',
      `${TC} 30(2), 30(3), 30(4)`,
    ],
    ['concluded', concluded, ['2026-08-17', 'denunciation-withdrawn'], 'REFUSED_AFTER', `${L106} 108(2)đ`],
    ['concluded', concluded, ['2026-08-17', 'denunciation-discontinued'], 'REFUSED_AFTER', `${TC} 33(3), 34(3)`],
    ['concluded', concluded, ['2026-08-17', 'denunciation-concluded'], 'REFUSED_AFTER', `${L106} 110(2), 110(4)`],
    [
      'no continued denunciation',
      verifying,
      ['2026-08-17', 'superior-demanded-report'],
      'NEEDS_EARLIER_EVENT',
      `${TC} 38(2)`,
    ],
    [
      'decided once',
      [...continued, ['2026-09-20', 'continued-denunciation-decided', { outcome: 'no_reopen' }]],
      ['2026-09-25', 'denunciation-reopened'],
      'REFUSED_AFTER',
      `${TC} 37(2), 37(3)`,
    ],
    [
      'no outcome yet',
      continued,
      ['2026-09-25', 'final-letter-received'],
      'NEEDS_EARLIER_EVENT',
      'NĐ 152/2026/NĐ-CP, Điều 76(1)',
    ],
  ]);
});
