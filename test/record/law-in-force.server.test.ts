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

const YEAR = `INSERT INTO calendar_year (year, version, decision, decided_on, confidence, lunar_new_year, hung_kings, loaded_at, author)
   VALUES (2040, 1, 'x', '2039-11-01', 'N', '2040-02-12', '2040-04-20', now(), 'a')`;
const READING = `INSERT INTO reading (id, law, subject, point, choice, basis, author, decided_at)
   VALUES (gen_random_uuid(), '2025', 'x', 'reading', 'y', 'z', 'a', now())`;
const PACK = `INSERT INTO statute_pack (law, version, hash, in_force_from, basis, content, origin, state, loaded_at, author)
   VALUES ('2025', 'draft', 'x', '2026-07-01', 'x', '{}', 'agency', 'draft', now(), 'a')`;
const CLOSURE = `WITH moved AS (
     INSERT INTO unit (id, code, name, kind, valid_from) VALUES (gen_random_uuid(), 'X', 'X', 'branch', '2016-01-01') RETURNING id)
   INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at)
   SELECT gen_random_uuid(), id, '2026-09-10', '2026-09-11', 'bão', 'QĐ 1', 'a', now() FROM moved`;

test.each([
  ['a draft of a pack', PACK, 0],
  [
    'its withdrawal',
    `UPDATE statute_pack SET state = 'withdrawn', withdrawn_at = now(), withdrawn_by = 'a', withdrawal_reason = 'x' WHERE version = 'draft'`,
    0,
  ],
  ['a change of the pack in force', `UPDATE statute_pack SET loaded_at = now() WHERE law = '2008'`, 1],
  ['a decision of one person', READING, 0],
  ['its second signature', `UPDATE reading SET countersigner = 'b', countersigned_at = now()`, 1],
  ['a draft of a calendar', YEAR, 0],
  [
    'a day of it',
    `INSERT INTO calendar_day (year, version, day, working, kind, reason) VALUES (2040, 1, '2040-02-13', false, 'tet', 'x')`,
    0,
  ],
  ['its second signature', `UPDATE calendar_year SET countersigner = 'b', signed_at = now() WHERE year = 2040`, 1],
  ['a closure of one person', CLOSURE, 0],
  ['its second signature', `UPDATE unit_closure SET countersigner = 'b', signed_at = now()`, 1],
  ['a unit that moves', 'UPDATE unit SET parent_id = NULL', 1],
])('the stamp moves with what comes into force, whoever writes: %s', async (_what, change, by) => {
  const before = await lawStamp(db.pool);
  await db.pool.query(change);
  expect(await lawStamp(db.pool)).toBe(before + by);
});
