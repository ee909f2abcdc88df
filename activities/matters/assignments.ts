import type { PoolClient } from 'pg';
import { policyAt } from '../../alerts';
import { toIso, vietnamDay } from '../../law';
import type { Acknowledge, Reassign } from '../contract';
import { derivedId } from '../mail/ids';
import { UNSENT_URGENT } from '../mail/unsent';
import type { MatterDesk } from './desk';
import { type KeptMatter, loadMatter } from './load';
import type { Outcome } from './outcome';
import { project } from './project';
import { refresh } from './refresh';
import { refuse } from './refusal';
import { instant } from './rows';
import type { Rules } from './rules';
import { dayOf } from './when';
import { writeMatterRow } from './write';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const OFFICER = `SELECT id FROM officer WHERE id = $1::uuid AND active`;
const UNIT = `SELECT id FROM unit WHERE id = $1::uuid`;
const ASSIGN = `UPDATE matter SET officer_id = $2::uuid, unit_id = $3::uuid WHERE id = $1::uuid`;

// What waits for the officer before passes on; what that officer was told already stays as it was.
const PASS_ON = `
UPDATE alert SET recipient_id = $3::uuid, read_at = NULL
WHERE matter_id = $1::uuid AND recipient_id = $2::uuid AND state = 'waiting'
  AND NOT EXISTS (SELECT 1 FROM alert other WHERE other.deadline_id = alert.deadline_id
    AND other.threshold = alert.threshold AND other.recipient_id = $3::uuid)`;
const DROP_REST = `
UPDATE alert SET state = 'cancelled' WHERE matter_id = $1::uuid AND recipient_id = $2::uuid AND state = 'waiting'`;

// What the old officer was told of limits that still run: the new one is told the latest of each once, in the next digest.
const TELL_NEW = `
INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, policy_version_id, level)
SELECT DISTINCT ON (a.deadline_id) gen_random_uuid(), a.matter_id, a.deadline_id, a.threshold, $3::uuid, 'digest', a.urgency, a.due_at,
  $4::timestamptz, a.policy_version_id, a.level
FROM alert a JOIN deadline d ON d.id = a.deadline_id AND d.current AND d.status IN ('open', 'overdue')
WHERE a.matter_id = $1::uuid AND a.recipient_id = $2::uuid AND a.level = 'officer' AND a.state IN ('queued', 'acknowledged', 'silent')
  AND NOT EXISTS (SELECT 1 FROM alert other WHERE other.deadline_id = a.deadline_id AND other.recipient_id = $3::uuid)
ORDER BY a.deadline_id, a.due_at DESC, a.id
ON CONFLICT DO NOTHING`;

// A mail to the old officer that waits for office hours: the new one has it in the digest of that morning.
const UNSENT_TO_OLD = `
WITH unsent AS (
  UPDATE outbox SET state = 'suppressed', suppressed_because = 'reassigned'
  WHERE ${UNSENT_URGENT}
    AND id IN (SELECT outbox_id FROM alert WHERE matter_id = $1::uuid AND recipient_id = $2::uuid AND level = 'officer' AND state = 'queued')
  RETURNING id
)
UPDATE alert SET state = 'cancelled' WHERE state = 'queued' AND outbox_id IN (SELECT id FROM unsent)`;

/** Give the matter to another officer (and unit); alerts that wait go along. */
export async function reassign(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  command: Reassign,
  now: number,
): Promise<Outcome> {
  if (!(await exists(client, OFFICER, command.officerId))) {
    refuse(
      'unknown_officer',
      `Không có cán bộ đang làm việc với mã ${command.officerId}.`,
      `There is no active officer ${command.officerId}.`,
    );
  }
  if (command.unitId !== undefined && !(await exists(client, UNIT, command.unitId))) {
    refuse('unknown_unit', `Không có đơn vị ${command.unitId}.`, `There is no unit ${command.unitId}.`);
  }
  await client.query(ASSIGN, [matter.id, command.officerId, command.unitId ?? matter.unitId]);
  if (matter.officerId !== null && matter.officerId !== command.officerId) {
    await client.query(PASS_ON, [matter.id, matter.officerId, command.officerId]);
    await client.query(DROP_REST, [matter.id, matter.officerId]);
    await client.query(TELL_NEW, [matter.id, matter.officerId, command.officerId, instant(now)]);
    await client.query(UNSENT_TO_OLD, [matter.id, matter.officerId]);
  }
  // In another officer's time, or by another unit's calendar, steps may have been due already.
  const after = await loadMatter(client, matter.id, { slips: true });
  const rules = await desk.rules(now, after);
  const projection = project(after, rules, now);
  const { changes, urgent } = await refresh(client, after, projection, 'reassigned', rules, desk, now);
  const detail = {
    fromOfficer: matter.officerId,
    toOfficer: after.officerId,
    fromUnit: matter.unitId,
    toUnit: after.unitId,
  };
  return { matter: after, projection, changes, eventId: null, effects: [], urgent, detail };
}

async function exists(client: PoolClient, text: string, id: string): Promise<boolean> {
  return UUID.test(id) && (await client.query(text, [id])).rowCount === 1;
}

// Alerts sent to this person; for the officer of the matter also those sent to whoever had it before, not those of the levels
// above; for who read the mail (as delegate of an absent officer, as head for one who has left) those it carried.
const ACKNOWLEDGE = `
UPDATE alert SET state = 'acknowledged'
WHERE deadline_id = $1::uuid AND state IN ('waiting', 'queued', 'silent')
  AND (recipient_id = $2::uuid
    OR (level = 'officer' AND instead_of IS NULL AND EXISTS (SELECT 1 FROM matter WHERE id = alert.matter_id AND officer_id = $2::uuid))
    OR EXISTS (SELECT 1 FROM outbox WHERE id = alert.outbox_id AND recipient_id = $2::uuid))
RETURNING id, due_at`;
// Seen by another door before the office opened: the mail that waits for that has nothing more to say.
const UNSENT_AND_SEEN = `
UPDATE outbox SET state = 'suppressed', suppressed_because = 'acknowledged'
WHERE ${UNSENT_URGENT}
  AND id IN (SELECT outbox_id FROM alert WHERE deadline_id = $1::uuid AND state = 'acknowledged')
  AND NOT EXISTS (SELECT 1 FROM alert WHERE outbox_id = outbox.id AND state = 'queued')`;
const ACKNOWLEDGED = `
INSERT INTO acknowledgement (id, alert_id, officer_id, at, promised_on, command_id)
VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::date, $6)`;

/** An officer has seen a deadline, and may promise a day. */
export async function acknowledge(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  command: Acknowledge,
  now: number,
): Promise<Outcome> {
  const deadline = matter.deadlines.find(one => one.key === command.deadlineKey);
  if (deadline === undefined) {
    return refuse(
      'unknown_deadline',
      `Việc này không có thời hạn ${command.deadlineKey}.`,
      `This matter has no deadline ${command.deadlineKey}.`,
    );
  }
  const rules = await desk.rules(now, matter);
  const promisedOn = command.promisedOn === undefined ? null : promisedDay(command.promisedOn, rules, now);
  const { rows } = UUID.test(command.by)
    ? await client.query<{ id: string; due_at: Date }>(ACKNOWLEDGE, [deadline.id, command.by])
    : { rows: [] };
  const latest = rows.sort((a, b) => b.due_at.getTime() - a.due_at.getTime() || (a.id < b.id ? -1 : 1))[0];
  if (latest === undefined) {
    return refuse(
      'nothing_to_acknowledge',
      'Không có nhắc hạn nào của thời hạn này gửi cho người xác nhận mà chưa được xác nhận.',
      'No reminder of this deadline to this person waits for an acknowledgement.',
    );
  }
  await client.query(UNSENT_AND_SEEN, [deadline.id]);
  const id = derivedId('acknowledgement', matter.id, command.commandId);
  const key = `${matter.id}:${command.commandId}`;
  await client.query(ACKNOWLEDGED, [id, latest.id, command.by, instant(now), promisedOn, key]);
  const detail = { deadlineKey: deadline.key, deadlineId: deadline.id, promisedOn };
  const after = await loadMatter(client, matter.id);
  const projection = project(after, rules, now);
  await writeMatterRow(client, after, projection);
  return { matter: after, projection, changes: null, eventId: null, effects: [], urgent: false, detail };
}

/** The promised day as it is kept, ISO. It lies between today and as many working days ahead as the policy in force allows. */
function promisedDay(given: string, { law, policies }: Rules, now: number): string {
  const day = dayOf(given);
  const today = vietnamDay(now);
  const { longestPromiseDays } = policyAt(policies, now).settings;
  const last = law.calendar.addWorking(today, longestPromiseDays);
  if (day >= today && day <= last) return toIso(day);
  return refuse(
    'promise_out_of_range',
    `Ngày hứa ${toIso(day)} phải từ hôm nay đến chậm nhất ${toIso(last)} (${longestPromiseDays} ngày làm việc). Hãy chọn ngày khác.`,
    `The promised day ${toIso(day)} must lie between today and ${toIso(last)} (${longestPromiseDays} working days ahead). Choose another.`,
  );
}
