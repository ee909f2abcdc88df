/** The mornings for which digests were written, so that one that was missed is made up for and named. */

import type { Pool, PoolClient } from 'pg';
import type { Calendar } from '../../law';
import { toDay, toIso } from '../../law';
import type { Day } from '../../law/model';
import { derivedId } from './ids';

const LAST = `SELECT max(day)::text AS day FROM digest_run WHERE day < $1::date`;
const RAN = `INSERT INTO digest_run (day, at) VALUES ($1::date, $2) ON CONFLICT DO NOTHING`;

/** Working days since the last morning with digests, without `day` itself. None on the first morning of an installation. */
export async function missedBefore(pool: Pool, day: string, calendar: Calendar): Promise<Day[]> {
  const last = (await pool.query<{ day: string | null }>(LAST, [day])).rows[0]!.day;
  if (last === null) return [];
  const missed: Day[] = [];
  for (let one = toDay(last) + 1; one < toDay(day); one++) if (calendar.isWorking(one)) missed.push(one);
  return missed;
}

/** Note that the digests of a day are written. @param now epoch ms */
export async function noteRun(pool: Pool, day: string, now: number): Promise<void> {
  await pool.query(RAN, [day, new Date(now)]);
}

/** A mail that nobody took within these days was given up (see `claims.ts`) or waits for a person. */
const LOOK_BACK_DAYS = 30;

// Not handed over yet, or held because the address is at fault. One that may have arrived is left alone.
const FOLD = `
UPDATE outbox o SET state = 'suppressed', suppressed_because = 'superseded', task_id = NULL
WHERE id = ANY($1::uuid[]) AND (state IN ('pending', 'deferred')
  OR (state = 'suppressed' AND EXISTS (SELECT 1 FROM delivery_task t WHERE t.id = o.task_id AND t.closed_at IS NULL)))
RETURNING id, for_day::text AS day`;
const WAIT_AGAIN = `
UPDATE alert SET outbox_id = NULL, state = CASE state WHEN 'queued' THEN 'waiting' ELSE state END
WHERE outbox_id = ANY($1::uuid[]) AND state IN ('queued', 'silent')`;
const UNSETTLED = `UPDATE alert SET settled_in = NULL WHERE settled_in = ANY($1::uuid[])`;

/**
 * Take back an officer's earlier digests that were not handed over: what they carried goes into the next, so that a relay that was away
 * for days brings one mail, not one per day.
 * @returns the days they spoke for
 */
export async function foldUnsent(client: PoolClient, officerId: string, day: string): Promise<Day[]> {
  const earlier = Array.from({ length: LOOK_BACK_DAYS }, (_, n) => toIso(toDay(day) - 1 - n));
  const ids = earlier.map(one => derivedId('digest', officerId, one));
  const { rows } = await client.query<{ id: string; day: string }>(FOLD, [ids]);
  if (rows.length === 0) return [];
  const folded = rows.map(row => row.id);
  await client.query(WAIT_AGAIN, [folded]);
  await client.query(UNSETTLED, [folded]);
  return rows.map(row => toDay(row.day));
}
