import type { Pool } from 'pg';
import type { Attempt, ClaimedMail } from './relay';

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

const CLAIM = `
WITH ready AS (
  SELECT id FROM outbox o
  WHERE next_try_at <= $1
    AND (state IN ('pending', 'deferred')
      OR state = 'unknown' AND $4 > (SELECT count(*) FROM delivery d WHERE d.outbox_id = o.id AND d.state = 'unknown'))
  ORDER BY next_try_at, id
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
SELECT id, message_id AS "messageId", kind, to_address AS "to", subject, text, html, attempts AS attempt,
  (SELECT min(a.matter_id::text) FROM alert a WHERE a.outbox_id = claimed.id AND claimed.kind <> 'digest') AS "matterId"
FROM claimed ORDER BY next_try_at, id`;

/** Take up to `limit` mails that are ready at `now`; nobody else gets them while the claim lasts. */
export async function claimMails(pool: Pool, now: number, limit: number): Promise<ClaimedMail[]> {
  const { rows } = await pool.query<ClaimedMail>(CLAIM, [
    new Date(now),
    new Date(now + CLAIM_MS),
    limit,
    UNKNOWN_ATTEMPTS,
  ]);
  return rows;
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

const SETTLE = `
WITH settled AS (
  UPDATE outbox SET state = $3::"OutboxState", next_try_at = $4, claimed_until = NULL
  WHERE id = $1::uuid AND state = 'sending' AND attempts = $2
  RETURNING id
)
UPDATE delivery d SET state = $3::"OutboxState", response = $5
FROM settled WHERE d.outbox_id = settled.id AND d.attempt = $2`;

const TOO_OLD = `SELECT created_at < $2 AS old FROM outbox WHERE id = $1::uuid`;

/** Note how an attempt ended, unless the claim was lost meanwhile. Returns the state that was noted. */
export async function settle(pool: Pool, mail: ClaimedMail, attempt: Attempt, now: number): Promise<Attempt['state']> {
  const wait = attempt.state === 'unknown' ? UNKNOWN_REST_MS : attempt.state === 'deferred' ? backoff(mail.attempt) : 0;
  const old =
    attempt.state === 'deferred' &&
    (await pool.query<{ old: boolean }>(TOO_OLD, [mail.id, new Date(now - GIVE_UP_MS)])).rows[0]?.old === true;
  const state = old ? 'bounced' : attempt.state;
  const response = old ? `given up after five days: ${attempt.response}` : attempt.response;
  await pool.query(SETTLE, [mail.id, mail.attempt, state, new Date(now + wait), response]);
  return state;
}
