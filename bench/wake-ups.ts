import { matterStart, matterWorkflowType } from '../activities/matter-start';
import {
  inTransaction,
  type NewMatter,
  projectionRows,
  rulesReader,
  stampsNow,
  writeMatters,
} from '../activities/matters';
import { builtInLaw, instantOf, vietnamDay } from '../law';
import { inParallel } from '../test/support/in-parallel';
import { OFFICE } from '../test/support/office';
import { casesToTell } from './cases';
import type { Bench } from './server';
import { print, rate } from './table';

const MATTERS = 1_000;
const WIDTH = 20;
const DAY_MS = 86_400_000;
const NOON = 12 * 60;

/** Asks seldom, so that the asking does not weigh on what it waits for. */
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise(resolve => setTimeout(resolve, 250));
}

/** How long before the moment that all wait for the starting must begin (ms), tried on a few: by then all must be asleep. */
export async function leadOf(bench: Bench, count: number): Promise<number> {
  const began = Date.now();
  const few = Math.min(500, count / 4);
  await inParallel(few, WIDTH, n =>
    bench.client.workflow.start('bareTimer', {
      workflowId: `lead-${n}`,
      taskQueue: 'thoihan',
      args: [began + DAY_MS],
    }),
  );
  await bench.quiet();
  return (Date.now() - began) * (count / few) * 1.5;
}

/** Until all that was started is asleep. @throws when some are not by `at` (epoch ms) */
async function allAsleep(bench: Bench, at: number): Promise<void> {
  await bench.quiet();
  if (Date.now() > at) throw new Error('starting took longer than the timers run: the machine is too busy to measure');
}

/** So many timers of a workflow of the bench, all due at once: how long until every one has completed (ms). */
export async function timers(
  bench: Bench,
  type: 'bareTimer' | 'emptyWakeUp',
  count: number,
  lead: number,
): Promise<number> {
  const at = Date.now() + lead;
  await inParallel(count, WIDTH, n =>
    bench.client.workflow.start(type, { workflowId: `${type}-${at}-${n}`, taskQueue: 'thoihan', args: [at] }),
  );
  await allAsleep(bench, at);
  const completed = `ExecutionStatus = 'Completed' AND WorkflowId STARTS_WITH '${type}-${at}-'`;
  await until(async () => (await bench.client.workflow.count(completed)).count === count);
  return Date.now() - at;
}

/** The latest working day whose morning is over. */
function lastMorning(now: number): number {
  const { calendar } = builtInLaw();
  let day = vietnamDay(now);
  while (!calendar.isWorking(day) || instantOf(day, NOON) > now) day -= 1;
  return day;
}

/**
 * Matters as they stood at an instant (epoch ms), all waking at once: until every wake-up is in the database (ms), and how many alerts were
 * written.
 */
export async function wakeUps(
  bench: Bench,
  cases: readonly NewMatter[],
  recorded: number,
  lead: number,
): Promise<{ ms: number; alerts: number }> {
  const { pool } = bench.database;
  const rules = await rulesReader(pool)(recorded, { unitId: OFFICE.branch1, ...(await stampsNow(pool)) });
  const rows = await inTransaction(pool, async client => {
    const computed = cases.map(one => projectionRows(one, rules, recorded));
    await writeMatters(client, computed);
    return computed;
  });
  const before = Number((await pool.query('SELECT count(*) FROM alert')).rows[0].count);
  const at = Date.now() + lead;
  await inParallel(cases.length, WIDTH, n => {
    const { state } = rows[n]!;
    return bench.client.workflow.start(matterWorkflowType(state.kind), matterStart({ ...state, nextWake: at }));
  });
  await allAsleep(bench, at);
  const ids = rows.map(one => one.matter.id);
  await until(async () => {
    const woken = await pool.query(
      'SELECT count(*) FROM matter WHERE id = ANY($1::uuid[]) AND (next_wake_at IS NULL OR next_wake_at > to_timestamp($2 / 1000.0))',
      [ids, at],
    );
    return Number(woken.rows[0].count) === cases.length;
  });
  const ms = Date.now() - at;
  const alerts = Number((await pool.query('SELECT count(*) FROM alert')).rows[0].count) - before;
  return { ms, alerts };
}

/**
 * Wake-ups handled per second, database written, against bare timers on the same server; between them what a timer with a local activity
 * costs that does nothing: so much is the workflow server's, and no wake-up that writes can cost less.
 */
export async function benchWakeUps(bench: Bench): Promise<void> {
  await bench.working(async () => {
    const lead = await leadOf(bench, MATTERS);
    const morning = lastMorning(Date.now());
    const evening = instantOf(morning - 1, NOON);
    const round = async (series: string) => ({
      bare: await timers(bench, 'bareTimer', MATTERS, lead),
      empty: await timers(bench, 'emptyWakeUp', MATTERS, lead),
      woken: await wakeUps(bench, casesToTell(MATTERS, morning, series), evening, lead),
    });
    const rounds = [await round('A'), await round('B')];
    const bare = Math.min(...rounds.map(one => one.bare));
    const empty = Math.min(...rounds.map(one => one.empty));
    const best = Math.min(...rounds.map(one => one.woken.ms));
    const to = 'bare timers';
    print(
      `Wake-ups: ${MATTERS} matters due at once, every one written to PostgreSQL (${rounds[0]!.woken.alerts} alerts, best of two)`,
      [
        { what: 'bare timers, fired and completed', value: rate(MATTERS, bare) },
        {
          what: 'the same with an empty local activity',
          value: rate(MATTERS, empty),
          ratio: { to, is: bare / empty },
        },
        { what: 'wake-ups of matters', value: rate(MATTERS, best), ratio: { to, is: bare / best, target: 0.8 } },
      ],
    );
  });
}
