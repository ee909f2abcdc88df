import { type Duty, type LoggedEvent, standing, toDay, toIso, toIsoMinute } from '../../law';
import { duty, EVENTS, event, madeUpLaw } from './made-up';

/** Corners that the slow walk over random matters brought to light; each is told here by its rule. */

const LATE_RESUME = {
  ...EVENTS.find(def => def.type === 'resume')!,
  type: 'resume-next-day',
  resumesNextDay: {
    why: 'thử',
    source: { law: 'Luật', article: '1' },
    decided: { point: 'resume' as const, vi: 'thử', en: 'test' },
  },
};

interface Asked {
  readonly duties?: readonly Duty[];
  readonly old?: readonly Duty[];
  readonly today?: string;
}
function said(events: readonly LoggedEvent[], { duties = [], old = [], today = '2027-06-01' }: Asked): string[] {
  const law = madeUpLaw({ duties, old, events: [...EVENTS, LATE_RESUME] });
  const { deadlines } = standing({ law, kind: 'enforcement_case', facts: {}, events, today: toDay(today) });
  return deadlines.map(({ dutyId, law: by, due, dueAt, dueLatest, status }) => {
    const first = dueAt === undefined ? toIso(due) : toIsoMinute(dueAt);
    return `${dutyId}@${by} ${first}…${toIso(dueLatest)} ${status}`;
  });
}

test('of readings in hours and in days the one that is over first is the earliest', () => {
  const mixed = duty('limit', {
    period: { unit: 'hours', n: 24 },
    readings: [{ id: 'days', period: { unit: 'days', n: 20 }, why: 'thử' }],
  });
  expect(said([event('start', '2027-03-01T09:00')], { duties: [mixed], today: '2027-03-02' })).toEqual([
    'limit@2025 2027-03-02T09:00…2027-03-22 open',
  ]);
});

test('an extension of a limit in hours is counted from its minute', () => {
  const limit = duty('limit', {
    period: { unit: 'hours', n: 30 },
    extension: { event: 'extended', period: { unit: 'hours', n: 10 }, source: { law: 'Luật', article: '1' } },
  });
  const events = [event('start', '2027-03-01T08:00'), event('extended', '2027-03-02')];
  expect(said(events, { duties: [limit], today: '2027-03-02' })).toEqual([
    'limit@2025 2027-03-03T00:00…2027-03-03 open',
  ]);
});

describe('what is done on the day on which the clock is born', () => {
  const done = event('done', '2027-03-05');
  const start = event('start', '2027-03-01');
  const other = event('other', '2027-03-05');

  test('counts also where another event completed what starts it', () => {
    const joint = duty('limit', { trigger: { on: ['start'], and: ['other'] } });
    expect(said([start, done, other], { duties: [joint] })).toEqual(['limit@2025 2027-03-15…2027-03-15 met']);
  });
  test('counts also where the event names another day', () => {
    const before = duty('limit', {
      trigger: { on: ['planned'], dayFrom: 'plannedOn' },
      period: { unit: 'before', of: 'workingDays', n: 3 },
    });
    const planned = event('planned', '2027-03-05', { plannedOn: '2027-03-25' });
    expect(said([done, planned], { duties: [before] })).toEqual(['limit@2025 2027-03-22…2027-03-22 met']);
  });
  test('is no answer when it starts such clocks in another way', () => {
    const either = duty('limit', { trigger: { on: ['start'], or: [{ on: ['done'] }] } });
    const events = [event('done', '2027-03-01'), event('start', '2027-03-01')];
    expect(said(events, { duties: [either], today: '2027-03-02' })).toEqual([
      'limit@2025 2027-03-11…2027-03-11 open',
      'limit@2025 2027-03-11…2027-03-11 open',
    ]);
  });
});

test('a day named by an event that still waits for another lets nothing before that other answer', () => {
  const joint = duty('limit', {
    trigger: { on: ['planned'], and: ['other'], dayFrom: 'plannedOn' },
    dischargedBy: ['done'],
  });
  const events = [
    event('planned', '2027-03-05', { plannedOn: '2027-03-01' }),
    event('done', '2027-03-08'),
    event('other', '2027-03-10'),
  ];
  expect(said(events, { duties: [joint], today: '2027-03-11' })).toEqual(['limit@2025 2027-03-22…2027-03-22 open']);
});

describe('pauses', () => {
  const limit = duty('limit');
  const start = event('start', '2027-03-01');

  test('what a closed limit was held by stays, though the pause is taken back later the same day', () => {
    const closed = [start, event('halt-until', '2027-03-04', { until: '2027-03-10' }), event('done', '2027-03-04')];
    const before = said(closed, { duties: [limit] });
    expect(before).toEqual(['limit@2025 2027-03-18…2027-03-18 met']);
    expect(said([...closed, event('resume', '2027-03-04')], { duties: [limit] })).toEqual(before);
  });
  test('one that ended by itself is not lengthened by a resumption on the next day', () => {
    const events = [
      event('start', '2027-02-25'),
      event('halt-until', '2027-03-03', { until: '2027-03-04' }),
      event('resume-next-day', '2027-03-05'),
    ];
    expect(said(events, { duties: [limit], today: '2027-03-06' })).toEqual(['limit@2025 2027-03-09…2027-03-09 open']);
  });
  test('one without an end swallows one with an end that began the same day', () => {
    const events = [start, event('halt-until', '2027-03-03', { until: '2027-03-05' }), event('stay', '2027-03-03')];
    expect(said(events, { duties: [limit], today: '2027-03-06' })).toEqual(['limit@2025 2027-03-11…2027-03-11 paused']);
  });
});

describe('1 July 2026', () => {
  const window = duty('window', {
    trigger: { on: ['planned'], dayFrom: 'plannedOn' },
    period: { unit: 'days', n: 30 },
  });
  const old = { ...window, period: { unit: 'days' as const, n: 40 } };
  const tells = event('planned', '2026-07-06', { plannedOn: '2026-06-20' });

  test('what is told after it begins under the new law, whatever else the matter has seen', () => {
    const asked = { duties: [window], old: [old], today: '2026-07-07' };
    expect(said([tells], asked)).toEqual(['window@2025 2026-07-20…2026-07-20 open']);
    expect(said([event('other', '2026-06-15'), tells], asked)).toEqual(said([tells], asked));
  });
  test('a limit that stood still and is owed no more did not run out', () => {
    const chain = [duty('limit'), duty('next', { trigger: { expiryOf: 'limit' } })];
    const events = [event('start', '2026-06-10'), event('halt', '2026-06-15')];
    expect(said(events, { old: chain, duties: [chain[1]!] })).toEqual(['limit@2008 2026-06-22…2026-06-22 void']);
  });
});
