import { standing, toDay, toIso } from '../../law';
import type { Deadline, Duty, Facts, LoggedEvent } from '../../law/model';
import { duty, event, madeUpLaw } from './made-up';

/** The same limit shorter in the new law: 10 days became 9; 5 working days stayed. */
const NEW = [
  duty('check', { period: { unit: 'days', n: 9 } }),
  duty('send', { period: { unit: 'workingDays', n: 5 }, dischargedBy: ['other'] }),
];
const OLD = [
  duty('check', { period: { unit: 'days', n: 10 }, source: { law: 'Luật 26/2008/QH12', article: '44(1)' } }),
  duty('send', { period: { unit: 'workingDays', n: 5 }, dischargedBy: ['other'] }),
];

interface Asked {
  duties?: readonly Duty[];
  old?: readonly Duty[];
  facts?: Facts;
}
const stand = (events: readonly LoggedEvent[], today: string, { duties = NEW, old = OLD, facts = {} }: Asked = {}) =>
  standing({
    law: madeUpLaw({ duties, old }),
    kind: 'enforcement_case',
    facts,
    events,
    today: toDay(today),
  });
const short = ({ dutyId, law, due, dueLatest, status }: Deadline) =>
  `${dutyId}@${law} ${toIso(due)}${dueLatest === due ? '' : `…${toIso(dueLatest)}`} ${status}`;
const lines = (events: readonly LoggedEvent[], today: string, asked?: Asked) =>
  stand(events, today, asked).deadlines.map(short);

describe('limits running on 1 July 2026', () => {
  test('looked at before that day: the old law', () => {
    const start = event('start', '2026-06-25');
    expect(lines([start], '2026-06-30')).toEqual(['check@2008 2026-07-06 open', 'send@2008 2026-07-02 open']);
    expect(stand([start], '2026-06-30').law).toBe('2008');
  });
  test('done before that day: stays under the old law for ever', () => {
    const events = [event('start', '2026-06-22'), event('done', '2026-06-30'), event('other', '2026-06-30')];
    expect(lines(events, '2026-12-01')).toEqual(['check@2008 2026-07-02 met', 'send@2008 2026-06-29 late']);
  });
  test('expired before that day: stays, even if done after', () => {
    expect(lines([event('start', '2026-06-15')], '2026-07-10')).toEqual([
      'check@2008 2026-06-25 overdue',
      'send@2008 2026-06-22 overdue',
    ]);
    expect(lines([event('start', '2026-06-15'), event('done', '2026-07-03')], '2026-07-10')[0]).toBe(
      'check@2008 2026-06-25 late',
    );
  });
  test('still open: counted by the new law from the same trigger, both lengths kept where they differ', () => {
    const start = event('start', '2026-06-25');
    const { deadlines, law } = stand([start], '2026-07-01');
    expect(deadlines.map(short)).toEqual(['check@2025 2026-07-06 open', 'send@2025 2026-07-02 open']);
    expect(law).toBe('2025');
    const { deadlines: wide } = stand([event('start', '2026-06-27')], '2026-07-01');
    expect(short(wide[0]!)).toBe('check@2025 2026-07-06…2026-07-07 open');
    const readings = wide[0]!.slip.filter(({ step }) => step === 'reading');
    expect(readings.map(({ vi }) => vi).join(' ')).toMatch(
      /Chưa hết hạn vào 01\/07\/2026.*Luật 26\/2008\/QH12 \(10 ngày\)/,
    );
    expect(readings[0]!.basis).toContain('116(3)');
  });
  test('begun on or after that day: the new law alone', () => {
    expect(lines([event('start', '2026-07-01')], '2026-07-02')).toEqual([
      'check@2025 2026-07-10 open',
      'send@2025 2026-07-08 open',
    ]);
  });
  test('the key does not change when the law does', () => {
    const start = event('start', '2026-06-25');
    expect(stand([start], '2026-07-01').deadlines.map(({ key }) => key)).toEqual(
      stand([start], '2026-06-30').deadlines.map(({ key }) => key),
    );
  });
  test('paused over that day: still running, so carried over', () => {
    const events = [event('start', '2026-06-15'), event('halt', '2026-06-20')];
    expect(lines(events, '2026-07-10')[0]).toBe('check@2025 2026-06-24…2026-06-25 paused');
  });
  test('a matter ended before that day stays under the old law', () => {
    const events = [event('start', '2026-06-25'), event('end', '2026-06-29')];
    expect(lines(events, '2026-08-01')).toEqual(['check@2008 2026-07-06 void', 'send@2008 2026-07-02 void']);
    expect(stand(events, '2026-08-01').law).toBe('2008');
  });
  test('so does a complaint about a case that ended before that day', () => {
    const facts = { caseEndedOn: '2026-06-30' };
    expect(lines([event('start', '2026-08-03')], '2026-08-04', { facts })[0]).toBe('check@2008 2026-08-13 open');
    expect(lines([event('start', '2026-08-03')], '2026-08-04', { facts: { caseEndedOn: '2026-07-01' } })[0]).toBe(
      'check@2025 2026-08-12 open',
    );
  });
});

describe('duties of one law only', () => {
  test('an old one still running is void from 1 July 2026, and says why', () => {
    const { deadlines } = stand([event('start', '2026-06-25')], '2026-07-05', { duties: [] });
    expect(deadlines.map(short)).toEqual(['check@2008 2026-07-06 void', 'send@2008 2026-07-02 void']);
    expect(deadlines[0]).toMatchObject({ closedOn: toDay('2026-07-01') });
    expect(deadlines[0]).not.toHaveProperty('closedByEvent');
    expect(deadlines[0]!.slip.at(-1)!.vi).toContain('không còn thời hạn này');
  });
  test('an old one that expired before stays overdue', () => {
    expect(lines([event('start', '2026-06-10')], '2026-07-05', { duties: [] })[0]).toBe(
      'check@2008 2026-06-22 overdue',
    );
  });
  test('an old one opens nothing after 1 July 2026', () => {
    expect(lines([event('start', '2026-07-01')], '2026-07-05', { duties: [] })).toEqual([]);
  });
  test('a new one opens from an older event only if it ends under the new law', () => {
    expect(lines([event('start', '2026-06-26')], '2026-07-05', { old: [] })).toEqual([
      'check@2025 2026-07-06 open',
      'send@2025 2026-07-03 overdue',
    ]);
    expect(lines([event('start', '2026-06-12')], '2026-07-05', { old: [] })).toEqual([]);
    expect(lines([event('start', '2026-06-26')], '2026-06-30', { old: [] })).toEqual([]);
  });
});

describe('a duty that continues another id of the old law', () => {
  const old = [
    duty('old-check', { period: { unit: 'days', n: 10 }, source: { law: 'Luật 26/2008/QH12', article: '7' } }),
  ];
  const heir = duty('new-check', { period: { unit: 'days', n: 12 }, succeeds: ['old-check'] });
  const asked = { old, duties: [heir] };

  test('takes over the clock still running, with both lengths, and says what it continues', () => {
    const start = event('start', '2026-06-25');
    expect(lines([start], '2026-06-30', asked)).toEqual(['old-check@2008 2026-07-06 open']);
    const [carried, ...others] = stand([start], '2026-07-01', asked).deadlines;
    expect(others).toEqual([]);
    expect(short(carried!)).toBe('new-check@2025 2026-07-06…2026-07-07 open');
    expect(carried!.key).toBe(`old-check#${start.id}`);
    expect(carried!.slip.map(({ vi }) => vi).join(' ')).toContain(
      'Tiếp nối “Thời hạn old-check” (Luật 26/2008/QH12, Điều 7)',
    );
  });
  test('leaves alone what was done or past before that day', () => {
    expect(lines([event('start', '2026-06-22'), event('done', '2026-06-30')], '2026-12-01', asked)).toEqual([
      'old-check@2008 2026-07-02 met',
    ]);
    expect(lines([event('start', '2026-06-15')], '2026-07-10', asked)).toEqual(['old-check@2008 2026-06-25 overdue']);
  });
  test('one event discharges one clock, whichever id it began under', () => {
    const events = [event('start', '2026-06-29'), event('done', '2026-07-06'), event('start', '2026-07-06')];
    expect(lines(events, '2026-07-07', asked)).toEqual([
      'new-check@2025 2026-07-09…2026-07-13 met',
      'new-check@2025 2026-07-20 open',
    ]);
  });
  test('what follows from its end follows from the end of what it continues', () => {
    const next = duty('next', { trigger: { expiryOf: 'new-check' }, period: { unit: 'days', n: 30 } });
    expect(lines([event('start', '2026-06-10')], '2026-07-05', { old, duties: [heir, next] })).toEqual([
      'old-check@2008 2026-06-22 overdue',
      'next@2025 2026-07-22 open',
    ]);
    expect(lines([event('start', '2026-06-25')], '2026-07-08', { old, duties: [heir, next] }).at(-1)).toBe(
      'next@2025 2026-08-06 open',
    );
  });
});

test('a limit that ran out under the old law starts the next one there; it is carried over if still open', () => {
  const chain = (law: Duty[], n: number) => [
    ...law,
    duty('next', { trigger: { expiryOf: 'check' }, period: { unit: 'days', n }, dischargedBy: ['withdrawn'] }),
  ];
  const asked = { old: chain(OLD, 30), duties: chain(NEW, 20) };
  expect(lines([event('start', '2026-06-08')], '2026-07-05', asked).at(-1)).toBe(
    'next@2025 2026-07-08…2026-07-20 open',
  );
  expect(lines([event('start', '2026-06-27')], '2026-07-15', asked).at(-1)).toBe('next@2025 2026-07-27 open');
});

describe('a limit that only the new law has, and of which the text does not say where it begins', () => {
  const two = duty('return', { period: { unit: 'years', n: 2 }, fromNewLaw: true });
  const asked = { duties: [two], old: [] };
  test('counted from the older event and, read otherwise, from 1 July 2026: both are kept', () => {
    expect(lines([event('start', '2025-03-10')], '2026-07-05', asked)).toEqual([
      'return@2025 2027-03-10…2028-07-03 open',
    ]);
    const [limit] = stand([event('start', '2025-03-10')], '2026-07-05', asked).deadlines;
    expect(limit!.slip.map(({ vi }) => vi).join(' ')).toMatch(
      /Cách hiểu khác: 2 năm từ thứ Tư 01\/07\/2026, đến thứ Hai 03\/07\/2028/,
    );
  });
  test('owed already by the earlier reading, late only by the later', () => {
    expect(lines([event('start', '2023-03-10')], '2026-07-05', asked)).toEqual([
      'return@2025 2025-03-10…2028-07-03 open',
    ]);
  });
  test('once decided, one reading', () => {
    const decided = (transition: 'old' | 'new') => ({ duties: [{ ...two, transition }], old: [] });
    expect(lines([event('start', '2025-03-10')], '2026-07-05', decided('old'))).toEqual([
      'return@2025 2027-03-10 open',
    ]);
    expect(lines([event('start', '2025-03-10')], '2026-07-05', decided('new'))).toEqual([
      'return@2025 2028-07-03 open',
    ]);
  });
  test('begun under the new law: one reading', () => {
    expect(lines([event('start', '2026-07-01')], '2026-07-05', asked)).toEqual(['return@2025 2028-07-03 open']);
  });
  test('it continues no limit of the same id that the old law counted from elsewhere', () => {
    const old = [duty('return', { period: { unit: 'workingDays', n: 3 }, trigger: { on: ['other'] } })];
    const log = [event('start', '2025-03-10'), event('other', '2026-06-29')];
    expect(lines(log, '2026-07-05', { duties: [two], old })).toEqual([
      'return@2008 2026-07-02 void',
      'return@2025 2027-03-10…2028-07-03 open',
    ]);
    const [gone] = stand(log, '2026-07-05', { duties: [two], old }).deadlines;
    expect(gone!.slip.at(-1)!.vi).toContain('từ một sự kiện khác');
  });
});
