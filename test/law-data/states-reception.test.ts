import type { Written } from './life';
import { expectRefusals, expectTransitions } from './states';

describe('receiving citizens', () => {
  const month: readonly Written[] = [['2026-11-02', 'reception-month-opened', { nextMonthOn: '2026-12-01' }]];
  const planned: readonly Written[] = [
    ...month,
    ['2026-11-04', 'reception-planned', { plannedOn: '2026-11-25', plannedAt: '08:00', online: true }],
  ];
  const posted: readonly Written[] = [...planned, ['2026-11-10', 'schedule-posted']];
  const came: readonly Written[] = [['2026-11-05', 'citizen-received', { about: 'complaint' }]];
  const recorded: readonly Written[] = [...came, ['2026-11-05', 'reception-recorded']];
  expectTransitions('reception', { byHead: true }, [
    ['month open', [], month[0]!, 'month_open'],
    ['scheduled', month, planned.at(-1)!, 'planned'],
    ['posted', planned, posted.at(-1)!, 'posted'],
    ['rescheduled', posted, ['2026-11-12', 'reception-rescheduled', { plannedOn: '2026-11-27' }], 'posted'],
    [
      'posted again',
      [...posted, ['2026-11-12', 'reception-rescheduled', { plannedOn: '2026-11-27' }]],
      ['2026-11-13', 'schedule-posted'],
      'posted',
    ],
    ['announced online', posted, ['2026-11-16', 'online-session-announced'], 'posted'],
    ['online ready', posted, ['2026-11-25', 'online-connected'], 'online_ready'],
    ['held', posted, ['2026-11-25', 'reception-held'], 'held'],
    [
      'held ad hoc',
      [['2026-11-03', 'adhoc-reception-called', { ground: 'a' }]],
      ['2026-11-03', 'reception-held'],
      'held',
    ],
    ['conclusion issued', [...posted, ['2026-11-25', 'reception-held']], ['2026-11-26', 'conclusion-issued'], 'held'],
    ['a citizen comes', [], came[0]!, 'received'],
    ['refused and explained', came, ['2026-11-05', 'refused-on-the-spot'], 'refused'],
    [
      'refused in writing',
      [...came, ['2026-11-05', 'refusal-ground-complete']],
      ['2026-11-09', 'reception-refused'],
      'refused',
    ],
    ['recorded', came, recorded.at(-1)!, 'recorded'],
    ['answered on the spot', recorded, ['2026-11-05', 'answered-on-the-spot'], 'answered'],
    ['classified', recorded, ['2026-11-05', 'content-classified', { about: 'complaint' }], 'classified'],
    ['a complaint taken in', recorded, ['2026-11-05', 'complaint-handed-in', { class: 'a' }], 'child_started'],
    ['a denunciation taken in', recorded, ['2026-11-05', 'denunciation-handed-in'], 'child_started'],
    ['a petition taken in', recorded, ['2026-11-05', 'petition-handed-in'], 'child_started'],
    ['guided', recorded, ['2026-11-06', 'citizen-guided'], 'guided'],
    ['forwarded', recorded, ['2026-11-06', 'content-forwarded'], 'forwarded'],
    ['the citizen told', recorded, ['2026-11-18', 'citizen-notified', { content: 'accepted' }], 'answered'],
    [
      'the transmitting body told',
      [...recorded, ['2026-11-10', 'matter-resolved']],
      ['2026-11-18', 'transmitter-notified'],
      'recorded',
    ],
  ]);
  expectRefusals('reception', { byHead: false }, [
    [
      'month open',
      month,
      ['2026-11-10', 'schedule-posted'],
      'NEEDS_EARLIER_EVENT',
      'Luật Tiếp công dân 42/2013/QH13, Điều 24(4)',
    ],
    [
      'month open',
      month,
      ['2026-11-10', 'reception-month-opened', { nextMonthOn: '2026-12-01' }],
      'ALREADY_RECORDED',
      'Luật Tiếp công dân 42/2013/QH13, Điều 18(2)',
    ],
    [
      'nobody came',
      month,
      ['2026-11-10', 'citizen-notified'],
      'NEEDS_EARLIER_EVENT',
      'Luật Tiếp công dân 42/2013/QH13, Điều 28(1)',
    ],
    ['not scheduled', came, ['2026-11-05', 'online-connected'], 'NEEDS_EARLIER_EVENT', 'NĐ 154/2026/NĐ-CP, Điều 23(1)'],
    ['no ground', came, ['2026-11-05', 'reception-refused'], 'NEEDS_EARLIER_EVENT', 'NĐ 154/2026/NĐ-CP, Điều 4(3)'],
    [
      'refused',
      [...came, ['2026-11-05', 'refused-on-the-spot']],
      ['2026-11-06', 'citizen-guided'],
      'MATTER_CLOSED',
      'NĐ 154/2026/NĐ-CP, Điều 4(2)',
    ],
    [
      'answered',
      [...recorded, ['2026-11-18', 'citizen-notified']],
      ['2026-11-19', 'refused-on-the-spot'],
      'REFUSED_AFTER',
      'NĐ 154/2026/NĐ-CP, Điều 4(2)',
    ],
    [
      'not resolved',
      recorded,
      ['2026-11-18', 'transmitter-notified'],
      'NEEDS_EARLIER_EVENT',
      'Luật Tiếp công dân 42/2013/QH13, Điều 27(2)',
    ],
  ]);
});

describe('a petition', () => {
  const received: readonly Written[] = [['2026-11-05', 'petition-received']];
  expectTransitions('petition', {}, [
    ['answered', received, ['2026-11-12', 'petition-answered'], 'answered'],
    ['forwarded', received, ['2026-11-12', 'petition-forwarded'], 'forwarded'],
    ['stored', received, ['2026-11-12', 'petition-stored'], 'stored'],
  ]);
  expectRefusals('petition', {}, [
    ['nothing yet', [], ['2026-11-12', 'petition-answered'], 'NEEDS_EARLIER_EVENT', 'TT 13/2021/TT-BTP, Điều 28(1)'],
    [
      'stored',
      [...received, ['2026-11-12', 'petition-stored']],
      ['2026-11-13', 'petition-answered'],
      'REFUSED_AFTER',
      'TT 13/2021/TT-BTP, Điều 28(1)',
    ],
    [
      'answered',
      [...received, ['2026-11-12', 'petition-answered']],
      ['2026-11-13', 'petition-forwarded'],
      'MATTER_CLOSED',
      'TT 13/2021/TT-BTP, Điều 28(1)',
    ],
  ]);
});
