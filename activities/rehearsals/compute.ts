import { deadlinesAsOf, type LawInForce, type Move, movesOf, toIso, vietnamDay, withClosures } from '../../law';
import { closuresOf } from '../calendar';
import type { ActivityDeps } from '../deps';
import { loadOpenMatters, type OpenMatter } from '../matters';
import { inTransaction } from '../matters/transaction';
import { rehearsalOf } from './store';
import { type Trial, trialOf } from './subject';

/** Matters read and tried at a time: a fraction of a second of work, between two heartbeats. */
const PAGE = 1_000;

type Deps = Pick<ActivityDeps, 'pool' | 'heartbeat'>;

/** Both laws with a unit's closures. */
type Bench = (unitId: string) => Promise<Trial>;

function benchOf({ before, after }: Trial, closures: (unitId: string) => ReturnType<typeof closuresOf>): Bench {
  const units = new Map<string, Promise<Trial>>();
  const over = (law: LawInForce, days: Awaited<ReturnType<typeof closuresOf>>): LawInForce =>
    days.length === 0 ? law : { ...law, calendar: withClosures(law.calendar, days) };
  const read = async (unitId: string) => {
    const days = await closures(unitId);
    return { before: over(before, days), after: over(after, days) };
  };
  return unitId => {
    const known = units.get(unitId) ?? read(unitId);
    units.set(unitId, known);
    return known;
  };
}

/** What the draft does to one matter as of `now` (epoch ms). */
function movesOfMatter({ kind, facts, events, holds }: OpenMatter, { before, after }: Trial, now: number): Move[] {
  const input = { kind, facts, events, holds, today: vietnamDay(now), now };
  return movesOf(deadlinesAsOf({ ...input, law: before }), deadlinesAsOf({ ...input, law: after }));
}

const INSERT = `
INSERT INTO rehearsal_change (rehearsal_id, matter_id, key, duty_id, law, unit_id, officer_id, kind, overdue_at_once,
  due_before, due_latest_before, due_at_before, due, due_latest, due_at)
SELECT $1::uuid, r.matter_id, r.key, r.duty_id, r.law, r.unit_id, r.officer_id, r.kind::"MoveKind", r.overdue_at_once,
  r.due_before, r.due_latest_before, to_timestamp(r.due_at_before / 1000.0), r.due, r.due_latest, to_timestamp(r.due_at / 1000.0)
FROM json_to_recordset($2::json) AS r (matter_id uuid, key text, duty_id text, law text, unit_id uuid, officer_id uuid, kind text,
  overdue_at_once boolean, due_before date, due_latest_before date, due_at_before float8, due date, due_latest date, due_at float8)`;
const PROGRESS = `
UPDATE rehearsal SET matters_done = matters_done + $2, after = $3::uuid WHERE id = $1::uuid AND state = 'computing'`;
const READY = `
UPDATE rehearsal SET state = 'ready', ready_at = to_timestamp($2 / 1000.0), matters_total = matters_done
WHERE id = $1::uuid AND state = 'computing'`;

const rowOf = (matter: OpenMatter, { before, after, ...move }: Move) => ({
  ...{ matter_id: matter.id, unit_id: matter.unitId, officer_id: matter.officerId },
  ...{ key: move.key, duty_id: move.dutyId, law: move.law, kind: move.kind, overdue_at_once: move.overdueAtOnce },
  due_before: before && toIso(before.due),
  due_latest_before: before && toIso(before.dueLatest),
  due_at_before: before?.dueAt ?? null,
  due: after && toIso(after.due),
  due_latest: after && toIso(after.dueLatest),
  due_at: after?.dueAt ?? null,
});

/**
 * Try the draft of a rehearsal on every open matter: page by page, each written with how far it got, so that a repeat goes on from there.
 * @param now epoch ms; the day for which both laws are asked
 * @returns how many matters were tried in all
 */
export async function computeRehearsal(
  { pool, heartbeat }: Deps,
  { rehearsalId, now }: { rehearsalId: string; now: number },
): Promise<{ matters: number }> {
  const client = await pool.connect();
  let trial: Trial;
  let after: string | null;
  let done: number;
  try {
    const rehearsal = await rehearsalOf(client, rehearsalId);
    if (rehearsal.state !== 'computing') return { matters: rehearsal.mattersDone };
    trial = await trialOf(client, rehearsal.subject, now);
    ({ after, mattersDone: done } = rehearsal);
  } finally {
    client.release();
  }
  const bench = benchOf(trial, unitId => closuresOf(pool, unitId));
  let page = await loadOpenMatters(pool, after, PAGE);
  while (page.length > 0) {
    const last: string = page.at(-1)!.id;
    // The next page is read while this one is computed.
    const next = loadOpenMatters(pool, last, PAGE);
    // Its failure is seen below; without this it would end the process when this page fails first.
    next.catch(() => undefined);
    const rows: object[] = [];
    for (const matter of page) {
      const laws = await bench(matter.unitId);
      for (const move of movesOfMatter(matter, laws, now)) rows.push(rowOf(matter, move));
    }
    const tried = page.length;
    const wanted = await inTransaction(pool, async tx => {
      const { rowCount } = await tx.query(PROGRESS, [rehearsalId, tried, last]);
      if (rowCount === 1 && rows.length > 0) await tx.query(INSERT, [rehearsalId, JSON.stringify(rows)]);
      return rowCount === 1;
    });
    if (!wanted) break; // abandoned meanwhile
    done += tried;
    heartbeat?.({ matters: done });
    page = await next;
  }
  await pool.query(READY, [rehearsalId, now]);
  return { matters: done };
}
