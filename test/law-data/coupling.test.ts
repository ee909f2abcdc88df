import {
  builtInLaw,
  CLOCK_CLASSES,
  COUPLINGS,
  LIFECYCLES,
  PAUSE_KINDS,
  STATUTES,
  standing,
  toDay,
  toIso,
} from '../../law';
import { stoppedBy, whyPaused } from '../../law/coupling';
import * as pausing from '../../law/statutes/pausing';
import { logOf, type Written } from './life';

describe('the table of pauses and clocks', () => {
  test('has a row for each pair, and a reason for each derived one', () => {
    expect(COUPLINGS.map(({ pause, clock }) => `${pause} ${clock}`)).toEqual(
      PAUSE_KINDS.flatMap(({ id }) => CLOCK_CLASSES.map(clock => `${id} ${clock.id}`)),
    );
    expect(
      COUPLINGS.filter(({ sources, confidence, derived }) => sources.length === 0 || (confidence === 'D' && !derived)),
    ).toEqual([]);
  });
  test('knows every pause that events make', () => {
    const made = new Set(Object.values(LIFECYCLES).flatMap(defs => defs.flatMap(({ pauses }) => pauses?.kind ?? [])));
    expect([...made].filter(kind => !PAUSE_KINDS.some(({ id }) => id === kind))).toEqual([]);
  });
  test('says what the lists of the statutes say', () => {
    expect({
      RUNS_ON: pausing.RUNS_ON,
      WHILE_CASE_STOPPED: pausing.WHILE_CASE_STOPPED,
      WHILE_SALE_STOPPED: pausing.WHILE_SALE_STOPPED,
      WHILE_HANDOVER_STOPPED: pausing.WHILE_HANDOVER_STOPPED,
      FORCE_MAJEURE: pausing.FORCE_MAJEURE,
      WHILE_LIMITATION_STOPPED_2008: pausing.WHILE_LIMITATION_STOPPED_2008,
      WHILE_COMPLAINT_SUSPENDED: pausing.WHILE_COMPLAINT_SUSPENDED,
    }).toEqual({
      RUNS_ON: [],
      WHILE_CASE_STOPPED: ['postponed', 'suspended', 'stayed'],
      WHILE_SALE_STOPPED: ['postponed', 'suspended', 'stayed', 'auction-paused'],
      WHILE_HANDOVER_STOPPED: ['postponed', 'suspended', 'stayed', 'force-majeure'],
      FORCE_MAJEURE: ['force-majeure'],
      WHILE_LIMITATION_STOPPED_2008: ['postponed', 'suspended', 'force-majeure'],
      WHILE_COMPLAINT_SUSPENDED: ['complaint-suspended'],
    });
    expect(stoppedBy('carrying-out')).toEqual(['postponed', 'suspended', 'stayed']);
  });
  test('has a reason for every pause that any duty names', () => {
    const unexplained = Object.values(STATUTES)
      .flat()
      .flatMap(({ id, pausedBy }) => pausedBy.filter(kind => !whyPaused(kind, pausedBy)).map(kind => `${id} ${kind}`));
    expect(unexplained).toEqual([]);
  });
  test('gives the reason of the class: force majeure by the decree for a handover, by the law for a right to act', () => {
    expect(whyPaused('force-majeure', pausing.WHILE_HANDOVER_STOPPED)).toBe('NĐ 152/2026/NĐ-CP, Điều 67(1)c');
    expect(whyPaused('force-majeure', pausing.FORCE_MAJEURE)).toContain('Điều 34(2), 96(4)');
  });
});

describe('a slip says why days do not count', () => {
  const pausesOf = (lines: readonly Written[], today: string) =>
    standing({
      law: builtInLaw(),
      kind: 'enforcement_case',
      facts: { origin: 'on_request' },
      events: logOf(lines),
      today: toDay(today),
    })
      .deadlines.find(({ dutyId }) => dutyId === 'voluntary-period')!
      .slip.filter(({ step }) => step === 'pause');

  const START: readonly Written[] = [
    ['2026-09-07', 'judgment-received'],
    ['2026-09-09', 'decision-issued'],
    ['2026-09-14', 'valid-notice'],
  ];

  test('by the article of the event that paused, and by the table', () => {
    const [pause] = pausesOf(
      [...START, ['2026-09-16', 'postponed', { ground: 'a' }], ['2026-09-30', 'resumed']],
      '2026-10-01',
    );
    expect(pause!.basis).toMatch(
      /^Luật 106\/2025\/QH15, Điều 46; .*Luật 26\/2008\/QH12, Điều 48; suy ra: Luật không có quy định chung/,
    );
  });
  test('while it lasts as well', () => {
    const [pause] = pausesOf([...START, ['2026-09-16', 'suspended']], '2026-09-20');
    expect(pause!.vi).toContain('Đang tạm ngừng');
    expect(pause!.basis).toMatch(/^Luật 106\/2025\/QH15, Điều 47; /);
  });
  test('of overlapping pauses both', () => {
    const [pause] = pausesOf(
      [
        ...START,
        ['2026-09-16', 'postponed', { ground: 'a' }],
        ['2026-09-18', 'stay-by-complaint'],
        ['2026-09-25', 'stay-lifted'],
        ['2026-09-30', 'resumed'],
      ],
      '2026-10-01',
    );
    expect(pause!.basis).toContain('Điều 46');
    expect(pause!.basis).toContain('Điều 101(1)b');
  });
  test('before 1 July 2026 by the law of 2008', () => {
    const log: Written[] = [
      ['2026-03-02', 'judgment-received'],
      ['2026-03-04', 'decision-issued'],
      ['2026-03-09', 'valid-notice'],
      ['2026-03-11', 'postponed', { ground: 'a' }],
      ['2026-03-18', 'resumed'],
    ];
    const [pause] = pausesOf(log, '2026-03-20');
    expect(pause!.basis).toMatch(/^Luật 26\/2008\/QH12, Điều 48; /);
    expect(pause!.date).toBe(toIso(toDay('2026-03-11')));
  });
});
