import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { inTransaction, seedReference } from '../../activities/matters';
import { insertDeadlines, insertDetails, insertMatters } from '../../activities/matters/insert';
import type { DeadlineRow } from '../../activities/matters/rows';
import { count } from '../../activities/recount/count';
import { DEFAULT_POLICY, reachedThresholds, type WatchedDeadline } from '../../alerts';
import { type Calendar, instantOf, officialCalendar, toDay, toIso, withClosures } from '../../law';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';

/** Deadlines of the program's own rules, spread over Tết, holidays and swapped days of a year and a half. */
const FIRST = toDay('2025-11-01');
const NOW = instantOf(toDay('2026-11-20'), 7 * 60 + 45);
const DEADLINES = Number(process.env.THOIHAN_RECOUNT_DEADLINES ?? 6_000);
const CLOSED = { from: toDay('2026-09-07'), to: toDay('2026-09-18') };

const deadline: fc.Arbitrary<WatchedDeadline> = fc
  .record({
    start: fc.integer({ min: 0, max: 420 }),
    length: fc.oneof(
      fc.integer({ min: -3, max: 12 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 400 }),
    ),
    later: fc.constantFrom(0, 0, 0, 1, 3, 12),
    unitKind: fc.constantFrom('days', 'workingDays', 'months', 'atOnce', 'before', 'onDay', 'hours'),
    minute: fc.integer({ min: 0, max: 1439 }),
    basis: fc.constantFrom('law', 'law', 'law', 'service', 'plan'),
    role: fc.constantFrom('enforcer', 'enforcer', 'head', 'external'),
    lapse: fc.constantFrom(false, false, false, true),
    status: fc.constantFrom('open', 'overdue'),
    dutyId: fc.constantFrom('initial-verification', 'initial-verification', 'periodic-verification'),
  })
  .map((row): WatchedDeadline => {
    const startedOn = FIRST + row.start;
    const due = startedOn + (row.unitKind === 'before' ? row.length : Math.max(0, row.length));
    return {
      key: '',
      dutyId: row.dutyId,
      basis: row.basis as WatchedDeadline['basis'],
      role: row.role as WatchedDeadline['role'],
      unitKind: row.unitKind as WatchedDeadline['unitKind'],
      startedOn,
      due,
      dueLatest: due + row.later,
      ...(row.unitKind === 'hours' ? { dueAt: instantOf(due, row.minute) } : {}),
      status: row.status as WatchedDeadline['status'],
      lapse: row.lapse,
    };
  });

interface Kept {
  readonly id: string;
  readonly unitId: string;
  readonly deadline: WatchedDeadline;
}

const row = (matterId: string, { id, deadline: d }: Kept): DeadlineRow => ({
  id,
  matter_id: matterId,
  key: id,
  version: 1,
  duty_id: d.dutyId,
  law: '2025',
  basis: d.basis,
  role: d.role,
  unit_kind: d.unitKind,
  started_on: toIso(d.startedOn),
  due: toIso(d.due),
  due_at: d.dueAt === undefined ? null : new Date(d.dueAt).toISOString(),
  due_latest: toIso(d.dueLatest),
  status: d.status,
  closed_on: null,
  closed_by_event: null,
  provisional: false,
  lapse: d.lapse,
  slip: [],
  calendar_version: 'none',
  pack_version: 'none',
  change_reason: null,
  since: null,
  created_at: new Date(instantOf(FIRST - 30, 0)).toISOString(),
});

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await seedOffice(db.prisma);
  await seedReference(db.prisma, instantOf(FIRST - 40, 0));
}, 60_000);
afterAll(() => db.close());

async function closeBranch2(): Promise<Calendar> {
  const id = randomUUID();
  await db.pool.query(
    `INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at, countersigner, signed_at)
     VALUES ($1, $2, $3, $4, 'bão', '1/QĐ', 'TST-004', $5, 'TST-001', $5)`,
    [id, OFFICE.branch2, toIso(CLOSED.from), toIso(CLOSED.to), new Date(instantOf(FIRST, 0))],
  );
  return withClosures(officialCalendar(), [{ id, ...CLOSED, reason: 'bão', decision: '1/QĐ' }]);
}

/** Eight deadlines to a matter, matters of the two branches in turn. */
async function keep(all: readonly WatchedDeadline[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  await inTransaction(db.pool, async client => {
    for (let at = 0; at < all.length; at += 8) {
      const matterId = randomUUID();
      const unitId = at % 16 === 0 ? OFFICE.branch1 : OFFICE.branch2;
      const some = all.slice(at, at + 8).map(one => ({ id: randomUUID(), unitId, deadline: one }));
      await insertMatters(client, [
        {
          id: matterId,
          kind: 'enforcement_case',
          number: `${at}/QĐ-THADS`,
          reporting_year: 2026,
          unit_id: unitId,
          officer_id: OFFICE.enforcer1,
          parent_id: null,
          opened_on: toIso(FIRST - 30),
          closed_on: null,
          stage: 'x',
          law: '2025',
          last_seq: 0,
          next_wake_at: null,
          next_due: null,
          import_id: null,
          created_at: new Date(instantOf(FIRST - 30, 0)).toISOString(),
        },
      ]);
      await insertDetails(client, [
        { kind: 'enforcement_case', matter_id: matterId, origin: 'on_request', amount: '1', credit: false },
      ]);
      await insertDeadlines(
        client,
        some.map(one => row(matterId, one)),
      );
      kept.push(...some);
    }
  });
  return kept;
}

test('the reckoning in SQL finds the thresholds that the program finds, each at its instant', async () => {
  const closed = await closeBranch2();
  const official = officialCalendar();
  const seed = Number(process.env.THOIHAN_SEED ?? Date.now() % 1_000_000);
  const kept = await keep(fc.sample(deadline, { numRuns: DEADLINES, seed }));
  const derived = await inTransaction(db.pool, async client => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await count(client, NOW, NOW - 86_400_000);
    const { rows } = await client.query<{ id: string; code: string; level: string; at: number }>(
      `SELECT deadline_id AS id, code, level, (extract(epoch FROM at) * 1000)::float8 AS at FROM rc_threshold WHERE in_force`,
    );
    return rows.map(one => `${one.id} ${one.code} ${one.level} ${one.at}`).sort();
  });
  const expected = kept
    .flatMap(({ id, unitId, deadline: one }) =>
      reachedThresholds([one], DEFAULT_POLICY, unitId === OFFICE.branch2 ? closed : official, NOW).map(
        hit => `${id} ${hit.code} ${hit.recipient} ${hit.dueAt}`,
      ),
    )
    .sort();
  expect(expected.length).toBeGreaterThan(DEADLINES);
  const [bySql, byProgram] = [new Set(derived), new Set(expected)];
  const apart = {
    onlyInSql: derived.filter(one => !byProgram.has(one)).slice(0, 5),
    onlyInProgram: expected.filter(one => !bySql.has(one)).slice(0, 5),
  };
  expect({ seed, ...apart }).toEqual({ seed, onlyInSql: [], onlyInProgram: [] });
  expect(derived.length).toBe(bySql.size);
}, 120_000);
