import type { Pool } from 'pg';

// Made anew as far as the next digest is concerned; what the officer before had been told stays as it is. An alert made after the statement is
// none of its gaps, so a repeat changes nothing.
const AGAIN = `
UPDATE alert AS a SET state = 'waiting', channel = 'digest', outbox_id = NULL, read_at = NULL, created_at = $2
FROM alert_statement_gap AS g JOIN alert_statement AS s ON s.n = g.statement JOIN matter AS m ON m.id = g.matter_id
WHERE s.n = $1::int AND g.kind = 'unaccounted' AND g.why IN ('left_waiting', 'mail_lost', 'wrongly_cancelled')
  AND a.deadline_id = g.deadline_id AND a.threshold = g.threshold AND a.state IN ('waiting', 'queued', 'cancelled') AND a.created_at < s.at
  AND (a.level <> 'officer' OR a.instead_of IS NOT NULL OR a.recipient_id = m.officer_id)`;

/**
 * What was left out of a digest, lost with its mail or cancelled though its limit runs waits for the next digest. Safe to repeat.
 * @param now epoch ms
 * @returns how many alerts
 */
export async function tellAgain(
  pool: Pool,
  { statement, now }: { statement: number; now: number },
): Promise<{ alerts: number }> {
  const { rowCount } = await pool.query(AGAIN, [statement, new Date(now)]);
  return { alerts: rowCount ?? 0 };
}
