import type { PoolClient } from 'pg';
import type { MatterState } from '../contract';
import { inTransaction, projectionRows, stampsNow, writeMatters } from '../matters';
import type { IntakeDesk } from './desk';
import type { Staged } from './staging';

interface StagedRow {
  readonly n: number;
  readonly matterId: string;
  readonly data: Staged;
}

const WAITING = `
SELECT n, matter_id AS "matterId", data FROM import_row
WHERE import_id = $1::uuid AND page = $2 AND NOT written ORDER BY n FOR UPDATE`;
/** Matters of earlier imports need no computing. */
const THERE = `SELECT id FROM matter WHERE id = ANY($1::uuid[])`;
const WRITTEN = `
UPDATE import_row SET written = true, data = CASE WHEN r.state IS NULL THEN data ELSE data || jsonb_build_object('state', r.state) END
FROM json_to_recordset($2::json) AS r (n int, state jsonb)
WHERE import_id = $1::uuid AND import_row.n = r.n`;
const COUNT = `UPDATE import SET matters_new = matters_new + $2, matters_known = matters_known + $3 WHERE id = $1::uuid`;
const DONE = `
SELECT count(*)::int AS written, count(*) FILTER (WHERE m.closed_on IS NULL)::int AS open
FROM import_row r JOIN matter m ON m.id = r.matter_id AND m.import_id = r.import_id
WHERE r.import_id = $1::uuid AND r.page = $2 AND r.data ->> 'what' = 'matter'`;

/** Computes and writes one page of matters in one transaction. A page that was written already is left as it is. */
export async function writePage(
  desk: IntakeDesk,
  { importId, page, now }: { importId: string; page: number; now: number },
): Promise<{ written: number; open: number }> {
  return inTransaction(desk.pool, async client => {
    const waiting = (await client.query<StagedRow>(WAITING, [importId, page])).rows;
    if (waiting.length > 0) {
      const { fresh, known, states } = await writeRows(client, waiting, desk, now);
      await client.query(WRITTEN, [
        importId,
        JSON.stringify(waiting.map(({ n, matterId }) => ({ n, state: states.get(matterId) ?? null }))),
      ]);
      await client.query(COUNT, [importId, fresh, known]);
    }
    return (await client.query<{ written: number; open: number }>(DONE, [importId, page])).rows[0]!;
  });
}

/** Writes the matters among staged rows; `states` holds those that are new and open. */
export async function writeRows(
  client: PoolClient,
  rows: readonly Pick<StagedRow, 'matterId' | 'data'>[],
  desk: Pick<IntakeDesk, 'rules'>,
  now: number,
): Promise<{ fresh: number; known: number; states: Map<string, MatterState> }> {
  const named = rows.flatMap(({ data }) => (data.what === 'matter' ? [data.matter] : []));
  const there = new Set(
    (await client.query<{ id: string }>(THERE, [named.map(matter => matter.id)])).rows.map(row => row.id),
  );
  const matters = named.filter(matter => !there.has(matter.id));
  const stamps = await stampsNow(client);
  const computed = [];
  for (const matter of matters) {
    const rules = await desk.rules(now, { unitId: matter.unitId, ...stamps });
    computed.push(projectionRows(matter, rules, now));
  }
  const written = await writeMatters(client, computed);
  const open = computed.filter(one => written.has(one.matter.id) && one.matter.closed_on === null);
  return {
    fresh: written.size,
    known: named.length - written.size,
    states: new Map(open.map(one => [one.matter.id, one.state])),
  };
}
