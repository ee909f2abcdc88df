import type { Pool } from 'pg';
import { derivedId } from '../mail/ids';
import { inTransaction } from '../matters/transaction';

export const HAPPENINGS = ['alert.created', 'deadline.overdue', 'deadline.done', 'matter.ended'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

const PAGE = 500;

// A happening and one subscription that wants it: of its unit or of one above.
const WANTED = `
WITH RECURSIVE taken AS (
  SELECT h.*, m.unit_id FROM webhook_happening h JOIN matter m ON m.id = h.matter_id
  WHERE h.id = ANY($1::uuid[])
), chain AS (
  SELECT unit_id, unit_id AS at_id FROM taken
  UNION
  SELECT chain.unit_id, unit.parent_id FROM chain JOIN unit ON unit.id = chain.at_id WHERE unit.parent_id IS NOT NULL
)
SELECT s.id AS "subscriptionId", t.id AS "happeningId", t.kind, t.at, m.id AS "matterId", m.kind::text AS "matterKind", m.number,
  u.code AS unit, m.stage, to_char(m.closed_on, 'YYYY-MM-DD') AS "endedOn",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('key', d.key, 'version', d.version, 'dutyId', d.duty_id, 'law', d.law,
    'status', d.status, 'due', to_char(d.due, 'YYYY-MM-DD'), 'dueLatest', to_char(d.due_latest, 'YYYY-MM-DD'),
    'dueAt', d.due_at, 'provisional', d.provisional, 'doneOn', to_char(d.closed_on, 'YYYY-MM-DD')) END AS deadline,
  CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'threshold', a.threshold, 'urgency', a.urgency,
    'channel', a.channel, 'officer', o.code) END AS alert
FROM taken t
JOIN webhook_subscription s ON s.ended_at IS NULL AND t.kind = ANY(s.kinds)
  AND s.unit_id IN (SELECT at_id FROM chain WHERE chain.unit_id = t.unit_id)
JOIN matter m ON m.id = t.matter_id JOIN unit u ON u.id = m.unit_id
LEFT JOIN deadline d ON d.id = t.deadline_id
LEFT JOIN alert a ON a.id = t.alert_id LEFT JOIN officer o ON o.id = a.recipient_id
ORDER BY t.at, t.id`;

interface Wanted {
  readonly subscriptionId: string;
  readonly happeningId: string;
  readonly kind: HappeningKind;
  readonly at: Date;
  readonly matterId: string;
  readonly matterKind: string;
  readonly number: string;
  readonly unit: string;
  readonly stage: string;
  readonly endedOn: string | null;
  readonly deadline: object | null;
  readonly alert: object | null;
}

const TAKE = `SELECT id FROM webhook_happening ORDER BY at, id LIMIT $1 FOR UPDATE SKIP LOCKED`;
const WRITE = `
INSERT INTO webhook_message (id, subscription_id, kind, body, next_try_at, created_at)
SELECT id, subscription_id, kind, body, $2, $2
FROM json_to_recordset($1::json) AS r (id uuid, subscription_id uuid, kind text, body text)
ON CONFLICT (id) DO NOTHING`;
const FORGET = `DELETE FROM webhook_happening WHERE id = ANY($1::uuid[])`;

/**
 * Turn what happened into messages, one for each subscription that wants it. Ids, codes and dates only. Safe to repeat and to run
 * twice at once. Returns how many messages were written.
 * @param now epoch ms
 */
export async function fanOut(pool: Pool, now: number): Promise<number> {
  let written = 0;
  for (;;) {
    const taken = await inTransaction(pool, async client => {
      const ids = (await client.query<{ id: string }>(TAKE, [PAGE])).rows.map(row => row.id);
      if (ids.length === 0) return 0;
      const messages = (await client.query<Wanted>(WANTED, [ids])).rows.map(one => ({
        id: derivedId('webhook', one.subscriptionId, one.happeningId),
        subscription_id: one.subscriptionId,
        kind: one.kind,
        body: bodyOf(one),
      }));
      written += (await client.query(WRITE, [JSON.stringify(messages), new Date(now)])).rowCount ?? 0;
      await client.query(FORGET, [ids]);
      return ids.length;
    });
    if (taken < PAGE) return written;
  }
}

function bodyOf({ kind, at, matterId, matterKind, number, unit, stage, endedOn, deadline, alert }: Wanted): string {
  const matter = { id: matterId, kind: matterKind, number, unit, stage, endedOn };
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { matter, deadline, alert } });
}
