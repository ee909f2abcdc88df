import { type Chain, DEFAULT_POLICY, nextWake, type Seen, type Unread } from '../../alerts';
import { tellings } from '../../alerts/ladder';
import { instantOf, toDay, toIsoMinute } from '../../law/day';
import { alone, deadline, RULES } from './fixtures';

// Ten days from Monday 3 August to Thursday 13 August 2026; a breach from Friday 14 on. Saturday 22 is
// worked, for a swapped day off.
const at = (iso: string, minute = 6 * 60) => instantOf(toDay(iso), minute);
const NINE = 9 * 60;
const seen = (day: string, promised?: string, level: Seen['level'] = 'officer'): Seen => ({
  ...{ level, at: at(day, NINE), promisedOn: promised === undefined ? null : toDay(promised) },
});
const told = (chain: Partial<Chain>, unread: Unread | null = null) =>
  Object.fromEntries(
    tellings({ ...alone(deadline()), ...chain }, { ...RULES, unread }).map(one => [
      `${one.threshold.code} ${one.threshold.recipient}`,
      toIsoMinute(one.told),
    ]),
  );
const MORNINGS = {
  'before-5 officer': '2026-08-06T06:00',
  'before-2 officer': '2026-08-11T06:00',
  'due officer': '2026-08-13T06:00',
  'overdue officer': '2026-08-14T06:00',
  'overdue-head branch_head': '2026-08-14T06:00',
  'overdue-5 province_head': '2026-08-20T06:00',
};

test('nobody is away and nobody has said anything: as the calendar has them', () => {
  expect(told({})).toEqual(MORNINGS);
});

describe('steps above are counted in working time of the level below', () => {
  test.each<[what: string, Unread, Record<string, string>]>([
    [
      'the officer is away on Friday and Monday: the head hears on Tuesday',
      (below, day) => below === 'officer' && (day === toDay('2026-08-14') || day === toDay('2026-08-17')),
      { 'overdue-head branch_head': '2026-08-18T06:00' },
    ],
    [
      'the head is away on Monday: leadership hears a day later',
      (below, day) => below === 'branch_head' && day === toDay('2026-08-17'),
      { 'overdue-5 province_head': '2026-08-21T06:00' },
    ],
    ['away at the weekend costs nothing', (_, day) => day === toDay('2026-08-15'), {}],
    ['away before the breach costs nothing', (_, day) => day <= toDay('2026-08-13'), {}],
    [
      'away for ever: after a year the head hears all the same',
      below => below === 'officer',
      { 'overdue-head branch_head': '2027-08-16T06:00' },
    ],
  ])('%s', (_, unread, moved) => {
    expect(told({}, unread)).toEqual({ ...MORNINGS, ...moved });
  });
});

describe('an acknowledgement holds the steps of its phase', () => {
  test.each<[what: string, readonly Seen[], Record<string, string>]>([
    [
      'a warning, without a day: two working days, and what was held comes on the third',
      [seen('2026-08-07')],
      { 'before-2 officer': '2026-08-12T06:00' },
    ],
    ['a warning never holds the breach', [seen('2026-08-13')], {}],
    [
      'a warning with a day behind the due day holds up to the due day; the broken promise is told to both levels',
      [seen('2026-08-10', '2026-08-18')],
      {
        'before-2 officer': '2026-08-14T06:00',
        'due officer': '2026-08-14T06:00',
        'promise-2026-08-18 officer': '2026-08-19T06:00',
        'promise-2026-08-18 branch_head': '2026-08-19T06:00',
      },
    ],
    [
      'a breach with a day: leadership hears when it has passed',
      [seen('2026-08-17', '2026-08-21')],
      {
        'overdue-5 province_head': '2026-08-22T06:00',
        'promise-2026-08-21 officer': '2026-08-22T06:00',
        'promise-2026-08-21 branch_head': '2026-08-22T06:00',
      },
    ],
    [
      'leadership has nobody above',
      [seen('2026-08-20', '2026-08-21', 'province_head')],
      { 'promise-2026-08-21 province_head': '2026-08-22T06:00' },
    ],
    [
      'said again before the day: the later one counts, and both promises are told',
      [seen('2026-08-17', '2026-08-19'), seen('2026-08-19', '2026-08-25')],
      {
        'overdue-5 province_head': '2026-08-26T06:00',
        'promise-2026-08-19 officer': '2026-08-20T06:00',
        'promise-2026-08-19 branch_head': '2026-08-20T06:00',
        'promise-2026-08-25 officer': '2026-08-26T06:00',
        'promise-2026-08-25 branch_head': '2026-08-26T06:00',
      },
    ],
  ])('%s', (_, said, moved) => {
    expect(told({ seen: said })).toEqual({ ...MORNINGS, ...moved });
  });
});

describe('a chain keeps the policy by which somebody could be told before the next one', () => {
  const later = { ...DEFAULT_POLICY, id: 'later', version: 2, validFrom: at('2026-08-07', NINE) };
  const policyOf = (over: Parameters<typeof deadline>[0], since: number) =>
    tellings({ deadline: deadline(over), since, seen: [] }, { ...RULES, policies: [DEFAULT_POLICY, later] })[0]!
      .policyId;
  test.each<[what: string, due: string, since: string, policy: string | null]>([
    ['the first threshold fell before', '2026-08-13', '2026-08-03', null],
    ['the first threshold falls afterwards', '2026-08-21', '2026-08-03', 'later'],
    ['written afterwards, though its first threshold lies before', '2026-08-13', '2026-08-10', 'later'],
  ])('%s', (_, due, since, policy) => {
    expect(policyOf({ due: toDay(due) }, at(since))).toBe(policy);
  });
});

describe('when to wake', () => {
  const wake = (chain: Partial<Chain>, now: number, unread: Unread | null = null) => {
    const next = nextWake([{ ...alone(deadline({ status: 'overdue' })), ...chain }], { ...RULES, unread }, 'x', now);
    return next === null ? null : toIsoMinute(next).slice(0, 10);
  };
  test('for the end of a hold and for a promise', () => {
    const chain = { seen: [seen('2026-08-17', '2026-08-19')] };
    expect(wake(chain, at('2026-08-18', NINE))).toBe('2026-08-20');
    expect(wake(chain, at('2026-08-20', NINE))).toBeNull();
  });
  test('every working morning while a step waits for somebody who reads', () => {
    const unread: Unread = (below, day) => below === 'officer' && day <= toDay('2026-08-25');
    expect(wake({}, at('2026-08-14', NINE), unread)).toBe('2026-08-17');
    expect(wake({}, at('2026-08-24', NINE), unread)).toBe('2026-08-25');
    expect(wake({}, at('2026-08-26', NINE), unread)).toBeNull();
  });
});
