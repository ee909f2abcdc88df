/** Checks that the record and its projection are what they should be. Read only. */

import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import { toIso } from '../../law';
import { sideRowsChanged } from './changes';
import { loadMatter } from './load';
import { deadlineRow, project } from './project';
import type { DeadlineRow, EventRow } from './rows';
import type { Rules } from './rules';
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

const DEADLINES = `
SELECT to_jsonb(d) || jsonb_build_object('due_at', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS row
FROM deadline d WHERE matter_id = $1::uuid AND current`;

/**
 * What differs between the kept projection and one rebuilt from the events as of `now`; empty when nothing does. Compared row by row,
 * apart from the code that writes changes.
 */
export async function rebuildProjection(pool: Pool, matterId: string, rules: Rules, now: number): Promise<string[]> {
  const client = await pool.connect();
  try {
    const matter = await loadMatter(client, matterId);
    const projection = project(matter, rules, now);
    const { standing } = projection;
    const kept = (await client.query<{ row: DeadlineRow }>(DEADLINES, [matterId])).rows.map(({ row }) => row);
    const rebuilt = standing.deadlines.map(one => deadlineRow(matterId, one, 1, null, rules.law, now));
    const closedOn = standing.closedOn === undefined ? null : toIso(standing.closedOn);
    const differs = {
      ...sideRowsChanged(matter, projection),
      stage: matter.stage !== standing.stage,
      law: matter.law !== standing.law,
      closedOn: matter.closedOn !== closedOn,
      nextDue: matter.nextDue !== projection.nextDue,
      lastSeq: matter.lastSeq !== matter.events.length,
    };
    return [
      ...deadlinesThatDiffer(kept, rebuilt),
      ...Object.entries(differs).flatMap(([name, is]) => (is ? [name] : [])),
    ];
  } finally {
    client.release();
  }
}

/** Keys of deadlines that are kept otherwise than rebuilt. What is no longer owed may stay as void. */
function deadlinesThatDiffer(kept: readonly DeadlineRow[], rebuilt: readonly DeadlineRow[]): string[] {
  const expected = new Map(rebuilt.map(row => [row.key, row]));
  const wrong = kept.filter(row => {
    const other = expected.get(row.key);
    expected.delete(row.key);
    return other === undefined ? row.status !== 'void' : !isDeepStrictEqual(essence(row), essence(other));
  });
  return [...wrong.map(row => row.key), ...expected.keys()];
}

/** A row without what only its own history explains. A closed deadline also keeps the derivation it was closed with. */
function essence(row: DeadlineRow): object {
  const { id, version, change_reason, created_at, since, slip, calendar_version, pack_version, ...rest } = row;
  const { current, ...columns } = rest as typeof rest & { current?: boolean };
  const closed = ['met', 'late', 'void'].includes(row.status);
  return closed ? columns : { ...columns, calendar_version, pack_version, slip: JSON.parse(JSON.stringify(slip)) };
}
