import type { Pool, PoolClient } from 'pg';
import type { DigestTotals } from '../../alerts';
import type { MatterKind } from '../../law/model';
import { HEADED, WITH_SETTLED } from './told';

/** An alert with what a mail says of it. Days are ISO dates. */
export interface WaitingAlert {
  readonly alertId: string;
  readonly deadlineId: string;
  readonly matterId: string;
  /** Identity of the limit within the matter, whatever its version. */
  readonly key: string;
  readonly matterKind: MatterKind;
  readonly matterNumber: string;
  readonly dutyId: string;
  readonly law: '2025' | '2008';
  readonly due: string;
  readonly dueLatest: string;
  readonly dueMinute: number | null;
  readonly window: boolean;
  readonly provisional: boolean;
  readonly officerId: string | null;
  readonly officerCode: string | null;
  /** Code of the officer it was meant for, when the level above is told instead. */
  readonly insteadOf: string | null;
  /** Epoch ms from which it could be told: the threshold had fallen, and the limit was known. */
  readonly since: number;
  /** False when the deadline was done, replaced or voided since. */
  readonly stands: boolean;
}

const TO_SERVE = `
SELECT recipient_id AS id FROM alert WHERE state = 'waiting' AND channel = 'digest'
UNION (${WITH_SETTLED})
ORDER BY 1`;

/** Officers for whom alerts wait, or who were told of something that is settled since. */
export async function officersToServe(pool: Pool): Promise<string[]> {
  return (await pool.query<{ id: string }>(TO_SERVE)).rows.map(row => row.id);
}

const ALERTS = `
SELECT a.id AS "alertId", a.deadline_id AS "deadlineId", m.id AS "matterId", d.key, m.kind::text AS "matterKind",
  m.number AS "matterNumber", d.duty_id AS "dutyId", d.law, to_char(d.due, 'YYYY-MM-DD') AS due,
  to_char(d.due_latest, 'YYYY-MM-DD') AS "dueLatest",
  (extract(epoch FROM d.due_at AT TIME ZONE INTERVAL '+07:00' - d.due) / 60)::int AS "dueMinute",
  (d.lapse OR d.role = 'external') AS window, d.provisional, o.id AS "officerId", o.code AS "officerCode", meant.code AS "insteadOf",
  (extract(epoch FROM greatest(d.created_at, least(a.due_at, (SELECT min(s.due_at) FROM alert s
    WHERE s.deadline_id = a.deadline_id AND s.recipient_id = a.recipient_id AND s.state = 'silent' AND s.outbox_id IS NULL))))
    * 1000)::float8 AS since,
  d.current AND d.status IN ('open', 'overdue') AS stands
FROM alert a
JOIN deadline d ON d.id = a.deadline_id
JOIN matter m ON m.id = a.matter_id
LEFT JOIN officer o ON o.id = m.officer_id
LEFT JOIN officer meant ON meant.id = a.instead_of`;

const WAITING = `${ALERTS}
WHERE a.recipient_id = $1::uuid AND a.state = 'waiting' AND a.channel = 'digest'
ORDER BY a.due_at, a.id
FOR UPDATE OF a`;
const CARRIED = `${ALERTS}
WHERE a.outbox_id = ANY($1::uuid[])
ORDER BY a.due_at, a.id`;

/** The alerts that wait for an officer, locked until the transaction ends. */
export async function lockWaiting(client: PoolClient, officerId: string): Promise<WaitingAlert[]> {
  return (await client.query<WaitingAlert>(WAITING, [officerId])).rows;
}

/** The alerts that mails carry. */
export async function alertsOf(client: PoolClient, mailIds: readonly string[]): Promise<WaitingAlert[]> {
  return (await client.query<WaitingAlert>(CARRIED, [mailIds])).rows;
}

const TOTALS = `
WITH RECURSIVE ${HEADED}
SELECT count(*) FILTER (WHERE d.status = 'overdue')::int AS overdue,
  count(*) FILTER (WHERE d.status = 'open' AND d.due BETWEEN $2::date AND $3::date)::int AS soon
FROM deadline d JOIN matter m ON m.id = d.matter_id
WHERE d.current AND d.status IN ('open', 'overdue') AND NOT d.lapse AND d.role <> 'external' AND m.kind <> 'plan'
  AND (m.officer_id = $1::uuid OR m.unit_id IN (SELECT id FROM headed))`;

/** What the law asks of the officer on `day`, in his own matters and in the units he heads; `soon` up to and with `soonUntil`. */
export async function totalsOf(
  client: PoolClient,
  officerId: string,
  day: string,
  soonUntil: string,
): Promise<DigestTotals> {
  return (await client.query<DigestTotals>(TOTALS, [officerId, day, soonUntil])).rows[0]!;
}

// In order: the officer if at work; the nearest of those who stand in, one for the other, who is; the head of the unit when the
// officer has left; else the officer all the same, because a mail that waits in a mailbox is better than none. Each person is asked
// once, so that delegations that go in a circle end there (and are a task, see `standing-tasks.ts`).
const READER = `
WITH RECURSIVE chain AS (
  SELECT $1::uuid AS id, 0 AS depth, ARRAY[$1::uuid] AS path
  UNION ALL
  SELECT d.delegate_id, depth + 1, path || d.delegate_id
  FROM chain JOIN delegation d ON d.delegator_id = chain.id AND $2::date BETWEEN d.from_day AND d.to_day
  WHERE d.delegate_id <> ALL(path)
), people AS (
  SELECT chain.depth, o.*, o.active AND NOT EXISTS (
    SELECT 1 FROM absence x WHERE x.officer_id = o.id AND $2::date BETWEEN x.from_day AND x.to_day) AS "atWork"
  FROM chain JOIN officer o ON o.id = chain.id
), me AS (SELECT * FROM people WHERE depth = 0)
SELECT id, unit_id AS "unitId", email, code, "onBehalfOf" FROM (
  SELECT depth AS rank, p.id, p.unit_id, p.email, p.code, CASE WHEN depth > 0 THEN (SELECT code FROM me) END AS "onBehalfOf"
  FROM people p WHERE "atWork"
  UNION ALL
  SELECT 1000, o.id, o.unit_id, o.email, o.code, me.code FROM me
  JOIN officer_role r ON r.unit_id = me.unit_id AND r.role IN ('branch_head', 'department_head', 'province_head')
    AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
  JOIN officer o ON o.id = r.officer_id AND o.active AND o.id <> me.id
  WHERE NOT me.active
  UNION ALL
  SELECT 1001, id, unit_id, email, code, NULL FROM me
) choice ORDER BY rank, id LIMIT 1`;

export interface Reader {
  readonly id: string;
  readonly unitId: string;
  readonly email: string;
  readonly code: string;
  /** Code of the officer for whom the reader stands in; null when it is the reader's own mail. */
  readonly onBehalfOf: string | null;
}

/** Who reads an officer's digest on `day`. */
export async function readerFor(client: PoolClient, officerId: string, day: string): Promise<Reader> {
  return (await client.query<Reader>(READER, [officerId, day])).rows[0]!;
}

const AT_WORK = `
SELECT unit_id AS "unitId", EXISTS (
  SELECT 1 FROM absence x WHERE x.officer_id = o.id AND $2::date BETWEEN x.from_day AND x.to_day) AS away
FROM officer o WHERE id = $1::uuid`;

/** The unit of who reads, and whether that person is away on `day`, so that nobody reads at all. */
export async function readerOn(
  client: PoolClient,
  readerId: string,
  day: string,
): Promise<{ unitId: string; away: boolean }> {
  return (await client.query<{ unitId: string; away: boolean }>(AT_WORK, [readerId, day])).rows[0]!;
}

/** A digest about to be written, and what it carries. */
export interface NewDigest {
  readonly id: string;
  readonly messageId: string;
  readonly recipientId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly day: string;
  readonly now: number;
  /** Epoch ms before which it is not handed over. */
  readonly sendAt: number;
  /** The officer whose digest it is, with the alerts it tells of and their deadlines. */
  readonly officerId: string;
  readonly alertIds: readonly string[];
  readonly deadlineIds: readonly string[];
}

// Thresholds that had passed before the one that is told are told by the same mail; they stay silent.
const QUEUE = `
WITH mail AS (
  INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, html, for_day, state, next_try_at, created_at)
  VALUES ($1::uuid, $2, 'digest', $3::uuid, $4, $5, $6, $7, $8::date, 'pending', $9, $10)
)
UPDATE alert SET state = CASE state WHEN 'waiting' THEN 'queued' ELSE state END, outbox_id = $1::uuid
WHERE id = ANY($11::uuid[])
  OR (recipient_id = $12::uuid AND deadline_id = ANY($13::uuid[]) AND state = 'silent' AND outbox_id IS NULL)`;

/** Write the mail and note on its alerts that it carries them; the caller has seen that the mail is not there yet. */
export async function queueDigest(client: PoolClient, mail: NewDigest): Promise<void> {
  await client.query(QUEUE, [
    mail.id,
    mail.messageId,
    mail.recipientId,
    mail.to,
    mail.subject,
    mail.text,
    mail.html,
    mail.day,
    new Date(mail.sendAt),
    new Date(mail.now),
    mail.alertIds,
    mail.officerId,
    mail.deadlineIds,
  ]);
}
