import * as fc from 'fast-check';
import { documentOf, type PolicyDocument, policyOf, readPolicy } from '../../activities/policy/document';
import { DEFAULT_POLICY } from '../../alerts';

const TODAY = '2026-11-27';
const sound = (): PolicyDocument => ({
  ...documentOf(DEFAULT_POLICY, 'TST', 'báo sớm hơn'),
  validFrom: '2026-12-01',
});
const codes = (given: unknown) => readPolicy(given, TODAY).problems.map(({ field, code }) => `${code} ${field}`);
const without = (wrong: (one: PolicyDocument['thresholds'][number]) => boolean): PolicyDocument => ({
  ...sound(),
  thresholds: sound().thresholds.filter(one => !wrong(one)),
});
const settings = (more: Partial<PolicyDocument['settings']>): PolicyDocument => ({
  ...sound(),
  settings: { ...sound().settings, ...more },
});

test('the policy of the program, dated ahead, is sound and comes back as it was', () => {
  expect(codes(sound())).toEqual([]);
  const { settings: limits, thresholds } = policyOf(sound());
  expect({ settings: limits, thresholds }).toEqual({
    settings: DEFAULT_POLICY.settings,
    thresholds: DEFAULT_POLICY.thresholds,
  });
});

test.each<[what: string, document: unknown, expected: readonly string[]]>([
  ['no document at all', null, ['shape (tệp / file)']],
  ['in force today', { ...sound(), validFrom: TODAY }, ['not_ahead validFrom']],
  ['office hours reversed', settings({ officeFrom: '17:00', officeTo: '07:30' }), ['office_hours settings.officeTo']],
  ['a cap of nothing', settings({ mailCap: 0 }), ['shape settings.mailCap']],
  ['a negative hold', settings({ holdDays: -1 }), ['shape settings.holdDays']],
  ['an hour that is none', settings({ officeTo: '24:30' }), ['shape settings.officeTo']],
  ['a class left out', without(one => one.class === 'longer'), ['gap thresholds: longer']],
  [
    'nobody hears of a breach',
    without(one => one.class === 'longer' && one.from === 'overdue'),
    ['gap thresholds: longer'],
  ],
  [
    'the head is left out',
    without(one => one.class === 'longer' && one.level === 'branch_head'),
    ['level_skipped thresholds: longer province_head'],
  ],
  [
    'leadership hears before the head',
    {
      ...sound(),
      thresholds: sound().thresholds.map(one =>
        one.class === 'longer' && one.code === 'overdue-head' ? { ...one, offset: 11 } : one,
      ),
    },
    ['level_order thresholds: longer province_head'],
  ],
  [
    'a code twice',
    { ...sound(), thresholds: [...sound().thresholds, sound().thresholds[0]!] },
    [`duplicate_code thresholds[${sound().thresholds.length}] at_once due`],
  ],
  [
    'an unknown class, level and channel',
    { ...sound(), thresholds: [{ ...sound().thresholds[0]!, class: 'never', level: 'king', channel: 'pigeon' }] },
    ['shape thresholds[0].class', 'shape thresholds[0].level', 'shape thresholds[0].channel'],
  ],
])('%s', (_, document, expected) => {
  const found = codes(document);
  for (const one of expected) expect(found).toContain(one);
  for (const { vi, en } of readPolicy(document, TODAY).problems)
    expect([vi, en].every(text => text.length > 5)).toBe(true);
});

test('moving every step of every class by the same days keeps it sound, and it comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }), (days, holdDays) => {
      const moved: PolicyDocument = {
        ...settings({ holdDays }),
        thresholds: sound().thresholds.map(one => ({
          ...one,
          offset: one.from === 'due' ? one.offset - days : one.offset + days,
        })),
      };
      const { document, problems } = readPolicy(JSON.parse(JSON.stringify(moved)), TODAY);
      expect(problems).toEqual([]);
      const again = documentOf({ ...DEFAULT_POLICY, ...policyOf(document!), validFrom: 0 }, 'TST', moved.reason);
      expect({ ...again, validFrom: moved.validFrom }).toEqual(moved);
    }),
  );
});
