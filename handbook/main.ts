/** `npm run handbook`: writes docs/law from the law as data, and removes the pages of what is gone. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handbook } from './book';

const root = process.cwd();
const target = join(root, 'docs', 'law');
const pages = handbook(root);

mkdirSync(target, { recursive: true });
for (const entry of readdirSync(target, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  if (!pages.has(path.slice(target.length + 1).replaceAll('\\', '/'))) rmSync(path);
}
for (const [path, text] of pages) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
process.stdout.write(`docs/law: ${pages.size} trang / pages\n`);
