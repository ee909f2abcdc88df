import { inTransaction, projectionRows, rebuildProjection, writeMatters } from '../../activities/matters';
import { toIso, weekday } from '../../law';
import { aCase, on, rulesOf } from '../record/workbench';
import { startMatter } from '../support/matters';
import { OFFICE } from '../support/office';
import { messageIds } from '../support/relay';
import { changeLaw, changePolicy, computeAgain, swapDay } from './changes';
import { morning } from './morning';
import { type Deeds, live } from './people';
import { openWorld, type World } from './world';

/**
 * A year in a minute: matters live under everything that goes wrong, and every morning the statement, reckoned apart, must account for all.
 * In the suite small; `npm run soak` sets SOAK_MATTERS and SOAK_DAYS. SOAK_SEED throws the same dice again; the day it begins, ids and
 * which of two calls under way at once fails stay free, so a year is alike and not the same.
 */
const MATTERS = Number(process.env.SOAK_MATTERS ?? 30);
const DAYS = Number(process.env.SOAK_DAYS ?? 75);
const SEED = Number(process.env.SOAK_SEED ?? 1 + (Date.now() % 1_000_000));
/** Shorter ones, which somebody may ask for, need not have seen every kind of trouble. */
const FULL_OF_TROUBLE = 60;
/** Matters the worker keeps in memory: the rest, those that rested longest, are read back from their histories. */
const KEPT = 0.9;
const LIMIT_MS = 120_000 + MATTERS * DAYS * 60;

let world: World;
beforeAll(async () => {
  world = await openWorld(SEED, Math.ceil(MATTERS * KEPT));
}, 120_000);
afterAll(() => world?.close(), 60_000);

const says = (text: string) => {
  if (process.env.SOAK_MATTERS) process.stderr.write(`[${SEED}] ${text}\n`);
};

/** Cases of three officers in two units, decided over the last weeks, each with its workflow. */
async function openCases(): Promise<string[]> {
  const { chance, database, server } = world;
  const now = await server.env.currentTimeMs();
  const today = await world.today();
  const ids: string[] = [];
  for (let n = 0; n < MATTERS; n++) {
    const decided = toIso(today - chance.below(3));
    const second = n % 3 === 2;
    const matter = aCase([on(decided, 'request-received'), on(decided, 'decision-issued')], {
      importId: null,
      ...(second
        ? { unitId: OFFICE.branch2, unitCode: 'TST-KV2', officerId: OFFICE.enforcer3, officerCode: 'TST-007' }
        : n % 3 === 1
          ? { officerId: OFFICE.enforcer2, officerCode: 'TST-006' }
          : {}),
    });
    const rows = projectionRows(matter, await rulesOf(database.pool, matter.unitId, now), now);
    await inTransaction(database.pool, client => writeMatters(client, [rows]));
    await startMatter(server, rows.state);
    ids.push(matter.id);
  }
  return ids;
}

/** By the calendar in force, swapped days included. */
const isWorking = async (day: number): Promise<boolean> =>
  (await world.sql<{ is: boolean }>('SELECT is_working_day($1::date) AS is', [toIso(day)]))[0]!.is;

/** What is kept is what the events say. */
async function likeItsEvents(): Promise<void> {
  const now = await world.server.env.currentTimeMs();
  for (const { id, unit } of await world.sql<{ id: string; unit: string }>(`SELECT id, unit_id AS unit FROM matter`)) {
    const rules = await rulesOf(world.database.pool, unit, now);
    const differs = await rebuildProjection(world.database.pool, id, rules, now);
    expect({ seed: SEED, id, differs }).toEqual({ seed: SEED, id, differs: [] });
  }
}

/** What must have happened besides what is counted elsewhere. */
const HAPPENED = `
SELECT 'postponed' AS what, count(*)::int AS times FROM event WHERE type = 'postponed'
UNION ALL SELECT 'suspended', count(*)::int FROM event WHERE type = 'suspended'
UNION ALL SELECT 'resumed', count(*)::int FROM event WHERE type = 'resumed'
UNION ALL SELECT 'absent', count(*)::int FROM absence
UNION ALL SELECT 'stood in', count(*)::int FROM delegation
UNION ALL SELECT 'told instead', count(*)::int FROM alert WHERE instead_of IS NOT NULL
UNION ALL SELECT 'date replaced', count(*)::int FROM deadline WHERE NOT current`;

/** The year must have been one in which everything went wrong once, else it proves little. */
async function troubleCame(due: number, deeds: Deeds): Promise<void> {
  expect(due).toBeGreaterThan(MATTERS * 2);
  for (const [name, { before, after }] of Object.entries(world.failures)) {
    expect({ name, failed: Math.min(before, after) > 0 }).toEqual({ name, failed: true });
  }
  expect(world.relay.accepted.length).toBeGreaterThan(DAYS / 2);
  expect(world.relay.received.length).toBeGreaterThan(world.relay.accepted.length);
  expect(Object.keys(deeds.done).sort()).toEqual(['acknowledge', 'correctEvent', 'reassign', 'recordEvent']);
  expect(deeds.repeated).toBeGreaterThan(0);
  expect(deeds.refused.ended ?? 0).toBeLessThan(deeds.done.recordEvent ?? 0);
  const happened = await world.sql<{ what: string; times: number }>(HAPPENED);
  for (const { what, times } of happened) expect({ what, happened: times > 0 }).toEqual({ what, happened: true });
}

test(
  `${MATTERS} matters live ${DAYS} days: nothing lost, nothing early, nothing twice (seed ${SEED})`,
  async () => {
    const ids = await openCases();
    const first = await world.today();
    const deeds: Deeds = { done: {}, refused: {}, repeated: 0 };
    const change = {
      law: first + Math.floor(DAYS / 3),
      policy: first + Math.floor(DAYS / 2),
      swap: first + Math.floor((DAYS * 2) / 3),
    };
    const computedAgain = async (day: number, reason: string) => {
      await computeAgain(world, ids, day, reason);
      await likeItsEvents();
    };
    let due = 0;
    for (let day = first + 1; day <= first + DAYS; day++) {
      if (await isWorking(day)) due += await morning(world, day, SEED);
      await world.until(day, 9 * 60);
      await live(world, ids, deeds);
      if (day === change.law) {
        await changeLaw(world, day);
        await computedAgain(day, 'law');
      }
      if (day === change.policy) {
        await changePolicy(world, OFFICE.province);
        await computedAgain(day, 'policy');
      }
      if (day === change.swap) {
        await swapDay(world, day - weekday(day) + 14);
        await computedAgain(day, 'calendar');
      }
      if ((day - first) % 5 === 0)
        says(`${toIso(day)}: day ${day - first} of ${DAYS}, ${world.relay.accepted.length} mails`);
    }
    says(JSON.stringify({ seed: SEED, due, deeds, failures: world.failures, mails: world.relay.accepted.length }));

    if (DAYS >= FULL_OF_TROUBLE) await troubleCame(due, deeds);

    // Twice at most where the relay hung up after the text, never where it answered.
    const accepted = messageIds(world.relay.accepted);
    expect(accepted.length - new Set(accepted).size).toBe(0);
    await likeItsEvents();
  },
  LIMIT_MS,
);
