/** Checks that the record and its projection are what they should be. Read only. */

import type { Pool } from 'pg';
import { toIso } from '../../law';
import { deadlineChanges, sideRowsChanged } from './changes';
import { loadMatter } from './load';
import { project, type Rules } from './project';
import type { EventRow } from './rows';
import { brokenAt } from './seal';

const EVENTS = `
SELECT id, matter_id, seq, type, occurred_on::text, at_minute, attrs,
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded_at, recorded_by, command_id, corrects_id,
  retracted, reason, prev_hash, hash
FROM event WHERE matter_id = $1::uuid ORDER BY seq`;

/** Number of the first event of a matter whose hash does not hold; null when the chain is whole. */
export async function verifyChain(pool: Pool, matterId: string): Promise<number | null> {
  const { rows } = await pool.query<EventRow>(EVENTS, [matterId]);
  return brokenAt(rows);
}

/** What a rebuild of the projection from the events as of `now` would change; empty when it would change nothing. */
export async function rebuildProjection(pool: Pool, matterId: string, rules: Rules, now: number): Promise<string[]> {
  const client = await pool.connect();
  try {
    const matter = await loadMatter(client, matterId, { slips: true });
    const projection = project(matter, rules, now);
    const { standing } = projection;
    const changes = deadlineChanges(matter, standing.deadlines, 'rebuild', rules.calendar, now);
    const closedOn = standing.closedOn === undefined ? null : toIso(standing.closedOn);
    const differs = {
      ...Object.fromEntries(Object.entries(changes).map(([name, rows]) => [`deadlines ${name}`, rows.length > 0])),
      ...sideRowsChanged(matter, projection),
      stage: matter.stage !== standing.stage,
      law: matter.law !== standing.law,
      closedOn: matter.closedOn !== closedOn,
      nextDue: matter.nextDue !== projection.nextDue,
      lastSeq: matter.lastSeq !== matter.events.length,
    };
    return Object.entries(differs).flatMap(([name, different]) => (different ? [name] : []));
  } finally {
    client.release();
  }
}
