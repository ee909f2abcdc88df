import { instantOf, standing, toDay, toIso } from '../../law';
import type { Deadline, Duty, Facts, LoggedEvent } from '../../law/model';
import { duty, event, madeUpLaw } from './made-up';

interface Asked {
  duties?: readonly Duty[];
  old?: readonly Duty[];
  facts?: Facts;
  today?: string;
  now?: number;
}
const stand = (
  events: readonly LoggedEvent[],
  { duties = [duty('limit')], old = [], facts = {}, today = '2026-12-31', now }: Asked = {},
) =>
  standing({
    law: madeUpLaw({ duties, old }),
    kind: 'enforcement_case',
    facts,
    events,
    today: toDay(today),
    ...(now !== undefined && { now }),
  });
const short = ({ due, dueLatest, status, closedOn, law }: Deadline) => ({
  due: toIso(due),
  ...(dueLatest !== due && { latest: toIso(dueLatest) }),
  status,
  ...(closedOn !== undefined && { closed: toIso(closedOn) }),
  law,
});
const only = (events: readonly LoggedEvent[], asked: Asked = {}) => {
  const { deadlines } = stand(events, asked);
  expect(deadlines).toHaveLength(1);
  return short(deadlines[0]!);
};

describe('how a deadline stands', () => {
  const start = event('start', '2026-07-01');
  test('open until the end of the day, overdue after', () => {
    expect(only([start], { today: '2026-07-13' })).toEqual({ due: '2026-07-13', status: 'open', law: '2025' });
    expect(only([start], { today: '2026-07-14' })).toEqual({ due: '2026-07-13', status: 'overdue', law: '2025' });
  });
  test('met and late', () => {
    expect(only([start, event('done', '2026-07-13')])).toMatchObject({ status: 'met', closed: '2026-07-13' });
    expect(only([start, event('done', '2026-07-14')])).toMatchObject({ status: 'late', closed: '2026-07-14' });
  });
  test('done before it began discharges nothing', () => {
    expect(only([event('done', '2026-06-30'), start], { today: '2026-07-02' })).toMatchObject({ status: 'open' });
  });
  test('done the same day counts, whichever was written down first', () => {
    expect(only([event('done', '2026-07-01'), start])).toMatchObject({ status: 'met' });
    expect(
      only([event('done', '2026-07-01T08:00'), event('start', '2026-07-01T09:00')], { today: '2026-07-02' }),
    ).toMatchObject({ status: 'open' });
  });
  test('one act of that day discharges the earlier clock, not also one that begins later the same day', () => {
    const { deadlines } = stand(
      [event('start', '2026-06-29'), event('done', '2026-07-01'), event('start', '2026-07-01')],
      {
        today: '2026-07-03',
        old: [duty('limit')],
      },
    );
    expect(deadlines.map(({ status }) => status)).toEqual(['met', 'open']);
  });
  test('a limit of somebody else lapses: overdue, and nobody late', () => {
    const { deadlines } = stand([start], {
      duties: [duty('limit', { atExpiry: { kind: 'lapse', vi: '', en: '' } })],
      today: '2026-08-01',
    });
    expect(deadlines[0]).toMatchObject({ status: 'overdue', lapse: true });
  });
  test('voided by an event, and by the end of the matter', () => {
    const voidable = { duties: [duty('limit', { voidedBy: ['withdrawn'] })] };
    expect(only([start, event('withdrawn', '2026-07-05'), event('done', '2026-07-06')], voidable)).toMatchObject({
      status: 'void',
      closed: '2026-07-05',
    });
    expect(only([start, event('end', '2026-07-06')])).toMatchObject({ status: 'void', closed: '2026-07-06' });
  });
  test('the event that ends the matter may be what was owed', () => {
    expect(
      only([start, event('end', '2026-07-06')], { duties: [duty('limit', { dischargedBy: ['end'] })] }),
    ).toMatchObject({ status: 'met' });
  });
  test('what the end itself calls for stays owed', () => {
    const { deadlines, closed, allowed } = stand([start, event('end', '2026-07-06')], {
      duties: [duty('tell', { trigger: { on: ['end'] } })],
      today: '2026-07-07',
    });
    expect(deadlines.map(short)).toEqual([{ due: '2026-07-16', status: 'open', law: '2025' }]);
    expect(closed).toBe(true);
    expect(allowed.map(({ type }) => type)).toEqual(['done']);
  });
  test('an inactive duty opens nothing; nor one of another kind of matter', () => {
    expect(
      stand([start], { duties: [duty('limit', { active: false }), duty('other', { kinds: ['complaint'] })] }).deadlines,
    ).toEqual([]);
  });
  test('events after the day asked for have not happened', () => {
    expect(only([start, event('done', '2026-07-03')], { today: '2026-07-02' })).toMatchObject({ status: 'open' });
  });
});

describe('hours', () => {
  const duties = [duty('limit', { period: { unit: 'hours', n: 24 } })];
  const start = event('start', '2026-07-03T16:00');
  const now = (iso: string, minute: number) => instantOf(toDay(iso), minute);
  test('overdue by the minute', () => {
    expect(only([start], { duties, today: '2026-07-04', now: now('2026-07-04', 960) })).toMatchObject({
      status: 'open',
    });
    expect(only([start], { duties, today: '2026-07-04', now: now('2026-07-04', 961) })).toMatchObject({
      status: 'overdue',
    });
  });
  test('without a clock, by the day', () => {
    expect(only([start], { duties, today: '2026-07-04' })).toMatchObject({ status: 'open' });
    expect(only([start], { duties, today: '2026-07-05' })).toMatchObject({ status: 'overdue' });
  });
  test('met and late by the minute', () => {
    expect(only([start, event('done', '2026-07-04T16:00')], { duties })).toMatchObject({ status: 'met' });
    expect(only([start, event('done', '2026-07-04T16:01')], { duties })).toMatchObject({ status: 'late' });
    expect(only([start, event('done', '2026-07-04')], { duties })).toMatchObject({ status: 'met' });
  });
  test('an unknown moment gives both ends of the day', () => {
    const { deadlines } = stand([event('start', '2026-07-03')], { duties, today: '2026-07-04' });
    expect(deadlines[0]).toMatchObject({
      due: toDay('2026-07-04'),
      dueAt: now('2026-07-04', 0),
      dueLatest: toDay('2026-07-05'),
      status: 'open',
    });
    expect(deadlines[0]!.slip.some(({ vi }) => vi.includes('Chưa ghi giờ'))).toBe(true);
  });
});

describe('triggers', () => {
  test('and: the clock starts with the last of them', () => {
    const duties = [duty('limit', { trigger: { on: ['start'], and: ['other'] } })];
    const start = event('start', '2026-07-01');
    expect(stand([start], { duties }).deadlines).toEqual([]);
    expect(only([start, event('other', '2026-07-06')], { duties, today: '2026-07-06' })).toMatchObject({
      due: '2026-07-16',
    });
    expect(only([event('other', '2026-06-01'), start], { duties, today: '2026-07-06' })).toMatchObject({
      due: '2026-07-13',
    });
    expect(stand([start, event('other', '2026-07-06')], { duties }).deadlines[0]!.key).toBe(`limit#${start.id}`);
  });
  test('when and unless look at the matter’s facts, then the event’s', () => {
    const duties = [
      duty('limit', { trigger: { on: ['start'], when: { origin: ['request', 'both'] }, unless: { level: 2 } } }),
    ];
    const open = (facts: Facts, attrs: Facts = {}) =>
      stand([event('start', '2026-07-01', attrs)], { duties, facts }).deadlines.length;
    expect([
      open({}),
      open({ origin: 'request' }),
      open({ origin: 'other' }, { origin: 'both' }),
      open({ origin: 'request', level: 2 }),
    ]).toEqual([0, 1, 1, 0]);
  });
  test('or: another way to start the same clock', () => {
    const duties = [
      duty('limit', { trigger: { on: ['start'], or: [{ on: ['other'] }, { on: ['planned'], dayFrom: 'plannedOn' }] } }),
    ];
    const { deadlines } = stand(
      [
        event('start', '2026-07-01'),
        event('other', '2026-07-02'),
        event('planned', '2026-07-03', { plannedOn: '2026-08-03' }),
      ],
      { duties },
    );
    expect(deadlines.map(({ startedOn }) => toIso(startedOn))).toEqual(['2026-07-01', '2026-07-02', '2026-08-03']);
  });
  test('variants by facts', () => {
    const duties = [duty('limit', { variants: [{ id: 'quick', when: { urgent: true }, period: { unit: 'atOnce' } }] })];
    expect(only([event('start', '2026-07-01', { urgent: true })], { duties })).toMatchObject({ due: '2026-07-01' });
    expect(stand([event('start', '2026-07-01')], { duties }).deadlines[0]!.unitKind).toBe('days');
  });
  test('a discharging event that triggers again keeps the chain going', () => {
    const duties = [duty('check', { trigger: { on: ['done'] }, period: { unit: 'months', n: 6 } })];
    const { deadlines } = stand([event('done', '2026-07-01'), event('done', '2026-12-15')], {
      duties,
      today: '2026-12-20',
    });
    expect(deadlines.map(short)).toEqual([
      { due: '2027-01-04', status: 'met', closed: '2026-12-15', law: '2025' },
      { due: '2027-06-15', status: 'open', law: '2025' },
    ]);
  });
  test('a date that names an earlier start may be met by the event that names it', () => {
    const duties = [duty('window', { trigger: { on: ['planned'], dayFrom: 'plannedOn' }, dischargedBy: ['planned'] })];
    expect(only([event('planned', '2026-07-10', { plannedOn: '2026-07-01' })], { duties })).toMatchObject({
      status: 'met',
    });
    expect(only([event('planned', '2026-07-20', { plannedOn: '2026-07-01' })], { duties })).toMatchObject({
      status: 'late',
    });
    expect(stand([event('planned', '2026-07-20', { plannedOn: '31/07' })], { duties }).deadlines).toEqual([]);
  });
  test('before: done on the last day is in time, a new plan replaces the old', () => {
    const duties = [
      duty('notice', {
        trigger: { on: ['planned'], dayFrom: 'plannedOn' },
        period: { unit: 'before', of: 'workingDays', n: 3 },
        voidedBy: ['planned'],
      }),
    ];
    const plan = event('planned', '2026-11-02', { plannedOn: '2026-11-27' });
    expect(only([plan, event('done', '2026-11-23')], { duties })).toMatchObject({ due: '2026-11-23', status: 'met' });
    expect(only([plan, event('done', '2026-11-25')], { duties })).toMatchObject({ status: 'late' });
    const { deadlines } = stand([plan, event('planned', '2026-11-10', { plannedOn: '2026-12-10' })], {
      duties,
      today: '2026-11-11',
    });
    expect(deadlines.map(short)).toEqual([
      { due: '2026-11-23', status: 'void', closed: '2026-11-10', law: '2025' },
      { due: '2026-12-07', status: 'open', law: '2025' },
    ]);
  });
});

describe('triggers with alternatives and exceptions', () => {
  const starts = (trigger: Duty['trigger'], events: readonly LoggedEvent[], facts: Facts = {}) =>
    stand(events, { duties: [duty('limit', { trigger })], facts }).deadlines.map(({ startedOn }) => toIso(startedOn));

  test('any of several events beside the first', () => {
    const trigger = { on: ['start'], and: [['other', 'planned']] };
    const start = event('start', '2026-07-06');
    expect(starts(trigger, [start])).toEqual([]);
    expect(starts(trigger, [event('planned', '2026-07-02'), start])).toEqual(['2026-07-06']);
    expect(starts(trigger, [start, event('other', '2026-07-08'), event('planned', '2026-07-09')])).toEqual([
      '2026-07-08',
    ]);
  });
  test('not once something has undone what else must have happened, until it happens again', () => {
    const trigger = { on: ['start'], and: ['other'], unlessAfter: ['withdrawn'] };
    const measure = event('other', '2026-07-02');
    const undone = event('withdrawn', '2026-07-03');
    expect(starts(trigger, [measure, event('start', '2026-07-06')])).toEqual(['2026-07-06']);
    expect(starts(trigger, [measure, undone, event('start', '2026-07-06')])).toEqual([]);
    expect(starts(trigger, [measure, undone, event('other', '2026-07-05'), event('start', '2026-07-06')])).toEqual([
      '2026-07-06',
    ]);
  });
  test('not after something that makes it needless', () => {
    const trigger = { on: ['start'], unlessAfter: ['withdrawn'] };
    expect(starts(trigger, [event('withdrawn', '2026-07-01'), event('start', '2026-07-02')])).toEqual([]);
    expect(starts(trigger, [event('start', '2026-07-02'), event('withdrawn', '2026-07-03')])).toEqual(['2026-07-02']);
  });
  test('any of several exceptions', () => {
    const trigger = { on: ['start'], unless: [{ origin: 'interim' }, { urgent: true }] };
    expect(starts(trigger, [event('start', '2026-07-02')], { origin: 'on_request' })).toEqual(['2026-07-02']);
    expect(starts(trigger, [event('start', '2026-07-02')], { origin: 'interim' })).toEqual([]);
    expect(starts(trigger, [event('start', '2026-07-02', { urgent: true })])).toEqual([]);
  });
});

describe('limits that start when another runs out', () => {
  const duties = [
    duty('first', { atExpiry: { kind: 'lapse', vi: '', en: '' } }),
    duty('second', {
      trigger: { expiryOf: 'first' },
      period: { unit: 'days', n: 9 },
      dischargedBy: ['other'],
      voidedBy: ['withdrawn'],
    }),
    duty('third', { trigger: { expiryOf: 'second' }, period: { unit: 'workingDays', n: 2 } }),
  ];
  const start = event('start', '2026-07-01');
  const ids = (events: readonly LoggedEvent[], today: string) =>
    stand(events, { duties, today }).deadlines.map(({ dutyId, due, status }) => `${dutyId} ${toIso(due)} ${status}`);
  test('only once it has run out', () => {
    expect(ids([start], '2026-07-13')).toEqual(['first 2026-07-13 open']);
    expect(ids([start], '2026-07-14')).toEqual(['first 2026-07-13 overdue', 'second 2026-07-22 open']);
  });
  test('and in turn', () => {
    expect(ids([start], '2026-07-23')).toEqual([
      'first 2026-07-13 overdue',
      'second 2026-07-22 overdue',
      'third 2026-07-24 open',
    ]);
  });
  test('not when it was done in time; also when it was done too late', () => {
    expect(ids([start, event('done', '2026-07-10')], '2026-07-20')).toEqual(['first 2026-07-13 met']);
    expect(ids([start, event('done', '2026-07-15')], '2026-07-20')).toEqual([
      'first 2026-07-13 late',
      'second 2026-07-22 open',
    ]);
  });
  test('what was done while the first ran need not be done again', () => {
    expect(ids([start, event('other', '2026-07-08')], '2026-07-20')).toEqual([
      'first 2026-07-13 overdue',
      'second 2026-07-22 met',
    ]);
  });
  test('what would void it counts only once it runs', () => {
    expect(ids([start, event('withdrawn', '2026-07-08')], '2026-07-20')[1]).toBe('second 2026-07-22 open');
    expect(ids([start, event('withdrawn', '2026-07-15')], '2026-07-20')[1]).toBe('second 2026-07-22 void');
  });
  test('not while it is paused', () => {
    expect(ids([start, event('halt', '2026-07-10')], '2026-07-20')).toEqual(['first 2026-07-13 paused']);
  });
});

describe('pauses', () => {
  const start = event('start', '2026-07-01');
  test('the remainder is carried: three days left on the pause run after it', () => {
    // 2–8 July are seven days; 9–19 July stand still; 20, 21, 22 July are the last three.
    expect(only([start, event('halt', '2026-07-09'), event('resume', '2026-07-20')], { today: '2026-07-21' })).toEqual({
      due: '2026-07-22',
      status: 'open',
      law: '2025',
    });
  });
  test('working days likewise', () => {
    const duties = [duty('limit', { period: { unit: 'workingDays', n: 5 } })];
    // 2, 3 July; pause from Monday 6 to Sunday 12; 13, 14, 15 July.
    expect(only([start, event('halt', '2026-07-06'), event('resume', '2026-07-13')], { duties })).toMatchObject({
      due: '2026-07-15',
    });
  });
  test('months are lengthened by the days lost', () => {
    const duties = [duty('limit', { period: { unit: 'months', n: 1 } })];
    const { deadlines } = stand([start, event('halt', '2026-07-06'), event('resume', '2026-07-16')], { duties });
    expect(toIso(deadlines[0]!.due)).toBe('2026-08-11');
    expect(deadlines[0]!.slip.find(({ step }) => step === 'pause')).toMatchObject({
      date: '2026-07-06',
      to: '2026-07-15',
      basis: expect.stringContaining('suy ra'),
    });
  });
  test('days covered by two pauses count once', () => {
    const events = [
      start,
      event('halt', '2026-07-06'),
      event('stay', '2026-07-10'),
      event('resume', '2026-07-14'),
      event('unstay', '2026-07-16'),
    ];
    // 2–5 July are four days, 6–15 July stand still, 16–21 July are six.
    expect(only(events)).toMatchObject({ due: '2026-07-21' });
    expect(stand(events).pauses).toHaveLength(2);
  });
  test('while it lasts the date stands still and the status says so', () => {
    const events = [start, event('halt', '2026-07-09')];
    expect(only(events, { today: '2026-07-09' })).toMatchObject({ due: '2026-07-13', status: 'paused' });
    expect(only(events, { today: '2026-10-09' })).toMatchObject({ due: '2026-07-13', status: 'paused' });
    expect(stand(events, { today: '2026-10-09' }).pauses).toEqual([
      { kind: 'halted', from: toDay('2026-07-09'), eventId: events[1]!.id, basis: 'Sự kiện halt' },
    ]);
  });
  test('a pause after the limit ran out saves nobody', () => {
    expect(only([start, event('halt', '2026-07-14')])).toMatchObject({ status: 'overdue' });
  });
  test('only the kinds named stop a clock', () => {
    expect(
      only([start, event('halt', '2026-07-09')], { duties: [duty('limit', { pausedBy: ['stayed'] })] }),
    ).toMatchObject({ status: 'overdue' });
  });
  test('until: ends by itself after the day named, or earlier when resumed', () => {
    const until = event('halt-until', '2026-07-06', { until: '2026-07-10' });
    expect(only([start, until], { today: '2026-07-08' })).toMatchObject({ due: '2026-07-16', status: 'paused' });
    expect(only([start, until], { today: '2026-07-12' })).toMatchObject({ due: '2026-07-16', status: 'open' });
    expect(only([start, until, event('resume', '2026-07-08')])).toMatchObject({ due: '2026-07-13' });
  });
  test('a later event of the kind ends the interval and begins another', () => {
    const { pauses } = stand([
      start,
      event('halt-until', '2026-07-06', { until: '2026-07-10' }),
      event('halt-until', '2026-07-08', { until: '2026-07-20' }),
    ]);
    expect(pauses.map(({ from, to }) => [toIso(from), toIso(to!)])).toEqual([
      ['2026-07-06', '2026-07-08'],
      ['2026-07-08', '2026-07-21'],
    ]);
  });
  test('done during a pause is done in time', () => {
    expect(
      only([start, event('halt', '2026-07-09'), event('done', '2026-09-01'), event('resume', '2026-10-01')]),
    ).toMatchObject({ status: 'met', closed: '2026-09-01' });
  });
  test('what was closed during a pause keeps its date when the pause ends later', () => {
    const events = [start, event('halt', '2026-07-09'), event('withdrawn', '2026-07-20')];
    const asked = { duties: [duty('limit', { voidedBy: ['withdrawn'] })] };
    const before = stand(events, asked).deadlines;
    expect(before.map(short)).toEqual([{ due: '2026-07-13', status: 'void', closed: '2026-07-20', law: '2025' }]);
    expect(stand([...events, event('resume', '2026-08-03')], asked).deadlines).toEqual(before);
  });
  test('rolling forward does not end inside a pause', () => {
    // Day 10 is Saturday 11 July; Monday 13 July is paused until Thursday.
    expect(only([start, event('halt', '2026-07-12'), event('resume', '2026-07-16')])).toMatchObject({
      due: '2026-07-16',
    });
  });
});

describe('extension', () => {
  const duties = [
    duty('limit', {
      period: { unit: 'days', n: 30 },
      extension: {
        event: 'extended',
        period: { unit: 'days', n: 30 },
        source: { law: 'Luật 106/2025/QH15', article: '102(3)' },
      },
    }),
  ];
  const start = event('start', '2026-07-13');
  test('counted from the end of the period', () => {
    expect(only([start, event('extended', '2026-08-10')], { duties })).toMatchObject({ due: '2026-09-11' });
    expect(only([start], { duties })).toMatchObject({ due: '2026-08-12' });
  });
  test('fewer days when fewer were granted, never more', () => {
    expect(only([start, event('extended', '2026-08-10', { days: 10 })], { duties })).toMatchObject({
      due: '2026-08-22',
    });
    expect(only([start, event('extended', '2026-08-10', { days: 300 })], { duties })).toMatchObject({
      due: '2026-09-11',
    });
  });
  test('once, and not after it ran out', () => {
    expect(only([start, event('extended', '2026-08-10'), event('extended', '2026-09-01')], { duties })).toMatchObject({
      due: '2026-09-11',
    });
    expect(only([start, event('extended', '2026-08-13')], { duties })).toMatchObject({
      due: '2026-08-12',
      status: 'overdue',
    });
  });
});

describe('an extension of which the text gives the whole length', () => {
  const duties = [
    duty('limit', {
      period: { unit: 'days', n: 15 },
      variants: [{ id: 'land', when: { about: 'land' }, period: { unit: 'days', n: 30 } }],
      extension: {
        event: 'extended',
        period: { unit: 'days', n: 45 },
        whole: true,
        when: { about: 'land' },
        source: { law: 'NĐ 152/2026/NĐ-CP', article: '21(5)a' },
      },
    }),
  ];
  // From 3 July: 30 days end on Sunday 2 August, that is Monday 3; 45 days on Monday 17 August, not 15 days after that Monday.
  const start = event('start', '2026-06-26', { about: 'land' });
  const asked = { duties, old: [], today: '2026-12-31' };
  test('is counted from where the limit began', () => {
    expect(
      only([event('start', '2026-07-03', { about: 'land' }), event('extended', '2026-07-20')], asked),
    ).toMatchObject({
      due: '2026-08-17',
    });
    expect(only([event('start', '2026-07-03', { about: 'land' })], asked)).toMatchObject({ due: '2026-08-03' });
    expect(only([start, event('extended', '2026-07-20', { days: 5 })], asked)).toMatchObject({ due: '2026-07-31' });
    expect(only([start, event('extended', '2026-07-20', { days: 90 })], asked)).toMatchObject({ due: '2026-08-10' });
  });
  test('and only where it is allowed', () => {
    const other = event('start', '2026-07-03', { about: 'other' });
    expect(only([other, event('extended', '2026-07-10')], asked)).toMatchObject({ due: '2026-07-20' });
  });
});

describe('disputed limits', () => {
  const duties = [
    duty('limit', {
      period: { unit: 'days', n: 9 },
      readings: [{ id: 'ten', period: { unit: 'days', n: 20 }, why: 'Chưa đối chiếu.' }],
    }),
  ];
  const start = event('start', '2026-07-01');
  test('warned on the earliest, late only after the latest', () => {
    expect(only([start], { duties, today: '2026-07-21' })).toMatchObject({
      due: '2026-07-10',
      latest: '2026-07-21',
      status: 'open',
    });
    expect(only([start], { duties, today: '2026-07-22' })).toMatchObject({ status: 'overdue' });
    expect(only([start, event('done', '2026-07-21')], { duties })).toMatchObject({ status: 'met' });
  });
});

describe('corrections and retractions', () => {
  const start = event('start', '2026-07-01');
  const corrects = (type: string, when: string, of: LoggedEvent, more: Partial<LoggedEvent> = {}) =>
    event(type, when, {}, { correctsId: of.id, ...more });
  test('a correction moves the date and keeps the key', () => {
    const fix = corrects('start', '2026-07-06', start);
    const { deadlines, events } = stand([start, fix]);
    expect(deadlines.map(({ key, due }) => [key, toIso(due)])).toEqual([[`limit#${start.id}`, '2026-07-16']]);
    expect(events).toHaveLength(1);
  });
  test('the latest correction counts, whichever of the chain it names', () => {
    const first = corrects('start', '2026-07-06', start);
    const second = corrects('start', '2026-07-08', first);
    expect(only([start, first, second])).toMatchObject({ due: '2026-07-20' });
  });
  test('a retraction takes the event away, with what it did', () => {
    expect(stand([start, corrects('start', '2026-07-01', start, { retracted: true })]).deadlines).toEqual([]);
    const done = event('done', '2026-07-05');
    expect(
      only([start, done, corrects('done', '2026-07-05', done, { retracted: true })], { today: '2026-07-06' }),
    ).toMatchObject({ status: 'open' });
  });
  test('a retracted event is gone with its corrections', () => {
    const fix = corrects('start', '2026-07-06', start);
    const { deadlines, events } = stand([start, fix, corrects('start', '2026-07-06', start, { retracted: true })]);
    expect([deadlines, events]).toEqual([[], []]);
  });
  test('retracting a correction gives the first writing back; retracting a retraction too', () => {
    const fix = corrects('start', '2026-07-06', start);
    const undo = corrects('start', '2026-07-06', fix, { retracted: true });
    expect(only([start, fix, undo])).toMatchObject({ due: '2026-07-13' });
    const gone = corrects('start', '2026-07-01', start, { retracted: true });
    const back = corrects('start', '2026-07-01', gone, { retracted: true });
    expect(only([start, gone, back])).toMatchObject({ due: '2026-07-13' });
  });
});

describe('stage, classes, what may follow', () => {
  test('stage of the last event that names one', () => {
    expect(stand([]).stage).toBe('new');
    expect(stand([event('start', '2026-07-01'), event('other', '2026-07-02')]).stage).toBe('started');
    expect(stand([event('start', '2026-07-01'), event('end', '2026-07-02'), event('done', '2026-07-03')]).stage).toBe(
      'ended',
    );
  });
  test('classes follow each other without gap; a change within the day keeps the last', () => {
    const { spans } = stand([event('start', '2026-07-01'), event('halt', '2026-07-05'), event('end', '2026-07-09')]);
    expect(spans).toEqual([
      { class: 'with_conditions', from: toDay('2026-07-01'), to: toDay('2026-07-05') },
      { class: 'postponed_or_suspended', from: toDay('2026-07-05'), to: toDay('2026-07-09') },
      { class: 'done', from: toDay('2026-07-09') },
    ]);
    expect(
      stand([event('start', '2026-07-01'), event('halt', '2026-07-01'), event('start', '2026-07-01')]).spans,
    ).toEqual([{ class: 'with_conditions', from: toDay('2026-07-01') }]);
  });
  test('allowed events and the earliest day they may have occurred', () => {
    const { allowed } = stand([event('start', '2026-07-01'), event('halt', '2026-07-05')]);
    expect(allowed.find(({ type }) => type === 'resume')).toEqual({ type: 'resume', notBefore: toDay('2026-07-05') });
    expect(allowed.find(({ type }) => type === 'end')).toEqual({ type: 'end', notBefore: toDay('2026-07-01') });
    expect(stand([event('other', '2026-07-01')]).allowed.map(({ type }) => type)).not.toContain('resume');
    const resumed = stand([event('start', '2026-07-01'), event('halt', '2026-07-05'), event('resume', '2026-07-06')]);
    expect(resumed.allowed.map(({ type }) => type)).not.toContain('resume');
    const again = stand([
      event('start', '2026-07-01'),
      event('halt', '2026-07-05'),
      event('resume', '2026-07-06'),
      event('halt', '2026-07-07'),
    ]);
    expect(again.allowed.map(({ type }) => type)).toContain('resume');
  });
});
