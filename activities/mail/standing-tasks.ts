import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import { circlesOn } from '../organisation/delegations';
import { addressFault } from './address';
import { releaseMails } from './tasks';

const OFFICERS = `SELECT id, unit_id AS "unitId", email FROM officer WHERE active ORDER BY id`;
const OPEN = `
INSERT INTO delivery_task (id, reason, officer_id, unit_id, address, holds, opened_at)
VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $5::text IS NOT NULL, $6)
ON CONFLICT DO NOTHING`;
const MOVED = `
SELECT o.id, o.email, array_agg(t.id) AS tasks
FROM delivery_task t JOIN officer o ON o.id = t.officer_id
WHERE t.closed_at IS NULL AND lower(t.address) <> lower(o.email)
GROUP BY o.id`;
const BROKEN = `
UPDATE delivery_task SET closed_at = $2, closed_by = 'system', resolution = 'cured'
WHERE reason = 'circular_delegation' AND closed_at IS NULL AND officer_id <> ALL($1::uuid[])`;

interface Moved {
  readonly id: string;
  readonly email: string;
  readonly tasks: string[];
}

/**
 * Look over what stands before any mail is written: addresses that are none and delegations in a circle become tasks, and tasks whose
 * cause is gone (an address changed by other hands, a circle broken) are closed, with what they held sent on. Safe to repeat.
 * @param day ISO date for which delegations are looked at
 * @param now epoch ms
 */
export async function reviewStandingTasks(pool: Pool, day: string, now: number): Promise<void> {
  for (const { id, email, tasks } of (await pool.query<Moved>(MOVED)).rows) {
    if (addressFault(email) !== null) continue;
    await inTransaction(pool, client =>
      releaseMails(client, { officerId: id, email, tasks, by: 'system', resolution: 'cured' }, now),
    );
  }
  const officers = (await pool.query<{ id: string; unitId: string; email: string }>(OFFICERS)).rows;
  for (const { id, unitId, email } of officers.filter(officer => addressFault(officer.email) !== null)) {
    await pool.query(OPEN, [randomUUID(), 'bad_address', id, unitId, email, new Date(now)]);
  }
  const circles = await circlesOn(pool, day);
  const unitOf = new Map(officers.map(officer => [officer.id, officer.unitId]));
  for (const [first] of circles) {
    const unit = unitOf.get(first.id) ?? null;
    await pool.query(OPEN, [randomUUID(), 'circular_delegation', first.id, unit, null, new Date(now)]);
  }
  await pool.query(BROKEN, [circles.map(([first]) => first.id), new Date(now)]);
}
