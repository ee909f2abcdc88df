import type { Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import type { Attempt, ClaimedMail } from './relay';
import { codesOf } from './status-codes';
import { openTask, type TaskReason } from './tasks';

const MINUTE = 60_000;
/** How long one worker owns a mail; longer than any mail takes (see `relay.ts`), with the wait for a free connection. */
export const CLAIM_MS = 10 * MINUTE;
/** How long a mail of unknown fate rests before it is handed over once more. */
export const UNKNOWN_REST_MS = 15 * MINUTE;
/** Mails of unknown fate are handed over at most so often in all; then a person looks. */
export const UNKNOWN_ATTEMPTS = 2;
/** Waits after a 4xx or an unreachable relay, by attempt; the last one repeats. */
const BACKOFF_MS = [1, 2, 5, 15, 30, 60].map(minutes => minutes * MINUTE);
/** After five days of deferrals a mail is given up, as mail servers do. */
const GIVE_UP_MS = 5 * 24 * 60 * MINUTE;

export const backoff = (attempt: number): number => BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length) - 1] ?? MINUTE;

// Nothing goes to an address at fault while its task is open.
const HOLD = `
UPDATE outbox o SET state = 'suppressed', task_id = t.id
FROM delivery_task t
WHERE t.holds AND t.closed_at IS NULL AND lower(o.to_address) = lower(t.address) AND o.state IN ('pending', 'deferred')`;

/** Set aside what waits for addresses at fault. Returns how many mails. */
export async function holdBack(pool: Pool): Promise<number> {
  return (await pool.query(HOLD)).rowCount ?? 0;
}

/** Attempts of unknown fate of a mail `o`, since a person last had it sent again. */
const DOUBTS = `SELECT count(*) FROM delivery d
  WHERE d.outbox_id = o.id AND d.state = 'unknown' AND d.at >= coalesce(o.requeued_at, '-infinity')`;

// What an officer must know at once goes before what goes to everybody in the morning.
const CLAIM = `
WITH ready AS (
  SELECT id FROM outbox o
  WHERE next_try_at <= $1 AND state IN ('pending', 'deferred', 'unknown') AND (state <> 'unknown' OR $4 > (${DOUBTS}))
    AND NOT EXISTS (SELECT 1 FROM delivery_task t
      WHERE t.holds AND t.closed_at IS NULL AND lower(t.address) = lower(o.to_address))
  ORDER BY kind IN ('digest', 'weekly'), next_try_at, id
  LIMIT $3
  FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE outbox o SET state = 'sending', attempts = attempts + 1, claimed_until = $2
  FROM ready WHERE o.id = ready.id
  RETURNING o.*
), begun AS (
  INSERT INTO delivery (id, outbox_id, attempt, at, state)
  SELECT gen_random_uuid(), id, attempts, $1, 'sending' FROM claimed
)
SELECT id, message_id AS "messageId", kind, to_address AS "to", recipient_id AS "recipientId", subject, text, html,
  attempts AS attempt,
  (SELECT min(a.matter_id::text) FROM alert a WHERE a.outbox_id = claimed.id AND claimed.kind = 'urgent') AS "matterId"
FROM claimed ORDER BY kind IN ('digest', 'weekly'), next_try_at, id`;

const RATE_LOCK = `SELECT pg_advisory_xact_lock(hashtext('mails per minute'))`;
const THIS_MINUTE = `SELECT count(*)::int AS n FROM delivery WHERE at >= $1 AND at < $2`;

/**
 * Take up to `limit` mails that are ready at `now`; nobody else gets them while the claim lasts. With `perMinute`, all workers
 * together take no more than that in one minute of the clock; what is left waits for the next.
 */
export async function claimMails(pool: Pool, now: number, limit: number, perMinute?: number): Promise<ClaimedMail[]> {
  const values = (n: number) => [new Date(now), new Date(now + CLAIM_MS), n, UNKNOWN_ATTEMPTS];
  if (perMinute === undefined) return (await pool.query<ClaimedMail>(CLAIM, values(limit))).rows;
  return inTransaction(pool, async client => {
    // One at a time: what another worker is about to take counts as well.
    await client.query(RATE_LOCK);
    const minute = Math.floor(now / MINUTE) * MINUTE;
    const { rows } = await client.query<{ n: number }>(THIS_MINUTE, [new Date(minute), new Date(minute + MINUTE)]);
    const left = Math.min(limit, perMinute - rows[0]!.n);
    return left <= 0 ? [] : (await client.query<ClaimedMail>(CLAIM, values(left))).rows;
  });
}

const ABANDONED = `
WITH lost AS (
  UPDATE outbox SET state = 'unknown', next_try_at = $2, claimed_until = NULL
  WHERE state = 'sending' AND claimed_until < $1
  RETURNING id, attempts
)
UPDATE delivery d SET state = 'unknown', response = 'the sender stopped before it could note the answer'
FROM lost WHERE d.outbox_id = lost.id AND d.attempt = lost.attempts`;

/** Mails whose sender died between claim and note: accepted or not, nobody knows. Returns how many. */
export async function markAbandoned(pool: Pool, now: number): Promise<number> {
  const { rowCount } = await pool.query(ABANDONED, [new Date(now), new Date(now + UNKNOWN_REST_MS)]);
  return rowCount ?? 0;
}

const IN_DOUBT = `
SELECT id FROM outbox o
WHERE state = 'unknown' AND $1 <= (${DOUBTS})
  AND NOT EXISTS (SELECT 1 FROM delivery_task t WHERE t.id = o.task_id AND (t.closed_at IS NULL OR t.resolution = 'dropped'))`;

/** Mails of unknown fate that are not tried again become tasks: somebody asks the reader. Returns how many. */
export async function askAboutDoubts(pool: Pool, now: number): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(IN_DOUBT, [UNKNOWN_ATTEMPTS]);
  for (const { id } of rows) {
    await inTransaction(pool, client => openTask(client, { outboxId: id, reason: 'unknown_fate', status: null }, now));
  }
  return rows.length;
}

const SETTLE = `
WITH settled AS (
  UPDATE outbox SET state = $3::"OutboxState", next_try_at = $4, claimed_until = NULL
  WHERE id = $1::uuid AND state = 'sending' AND attempts = $2
  RETURNING id
)
UPDATE delivery d SET state = $3::"OutboxState", response = $5
FROM settled WHERE d.outbox_id = settled.id AND d.attempt = $2`;

const TOO_OLD = `SELECT coalesce(requeued_at, created_at) < $2 AS old FROM outbox WHERE id = $1::uuid`;

/**
 * Note how an attempt ended, unless the claim was lost meanwhile; a mail that bounced opens a task with it. Returns the state that
 * was noted.
 */
export async function settle(pool: Pool, mail: ClaimedMail, attempt: Attempt, now: number): Promise<Attempt['state']> {
  const wait = attempt.state === 'unknown' ? UNKNOWN_REST_MS : attempt.state === 'deferred' ? backoff(mail.attempt) : 0;
  const old =
    attempt.state === 'deferred' &&
    (await pool.query<{ old: boolean }>(TOO_OLD, [mail.id, new Date(now - GIVE_UP_MS)])).rows[0]?.old === true;
  const state = old ? 'bounced' : attempt.state;
  const response = old ? `given up after five days: ${attempt.response}` : attempt.response;
  const values = [mail.id, mail.attempt, state, new Date(now + wait), response];
  if (state !== 'bounced') {
    await pool.query(SETTLE, values);
    return state;
  }
  const reason: TaskReason = old ? 'given_up' : (attempt.fault ?? 'mail_refused');
  await inTransaction(pool, async client => {
    const { rowCount } = await client.query(SETTLE, values);
    if (rowCount === 1) await openTask(client, { outboxId: mail.id, reason, status: codesOf(attempt.response) }, now);
  });
  return state;
}
