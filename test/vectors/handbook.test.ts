import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { handbook } from '../../handbook/book';

const ROOT = resolve(__dirname, '../..');
const TARGET = join(ROOT, 'docs', 'law');
const pages = handbook(ROOT);

test('docs/law is what the law says today: otherwise run npm run handbook', () => {
  const kept = readdirSync(TARGET, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(TARGET.length + 1));
  const stale = [...pages].filter(
    ([path, text]) => !kept.includes(path) || readFileSync(join(TARGET, path), 'utf8') !== text,
  );
  expect({ stale: stale.map(([path]) => path), gone: kept.filter(path => !pages.has(path)) }).toEqual({
    stale: [],
    gone: [],
  });
});

test('every link leads to a page or a file', () => {
  const broken: string[] = [];
  for (const [path, text] of pages) {
    for (const [, to = ''] of text.matchAll(/\]\(([^)#\s]+)\)/g)) {
      const target = join(dirname(path), to);
      if (!pages.has(target) && !existsSync(resolve(TARGET, target))) broken.push(`${path}: ${to}`);
    }
  }
  expect(broken).toEqual([]);
});

test('Article 37(1) is found by its number, with its page and its file', () => {
  const line = pages
    .get('README.md')!
    .split('\n')
    .find(one => one.startsWith('| **37(1)**'));
  expect(line).toContain('limits/initial-verification.md');
  expect(line).toContain('law/statutes/2025/article-37-verification.ts');
});

test('nothing is told that is not there', () => {
  for (const [path, text] of pages)
    expect([path, /\bundefined\b|\[object Object|NaN/.test(text)]).toEqual([path, false]);
});
