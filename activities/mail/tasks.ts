/** What keeps mails from arriving, as tasks for the administrator of the officer's unit; and what ends such a task. */

import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import { OfficeRefused } from '../organisation/refused';
import { type AddressFault, addressFault } from './address';
import type { BounceFault } from './status-codes';

export type TaskReason = BounceFault | 'given_up' | 'unknown_fate' | 'circular_delegation';

/** Reasons that lie in the address: nothing more is sent there until it is put right. */
const HOLDS: readonly TaskReason[] = ['bad_address', 'address_refused'];

const OPEN = `
INSERT INTO delivery_task (id, reason, officer_id, unit_id, address, holds, status, opened_at)
SELECT $2::uuid, $3, officer.id, officer.unit_id, o.to_address, $4, $5, $6
FROM outbox o LEFT JOIN officer ON officer.id = o.recipient_id WHERE o.id = $1::uuid
ON CONFLICT (lower(address)) WHERE holds AND closed_at IS NULL DO UPDATE SET status = coalesce(EXCLUDED.status, delivery_task.status)
RETURNING id`;
const ATTACH = `UPDATE outbox SET task_id = $2::uuid WHERE id = $1::uuid`;

/**
 * Open the task of a mail that did not arrive, or join it to the open one of the same address. Returns the task's id.
 * @param status reply code or status code, no text
 * @param now epoch ms
 */
export async function openTask(
  client: ClientBase,
  { outboxId, reason, status }: { outboxId: string; reason: TaskReason; status: string | null },
  now: number,
): Promise<string> {
  const values = [outboxId, randomUUID(), reason, HOLDS.includes(reason), status, new Date(now)];
  const { rows } = await client.query<{ id: string }>(OPEN, values);
  const { id } = rows[0]!;
  await client.query(ATTACH, [outboxId, id]);
  return id;
}

// Bounced, held or in doubt: never one that a relay has taken.
const AGAIN = `
UPDATE outbox SET state = 'pending', next_try_at = $2, requeued_at = $2
WHERE task_id = ANY($1::uuid[]) AND state IN ('bounced', 'suppressed', 'unknown')`;
const CLOSE = `
UPDATE delivery_task SET closed_at = $2, closed_by = $3, resolution = $4
WHERE id = ANY($1::uuid[]) AND closed_at IS NULL`;
const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)`;

/**
 * End a task: send its mails once more (with the Message-ID they had), or leave them unsent for good.
 * @param by officer id or `system`
 * @returns how many mails go out again
 * @throws OfficeRefused when there is no such open task
 */
export function resolveTask(
  pool: Pool,
  { taskId, action, by }: { taskId: string; action: 'again' | 'drop'; by: string },
  now: number,
): Promise<number> {
  return inTransaction(pool, async client => {
    const { rows } = await client.query<{ closed: boolean; reason: TaskReason }>(
      'SELECT closed_at IS NOT NULL AS closed, reason FROM delivery_task WHERE id = $1::uuid FOR UPDATE',
      [taskId],
    );
    if (rows[0] === undefined) throw refused('unknown_task', 'id', 'Không có việc này.', 'There is no such task.');
    if (rows[0].closed) throw refused('task_closed', 'id', 'Việc này đã xong.', 'This task is closed already.');
    const mails = action === 'again' ? ((await client.query(AGAIN, [[taskId], new Date(now)])).rowCount ?? 0) : 0;
    await client.query(CLOSE, [[taskId], new Date(now), by, action === 'again' ? 'sent_again' : 'dropped']);
    await client.query(AUDIT, [new Date(now), by, 'resolveDeliveryTask', `delivery-task:${taskId}`, { action, mails }]);
    return mails;
  });
}

const CORRECT = `UPDATE officer SET email = $2 WHERE id = $1::uuid`;
const TAKEN = `SELECT code FROM officer WHERE lower(email) = lower($2) AND id <> $1::uuid`;
const TASKS = `
SELECT id FROM delivery_task WHERE officer_id = $1::uuid AND closed_at IS NULL AND address IS NOT NULL AND lower(address) <> lower($2)
FOR UPDATE`;
const READDRESS = `
UPDATE outbox SET to_address = $2
WHERE recipient_id = $1::uuid AND state IN ('pending', 'deferred', 'suppressed', 'bounced', 'unknown')
  AND (state IN ('pending', 'deferred') OR task_id = ANY($3::uuid[]))`;

/**
 * Give an officer another address: mails that wait go there, the tasks of the old address are closed, and what they kept from arriving
 * is sent again with the Message-ID it had.
 * @throws OfficeRefused when the address is none, or another officer's
 */
export async function correctAddress(
  pool: Pool,
  { officerId, email, by }: { officerId: string; email: string; by: string },
  now: number,
): Promise<{ tasks: number; mails: number }> {
  const fault = addressFault(email);
  if (fault !== null) throw wrongAddress(fault);
  return inTransaction(pool, async client => {
    const { rows: others } = await client.query<{ code: string }>(TAKEN, [officerId, email]);
    if (others[0] !== undefined) throw addressTaken(others[0].code);
    const tasks = (await client.query<{ id: string }>(TASKS, [officerId, email])).rows.map(row => row.id);
    const { rowCount } = await client.query(CORRECT, [officerId, email]);
    if (rowCount === 0)
      throw refused('unknown_officer', 'officer', 'Không có cán bộ này.', 'There is no such officer.');
    return releaseMails(client, { officerId, email, tasks, by, resolution: 'address_corrected' }, now);
  });
}

/** Close tasks of an officer's old address, and send on to the new one what waits for it and what they kept from arriving. */
export async function releaseMails(
  client: ClientBase,
  release: {
    readonly officerId: string;
    readonly email: string;
    readonly tasks: readonly string[];
    readonly by: string;
    readonly resolution: 'address_corrected' | 'cured';
  },
  now: number,
): Promise<{ tasks: number; mails: number }> {
  const { officerId, email, tasks, by, resolution } = release;
  await client.query(READDRESS, [officerId, email, tasks]);
  const mails = (await client.query(AGAIN, [tasks, new Date(now)])).rowCount ?? 0;
  await client.query(CLOSE, [tasks, new Date(now), by, resolution]);
  const detail = { tasks: tasks.length, mails };
  await client.query(AUDIT, [new Date(now), by, 'correctAddress', `officer:${officerId}`, detail]);
  return detail;
}

const refused = (code: OfficeRefused['code'], field: string, vi: string, en: string) =>
  new OfficeRefused(code, field, vi, en);

export const wrongAddress = ({ vi, en }: AddressFault): OfficeRefused =>
  refused('wrong_address', 'email', `email: ${vi}`, `email: ${en}`);

/** Two officers cannot share an address: an acknowledgement must come from one person. */
export const addressTaken = (code: string): OfficeRefused =>
  refused(
    'address_taken',
    'email',
    `Địa chỉ này đang là của cán bộ ${code}; mỗi cán bộ cần một địa chỉ riêng.`,
    `This address belongs to officer ${code}; each officer needs one of their own.`,
  );
