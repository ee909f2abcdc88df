import { lives, vectors } from '../../handbook/vectors';
import { builtInLaw, duties, type LawId } from '../../law';

const LAWS: readonly LawId[] = ['2025', '2008'];
const covered = {
  vectors: new Set(vectors().map(({ law, dutyId }) => `${law} ${dutyId}`)),
  lives: new Set(lives().flatMap(({ expect: deadlines }) => deadlines.map(({ law, dutyId }) => `${law} ${dutyId}`))),
};
const active = LAWS.flatMap(law => duties(builtInLaw(), law).filter(duty => duty.active));
const missing = (shown: ReadonlySet<string>) =>
  active.map(({ law, id }) => `${law} ${id}`).filter(duty => !shown.has(duty));

test('no vector and no life names a duty that is not there', () => {
  const known = new Set(duties(builtInLaw()).map(({ law, id }) => `${law} ${id}`));
  expect([...covered.vectors, ...covered.lives].filter(duty => !known.has(duty))).toEqual([]);
});

test('what is still missing', () => {
  const report = { vectors: missing(covered.vectors), lives: missing(covered.lives) };
  process.stderr.write(
    `${vectors().length} vectors, ${lives().length} lives; of ${active.length} active duties\n` +
      `  without a vector (${report.vectors.length}): ${report.vectors.join(', ')}\n` +
      `  without a life (${report.lives.length}): ${report.lives.join(', ')}\n`,
  );
  expect(vectors().length).toBeGreaterThan(300);
});
