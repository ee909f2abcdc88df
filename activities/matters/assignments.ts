import type { PoolClient } from 'pg';
import { toIso } from '../../law';
import type { Acknowledge, Reassign } from '../contract';
import { derivedId } from '../mail/ids';
import type { MatterDesk } from './desk';
import { type KeptMatter, loadMatter } from './load';
import type { Outcome } from './outcome';
import { project } from './project';
import { refuse } from './refusal';
import { instant } from './rows';
import { dayOf } from './when';

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
  }
  const after = await loadMatter(client, matter.id);
  const projection = project(after, await desk.rules(now, after), now);
  const detail = {
    fromOfficer: matter.officerId,
    toOfficer: after.officerId,
    fromUnit: matter.unitId,
    toUnit: after.unitId,
  };
  return { matter: after, projection, changes: null, eventId: null, effects: [], detail };
}

async function exists(client: PoolClient, text: string, id: string): Promise<boolean> {
  return UUID.test(id) && (await client.query(text, [id])).rowCount === 1;
}

// Alerts sent to this person; for the officer of the matter also those sent to whoever had it before; for who read the mail (as
// delegate of an absent officer, as head for one who has left) those it carried.
const ACKNOWLEDGE = `
UPDATE alert SET state = 'acknowledged'
WHERE deadline_id = $1::uuid AND state IN ('waiting', 'queued', 'silent')
  AND (recipient_id = $2::uuid
    OR EXISTS (SELECT 1 FROM matter WHERE id = alert.matter_id AND officer_id = $2::uuid)
    OR EXISTS (SELECT 1 FROM outbox WHERE id = alert.outbox_id AND recipient_id = $2::uuid))
RETURNING id, due_at`;
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
  const promisedOn = command.promisedOn === undefined ? null : toIso(dayOf(command.promisedOn));
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
  const id = derivedId('acknowledgement', matter.id, command.commandId);
  const key = `${matter.id}:${command.commandId}`;
  await client.query(ACKNOWLEDGED, [id, latest.id, command.by, instant(now), promisedOn, key]);
  const detail = { deadlineKey: deadline.key, deadlineId: deadline.id, promisedOn };
  const projection = project(matter, await desk.rules(now, matter), now);
  return { matter, projection, changes: null, eventId: null, effects: [], detail };
}
