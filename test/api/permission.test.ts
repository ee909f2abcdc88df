import type { Actor } from '../../api/actor';
import { mayTouch } from '../../api/permission';

const UNITS = [
  { id: 'province', parentId: null, kind: 'province' },
  { id: 'branch1', parentId: 'province', kind: 'branch' },
  { id: 'branch2', parentId: 'province', kind: 'branch' },
  { id: 'complaints', parentId: 'province', kind: 'department' },
  { id: 'elsewhere', parentId: null, kind: 'province' },
  { id: 'their-department', parentId: 'elsewhere', kind: 'department' },
];
const officerOf = (unitId: string): Actor => ({ kind: 'officer', id: 'x', code: 'X', unitId });

test.each([
  ['branch1', 'branch1', true],
  ['branch1', 'branch2', false],
  ['province', 'branch2', true],
  ['branch1', 'province', false],
  ['complaints', 'branch1', true],
  ['complaints', 'province', true],
  ['elsewhere', 'branch1', false],
  ['their-department', 'branch1', false],
  ['unknown', 'branch1', false],
])('an officer of %s on a matter of %s: %s', (home, unit, may) => {
  expect(mayTouch(officerOf(home), unit, UNITS)).toBe(may);
});

test('the operator may everything', () => {
  expect(mayTouch({ kind: 'operator', id: 'system' }, 'branch1', UNITS)).toBe(true);
});
