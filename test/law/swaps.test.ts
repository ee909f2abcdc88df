import * as fc from 'fast-check';
import {
  builtInLaw,
  type Duty,
  dueOf,
  type LawInForce,
  type Period,
  standing,
  toDay,
  toIso,
  vietnamDay,
  vietnamMinute,
} from '../../law';
import { openPoints, withDecisions } from '../../law/decisions';
import { duty, event, madeUpLaw } from './made-up';
import { slowBothWays } from './oracle/count';
import {
  backwardPeriod,
  forwardPeriod,
  haltEvents,
  halts,
  isWeekend,
  LAST,
  swapCalendar,
  trigger,
  works,
} from './random';

const workingDays = (n: number): Period => ({ unit: 'workingDays', n });
const days = (n: number): Period => ({ unit: 'days', n });

const law = (row: Partial<Duty>): LawInForce => madeUpLaw({ duties: [duty('limit', row)] });
const due = (row: Partial<Duty>, on: string) => dueOf(law(row), { dutyId: 'limit', law: '2025', on });
const deadlineOf = (inForce: LawInForce, on: string, today = '2027-12-31') =>
  standing({ law: inForce, kind: 'enforcement_case', facts: {}, events: [event('start', on)], today: toDay(today) })
    .deadlines[0]!;

describe('a limit owed by a private party is counted with swapped days and without', () => {
  // 31/8/2026 was swapped with Saturday 22/8; 1 and 2/9 are holidays.
  test.each<[string, Period, string, string, string]>([
    ['ends on the swapped Monday', days(10), '2026-08-21', '2026-08-31', '2026-09-03'],
    ['ends on the weekend before it', days(8), '2026-08-21', '2026-08-31', '2026-09-03'],
    ['ends on the Saturday that is worked', days(8), '2026-08-14', '2026-08-22', '2026-08-24'],
    ['runs over both: one day lost, one won', workingDays(10), '2026-08-18', '2026-09-03', '2026-09-03'],
    ['runs over the make-up day only', workingDays(5), '2026-08-18', '2026-08-24', '2026-08-25'],
    ['runs over the swapped day only', workingDays(5), '2026-08-25', '2026-09-03', '2026-09-04'],
    [
      'looks back over the swapped day',
      { unit: 'before', of: 'workingDays', n: 3 },
      '2026-09-03',
      '2026-08-26',
      '2026-08-27',
    ],
    ['meets neither', days(10), '2026-10-01', '2026-10-12', '2026-10-12'],
    ['at once, on the swapped day', { unit: 'atOnce' }, '2026-08-31', '2026-08-31', '2026-09-03'],
    ['hours are hours', { unit: 'hours', n: 24 }, '2026-08-31', '2026-09-01', '2026-09-01'],
  ])('%s', (_name, period, on, earliest, latest) => {
    const kept = deadlineOf(law({ period, owedBy: 'private' }), `${on}T00:00`);
    const both = slowBothWays(
      period,
      toDay(on),
      0,
      { works: day => builtInLaw().calendar.isWorking(day), paused: () => false },
      {
        works: day => !isWeekend(day) && ![toDay('2026-09-01'), toDay('2026-09-02')].includes(day),
        paused: () => false,
      },
    );
    const day = period.unit === 'hours' ? (end: number) => Math.floor(end / 1440) : (end: number) => end;
    expect([toIso(day(both.earliest)), toIso(day(both.latest))]).toEqual([earliest, latest]);
    expect([toIso(kept.due), toIso(kept.dueLatest)]).toEqual([earliest, latest]);
  });
});

test('what an official owes is bound by the swap', () => {
  expect(due({ period: days(10) }, '2026-08-21')).toMatchObject({ due: '2026-09-03', dueLatest: '2026-09-03' });
});

test('the slip says why there are two dates, and which days make the difference', () => {
  const { slip, dueLatest, provisional } = due({ period: workingDays(5), owedBy: 'private' }, '2026-08-18');
  const step = slip.find(one => one.step === 'reading')!;
  expect([dueLatest, provisional]).toEqual(['2026-08-25', false]);
  expect(step.vi).toBe(
    'Cách hiểu khác: ngày hoán đổi chỉ áp dụng cho cán bộ, công chức, không áp dụng cho bên ngoài cơ quan nhà nước: thứ Bảy 22/08/2026 là ngày nghỉ cuối tuần; hạn đến thứ Ba 25/08/2026',
  );
  expect(step.en).toContain('Sat 22 Aug 2026 is a weekend day; until Tue 25 Aug 2026');
  expect(step.basis).toContain('Tờ trình 89/TTr-LĐTBXH');
  const kept = deadlineOf(law({ period: workingDays(5), owedBy: 'private' }), '2026-08-18');
  expect(kept.slip.filter(one => one.step === 'reading')).toEqual([step]);
  expect(kept.slip.at(-1)!.vi).toBe('Hạn: nhắc theo thứ Hai 24/08/2026, chỉ coi là quá hạn sau thứ Ba 25/08/2026');
});

test('nothing is said where the swap makes no difference', () => {
  const { slip, due: end, dueLatest } = due({ period: days(10), owedBy: 'private' }, '2026-10-01');
  expect([end, dueLatest, slip.some(({ step }) => step === 'reading')]).toEqual(['2026-10-12', '2026-10-12', false]);
});

test('with a disputed length each reading is counted both ways', () => {
  const row: Partial<Duty> = {
    ...{ period: days(8), owedBy: 'private' },
    readings: [{ id: 'longer', period: days(10), why: 'văn bản khác' }],
  };
  expect(due(row, '2026-08-14')).toMatchObject({ due: '2026-08-22', dueLatest: '2026-08-24' });
  expect(deadlineOf(law(row), '2026-08-14').slip.filter(({ step }) => step === 'reading')).toHaveLength(2);
});

test('late only after the later of the two, met up to it', () => {
  const inForce = law({ period: days(10), owedBy: 'private', atExpiry: { kind: 'lapse', vi: 'hết', en: 'over' } });
  expect(deadlineOf(inForce, '2026-08-21', '2026-09-03').status).toBe('open');
  expect(deadlineOf(inForce, '2026-08-21', '2026-09-04').status).toBe('overdue');
  const done = standing({
    ...{ law: inForce, kind: 'enforcement_case', facts: {}, today: toDay('2026-10-01') },
    events: [event('start', '2026-08-21'), event('done', '2026-09-03')],
  });
  expect(done.deadlines[0]!.status).toBe('met');
});

describe('decided by two persons', () => {
  const decision = (choice: string) => ({
    ...{ law: '2025' as const, subject: 'swap-days', point: 'swap-days' as const, choice },
    ...{ basis: 'Công văn 12/TCTHADS-NV1', on: '2026-11-20' },
  });
  const decided = (choice: string) => {
    const inForce = law({ period: days(10), owedBy: 'private' });
    return { ...inForce, statutes: withDecisions(inForce.statutes, [decision(choice)]) };
  };
  test.each([
    ['everybody', '2026-09-03'],
    ['officials', '2026-08-31'],
  ])('%s', (choice, end) => {
    const answer = dueOf(decided(choice), { dutyId: 'limit', law: '2025', on: '2026-08-21' });
    expect(answer).toMatchObject({ due: end, dueLatest: end });
    const kept = deadlineOf(decided(choice), '2026-08-21');
    expect([toIso(kept.due), toIso(kept.dueLatest)]).toEqual([end, end]);
    for (const slip of [answer.slip, kept.slip]) {
      const readings = slip.filter(({ step }) => step === 'reading').map(({ vi }) => vi);
      expect(readings).toEqual([expect.stringMatching(/^Áp dụng cách hiểu “.*theo Công văn 12\/TCTHADS-NV1/)]);
    }
  });

  test('an open point of the law, for what private parties owe only', () => {
    const points = (row: Partial<Duty>) => openPoints(law(row).statutes).map(({ subject }) => subject);
    expect(points({ owedBy: 'private' })).toEqual(['swap-days']);
    expect(points({})).toEqual([]);
    const official = law({ period: days(10) });
    expect(withDecisions(official.statutes, [decision('officials')]).duties['2025']).toEqual(
      official.statutes.duties['2025'],
    );
  });
});

test('against the slow walk in both worlds, with pauses, on random calendars', () => {
  fc.assert(
    fc.property(
      fc.oneof(forwardPeriod, backwardPeriod),
      trigger,
      fc.integer({ min: 0, max: 1439 }),
      swapCalendar,
      halts,
      (period, day, at, days, pauses) => {
        const { events, paused } = haltEvents(period.unit === 'before' ? [] : pauses, day);
        const unbound = { off: days.holidays, worked: new Set<number>() };
        const isPaused = (d: number) => paused.has(d);
        const { earliest, latest } = slowBothWays(
          ...([period, day, at] as const),
          { works: works(days), paused: isPaused },
          { works: works(unbound), paused: isPaused },
        );
        const inForce = madeUpLaw({ duties: [duty('limit', { period, owedBy: 'private' })], calendar: days.calendar });
        const [kept] = standing({
          ...{ law: inForce, kind: 'enforcement_case', facts: {}, today: LAST + 4000 },
          events: [event('start', toIso(day), {}, { atMinute: at }), ...events],
        }).deadlines;
        const end = (instant: number | undefined, on: number) =>
          instant === undefined ? on : vietnamDay(instant) * 1440 + vietnamMinute(instant);
        expect(end(kept!.dueAt, kept!.due)).toBe(earliest);
        if (kept!.dueAt === undefined) expect(kept!.dueLatest).toBe(latest);
        expect(kept!.slip.some(({ step }) => step === 'reading')).toBe(earliest !== latest);
      },
    ),
    { numRuns: 300 },
  );
});
