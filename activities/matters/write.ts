/** Statements that bring the kept projection of one matter up to the computed one. */

import type { ClientBase } from 'pg';
import { toIso } from '../../law';
import { derivedId } from '../mail/ids';
import { UNSENT_URGENT } from '../mail/unsent';
import type { DeadlineChanges } from './changes';
import { sideRowsChanged } from './changes';
import { insertDeadlines, insertMoney, insertPauses, insertSpans } from './insert';
import type { KeptMatter } from './load';
import type { Projection } from './project';
import { instant } from './rows';

const REPLACE = `UPDATE deadline SET current = false WHERE id = ANY($1::uuid[])`;

// A closed deadline whose trigger was taken back is owed no longer: a void version replaces it, with the old derivation.
const WITHDRAW = `
INSERT INTO deadline (id, matter_id, key, version, current, duty_id, law, basis, role, unit_kind, started_on, due, due_at,
  due_latest, status, provisional, lapse, slip, calendar_version, pack_version, change_reason, created_at)
SELECT r.new_id, matter_id, key, version + 1, true, duty_id, law, basis, role, unit_kind, started_on, due, due_at, due_latest,
  'void', provisional, lapse, slip, calendar_version, pack_version, $2, $3::timestamptz
FROM deadline JOIN json_to_recordset($1::json) AS r (id uuid, new_id uuid) USING (id)`;

const RESTATE = `
UPDATE deadline SET status = r.status::"DeadlineStatus", closed_on = r.closed_on, closed_by_event = r.closed_by_event
FROM json_to_recordset($1::json) AS r (id uuid, status text, closed_on date, closed_by_event uuid)
WHERE deadline.id = r.id`;

const REDERIVE = `
UPDATE deadline SET slip = r.slip, provisional = r.provisional, calendar_version = r.calendar_version, pack_version = r.pack_version
FROM json_to_recordset($1::json) AS r (id uuid, slip jsonb, provisional boolean, calendar_version text, pack_version text)
WHERE deadline.id = r.id`;

// What waits is not told any more, and a mail that nobody has begun to hand over is not sent.
const CANCEL = `
WITH unsent AS (
  UPDATE outbox SET state = 'suppressed', suppressed_because = 'settled'
  WHERE ${UNSENT_URGENT}
    AND id IN (SELECT outbox_id FROM alert WHERE deadline_id = ANY($1::uuid[]) AND state = 'queued')
  RETURNING id
)
UPDATE alert SET state = 'cancelled'
WHERE deadline_id = ANY($1::uuid[]) AND (state = 'waiting' OR outbox_id IN (SELECT id FROM unsent))`;

/** Write versions, statuses and derivations of deadlines; alerts that wait for what is settled are cancelled. */
export async function writeDeadlines(
  client: ClientBase,
  changes: DeadlineChanges,
  reason: string,
  now: number,
): Promise<void> {
  const outOfForce = [...changes.replaced, ...changes.withdrawn];
  if (outOfForce.length > 0) await client.query(REPLACE, [outOfForce]);
  if (changes.withdrawn.length > 0) {
    const pairs = changes.withdrawn.map(id => ({ id, new_id: derivedId('withdrawn', id) }));
    await client.query(WITHDRAW, [JSON.stringify(pairs), reason, instant(now)]);
  }
  // Before the statuses: once closed, a deadline's derivation stays as it is.
  if (changes.rederived.length > 0) await client.query(REDERIVE, [JSON.stringify(changes.rederived)]);
  if (changes.restated.length > 0) await client.query(RESTATE, [JSON.stringify(changes.restated)]);
  await insertDeadlines(client, changes.inserted);
  if (changes.settled.length > 0) await client.query(CANCEL, [changes.settled]);
}

/** Pauses, classes and money are rewritten as a whole when they differ: they are few, and the events tell their history. */
export async function writeSideRows(client: ClientBase, matter: KeptMatter, projection: Projection): Promise<void> {
  const changed = sideRowsChanged(matter, projection);
  if (changed.pauses) {
    await client.query('DELETE FROM pause WHERE matter_id = $1::uuid', [matter.id]);
    await insertPauses(client, projection.pauses);
  }
  if (changed.spans) {
    await client.query('DELETE FROM classification_span WHERE matter_id = $1::uuid', [matter.id]);
    await insertSpans(client, projection.spans);
  }
  if (changed.money) {
    await client.query('DELETE FROM money_movement WHERE matter_id = $1::uuid', [matter.id]);
    await insertMoney(client, projection.money);
  }
}

const MATTER = `
UPDATE matter SET opened_on = $2::date, closed_on = $3::date, stage = $4, law = $5, last_seq = $6,
  next_wake_at = $7::timestamptz, next_due = $8::date
WHERE id = $1::uuid`;

/** The matter's own row. `openedOn` is the day of its first event. */
export async function writeMatterRow(
  client: ClientBase,
  matter: Pick<KeptMatter, 'id' | 'openedOn' | 'lastSeq'>,
  { standing, nextWake, nextDue }: Projection,
): Promise<void> {
  const first = standing.events[0]?.occurredOn;
  await client.query({
    name: 'matter-write',
    text: MATTER,
    values: [
      matter.id,
      first === undefined ? matter.openedOn : toIso(first),
      standing.closedOn === undefined ? null : toIso(standing.closedOn),
      standing.stage,
      standing.law,
      matter.lastSeq,
      nextWake === null ? null : instant(nextWake),
      nextDue,
    ],
  });
}
