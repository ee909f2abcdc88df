import { lives, vectors } from '../../handbook/vectors';
import { builtInLaw, duties, type LawId } from '../../law';

const LAWS: readonly LawId[] = ['2025', '2008'];
const covered = {
  vectors: new Set(vectors().map(({ law, dutyId }) => `${law} ${dutyId}`)),
  lives: new Set(lives().flatMap(({ expect: deadlines }) => deadlines.map(({ law, dutyId }) => `${law} ${dutyId}`))),
};
const active = LAWS.flatMap(law => duties(builtInLaw(), law))
  .filter(duty => duty.active)
  .map(({ law, id }) => `${law} ${id}`);

test('no vector and no life names a duty that is not there', () => {
  const known = new Set(duties(builtInLaw()).map(({ law, id }) => `${law} ${id}`));
  expect([...covered.vectors, ...covered.lives].filter(duty => !known.has(duty))).toEqual([]);
});

test('every duty has a vector, in use or not; every active duty stands in a life', () => {
  const all = duties(builtInLaw()).map(({ law, id }) => `${law} ${id}`);
  expect({
    withoutVector: all.filter(duty => !covered.vectors.has(duty)),
    withoutLife: active.filter(duty => !covered.lives.has(duty)),
  }).toEqual({ withoutVector: [], withoutLife: [] });
  expect(vectors().length).toBeGreaterThanOrEqual(400);
});

test('every article of the packs that sets a limit is counted at least once', () => {
  const counted = new Set(vectors().map(({ law, article }) => `${law} ${article}`));
  const articles = new Set(duties(builtInLaw()).map(({ law, source }) => `${law} ${source.article}`));
  expect([...articles].filter(article => !counted.has(article))).toEqual([]);
});
