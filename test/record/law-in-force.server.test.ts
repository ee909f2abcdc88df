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

test('what was read is kept until the stamp moves', async () => {
  const lawAt = lawReader(db.pool);
  expect(lawReader(db.pool)).toBe(lawAt);
  const first = await lawAt(NOW, null);
  expect(first.packs).toEqual(builtInLaw().packs);
  expect(await lawAt(NOW + 59_000, null)).toBe(first);
});

test.each([
  `UPDATE statute_pack SET loaded_at = now() WHERE law = '2025'`,
  `INSERT INTO reading (id, law, subject, point, choice, basis, author, decided_at)
   VALUES (gen_random_uuid(), '2025', 'x', 'reading', 'y', 'z', 'a', now())`,
  `INSERT INTO calendar_year (year, version, decision, decided_on, confidence, lunar_new_year, hung_kings, loaded_at, author)
   VALUES (2040, 1, 'x', '2039-11-01', 'N', '2040-02-12', '2040-04-20', now(), 'a')`,
  `INSERT INTO calendar_day (year, version, day, working, kind, reason) VALUES (2040, 1, '2040-02-13', false, 'tet', 'x')`,
  `UPDATE calendar_year SET countersigner = 'b', signed_at = now() WHERE year = 2040`,
  `WITH moved AS (
     INSERT INTO unit (id, code, name, kind, valid_from) VALUES (gen_random_uuid(), 'X', 'X', 'branch', '2016-01-01') RETURNING id)
   INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at)
   SELECT gen_random_uuid(), id, '2026-09-10', '2026-09-11', 'bão', 'QĐ 1', 'a', now() FROM moved`,
  `UPDATE unit SET parent_id = NULL`,
])('whoever changes law or calendar moves the stamp: %s', async change => {
  const before = await lawStamp(db.pool);
  await db.pool.query(change);
  expect(await lawStamp(db.pool)).toBe(before + 1);
});
