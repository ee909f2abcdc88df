import { Office, policiesOf } from '../../alerts';
import { DEFAULT_POLICY } from '../../alerts/policy';
import { toDay } from '../../law/day';

const day = toDay('2026-08-12');
const units = [
  { id: 'province', parentId: null, kind: 'province' },
  { id: 'branch', parentId: 'province', kind: 'branch' },
];
const people = ['officer', 'colleague', 'second', 'head', 'leader', 'left'];
const officers = people.map(id => ({ id, code: id.toUpperCase(), unitId: 'branch', active: id !== 'left' }));
const head = { officerId: 'head', unitId: 'branch', role: 'branch_head', from: day - 100, to: null } as const;
const leader = { officerId: 'leader', unitId: 'province', role: 'province_head', from: day - 100, to: null } as const;
const away = (...ids: string[]) => ids.map(officerId => ({ officerId, from: day - 1, to: day + 1 }));
const stands = (officerId: string, delegateId: string) => ({ officerId, delegateId, from: day, to: day });

interface Some {
  readonly absences?: ReturnType<typeof away>;
  readonly delegations?: readonly ReturnType<typeof stands>[];
  readonly roles?: readonly (typeof head | typeof leader)[];
}
const office = ({ absences = [], delegations = [], roles = [head, leader] }: Some) =>
  new Office({ units, officers, roles, absences, delegations });

test.each<[what: string, Some, who: string, unread: boolean]>([
  ['at work', {}, 'officer', false],
  ['away, nobody stands in', { absences: away('officer') }, 'officer', true],
  [
    'away, a colleague stands in',
    { absences: away('officer'), delegations: [stands('officer', 'colleague')] },
    'officer',
    false,
  ],
  [
    'who stands in is away too',
    { absences: away('officer', 'colleague'), delegations: [stands('officer', 'colleague')] },
    'officer',
    true,
  ],
  [
    'who stands in is away, and has somebody',
    {
      absences: away('officer', 'colleague'),
      delegations: [stands('officer', 'colleague'), stands('colleague', 'second')],
    },
    'officer',
    false,
  ],
  [
    'they stand in for each other in a circle, both away',
    {
      absences: away('officer', 'colleague'),
      delegations: [stands('officer', 'colleague'), stands('colleague', 'officer')],
    },
    'officer',
    true,
  ],
  ['has left, the unit has a head', {}, 'left', false],
  ['has left, the unit has no head', { roles: [leader] }, 'left', true],
])('%s', (_, some, who, unread) => {
  expect(office(some).unread(who, day)).toBe(unread);
});

test('an absence is over on its last day, a delegation too', () => {
  const some = office({ absences: away('officer'), delegations: [stands('officer', 'colleague')] });
  expect([day - 2, day - 1, day, day + 1, day + 2].map(one => some.unread('officer', one))).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
});

test('the head of a unit, else the nearest above; of two the later appointed; none before the appointment', () => {
  const newer = { ...head, officerId: 'colleague', from: day - 10 };
  expect(office({}).headsOf('branch', day)).toEqual({ branchHead: 'head', provinceHead: 'leader' });
  expect(office({ roles: [leader, head, newer] as never }).headsOf('branch', day).branchHead).toBe('colleague');
  expect(office({}).headsOf('branch', day - 101)).toEqual({ branchHead: null, provinceHead: null });
  expect(office({}).headsOf('province', day)).toEqual({ branchHead: null, provinceHead: 'leader' });
});

test('nobody above a matter is ever away: nothing needs to be asked', () => {
  expect(office({}).unreadFor('officer', 'branch')).toBeNull();
  const unread = office({ absences: away('head') }).unreadFor('officer', 'branch')!;
  expect([unread('officer', day), unread('branch_head', day)]).toEqual([false, true]);
});

test('the policies of a province: the general ones until its own first; a version that begins earlier replaces the one before', () => {
  const version = (n: number, provinceId: string | null, validFrom: number) => ({
    provinceId,
    policy: { ...DEFAULT_POLICY, id: `v${n}`, version: n, validFrom },
  });
  const versions = [version(2, null, 100), version(3, null, 90), version(4, null, 300), version(1, 'here', 200)];
  const ids = (province: string) => policiesOf(versions, province).map(({ id }) => id);
  expect(ids('elsewhere')).toEqual([null, 'v3', 'v4']);
  expect(ids('here')).toEqual([null, 'v3', 'v1']);
});
