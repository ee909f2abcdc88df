import { builtInLaw, builtInPack, dueOf, lawInForce, standing, toDay, toIso } from '../../law';
import { openPoints, type ReadingDecision, withDecisions } from '../../law/decisions';
import type { Duty, EventDef, Hold, LoggedEvent } from '../../law/model';
import { duty, EVENTS, event, madeUpLaw } from './made-up';

const decided = (subject: string, point: ReadingDecision['point'], choice: string): ReadingDecision => ({
  ...{ law: '2025', subject, point, choice },
  basis: 'Công văn 12/TCTHADS-NV1',
  on: '2026-11-23',
});

const DISPUTED = duty('disputed', {
  period: { unit: 'days', n: 9 },
  readings: [{ id: 'ten', period: { unit: 'days', n: 10 }, why: 'Bản khác ghi 10.' }],
});
const LENGTHENED = duty('lengthened', {
  extension: {
    event: 'extended',
    period: { unit: 'days', n: 5 },
    source: { law: 'Luật 106/2025/QH15', article: '102(3)' },
    disputed: { times: 2, why: 'Hai căn cứ cộng dồn.' },
  },
});
const FROM_MEMORY = duty('from-memory', { active: false, confidence: 'M' });
const NO_LIMIT = duty('no-limit', { active: false, confidence: 'V1' });
const SHORTER = duty('shorter', { period: { unit: 'days', n: 9 } });
const DUTIES = [DISPUTED, LENGTHENED, FROM_MEMORY, NO_LIMIT, SHORTER];
const OLD = [duty('shorter', { period: { unit: 'days', n: 20 } })];
const RESUMING: readonly EventDef[] = EVENTS.map(def =>
  def.type === 'resume'
    ? { ...def, resumesNextDay: { why: 'Tính từ ngày sau.', source: { law: 'NĐ 155', article: '28b(2)' } } }
    : def,
);
const law = madeUpLaw({ duties: DUTIES, old: OLD, events: RESUMING });

interface Asked {
  readonly events?: readonly LoggedEvent[];
  readonly holds?: readonly Hold[];
  readonly today?: string;
}

function deadlines(decisions: readonly ReadingDecision[], { events, holds = [], today = '2026-07-02' }: Asked = {}) {
  const { deadlines: found } = standing({
    law: { ...law, statutes: withDecisions(law.statutes, decisions) },
    kind: 'enforcement_case',
    facts: {},
    events: events ?? [event('start', '2026-07-01')],
    holds,
    today: toDay(today),
  });
  const of = (id: string) => found.find(({ dutyId }) => dutyId === id);
  const dates = (id: string) => {
    const one = of(id);
    return one && [toIso(one.due), toIso(one.dueLatest)];
  };
  return { of, dates };
}

describe('what is open', () => {
  test('every point with its choices, the one taken meanwhile first', () => {
    const points = openPoints(law.statutes).map(({ law: of, subject, point, choices }) => [
      `${of} ${subject} ${point}`,
      choices.map(({ id }) => id).join('|'),
    ]);
    expect(points).toEqual([
      ['2025 disputed reading', 'default|ten'],
      ['2025 lengthened extension', 'fewer|more'],
      ['2025 from-memory activate', 'inactive|activate'],
      ['2025 shorter transition', 'new|old'],
      ['2025 resume resume', 'same-day|next-day'],
    ]);
  });

  test('of the law that comes with the program: first of all Article 37(1)', () => {
    const points = openPoints(builtInLaw().statutes);
    expect(points.filter(({ subject }) => subject === 'initial-verification').map(({ point }) => point)).toEqual([
      'reading',
      'transition',
      'source',
    ]);
    expect(points.every(({ choices }) => choices.length > 1)).toBe(true);
  });
});

describe('a decision', () => {
  test('on a length takes the other readings away, and the slip names it', () => {
    expect(deadlines([]).dates('disputed')).toEqual(['2026-07-10', '2026-07-13']);
    const nine = deadlines([decided('disputed', 'reading', 'default')]);
    expect(nine.dates('disputed')).toEqual(['2026-07-10', '2026-07-10']);
    const ten = deadlines([decided('disputed', 'reading', 'ten')]);
    expect(ten.dates('disputed')).toEqual(['2026-07-13', '2026-07-13']);
    const steps = ten.of('disputed')!.slip.filter(({ step }) => step === 'reading');
    expect(steps.map(({ vi }) => vi)).toEqual([
      'Áp dụng cách hiểu “ten” (10 ngày: Bản khác ghi 10.) theo Công văn 12/TCTHADS-NV1, hai người ký ngày 23/11/2026',
    ]);
  });

  test('on extensions', () => {
    const events = [event('start', '2026-07-01'), event('extended', '2026-07-02'), event('extended', '2026-07-03')];
    const asked = { events, today: '2026-07-06' };
    expect(deadlines([], asked).dates('lengthened')).toEqual(['2026-07-20', '2026-07-27']);
    expect(deadlines([decided('lengthened', 'extension', 'fewer')], asked).dates('lengthened')).toEqual([
      '2026-07-20',
      '2026-07-20',
    ]);
    expect(deadlines([decided('lengthened', 'extension', 'more')], asked).dates('lengthened')).toEqual([
      '2026-07-27',
      '2026-07-27',
    ]);
  });

  test('on an unverified row opens its limit; a row that opens none by its nature stays as it is', () => {
    expect(deadlines([]).of('from-memory')).toBeUndefined();
    const inUse = deadlines([
      decided('from-memory', 'activate', 'activate'),
      decided('no-limit', 'activate', 'activate'),
    ]);
    expect(inUse.of('from-memory')!.slip.some(({ vi }) => vi.includes('Công văn 12'))).toBe(true);
    expect(inUse.of('no-limit')).toBeUndefined();
  });

  test('on the length of a clock that ran on 1 July 2026, and on no other clock', () => {
    const running = { events: [event('start', '2026-06-25')], today: '2026-07-02' };
    expect(deadlines([], running).dates('shorter')).toEqual(['2026-07-06', '2026-07-15']);
    const old = deadlines([decided('shorter', 'transition', 'old')], running);
    expect(old.dates('shorter')).toEqual(['2026-07-15', '2026-07-15']);
    expect(old.of('shorter')!.law).toBe('2025');
    expect(old.of('shorter')!.slip.some(({ vi }) => vi.includes('“old”'))).toBe(true);
    const current = deadlines([decided('shorter', 'transition', 'new')], running);
    expect(current.dates('shorter')).toEqual(['2026-07-06', '2026-07-06']);
    const later = deadlines([decided('shorter', 'transition', 'old')]);
    expect(later.dates('shorter')).toEqual(['2026-07-10', '2026-07-10']);
    expect(later.of('shorter')!.slip.some(({ vi }) => vi.includes('Công văn 12'))).toBe(false);
  });

  test('on the day from which clocks run again', () => {
    const events = [event('start', '2026-07-01'), event('halt', '2026-07-06'), event('resume', '2026-07-10')];
    const asked = { events, today: '2026-07-10' };
    const [early, late] = deadlines([], asked).dates('disputed')!;
    const same = [decided('disputed', 'reading', 'default'), decided('resume', 'resume', 'same-day')];
    expect(deadlines(same, asked).dates('disputed')).toEqual([early, early]);
    const next = [decided('disputed', 'reading', 'default'), decided('resume', 'resume', 'next-day')];
    const found = deadlines(next, asked);
    expect(toDay(found.dates('disputed')![0]!)).toBeGreaterThan(toDay(early!));
    expect(toDay(found.dates('disputed')![0]!)).toBeLessThanOrEqual(toDay(late!));
    expect(found.of('disputed')!.slip.some(({ vi }) => vi.includes('“next-day”'))).toBe(true);
  });

  test.each([
    ['a duty that is not there', decided('gone', 'reading', 'default')],
    ['a choice that is not there', decided('disputed', 'reading', 'eleven')],
    ['a point the duty does not have', decided('disputed', 'extension', 'more')],
    ['the other law', { ...decided('disputed', 'reading', 'ten'), law: '2008' as const }],
  ])('about %s changes nothing', (_name, decision) => {
    expect(withDecisions(law.statutes, [decision]).duties).toEqual(law.statutes.duties);
  });

  test('leaves the statutes it is laid over as they were, and none leaves them the same', () => {
    const before = JSON.stringify(law.statutes);
    withDecisions(law.statutes, [
      decided('disputed', 'reading', 'ten'),
      decided('from-memory', 'activate', 'activate'),
    ]);
    expect(JSON.stringify(law.statutes)).toBe(before);
    expect(withDecisions(law.statutes, [])).toBe(law.statutes);
  });

  test('shows in the version of the law, and in what one limit comes to', () => {
    const parts = { packs: [builtInPack('2025'), builtInPack('2008')], calendar: builtInLaw().calendar };
    const nine = lawInForce({ ...parts, decisions: [decided('initial-verification', 'reading', 'default')] });
    expect(nine.packs['2025'].version).toMatch(/^[\d.]+ \+ [0-9a-f]{8}$/);
    expect(nine.packs['2008']).toEqual(builtInLaw().packs['2008']);
    const asked = { dutyId: 'initial-verification', on: '2026-07-13' };
    expect(dueOf(builtInLaw(), asked)).toMatchObject({ due: '2026-07-22', dueLatest: '2026-07-23' });
    const due = dueOf(nine, asked);
    expect(due).toMatchObject({ due: '2026-07-22', dueLatest: '2026-07-22' });
    expect(due.slip.some(({ vi }) => vi.includes('Công văn 12'))).toBe(true);
  });
});

describe('packs of one law that follow each other', () => {
  const longer = (row: Duty): Duty =>
    row.id === 'initial-verification' ? { ...row, period: { unit: 'days', n: 15 }, readings: [] } : row;
  const next = { ...builtInPack('2025'), version: '2028.1', inForceFrom: '2028-01-01' };
  const both = lawInForce({
    packs: [{ ...next, duties: next.duties.map(longer) }, builtInPack('2025'), builtInPack('2008')],
    calendar: builtInLaw().calendar,
  });

  test('each decides about what begins in its days', () => {
    const due = (on: string) => dueOf(both, { dutyId: 'initial-verification', on });
    expect(due('2027-12-31')).toMatchObject({ due: '2028-01-10', dueLatest: '2028-01-10' });
    expect(due('2028-01-03')).toMatchObject({ due: '2028-01-18', dueLatest: '2028-01-18' });
    expect(both.packs['2025'].version).toBe(`${builtInPack('2025').version}, 2028.1`);
  });

  test('a matter has clocks of both, and none twice', () => {
    const life = [
      event('request-received', '2027-11-01'),
      event('decision-issued', '2027-11-02'),
      event('valid-notice', '2027-12-24'),
    ];
    const asked = { kind: 'enforcement_case', facts: { origin: 'on_request' }, events: life } as const;
    const found = standing({ ...asked, law: both, today: toDay('2028-02-01') }).deadlines;
    const before = standing({ ...asked, law: builtInLaw(), today: toDay('2028-02-01') }).deadlines;
    expect(found.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    const began = (day: string) => (one: { startedOn: number }) => one.startedOn < toDay(day);
    const verification = found.find(({ dutyId }) => dutyId === 'initial-verification')!;
    expect([toIso(verification.startedOn), toIso(verification.due)]).toEqual(['2028-01-03', '2028-01-18']);
    expect(found.filter(began('2028-01-01'))).toHaveLength(before.filter(began('2028-01-01')).length);
  });
});

describe('a date kept by decision', () => {
  const key = (events: readonly LoggedEvent[]) => `shorter#${events[0]!.id}`;
  const start = [event('start', '2026-07-01')];
  const hold = (more: Partial<Hold> = {}): Hold => ({
    key: key(start),
    due: toDay('2026-07-21'),
    dueLatest: toDay('2026-07-21'),
    insteadOf: toDay('2026-07-10'),
    decision: { vi: 'quyết định giữ hạn 7', en: 'decision 7' },
    ...more,
  });

  test('stands instead of the counted one, and the slip names the decision', () => {
    const { of, dates } = deadlines([], { events: start, holds: [hold()], today: '2026-07-15' });
    expect(dates('shorter')).toEqual(['2026-07-21', '2026-07-21']);
    expect(of('shorter')).toMatchObject({ status: 'open' });
    const [step] = of('shorter')!.slip.filter(one => one.step === 'hold');
    expect(step).toMatchObject({ date: '2026-07-21' });
    expect(step!.vi).toMatch(/Giữ hạn .*21\/07\/2026 thay cho .*10\/07\/2026 theo quyết định giữ hạn 7/);
    expect(of('shorter')!.slip.at(-1)).toMatchObject({ step: 'due', date: '2026-07-21' });
    expect(dates('disputed')).toEqual(['2026-07-10', '2026-07-13']);
  });

  test('decides whether it is late', () => {
    const early = { due: toDay('2026-07-08'), dueLatest: toDay('2026-07-08') };
    const asked = { events: start, today: '2026-07-09' };
    expect(deadlines([], { ...asked, holds: [hold(early)] }).of('shorter')!.status).toBe('overdue');
    expect(deadlines([], asked).of('shorter')!.status).toBe('open');
    const done = [...start, event('done', '2026-07-20')];
    expect(deadlines([], { events: done, holds: [hold()], today: '2026-07-21' }).of('shorter')!.status).toBe('met');
    expect(deadlines([], { events: done, today: '2026-07-21' }).of('shorter')!.status).toBe('late');
  });

  test('a later pause moves it by as many days as it moves the counted one', () => {
    const events = [...start, event('halt', '2026-07-06'), event('resume', '2026-07-09')];
    const asked = { events, today: '2026-07-09' };
    const [counted] = deadlines([], asked).dates('shorter')!;
    expect(counted).toBe('2026-07-13');
    expect(deadlines([], { ...asked, holds: [hold()] }).dates('shorter')![0]).toBe('2026-07-24');
  });

  test('of a clock begun under the law of 2008', () => {
    const before = [event('start', '2026-06-25')];
    const kept = hold({ key: key(before), due: toDay('2026-07-20'), dueLatest: toDay('2026-07-20') });
    const { dates, of } = deadlines([], {
      events: before,
      holds: [{ ...kept, insteadOf: toDay('2026-07-06') }],
      today: '2026-07-02',
    });
    expect(dates('shorter')).toEqual(['2026-07-20', '2026-07-20']);
    expect(of('shorter')!.law).toBe('2025');
  });
});
