import { officialCalendar, toIso } from '../../law';
import type { Day, Facts, MatterKind } from '../../law/model';
import type { Random } from './random';

/** One step of an invented life: days after the step before (both ends possible). */
export interface Step {
  readonly type: string;
  readonly after: readonly [number, number];
  readonly attrs?: (random: Random, on: Day, amount: number) => Facts;
}

/** A way a matter may have gone so far. `since`: days between its last step and today. */
export interface Life {
  readonly name: string;
  readonly share: number;
  readonly steps: readonly Step[];
  readonly since: readonly [number, number];
}

const step = (type: string, from: number, to: number, attrs?: Step['attrs']): Step => ({
  type,
  after: [from, to],
  ...(attrs ? { attrs } : {}),
});
const hasMeans = () => ({ result: 'has_means' });
const noMeans = () => ({ result: 'no_means' });
const sum =
  (part: number): Step['attrs'] =>
  (_, __, amount) => ({ amount: String(Math.max(1, Math.floor(amount * part)) * 1000) });

const NOTIFIED = [
  step('enforcer-assigned', 0, 0),
  step('file-opened', 1, 2),
  step('sent-to-procuracy', 0, 1),
  step('notification-sent', 0, 0),
  step('valid-notice', 0, 4, () => ({ channel: 'direct' })),
];
const VERIFIED = [...NOTIFIED, step('verification-done', 11, 17, hasMeans)];
const SEIZED = [...VERIFIED, step('coercion-decided', 2, 8), step('seized', 12, 30, () => ({ asset: 'immovable' }))];
const POOR = [
  ...NOTIFIED,
  step('verification-done', 11, 17, noMeans),
  step('no-condition-decided', 2, 4),
  step('no-condition-published', 2, 5),
];

/** Lives of cases that are open today. Shares are parts of a thousand. */
export const OPEN_CASES: readonly Life[] = [
  { name: 'decided', share: 70, steps: [step('enforcer-assigned', 0, 0)], since: [0, 2] },
  {
    name: 'file opened',
    share: 50,
    steps: [step('enforcer-assigned', 0, 0), step('file-opened', 0, 1)],
    since: [0, 2],
  },
  { name: 'voluntary period', share: 110, steps: NOTIFIED, since: [0, 11] },
  { name: 'to be verified', share: 100, steps: NOTIFIED, since: [11, 20] },
  { name: 'means found', share: 110, steps: VERIFIED, since: [0, 45] },
  { name: 'no means', share: 230, steps: POOR, since: [0, 175] },
  {
    name: 'no means, verified again',
    share: 60,
    steps: [...POOR, step('verification-done', 120, 170, noMeans)],
    since: [0, 178],
  },
  {
    name: 'postponed',
    share: 50,
    steps: [
      ...VERIFIED,
      step('postponement-ground-arisen', 3, 30),
      step('postponed', 0, 4, (random, on) => ({
        ground: random.pick(['a', 'c', 'g']),
        until: toIso(on + random.int(30, 150)),
      })),
    ],
    since: [0, 60],
  },
  {
    name: 'suspended',
    share: 20,
    steps: [...VERIFIED, step('suspension-notice-received', 3, 40), step('suspended', 0, 4)],
    since: [0, 90],
  },
  {
    name: 'to be coerced',
    share: 40,
    steps: [
      ...VERIFIED,
      step('coercion-decided', 2, 8),
      step('coercion-planned', 5, 15, (random, on) => ({
        // No coercion is held on a day off.
        plannedOn: toIso(officialCalendar().next(on + random.int(12, 30))),
        withForces: random.chance(0.3),
      })),
    ],
    since: [0, 14],
  },
  { name: 'seized', share: 40, steps: SEIZED, since: [0, 20] },
  { name: 'valuation', share: 35, steps: [...SEIZED, step('valuation-contracted', 5, 25)], since: [0, 40] },
  {
    name: 'auction',
    share: 35,
    steps: [
      ...SEIZED,
      step('valuation-contracted', 5, 25),
      step('valuation-received', 10, 30, () => ({ asset: 'immovable' })),
      step('valuation-notified', 0, 2),
      step('auction-contracted', 12, 20, () => ({ asset: 'immovable' })),
    ],
    since: [0, 30],
  },
  { name: 'money collected', share: 50, steps: [...VERIFIED, step('money-collected', 2, 40, sum(0.6))], since: [0, 9] },
];

/** Lives of cases that ended in this reporting year. */
export const ENDED_CASES: readonly Life[] = [
  {
    name: 'done in the voluntary period',
    share: 500,
    steps: [
      ...NOTIFIED,
      step('voluntary-performance', 1, 9),
      step('money-collected', 0, 0, sum(1)),
      step('money-paid-out', 1, 6, sum(1)),
      step('completed', 0, 2),
    ],
    since: [1, 50],
  },
  {
    name: 'done after verification',
    share: 350,
    steps: [
      ...VERIFIED,
      step('money-collected', 2, 30, sum(1)),
      step('money-paid-out', 1, 7, sum(1)),
      step('completed', 0, 2),
    ],
    since: [1, 50],
  },
  {
    name: 'terminated',
    share: 100,
    steps: [...VERIFIED, step('termination-ground-found', 2, 30), step('terminated', 1, 4, sum(1))],
    since: [1, 50],
  },
  {
    name: 'entrusted',
    share: 50,
    steps: [...NOTIFIED, step('entrustment-ground-found', 3, 15), step('entrusted', 1, 4, sum(1))],
    since: [1, 50],
  },
];

/** Lives of letters and acts of the Procuracy, by kind, with how many of each. */
export const OTHER_LIVES: readonly {
  readonly kind: MatterKind;
  readonly count: number;
  readonly lives: readonly Life[];
}[] = [
  {
    kind: 'complaint',
    count: 80,
    lives: [
      { name: 'received', share: 25, steps: [], since: [0, 5] },
      { name: 'accepted', share: 45, steps: [step('complaint-accepted', 1, 5)], since: [0, 28] },
      {
        name: 'verifying',
        share: 20,
        steps: [
          step('complaint-accepted', 1, 5),
          step('explanation-requested', 1, 3),
          step('explanation-received', 2, 6),
        ],
        since: [0, 18],
      },
      {
        name: 'suspended',
        share: 10,
        steps: [
          step('complaint-accepted', 1, 5),
          step('complaint-suspended', 3, 12, () => ({ ground: 'awaiting_other_body' })),
        ],
        since: [0, 30],
      },
    ],
  },
  {
    kind: 'denunciation',
    count: 6,
    lives: [
      { name: 'received', share: 50, steps: [], since: [0, 6] },
      { name: 'accepted', share: 50, steps: [step('denunciation-accepted', 3, 8)], since: [0, 26] },
    ],
  },
  { kind: 'petition', count: 16, lives: [{ name: 'received', share: 100, steps: [], since: [0, 9] }] },
  { kind: 'procuracy_protest', count: 10, lives: [{ name: 'received', share: 100, steps: [], since: [0, 12] }] },
  { kind: 'procuracy_recommendation', count: 12, lives: [{ name: 'received', share: 100, steps: [], since: [0, 14] }] },
];
