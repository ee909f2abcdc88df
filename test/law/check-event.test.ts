import { builtInLaw, checkEvent, toDay } from '../../law';
import type { EventDef, Facts, LoggedEvent } from '../../law/model';
import { duty, EVENTS, event, madeUpLaw } from './made-up';

const extra: EventDef[] = [
  {
    type: 'paid',
    kinds: ['enforcement_case'],
    nameVi: 'Thu tiền',
    nameEn: 'Paid',
    roles: ['clerk'],
    attrs: [
      { name: 'amount', type: 'money', required: true, nameVi: 'Số tiền' },
      { name: 'result', type: 'code', values: ['all', 'part'], nameVi: 'Kết quả' },
      { name: 'until', type: 'date', nameVi: 'Đến ngày' },
      { name: 'count', type: 'number', nameVi: 'Số' },
      { name: 'cash', type: 'boolean', nameVi: 'Tiền mặt' },
      { name: 'note', type: 'text', nameVi: 'Ghi chú' },
    ],
  },
  {
    type: 'copy-requested',
    kinds: ['enforcement_case'],
    nameVi: 'Xin bản sao',
    nameEn: 'Copy requested',
    roles: ['clerk'],
    afterEnd: true,
  },
];
const book = madeUpLaw({
  duties: [duty('tell', { trigger: { on: ['end'] }, dischargedBy: ['other'] })],
  events: [...EVENTS, ...extra],
});
const log = [event('start', '2026-07-01'), event('halt', '2026-07-06')];

function check(type: string, day: string, attrs: Facts = {}, events: readonly LoggedEvent[] = log, atMinute?: number) {
  return checkEvent(
    { law: book, kind: 'enforcement_case', facts: {}, events, today: toDay('2026-07-20') },
    { type, occurredOn: toDay(day), attrs, ...(atMinute !== undefined && { atMinute }) },
  );
}

describe('what may be recorded', () => {
  test('an event in order', () => {
    expect(check('resume', '2026-07-10')).toBeNull();
    expect(check('resume', '2026-07-06')).toBeNull();
    expect(check('other', '2026-07-20')).toBeNull();
    expect(check('other', '2026-07-20', {}, log, 1440)).toBeNull();
  });
  test.each<[string, string, string, string]>([
    ['UNKNOWN_EVENT', 'resumed', '2026-07-10', 'resume'],
    ['IN_THE_FUTURE', 'other', '2026-07-21', '21/07/2026'],
    ['BEFORE_1990', 'other', '1989-12-31', '1990'],
    ['BEFORE_REQUIRED_EVENT', 'resume', '2026-07-05', '06/07/2026'],
    ['BEFORE_REQUIRED_EVENT', 'end', '2026-06-30', '01/07/2026'],
  ])('%s: %s on %s', (code, type, day, says) => {
    const refusal = check(type, day);
    expect(refusal).toMatchObject({ code });
    expect(refusal!.vi).toContain(says);
    expect(refusal!.en.length).toBeGreaterThan(20);
  });
  test('what it needs is named, with the article and what to do', () => {
    const refusal = check('resume', '2026-07-10', {}, [log[0]!]);
    expect(refusal).toEqual({
      code: 'NEEDS_EARLIER_EVENT',
      vi: 'Chưa ghi được “Sự kiện resume”: trước đó phải có “Sự kiện halt” hoặc “Sự kiện halt-until” (Luật 106/2025/QH15, Điều 46(3)). Hãy ghi sự kiện đó trước.',
      en: '“Event resume” cannot be recorded yet: “Event halt” or “Event halt-until” must come first (Luật 106/2025/QH15, Điều 46(3)). Record that event first.',
    });
  });
  test('not after what bars it, until what it needs happens again', () => {
    const resumed = [...log, event('resume', '2026-07-08')];
    expect(check('resume', '2026-07-09', {}, resumed)).toMatchObject({ code: 'REFUSED_AFTER' });
    expect(check('resume', '2026-07-12', {}, [...resumed, event('halt', '2026-07-10')])).toBeNull();
  });
  test('nothing on a matter that has ended, but what its end calls for and what the lifecycle lets follow', () => {
    const ended = [...log, event('end', '2026-07-15')];
    const refusal = check('done', '2026-07-16', {}, ended);
    expect(refusal).toMatchObject({ code: 'MATTER_CLOSED' });
    expect(refusal!.vi).toContain('15/07/2026');
    expect(check('end', '2026-07-16', {}, ended)).toMatchObject({ code: 'MATTER_CLOSED' });
    expect(check('other', '2026-07-16', {}, ended)).toBeNull();
    expect(check('other', '2026-07-17', {}, [...ended, event('other', '2026-07-16')])).toMatchObject({
      code: 'MATTER_CLOSED',
    });
    expect(check('copy-requested', '2026-07-16', {}, ended)).toBeNull();
  });
  test('once is once, unless it was taken back', () => {
    const once = madeUpLaw({
      events: [...EVENTS.filter(({ type }) => type !== 'other'), { ...EVENTS[1]!, once: true }],
    });
    const first = event('other', '2026-07-02');
    const input = {
      kind: 'enforcement_case' as const,
      facts: {},
      law: once,
      today: toDay('2026-07-20'),
    };
    const proposed = { type: 'other', occurredOn: toDay('2026-07-03'), attrs: {} };
    expect(checkEvent({ ...input, events: [first] }, proposed)).toMatchObject({ code: 'ALREADY_RECORDED' });
    const back = event('other', '2026-07-02', {}, { correctsId: first.id, retracted: true });
    expect(checkEvent({ ...input, events: [first, back] }, proposed)).toBeNull();
  });
  test.each<[string, Facts, string | null]>([
    ['money', { amount: '1500000' }, null],
    ['no money', {}, 'ATTR_MISSING'],
    ['empty money', { amount: '' }, 'ATTR_MISSING'],
    ['money with separators', { amount: '1.500.000' }, 'ATTR_BAD'],
    ['money with letters', { amount: '15 triệu' }, 'ATTR_BAD'],
    ['negative money', { amount: '-5' }, 'ATTR_BAD'],
    ['money as a number', { amount: 1500000 }, 'ATTR_BAD'],
    ['a code of the list', { amount: '1', result: 'part' }, null],
    ['another code', { amount: '1', result: 'none' }, 'ATTR_BAD'],
    ['a date', { amount: '1', until: '2026-12-31' }, null],
    ['no such date', { amount: '1', until: '2026-02-31' }, 'ATTR_BAD'],
    ['a number', { amount: '1', count: 3 }, null],
    ['not a number', { amount: '1', count: Number.NaN }, 'ATTR_BAD'],
    ['a number in words', { amount: '1', count: '3' }, 'ATTR_BAD'],
    ['yes', { amount: '1', cash: true }, null],
    ['yes in words', { amount: '1', cash: 'true' }, 'ATTR_BAD'],
    ['text', { amount: '1', note: 'x' }, null],
    ['a number for text', { amount: '1', note: 5 }, 'ATTR_BAD'],
  ])('attributes: %s', (_name, attrs, code) => {
    expect(check('paid', '2026-07-10', attrs)?.code ?? null).toBe(code);
  });
  test('a time outside the day', () => {
    expect(check('other', '2026-07-10', {}, log, 1441)).toMatchObject({ code: 'TIME_BAD' });
    expect(check('other', '2026-07-10', {}, log, 8.5)).toMatchObject({ code: 'TIME_BAD' });
  });
  test('an event of another kind of matter', () => {
    const input = {
      kind: 'complaint' as const,
      facts: {},
      events: [],
      law: builtInLaw(),
      today: toDay('2026-07-20'),
    };
    expect(checkEvent(input, { type: 'coerced', occurredOn: toDay('2026-07-10'), attrs: {} })).toMatchObject({
      code: 'NOT_FOR_THIS_KIND',
    });
  });
});
