import { inTransaction, projectionRows, rebuildProjection, writeMatters } from '../../activities/matters';
import { officialCalendar, toIso, weekday } from '../../law';
import { aCase, on, rulesOf } from '../record/workbench';
import { startMatter } from '../support/matters';
import { OFFICE } from '../support/office';
import { changeLaw, changePolicy, computeAgain, swapDay } from './changes';
import { type Deeds, live } from './people';
import { openWorld, type World } from './world';

/**
 * A year in a minute: matters live under everything that goes wrong, and every morning the statement, reckoned apart, must account for all.
 * In the suite small; `npm run soak` sets SOAK_MATTERS and SOAK_DAYS. SOAK_SEED gives the same year again.
 */
const MATTERS = Number(process.env.SOAK_MATTERS ?? 30);
const DAYS = Number(process.env.SOAK_DAYS ?? 75);
const SEED = Number(process.env.SOAK_SEED ?? 1 + (Date.now() % 1_000_000));
const LIMIT_MS = 120_000 + MATTERS * DAYS * 60;

const MINUTES = { wake: 7 * 60 + 20, digest: 7 * 60 + 30, statement: 7 * 60 + 45 };
/** When the dispatcher looks again: after the quarter of an hour for which a mail of unknown fate rests, and over the day. */
const DISPATCHES = [7 * 60 + 31, 7 * 60 + 50, 8 * 60 + 30, 10 * 60, 14 * 60, 16 * 60 + 30];

let world: World;
let deedsNow: Deeds;
beforeAll(async () => {
  world = await openWorld(SEED);
}, 120_000);
afterAll(() => world?.close(), 60_000);

const says = (text: string) => {
  if (process.env.SOAK_MATTERS) process.stdout.write(`${text}\n`);
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

/** The relay does as it pleases with some of the next mails. */
function troubleRelay(): void {
  const { chance, relay } = world;
  if (!chance.oneIn(3)) return;
  relay.plan(chance.pick(['greylist', 'drop-after-data', 'drop-before-data', 'accept'] as const));
}

interface Counted {
  readonly due: number;
  readonly unaccounted: number;
  readonly early: number;
  readonly groundless: number;
}

async function morning(day: number): Promise<Counted | null> {
  const iso = toIso(day);
  await world.until(day, MINUTES.digest);
  const now = await world.server.env.currentTimeMs();
  await world.activities.composeDigests({ day: iso, now });
  let counted: Counted | null = null;
  for (const minute of DISPATCHES) {
    if (minute > MINUTES.statement && counted === null) {
      const at = await world.until(day, MINUTES.statement);
      await world.activities.writeStatement({ day: iso, revision: 1, now: at, asked: 0, revived: 0 });
      counted = (
        await world.sql<Counted & { n: number }>(
          `SELECT s.early, s.groundless, coalesce(sum(p.due), 0)::int AS due, coalesce(sum(p.unaccounted), 0)::int AS unaccounted
           FROM alert_statement s LEFT JOIN alert_statement_part p ON p.statement = s.n WHERE s.day = $1::date GROUP BY s.n`,
          [iso],
        )
      )[0]!;
      const gaps = await world.sql(
        `SELECT g.kind, g.why, g.threshold, g.level, d.duty_id, d.due::text, d.due_latest::text, d.status::text, g.fell_at, g.matter_id
         FROM alert_statement_gap g JOIN deadline d ON d.id = g.deadline_id JOIN alert_statement s ON s.n = g.statement
         WHERE s.day = $1::date AND g.kind <> 'nobody' LIMIT 5`,
        [iso],
      );
      if (gaps.length > 0) {
        const id = gaps[0]!.matter_id as string;
        console.log(iso, new Date(await world.server.env.currentTimeMs()), await world.sql('SELECT next_wake_at, created_at, (SELECT count(*) FROM alert) AS alerts, (SELECT count(*) FROM matter WHERE next_wake_at < $2) AS behind FROM matter WHERE id = $1', [id, new Date(await world.server.env.currentTimeMs())]), await world.server.client.workflow.getHandle('matter-' + id).query('pending').catch(String), await world.server.client.workflow.getHandle('matter-' + id).query('state').catch(String), JSON.stringify(world.failures), JSON.stringify(deedsNow), (await world.server.client.workflow.getHandle('matter-' + id).fetchHistory()).events!.map(e => e.eventType + ' ' + new Date(Number(e.eventTime!.seconds) * 1000).toISOString() + ' ' + JSON.stringify(e.workflowExecutionFailedEventAttributes ?? e.markerRecordedEventAttributes ?? e.workflowTaskFailedEventAttributes ?? e.workflowTaskTimedOutEventAttributes ?? '').slice(0, 3000)));
      }
      expect({ seed: SEED, day: iso, gaps }).toEqual({ seed: SEED, day: iso, gaps: [] });
    }
    await world.until(day, minute);
    troubleRelay();
    await world.activities.dispatchMail({ now: await world.server.env.currentTimeMs() });
  }
  return counted;
}

const messageIds = (texts: readonly string[]): string[] => texts.map(text => /^message-id: (.*)$/im.exec(text)![1]!);

test(
  `${MATTERS} matters live ${DAYS} days: nothing lost, nothing early, nothing twice (seed ${SEED})`,
  async () => {
    const calendar = officialCalendar();
    const ids = await openCases();
    const first = await world.today();
    const deeds: Deeds = { done: {}, refused: {} };
  deedsNow = deeds;
    const change = {
      law: first + Math.floor(DAYS / 3),
      policy: first + Math.floor(DAYS / 2),
      swap: first + Math.floor((DAYS * 2) / 3),
    };
    let due = 0;
    for (let day = first + 1; day <= first + DAYS; day++) {
      if (calendar.isWorking(day)) due += (await morning(day))?.due ?? 0;
      await world.until(day, 9 * 60);
      await live(world, ids, deeds);
      if (day === change.law) {
        await changeLaw(world, day);
        await computeAgain(world, 'law');
      }
      if (day === change.policy) {
        await changePolicy(world, OFFICE.province);
        await computeAgain(world, 'policy');
      }
      if (day === change.swap) {
        await swapDay(world, day - weekday(day) + 14);
        await computeAgain(world, 'calendar');
      }
      if (world.chance.oneIn(9)) await world.anotherWorker();
      if ((day - first) % 10 === 0)
        says(`${toIso(day)}: day ${day - first} of ${DAYS}, ${world.relay.accepted.length} mails`);
    }
    says(JSON.stringify({ seed: SEED, due, deeds, failures: world.failures, mails: world.relay.accepted.length }));

    // The year must have been one in which things went wrong, else it proves little.
    expect(due).toBeGreaterThan(MATTERS * 2);
    expect(Math.min(world.failures.before, world.failures.after, world.failures.workers)).toBeGreaterThan(0);
    expect(world.relay.accepted.length).toBeGreaterThan(DAYS / 2);

    // Twice at most where the relay hung up after the text, never where it answered.
    const accepted = messageIds(world.relay.accepted);
    expect(accepted.length - new Set(accepted).size).toBe(0);
    // What is kept is what the events say.
    const now = await world.server.env.currentTimeMs();
    for (const { id, unit } of await world.sql<{ id: string; unit: string }>(
      `SELECT id, unit_id AS unit FROM matter`,
    )) {
      const rules = await rulesOf(world.database.pool, unit, now);
      expect({ seed: SEED, id, differs: await rebuildProjection(world.database.pool, id, rules, now) }).toEqual({
        ...{ seed: SEED, id, differs: [] },
      });
    }
  },
  LIMIT_MS,
);
