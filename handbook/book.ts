import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInLaw, type LawId, LIFECYCLES, type MatterKind } from '../law';
import { indexPage } from './pages/index-page';
import { limitFile, limitPage } from './pages/limit';
import { machineFile, machinePage } from './pages/machine';
import { provisionFile, provisionPage } from './pages/provision';
import { isDuty, rowsOf } from './rows';
import { lives, vectors } from './vectors';

/** Where each row of the law is written, as a path from the root: the file of its law in which its id stands. */
function filesOfRows(root: string): (row: { readonly id: string; readonly law: LawId }) => string {
  const folders = readdirSync(join(root, 'law', 'statutes'), { withFileTypes: true }).filter(one => one.isDirectory());
  const texts = folders.flatMap(({ name: folder }) =>
    readdirSync(join(root, 'law', 'statutes', folder))
      .filter(name => name.endsWith('.ts') && name !== 'index.ts')
      .map(name => {
        const path = `law/statutes/${folder}/${name}`;
        return { folder, path, text: readFileSync(join(root, path), 'utf8') };
      }),
  );
  return ({ id, law }) => {
    const mine = texts.filter(
      ({ folder, text }) => (folder === law || !/^\d+$/.test(folder)) && text.includes(`'${id}'`),
    );
    const written = mine.find(({ text }) => text.includes(`id: '${id}'`)) ?? mine[0];
    if (!written) throw new Error(`${id} of the law of ${law} stands in no file of law/statutes`);
    return written.path;
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * The handbook: every page by its path below docs/law. The same law gives the same pages.
 * @param root of the source tree, for the names of the files in which the rows are written
 */
export function handbook(root: string): Map<string, string> {
  const rows = rowsOf(builtInLaw());
  const duties = rows.filter(isDuty);
  const rules = rows.filter(row => !isDuty(row)) as Exclude<(typeof rows)[number], (typeof duties)[number]>[];
  const fileOf = filesOfRows(root);
  const kinds = Object.keys(LIFECYCLES) as MatterKind[];
  const limitIds = new Set(duties.map(({ id }) => id));
  const pages = new Map<string, string>();
  pages.set(
    'README.md',
    indexPage({
      ...{ rows, kinds, fileOf },
      vectors: countBy(vectors().map(({ law, dutyId }) => `${law} ${dutyId}`)),
      lives: countBy(
        lives().flatMap(({ expect }) => [...new Set(expect.map(({ law, dutyId }) => `${law} ${dutyId}`))]),
      ),
    }),
  );
  for (const kind of kinds) pages.set(machineFile(kind), machinePage(kind, duties, limitFile));
  for (const id of limitIds) {
    const versions = duties.filter(duty => duty.id === id);
    const own = vectors().filter(({ dutyId }) => dutyId === id);
    pages.set(limitFile(id), limitPage({ versions, all: duties, vectors: own, fileOf }));
  }
  for (const id of new Set(rules.map(rule => rule.id))) {
    const versions = rules.filter(rule => rule.id === id);
    pages.set(
      provisionFile(id),
      provisionPage(versions, one => limitIds.has(one), fileOf),
    );
  }
  return pages;
}
