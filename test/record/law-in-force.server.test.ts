import { lawReader, lawStamp } from '../../activities/law';
import { seedReference } from '../../activities/matters';
import { builtInLaw } from '../../law';
import { freshDatabase, type TestDatabase } from '../support/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await seedReference(db.prisma, NOW);
}, 60_000);
afterAll(() => db.close());

const NOW = Date.UTC(2026, 10, 23);

test.each([
  `UPDATE statute_pack SET loaded_at = now() WHERE law = '2025'`,
  `INSERT INTO reading (id, law, duty_id, reading, author, decided_at) VALUES (gen_random_uuid(), '2025', 'x', 'y', 'a', now())`,
  `UPDATE calendar_year SET decision = 'x' WHERE year = 2026`,
  `DELETE FROM calendar_day WHERE year = 2027`,
])('whoever changes law or calendar moves the stamp: %s', async change => {
  const before = await lawStamp(db.pool);
  await db.pool.query(change);
  expect(await lawStamp(db.pool)).toBe(before + 1);
});

test('what was read is kept until the stamp moves', async () => {
  const lawAt = lawReader(db.pool);
  expect(lawReader(db.pool)).toBe(lawAt);
  const first = await lawAt(NOW, null);
  expect(first.packs).toEqual(builtInLaw().packs);
  expect(await lawAt(NOW + 59_000, null)).toBe(first);
});
