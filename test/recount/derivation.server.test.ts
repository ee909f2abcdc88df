import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { inTransaction, seedReference } from '../../activities/matters';
import { insertDeadlines, insertDetails, insertMatters } from '../../activities/matters/insert';
import type { DeadlineRow } from '../../activities/matters/rows';
import { ladderOf } from '../../activities/matters/rules';
import { count } from '../../activities/recount/count';
import { DEFAULT_POLICY, type RecipientRole, type Seen, type WatchedDeadline } from '../../alerts';
import { tellings } from '../../alerts/ladder';
import { instantOf, toDay, toIso } from '../../law';
import { rulesOf } from '../record/workbench';
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

const LEVELS: readonly RecipientRole[] = ['officer', 'branch_head', 'province_head'];

/** What somebody may have said of a limit: a while before its end or after it, with a promise or without. */
const seen = fc.array(
  fc.record({
    level: fc.constantFrom(...LEVELS),
    day: fc.integer({ min: -25, max: 25 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    promised: fc.option(fc.integer({ min: 0, max: 16 }), { nil: null }),
    instead: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 2 },
);

const made = fc.record({
  deadline,
  seen: fc.oneof({ weight: 2, arbitrary: seen.map(() => []) as typeof seen }, { weight: 1, arbitrary: seen }),
  written: fc.integer({ min: -30, max: 380 }),
});

interface Kept {
  readonly id: string;
  readonly unitId: string;
  readonly officerId: string;
  readonly deadline: WatchedDeadline;
  readonly since: number;
  readonly seen: readonly (Seen & { readonly insteadOf: string | null })[];
}

/** Who acknowledged what was meant for another stands a level above. */
const spoken = ({ level, insteadOf, ...one }: Kept['seen'][number]): Seen => ({
  ...one,
  level: insteadOf === null ? level : LEVELS[Math.min(LEVELS.indexOf(level) + 1, 2)]!,
});

const row = (matterId: string, { id, deadline: d, since }: Kept): DeadlineRow => ({
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
  created_at: new Date(since).toISOString(),
});

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await seedOffice(db.prisma);
  await seedReference(db.prisma, instantOf(FIRST - 40, 0));
}, 60_000);
afterAll(() => db.close());

async function closeBranch2(): Promise<void> {
  await db.pool.query(
    `INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at, countersigner, signed_at)
     VALUES ($1, $2, $3, $4, 'bão', '1/QĐ', 'TST-004', $5, 'TST-001', $5)`,
    [randomUUID(), OFFICE.branch2, toIso(CLOSED.from), toIso(CLOSED.to), new Date(instantOf(FIRST, 0))],
  );
}

/** People away at random, who stand in for one another at random, in circles too; one has left, and branch 2 changed its head. */
async function scatterPeople(random: (below: number) => number): Promise<void> {
  const people = [OFFICE.provinceHead, OFFICE.branch1Head, OFFICE.branch2Head, OFFICE.enforcer1, OFFICE.enforcer2];
  for (const officer of people) {
    for (let from = FIRST + random(30); from < FIRST + 420; from += 20 + random(60)) {
      const to = from + random(18);
      await db.pool.query(
        `INSERT INTO absence (id, officer_id, from_day, to_day, kind) VALUES ($1, $2, $3, $4, 'leave')`,
        [...[randomUUID(), officer, toIso(from), toIso(to)]],
      );
      const delegate = people[random(people.length)]!;
      if (delegate === officer || random(2) === 0) continue;
      await db.pool.query(
        `INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES ($1, $2, $3, $4, $5, '1/QĐ')`,
        [randomUUID(), officer, delegate, toIso(from + random(3)), toIso(to + random(5) + 3)],
      );
      from = to + 1;
    }
  }
  await db.pool.query('UPDATE officer SET active = false WHERE id = $1', [OFFICE.enforcer3]);
  const changed = FIRST + 200;
  await db.pool.query(`UPDATE officer_role SET valid_to = $2 WHERE officer_id = $1 AND role = 'branch_head'`, [
    ...[OFFICE.branch2Head, toIso(changed)],
  ]);
  await db.pool.query(
    `INSERT INTO officer_role (officer_id, unit_id, role, valid_from) VALUES ($1, $2, 'branch_head', $3)`,
    [OFFICE.enforcer2, OFFICE.branch2, toIso(changed + 40)],
  );
}

/** Two general versions and one of the province, each with its own offsets and days. */
async function keepPolicies(): Promise<void> {
  const versions = [
    { version: 2, provinceId: null, from: FIRST + 90, shift: 1, holdDays: 3 },
    { version: 3, provinceId: null, from: FIRST + 60, shift: 2, holdDays: 1 },
    { version: 1, provinceId: OFFICE.province, from: FIRST + 240, shift: 3, holdDays: 4 },
  ];
  for (const { version, provinceId, from, shift, holdDays } of versions) {
    await db.prisma.alertPolicyVersion.create({
      data: {
        ...{ version, provinceId, holdDays, author: 'TST-001', reason: 'thử' },
        validFrom: new Date(instantOf(from, 10 * 60)),
        createdAt: new Date(instantOf(from - 5, 0)),
        thresholds: {
          create: DEFAULT_POLICY.thresholds.map(({ from: countedFrom, offset, ...one }) => ({
            ...{ ...one, countedFrom },
            offset:
              countedFrom === 'due' && offset < 0
                ? offset - shift
                : countedFrom === 'overdue'
                  ? offset + shift
                  : offset,
          })),
        },
      },
    });
  }
}

/** Eight deadlines to a matter, matters of the two branches in turn. */
async function keep(all: readonly Omit<Kept, 'unitId' | 'officerId'>[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  await inTransaction(db.pool, async client => {
    for (let at = 0; at < all.length; at += 8) {
      const matterId = randomUUID();
      const unitId = at % 16 === 0 ? OFFICE.branch1 : OFFICE.branch2;
      const officerId = [OFFICE.enforcer1, OFFICE.enforcer2, OFFICE.enforcer3][(at / 8) % 3]!;
      const some = all.slice(at, at + 8).map(one => ({ ...one, unitId, officerId }));
      await insertMatters(client, [
        {
          id: matterId,
          kind: 'enforcement_case',
          number: `${at}/QĐ-THADS`,
          reporting_year: 2026,
          unit_id: unitId,
          officer_id: officerId,
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
      for (const { id, seen: said } of some) {
        for (const [n, { level, at: instant, promisedOn, insteadOf }] of said.entries()) {
          const alertId = randomUUID();
          await client.query(
            `INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, level, instead_of)
             VALUES ($1, $2, $3, $4, $5, 'digest', 'high', $6, $6, 'acknowledged', $7, $8)`,
            [alertId, matterId, id, `said-${n}`, OFFICE.provinceHead, new Date(instant - 1), level, insteadOf],
          );
          await client.query(
            'INSERT INTO acknowledgement (id, alert_id, officer_id, at, promised_on, command_id) VALUES ($1, $2, $3, $4, $5, $6)',
            [
              randomUUID(),
              alertId,
              OFFICE.provinceHead,
              new Date(instant),
              promisedOn === null ? null : toIso(promisedOn),
              randomUUID(),
            ],
          );
        }
      }
      kept.push(...some);
    }
  });
  return kept;
}

/** The made-up limits with ids; whatever is said of one lies before the moment of counting. */
function named({ deadline: one, written, seen: said }: typeof made extends fc.Arbitrary<infer T> ? T : never) {
  return {
    id: randomUUID(),
    deadline: one,
    since: Math.min(NOW - 1, instantOf(FIRST + written, 0)),
    seen: said.map(({ level, day, minute, promised, instead }) => {
      const at = Math.min(NOW - 1, instantOf(one.due + day, minute));
      const promisedOn = promised === null ? null : Math.floor((at + 7 * 3_600_000) / 86_400_000) + promised;
      return { level, at, promisedOn, insteadOf: instead ? OFFICE.enforcer1 : null };
    }),
  };
}

test('the reckoning in SQL finds the thresholds that the program finds, each at its instants', async () => {
  const seed = Number(process.env.THOIHAN_SEED ?? Date.now() % 1_000_000);
  let state = seed;
  const random = (below: number) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  };
  await closeBranch2();
  await scatterPeople(random);
  await keepPolicies();
  const kept = await keep(fc.sample(made, { numRuns: DEADLINES, seed }).map(named));
  const derived = await inTransaction(db.pool, async client => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await count(client, NOW, NOW - 86_400_000);
    const { rows } = await client.query<{ id: string; code: string; level: string; at: number; told: number }>(
      `SELECT deadline_id AS id, code, level, (extract(epoch FROM at) * 1000)::float8 AS at,
         (extract(epoch FROM told) * 1000)::float8 AS told
       FROM rc_threshold WHERE in_force AND at <= $1`,
      [new Date(NOW)],
    );
    return rows.map(one => `${one.id} ${one.code} ${one.level} ${one.at} ${one.told}`).sort();
  });
  const rules = {
    [OFFICE.branch1]: await rulesOf(db.pool, OFFICE.branch1, NOW),
    [OFFICE.branch2]: await rulesOf(db.pool, OFFICE.branch2, NOW),
  };
  const told = { moved: 0, held: 0, promised: 0, policies: new Set<string | null>() };
  const expected = kept
    .flatMap(one => {
      const chain = { deadline: one.deadline, since: one.since, seen: one.seen.map(spoken) };
      const reached = tellings(chain, ladderOf(rules[one.unitId]!, one)).filter(({ at }) => at <= NOW);
      for (const { base, at, told: when, threshold, policyId } of reached) {
        if (at > base) told.moved += 1;
        if (when > at) told.held += 1;
        if (threshold.code.startsWith('promise-')) told.promised += 1;
        told.policies.add(policyId);
      }
      return reached.map(({ threshold, at, told: when }) =>
        [one.id, threshold.code, threshold.recipient, at, when].join(' '),
      );
    })
    .sort();
  // Whatever may delay a threshold must occur often, else this test would prove little.
  expect(expected.length).toBeGreaterThan(DEADLINES);
  expect(Math.min(told.moved, told.held, told.promised)).toBeGreaterThan(DEADLINES / 200);
  expect(told.policies.size).toBe(3);
  const [bySql, byProgram] = [new Set(derived), new Set(expected)];
  const apart = {
    onlyInSql: derived.filter(one => !byProgram.has(one)).slice(0, 5),
    onlyInProgram: expected.filter(one => !bySql.has(one)).slice(0, 5),
  };
  expect({ seed, ...apart }).toEqual({ seed, onlyInSql: [], onlyInProgram: [] });
  expect(derived.length).toBe(bySql.size);
}, 120_000);
