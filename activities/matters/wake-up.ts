import type { PoolClient } from 'pg';
import { toIso } from '../../law';
import type { WakeUpResult } from '../contract';
import { type DeadlineChanges, deadlineChanges, onlyRestated, sideRowsChanged } from './changes';
import type { MatterDesk } from './desk';
import { type KeptMatter, loadMatter, lockMatter } from './load';
import { type Notices, noticesFor } from './notify';
import { type Projection, project } from './project';
import { inForce, readyMails, refresh } from './refresh';
import { instant } from './rows';
import { matterState } from './state';
import { inTransaction } from './transaction';

/**
 * What time alone does to a matter: statuses, alerts, the next wake-up. Usually two statements and no lock: the second writes only
 * if the matter's row is still the one that was read. Whatever goes further is done under a lock (`recompute`).
 * @param now epoch ms
 */
export async function wakeUp(desk: MatterDesk, input: { matterId: string; now: number }): Promise<WakeUpResult> {
  const client = await desk.pool.connect();
  try {
    const quick = await quickWakeUp(desk, client, input);
    if (quick !== null) return quick;
  } finally {
    client.release();
  }
  return runAgain(desk, input, 'time');
}

/** Run the engine again under a lock and write all that differs. */
export async function runAgain(
  desk: MatterDesk,
  { matterId, now }: { matterId: string; now: number },
  reason: 'time' | 'recompute',
): Promise<WakeUpResult> {
  const { state, urgent } = await inTransaction(desk.pool, async client => {
    const matter = await lockMatter(client, matterId);
    const rules = await desk.rules(now, matter);
    const projection = project(matter, rules, now);
    const { urgent } = await refresh(client, matter, projection, reason, rules, desk, now);
    return { state: matterState(matter, projection), urgent };
  });
  if (urgent) desk.hurry();
  return { state };
}

/** @returns null when there is more to write than a wake-up's one statement holds, or somebody changed the matter meanwhile. */
async function quickWakeUp(
  desk: MatterDesk,
  client: PoolClient,
  { matterId, now }: { matterId: string; now: number },
): Promise<WakeUpResult | null> {
  const matter = await loadMatter(client, matterId);
  const rules = await desk.rules(now, matter);
  const projection = project(matter, rules, now, { slips: false });
  const changes = deadlineChanges(matter, projection.standing.deadlines, 'time', rules.law, now);
  if (!onlyRestated(changes) || changes.settled.length > 0 || !sameMatter(matter, projection)) return null;
  const notices = await noticesFor(client, matter, inForce(matter, projection, changes), rules, desk, now);
  if (!(await writeWakeUp(client, matter, projection, changes, notices))) return null;
  if (readyMails(notices.outbox, now)) desk.hurry();
  return { state: matterState(matter, projection) };
}

function sameMatter(matter: KeptMatter, projection: Projection): boolean {
  const { standing } = projection;
  const closedOn = standing.closedOn === undefined ? null : toIso(standing.closedOn);
  if (matter.stage !== standing.stage || matter.law !== standing.law || matter.closedOn !== closedOn) return false;
  return !Object.values(sideRowsChanged(matter, projection)).some(Boolean);
}

// xmin names the transaction that last wrote the row: if it is another one now, nothing of this statement happens.
const HELD = `
WITH held AS (
  UPDATE matter SET next_wake_at = $3::timestamptz, next_due = $4::date
  WHERE id = $1::uuid AND xmin = $2::text::xid
  RETURNING id
)`;

/** What may be written besides, each from a list of rows in one parameter. Left out when its list is empty: an idle part costs too. */
const PARTS = {
  restated: (rows: string) => `
  UPDATE deadline SET status = r.status::"DeadlineStatus", closed_on = r.closed_on, closed_by_event = r.closed_by_event
  FROM held, json_to_recordset(${rows}::json) AS r (id uuid, status text, closed_on date, closed_by_event uuid)
  WHERE deadline.id = r.id`,
  outbox: (rows: string) => `
  INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, html, next_try_at, created_at)
  SELECT r.* FROM held, json_to_recordset(${rows}::json) AS r (id uuid, message_id text, kind text, recipient_id uuid,
    to_address text, subject text, text text, html text, next_try_at timestamptz, created_at timestamptz)
  ON CONFLICT DO NOTHING`,
  alerts: (rows: string) => `
  INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, outbox_id,
    policy_version_id, level, instead_of)
  SELECT r.* FROM held, json_to_recordset(${rows}::json) AS r (id uuid, matter_id uuid, deadline_id uuid, threshold text,
    recipient_id uuid, channel text, urgency text, due_at timestamptz, created_at timestamptz, state text, outbox_id uuid,
    policy_version_id uuid, level text, instead_of uuid)
  ON CONFLICT DO NOTHING`,
};

async function writeWakeUp(
  client: PoolClient,
  matter: KeptMatter,
  { nextWake, nextDue }: Projection,
  { restated }: DeadlineChanges,
  { alerts, outbox }: Notices,
): Promise<boolean> {
  const lists = Object.entries({ restated, outbox, alerts } satisfies Record<keyof typeof PARTS, readonly object[]>);
  const written = lists.filter(([, rows]) => rows.length > 0) as [keyof typeof PARTS, readonly object[]][];
  if (written.length === 0 && matter.nextWake === nextWake && matter.nextDue === nextDue) return true;
  const parts = written.map(([name], n) => `, ${name} AS (${PARTS[name](`$${n + 5}`)}\n)`);
  const { rowCount } = await client.query({
    name: ['matter-wake', ...written.map(([name]) => name)].join('-'),
    text: `${HELD}${parts.join('')}\nSELECT id FROM held`,
    values: [
      matter.id,
      matter.rowVersion,
      nextWake === null ? null : instant(nextWake),
      nextDue,
      ...written.map(([, rows]) => JSON.stringify(rows)),
    ],
  });
  return rowCount === 1;
}
