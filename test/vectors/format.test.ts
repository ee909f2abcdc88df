import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { lifeFiles, lives, vectorFiles, vectors } from '../../handbook/vectors';

const schema = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(join(__dirname, '../../law/vectors', name), 'utf8')));

const twice = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('the published form', () => {
  const forVectors = schema('vectors.schema.json');
  const forLives = schema('lives.schema.json');

  test.each(vectorFiles().map(({ path, content }) => [path, content] as const))('%s', (path, content) => {
    const read = forVectors.safeParse(content);
    expect(read.error?.issues ?? []).toEqual([]);
    expect(path).toBe(`${content.law}/${content.group}.json`);
  });

  test.each(lifeFiles().map(({ path, content }) => [path, content] as const))('%s', (_path, content) => {
    const read = forLives.safeParse(content);
    expect(read.error?.issues ?? []).toEqual([]);
  });

  test('the schemas refuse what is not theirs', () => {
    const { content } = vectorFiles()[0]!;
    const [first] = content.vectors;
    for (const change of [{ due: '5 July' }, { kind: 'weeks' }, { more: 1 }, { reason: { vi: 'Vì sao', en: '' } }]) {
      expect(forVectors.safeParse({ ...content, vectors: [{ ...first, ...change }] }).success).toBe(false);
    }
    expect(forLives.safeParse({ format: 1, lives: [{ ...lives()[0]!, expect: [] }] }).success).toBe(false);
    expect(forLives.safeParse({ format: 2, lives: lives() }).success).toBe(false);
  });

  test('each group has the name of a file of the statute', () => {
    for (const { content } of vectorFiles()) {
      const file = join(__dirname, '../../law/statutes', content.law, `${content.group}.ts`);
      expect([basename(file), readFileSync(file, 'utf8').length > 0]).toEqual([`${content.group}.ts`, true]);
    }
  });
});

test('ids are used once', () => {
  expect(twice(vectors().map(({ id }) => id))).toEqual([]);
  expect(twice(lives().map(({ id }) => id))).toEqual([]);
});

test('the id of a vector begins with its duty', () => {
  expect(vectors().filter(({ id, dutyId }) => !id.startsWith(`${dutyId}/`))).toEqual([]);
});

test('a latest reading is told only where it differs', () => {
  expect(vectors().filter(({ due, dueLatest }) => dueLatest !== undefined && dueLatest <= due)).toEqual([]);
});
