import {
  builtInLaw,
  DueInputError,
  dueOf,
  duties,
  instantOf,
  toDay,
  toIsoMinute,
  toMinute,
  toTime,
  UnknownDutyError,
  vietnamDay,
  vietnamMinute,
  weekday,
} from '../../law';
import { endsAtMoment } from '../../law/engine/period';
import type { Facts, LawId } from '../../law/model';
import { duty, madeUpLaw } from './made-up';

const book = madeUpLaw({
  duties: [
    duty('plain'),
    duty('hourly', { period: { unit: 'hours', n: 24 } }),
    duty('new-only', { period: { unit: 'workingDays', n: 2 } }),
    duty('disputed', {
      period: { unit: 'days', n: 9 },
      readings: [{ id: 'ten', period: { unit: 'days', n: 10 }, why: 'Bản khác ghi 10.' }],
    }),
    duty('by-class', {
      period: { unit: 'days', n: 30 },
      variants: [
        { id: 'b', when: { class: 'b' }, period: { unit: 'workingDays', n: 5 } },
        { id: 'c', when: { class: 'c' }, period: { unit: 'days', n: 45 } },
      ],
    }),
  ],
  old: [duty('plain', { period: { unit: 'days', n: 20 } }), duty('old-only')],
});
const ask = (dutyId: string, on: string, more: { at?: string; law?: LawId; facts?: Facts } = {}) =>
  dueOf(book, { dutyId, on, ...more });

describe('which law', () => {
  test('by the day: 30 June 2026 old, 1 July 2026 new', () => {
    expect(ask('plain', '2026-06-30')).toMatchObject({ law: '2008', due: '2026-07-20' });
    expect(ask('plain', '2026-07-01')).toMatchObject({ law: '2025', due: '2026-07-13' });
  });
  test('or as asked', () => {
    expect(ask('plain', '2026-07-01', { law: '2008' })).toMatchObject({ law: '2008', due: '2026-07-21' });
  });
  test('a duty of one law only is refused on a day of the other, unless asked for', () => {
    expect(() => ask('new-only', '2026-06-30')).toThrow(DueInputError);
    expect(() => ask('old-only', '2026-07-01')).toThrow(/law: 2008/);
    expect(ask('old-only', '2026-06-30').law).toBe('2008');
    expect(ask('new-only', '2026-06-30', { law: '2025' }).law).toBe('2025');
  });
});

test.each(['00:00', '08:00', '24:00'])('the time of the event (%s) moves no limit in days', at => {
  expect(ask('plain', '2026-07-01', { at })).toEqual(ask('plain', '2026-07-01', {}));
});

describe('bad questions name the field', () => {
  test.each<[string, string, string, { at?: string }, string]>([
    ['31 February', 'plain', '2026-02-31', {}, 'on'],
    ['month 13', 'plain', '2026-13-01', {}, 'on'],
    ['another form', 'plain', '01/07/2026', {}, 'on'],
    ['29 February of a common year', 'plain', '2026-02-29', {}, 'on'],
    ['the year 1900', 'plain', '1900-01-01', {}, 'on'],
    ['the year 2101', 'plain', '2101-01-01', {}, 'on'],
    ['25:00 for days', 'plain', '2026-07-01', { at: '25:00' }, 'at'],
    ['no time for hours', 'hourly', '2026-07-01', {}, 'at'],
    ['25:00', 'hourly', '2026-07-01', { at: '25:00' }, 'at'],
    ['24:01', 'hourly', '2026-07-01', { at: '24:01' }, 'at'],
    ['08:60', 'hourly', '2026-07-01', { at: '08:60' }, 'at'],
    ['8:00', 'hourly', '2026-07-01', { at: '8:00' }, 'at'],
  ])('%s', (_name, id, on, more, field) => {
    const error = (() => {
      try {
        return ask(id, on, more);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(DueInputError);
    expect(error).toMatchObject({ field });
  });

  test('an unknown duty names those like it', () => {
    expect(() => dueOf(builtInLaw(), { dutyId: 'initial-verificaton', on: '2026-07-01' })).toThrow(UnknownDutyError);
    expect(() => dueOf(builtInLaw(), { dutyId: 'initial-verificaton', on: '2026-07-01' })).toThrow(
      /initial-verification/,
    );
    try {
      dueOf(builtInLaw(), { dutyId: 'complaint', on: '2026-07-01' });
    } catch (error) {
      expect((error as UnknownDutyError).nearest).toHaveLength(3);
      expect((error as UnknownDutyError).nearest.every(id => id.includes('complaint'))).toBe(true);
    }
  });
});

test('a rule about a date says that it has no length', () => {
  expect(() => dueOf(builtInLaw(), { dutyId: 'valid-notice-date', on: '2026-07-01' })).toThrow(DueInputError);
  expect(() => dueOf(builtInLaw(), { dutyId: 'valid-notice-date', on: '2026-07-01' })).toThrow(
    /không có thời hạn.*valid-notice/,
  );
});

test.each<LawId>(['2025', '2008'])('every duty of the law of %s has an answer and a whole slip', law => {
  const on = law === '2025' ? '2026-07-13' : '2025-07-14';
  const broken: string[] = [];
  for (const { id, period, variants = [] } of duties(builtInLaw(), law)) {
    const hours = [period, ...variants.map(variant => variant.period)].some(endsAtMoment);
    const { due, dueLatest, slip } = dueOf(builtInLaw(), { dutyId: id, on, law, ...(hours && { at: '09:30' }) });
    const whole = slip[0]?.step === 'trigger' && slip.at(-1)?.step === 'due' && slip.at(-1)?.date === due;
    if (!whole || dueLatest < due || !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(due)) broken.push(id);
  }
  expect(broken).toEqual([]);
  expect(duties(builtInLaw(), law).length).toBeGreaterThan(40);
});

describe('what facts and readings leave open', () => {
  test('without facts the earliest length, the others beside it', () => {
    const found = ask('by-class', '2026-07-13');
    expect(found).toMatchObject({ due: '2026-07-20', kind: 'workingDays' });
    expect(found.variants).toEqual([
      { id: 'c', due: '2026-08-27' },
      { id: 'default', due: '2026-08-12' },
    ]);
    expect(found.slip.filter(({ step }) => step === 'reading')).toHaveLength(2);
  });
  test('facts decide', () => {
    expect(ask('by-class', '2026-07-13', { facts: { class: 'c' } })).toMatchObject({ due: '2026-08-27', variants: [] });
    expect(ask('by-class', '2026-07-13', { facts: { class: 'a' } })).toMatchObject({ due: '2026-08-12', variants: [] });
  });
  test('a disputed limit has both ends', () => {
    const found = ask('disputed', '2026-07-01');
    expect(found).toMatchObject({ due: '2026-07-10', dueLatest: '2026-07-13' });
    expect(found.slip.find(({ step }) => step === 'reading')!.vi).toContain('Bản khác ghi 10.');
  });
  test('hours answer with a time', () => {
    expect(ask('hourly', '2026-07-03', { at: '24:00' })).toMatchObject({
      due: '2026-07-05T00:00',
      dueLatest: '2026-07-05T00:00',
      kind: 'hours',
    });
  });
  test('the answer is plain JSON', () => {
    const found = ask('plain', '2026-07-01');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['dutyId', 'law', 'due', 'kind', 'provisional', 'slip']));
  });
});

describe('days and times', () => {
  test('Vietnam is seven hours ahead, all year', () => {
    const at = Date.UTC(2026, 6, 1, 17, 0);
    expect(vietnamDay(at)).toBe(toDay('2026-07-02'));
    expect(vietnamDay(at - 1)).toBe(toDay('2026-07-01'));
    expect(vietnamMinute(at + 90 * 60_000)).toBe(90);
    expect(instantOf(toDay('2026-07-02'), 0)).toBe(at);
    expect(instantOf(toDay('2026-07-01'), 1440)).toBe(at);
    expect(toIsoMinute(at)).toBe('2026-07-02T00:00');
  });
  test('Monday is 0', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29', '1969-12-31'].map(d => weekday(toDay(d)))).toEqual([0, 5, 6, 2]);
  });
  test('24:00 is the end of the day', () => {
    expect(toMinute('24:00')).toBe(1440);
    expect(toTime(1440)).toBe('24:00');
  });
});
