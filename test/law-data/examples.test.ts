import { dueOf, duties, type LawId, type Period } from '../../law';
import type { Example } from './example';
import { EXAMPLES_2008 } from './examples-2008';
import { EXAMPLES_2025 } from './examples-2025';

const UNITS: Record<string, 'hours' | 'days' | 'workingDays' | 'months' | 'years'> = {
  h: 'hours',
  d: 'days',
  wd: 'workingDays',
  m: 'months',
  y: 'years',
};

/** Kind of limit an example's length speaks of. */
function kindOf(length: string): Period['unit'] {
  if (length === 'now') return 'atOnce';
  if (length.startsWith('-')) return 'before';
  return UNITS[length.replace(/\d+/, '')]!;
}

const STATUTES: readonly (readonly [LawId, readonly Example[]])[] = [
  ['2025', EXAMPLES_2025],
  ['2008', EXAMPLES_2008],
];

for (const [law, examples] of STATUTES) {
  describe(`the law of ${law}`, () => {
    for (const [dutyId, length, on, due, more] of examples) {
      test(`${dutyId}, ${length} from ${on}: ${due}`, () => {
        expect(dueOf({ dutyId, law, on, ...more })).toMatchObject({ due, kind: kindOf(length), law });
      });
    }

    test('has an example for each of its duties, and for nothing else', () => {
      const shown = new Set(examples.map(([id]) => id));
      expect([...shown].sort()).toEqual(
        duties(law)
          .map(({ id }) => id)
          .sort(),
      );
    });
  });
}
