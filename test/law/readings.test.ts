import { checkEvent, standing, toDay, toIso } from '../../law';
import type { Duty, EventDef, Facts, LoggedEvent } from '../../law/model';
import { duty, EVENTS, event, madeUpLaw } from './made-up';

const source = { law: 'Luật 106/2025/QH15', article: '102(3)' };
const days = (n: number) => ({ unit: 'days', n }) as const;
const changed = (type: string, more: Partial<EventDef>) =>
  EVENTS.map(def => (def.type === type ? { ...def, ...more } : def));

interface Asked {
  duties: readonly Duty[];
  old?: readonly Duty[];
  events?: readonly EventDef[];
  facts?: Facts;
  today?: string;
}
const stand = (log: readonly LoggedEvent[], { duties, old = [], events = EVENTS, facts = {}, today }: Asked) =>
  standing({
    law: madeUpLaw({ duties, old, events }),
    kind: 'enforcement_case',
    facts,
    events: log,
    today: toDay(today ?? '2026-12-31'),
  });
const ends = (log: readonly LoggedEvent[], asked: Asked) =>
  stand(log, asked).deadlines.map(({ dutyId, law, due, dueLatest }) =>
    [dutyId, law, toIso(due), ...(dueLatest === due ? [] : [toIso(dueLatest)])].join(' '),
  );

describe('how often a limit may be extended', () => {
  const start = event('start', '2026-07-13');
  const [first, second, third] = ['2026-08-10', '2026-09-01', '2026-10-05'].map(day => event('extended', day));
  const extended = (more: Partial<NonNullable<Duty['extension']>>) => [
    duty('limit', { period: days(30), extension: { event: 'extended', period: days(30), source, ...more } }),
  ];
  const disputed = { times: 2, why: 'Chưa rõ hai căn cứ có cộng dồn hay không.' };

  test('twice, each from the end of the one before, where the text says so', () => {
    const duties = extended({ times: 2 });
    expect(ends([start, first!], { duties })).toEqual(['limit 2025 2026-09-11']);
    // The last day, 11 October, is a Sunday.
    expect(ends([start, first!, second!, third!], { duties })).toEqual(['limit 2025 2026-10-12']);
  });
  test('a second one that is disputed moves the latest reading only', () => {
    const duties = extended({ disputed });
    expect(ends([start, first!], { duties })).toEqual(['limit 2025 2026-09-11']);
    expect(ends([start, first!, second!], { duties })).toEqual(['limit 2025 2026-09-11 2026-10-12']);
    const { slip } = stand([start, first!, second!], { duties }).deadlines[0]!;
    expect(slip.filter(({ step }) => step === 'extend')).toHaveLength(1);
    expect(slip.find(({ step }) => step === 'reading')?.vi).toContain('cộng dồn');
  });
  test('one that is disputed altogether leaves the limit where it was', () => {
    const duties = extended({ times: 0, disputed: { ...disputed, times: 1 } });
    expect(ends([start], { duties })).toEqual(['limit 2025 2026-08-12']);
    expect(ends([start, first!], { duties })).toEqual(['limit 2025 2026-08-12 2026-09-11']);
  });
  test('the second must come before the first extension ends', () => {
    const duties = extended({ times: 2 });
    expect(ends([start, first!, event('extended', '2026-09-14')], { duties })).toEqual(['limit 2025 2026-09-11']);
  });
});

describe('an extension of which the text gives the whole length', () => {
  const start = event('start', '2026-07-13', {});
  const [first, second, third] = ['2026-08-10', '2026-09-01', '2026-10-05'].map(day =>
    event('extended', day, { days: 30 }),
  );
  const whole = (more: Partial<NonNullable<Duty['extension']>> = {}) => [
    duty('limit', {
      period: days(30),
      variants: [{ id: 'long', when: { long: true }, period: days(75) }],
      extension: { event: 'extended', whole: true, times: 2, period: days(60), second: days(90), source, ...more },
    }),
  ];
  test('sixty days after the first, ninety after the second, no more', () => {
    expect(ends([start, first!], { duties: whole() })).toEqual(['limit 2025 2026-09-11']);
    // Ninety days from 13 July end on Sunday 11 October.
    expect(ends([start, first!, second!], { duties: whole() })).toEqual(['limit 2025 2026-10-12']);
    expect(ends([start, first!, second!, third!], { duties: whole() })).toEqual(['limit 2025 2026-10-12']);
  });
  test('fewer days when fewer were granted, each on top of the ones before', () => {
    const ten = (day: string) => event('extended', day, { days: 10 });
    expect(ends([start, ten('2026-08-10')], { duties: whole() })).toEqual(['limit 2025 2026-08-22']);
    expect(ends([start, ten('2026-08-10'), ten('2026-08-20')], { duties: whole() })).toEqual(['limit 2025 2026-09-03']);
  });
  test('never shortens a limit that is longer from the start', () => {
    const facts = { long: true };
    expect(ends([start, first!], { duties: whole(), facts })).toEqual(['limit 2025 2026-09-28']);
    expect(ends([start, first!, second!], { duties: whole(), facts })).toEqual(['limit 2025 2026-10-12']);
  });
  test('its length may depend on the facts', () => {
    const duties = whole({ variants: [{ id: 'far', when: { far: true }, period: days(45) }] });
    expect(ends([start, first!], { duties, facts: { far: true } })).toEqual(['limit 2025 2026-08-27']);
  });
});

test('a pause that may end a day later: reminded for the earlier day, late only after the later', () => {
  const events = changed('resume', { resumesNextDay: { why: 'Có thể không tính ngày ra quyết định.', source } });
  const log = [event('start', '2026-07-01'), event('halt', '2026-07-06'), event('resume', '2026-07-09')];
  expect(ends(log, { duties: [duty('limit')], events })).toEqual(['limit 2025 2026-07-14 2026-07-15']);
  expect(ends(log, { duties: [duty('limit', { pausedBy: [] })], events })).toEqual(['limit 2025 2026-07-13']);
  expect(ends(log, { duties: [duty('limit')] })).toEqual(['limit 2025 2026-07-14']);
});

test('a text newer than its law begins no clock before it came into force', () => {
  const old = [
    duty('limit', { since: '2022-02-13' }),
    duty('next', { since: '2022-03-01', trigger: { expiryOf: 'limit' } }),
  ];
  expect(ends([event('start', '2022-02-12')], { duties: [], old, today: '2022-06-30' })).toEqual([]);
  expect(ends([event('start', '2022-02-14')], { duties: [], old, today: '2022-06-30' })).toEqual([
    'limit 2008 2022-02-24',
  ]);
  expect(ends([event('start', '2022-02-28')], { duties: [], old, today: '2022-06-30' })).toEqual([
    'limit 2008 2022-03-10',
    'next 2008 2022-03-21',
  ]);
});

describe('what binds about ended cases too', () => {
  const old = [duty('window', { period: days(15) }), duty('reply', { period: days(15) })];
  const duties = [duty('ended-window', { period: days(30), succeeds: ['window'], alsoEnded: true })];
  const facts = { caseEndedOn: '2026-05-20' };

  test('from 1 July 2026 on, in place of the old row; the rest stays under the old law', () => {
    expect(ends([event('start', '2026-07-06')], { duties, old, facts })).toEqual([
      'reply 2008 2026-07-21',
      'ended-window 2025 2026-08-05',
    ]);
  });
  test('not for what happened before', () => {
    expect(ends([event('start', '2026-06-15')], { duties, old, facts })).toEqual([
      'window 2008 2026-06-30',
      'reply 2008 2026-06-30',
    ]);
  });
});

describe('marks beside the stage', () => {
  const events = changed('other', { marks: { raises: 'stayed', lapsesWith: ['limit'] } }).map(def =>
    def.type === 'withdrawn'
      ? { ...def, marks: { lowers: ['stayed'] } }
      : def.type === 'extended'
        ? { ...def, marks: { raises: 'extended' } }
        : def,
  );
  const marks = (log: readonly LoggedEvent[], today: string, limit: Partial<Duty> = {}) =>
    stand(log, { duties: [duty('limit', limit)], events, today }).marks;
  const start = event('start', '2026-07-01');
  const stayed = event('other', '2026-07-02');

  test('stand until they are lowered', () => {
    expect(marks([start], '2026-07-02')).toEqual([]);
    expect(marks([start, stayed, event('extended', '2026-07-03')], '2026-07-03')).toEqual(['stayed', 'extended']);
    expect(marks([start, stayed, event('withdrawn', '2026-07-03')], '2026-07-03')).toEqual([]);
  });
  test('fall with the limit that carries them, and with the matter', () => {
    expect(marks([start, stayed], '2026-07-13')).toEqual(['stayed']);
    expect(marks([start, stayed], '2026-07-14')).toEqual(['overdue']);
    expect(marks([start, stayed, event('done', '2026-07-06')], '2026-07-06')).toEqual([]);
    expect(marks([start, stayed, event('end', '2026-07-06')], '2026-07-06')).toEqual([]);
  });
  test('overdue speaks of statutory limits of the agency alone', () => {
    expect(marks([start], '2026-07-20')).toEqual(['overdue']);
    expect(marks([start], '2026-07-20', { basis: 'service' })).toEqual([]);
    expect(marks([start], '2026-07-20', { atExpiry: { kind: 'lapse', vi: 'hết', en: 'gone' } })).toEqual([]);
  });
});

describe('what one law or one sort of matter does not know', () => {
  const events = [
    ...changed('done', { requiresUnder: { '2025': [['other']] }, source }),
    {
      type: 'second',
      kinds: ['enforcement_case' as const],
      nameVi: 'Lần hai',
      nameEn: 'Second',
      roles: ['clerk' as const],
      barred: [{ when: { level: 2 }, vi: 'quyết định lần hai có hiệu lực ngay', en: 'the second is final', source }],
    },
  ];
  const law = madeUpLaw({ duties: [], events });
  const asked = (type: string, on: string, facts: Facts = {}) => {
    const input = {
      law,
      kind: 'enforcement_case',
      facts,
      events: [event('start', '2026-06-01')],
      today: toDay('2026-08-03'),
    } as const;
    return {
      refusal: checkEvent(input, { type, occurredOn: toDay(on), attrs: {} }),
      allowed: standing(input).allowed.some(one => one.type === type),
    };
  };
  test('an order that only the new law asks for', () => {
    expect(asked('done', '2026-06-30').refusal).toBeNull();
    expect(asked('done', '2026-07-01')).toMatchObject({ refusal: { code: 'NEEDS_EARLIER_EVENT' }, allowed: false });
    expect(asked('done', '2026-07-01', { caseEndedOn: '2026-05-04' })).toMatchObject({ refusal: null, allowed: true });
  });
  test('an event barred by a fact names the rule', () => {
    expect(asked('second', '2026-07-01', { level: 1 })).toMatchObject({ refusal: null, allowed: true });
    const { refusal, allowed } = asked('second', '2026-07-01', { level: 2 });
    expect(refusal).toMatchObject({ code: 'BARRED_BY_LAW' });
    expect(refusal!.vi).toContain('quyết định lần hai có hiệu lực ngay (Luật 106/2025/QH15, Điều 102(3))');
    expect(allowed).toBe(false);
  });
});

test('the stage after a pause is the one before it, unless the facts say another', () => {
  const events = changed('resume', { returns: true }).map(def => {
    if (def.type === 'halt') return { ...def, stage: 'halted' };
    return def.type === 'done' ? { ...def, stageWhen: [{ when: { class: 'b' }, as: 'final' }] } : def;
  });
  const stage = (log: readonly LoggedEvent[], facts: Facts = {}) => stand(log, { duties: [], events, facts }).stage;
  const log = [event('start', '2026-07-01'), event('halt', '2026-07-06')];
  expect(stage(log)).toBe('halted');
  expect(stage([...log, event('resume', '2026-07-08')])).toBe('started');
  expect(stage([...log, event('done', '2026-07-08')])).toBe('done');
  expect(stage([...log, event('done', '2026-07-08')], { class: 'b' })).toBe('final');
});

test('an event that may come twice is refused the third time, by its article', () => {
  const events = changed('extended', { most: 2, source });
  const log = [event('start', '2026-07-01'), event('extended', '2026-07-06'), event('extended', '2026-07-08')];
  const law = madeUpLaw({ duties: [duty('limit')], events });
  const input = (taken: readonly LoggedEvent[]) =>
    ({ law, kind: 'enforcement_case', facts: {}, events: taken, today: toDay('2026-07-20') }) as const;
  const third = { type: 'extended', occurredOn: toDay('2026-07-10'), attrs: {} };
  expect(checkEvent(input(log.slice(0, 2)), third)).toBeNull();
  const refusal = checkEvent(input(log), third);
  expect(refusal).toMatchObject({ code: 'ALREADY_RECORDED' });
  expect(refusal!.vi).toContain('08/07/2026 và chỉ ghi nhiều nhất 2 lần (Luật 106/2025/QH15, Điều 102(3))');
  expect(standing(input(log)).allowed.map(({ type }) => type)).not.toContain('extended');
});
