/** Links that were opened and refused: counted by day, nothing else is kept of who tried. */

import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type LinkProblem, officerNamed } from './links';

const COUNT = `
INSERT INTO link_refusal AS r (id, day, reason, officer_id, count) VALUES ($1::uuid, $2::date, $3, $4::uuid, 1)
ON CONFLICT (day, reason, officer_id) DO UPDATE SET count = r.count + 1`;

/**
 * Count a link that was refused. One that is only cut short tells nothing and is not counted; whom a link without a valid signature names is
 * not believed.
 * @param day ISO date
 */
export async function countRefusedLink(pool: Pool, token: string, problem: LinkProblem, day: string): Promise<void> {
  if (problem === 'malformed') return;
  await pool.query(COUNT, [randomUUID(), day, problem, problem === 'expired' ? officerNamed(token) : null]);
}
