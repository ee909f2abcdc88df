import type { Pool } from 'pg';
import { fanOut } from './fan-out';
import { type Outcome, post } from './send';
import { signedHeaders } from './signature';
import type { WebhookPolicy } from './target';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Longer than the wait for any receiver. */
const CLAIM_MS = 2 * MINUTE;
/** Waits after a failed attempt; after the last one a message is given up: some three days in all. */
export const WAITS_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR];
/** Messages in flight to one receiver, and in all. */
const PER_SUBSCRIPTION = 4;
const BATCH = 16;
/** A receiver may ask for at most this much patience. */
const LONGEST_WAIT_MS = 24 * HOUR;
const KEEP_DELIVERED_MS = 7 * 24 * HOUR;
const KEEP_DEAD_MS = 60 * 24 * HOUR;

export interface Courier {
  readonly pool: Pool;
  readonly policy: WebhookPolicy;
  /** Milliseconds since some fixed moment, from a clock that never jumps. */
  readonly elapsed: () => number;
  readonly heartbeat: (progress: unknown) => void;
  /** How long a receiver may take to answer, ms. */
  readonly patienceMs?: number;
}

interface Claimed {
  readonly id: string;
  readonly subscriptionId: string;
  readonly url: string;
  readonly secrets: string[];
  readonly body: string;
  readonly attempts: number;
}

// Receivers that failed in this run are left alone until the next, so that one that stalls costs the others one wait.
const CLAIM = `
WITH ready AS (
  SELECT m.id, row_number() OVER (PARTITION BY m.subscription_id ORDER BY m.next_try_at, m.id) AS nth
  FROM webhook_message m JOIN webhook_subscription s ON s.id = m.subscription_id AND s.ended_at IS NULL
  WHERE (m.state = 'pending' AND m.next_try_at <= $1 OR m.state = 'sending' AND m.claimed_until < $1)
    AND m.subscription_id <> ALL($3::uuid[])
), mine AS (
  SELECT id FROM webhook_message WHERE id IN (SELECT id FROM ready WHERE nth <= ${PER_SUBSCRIPTION} LIMIT ${BATCH})
    AND (state = 'pending' OR claimed_until < $1)
  FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE webhook_message m SET state = 'sending', claimed_until = $2, attempts = attempts + 1
  FROM mine WHERE m.id = mine.id RETURNING m.*
)
SELECT c.id, c.subscription_id AS "subscriptionId", s.url, c.body, c.attempts,
  array_remove(ARRAY[s.secret, CASE WHEN s.previous_until > $1 THEN s.previous_secret END], NULL) AS secrets
FROM claimed c JOIN webhook_subscription s ON s.id = c.subscription_id`;

const NOTE = `
UPDATE webhook_message SET state = $2, next_try_at = $3, claimed_until = NULL, last_status = $4, last_error = $5
WHERE id = $1::uuid AND state = 'sending'`;
const GONE = `
WITH gone AS (
  UPDATE webhook_subscription SET ended_at = $2, end_reason = 'gone' WHERE id = $1::uuid AND ended_at IS NULL
)
UPDATE webhook_message SET state = 'dead', last_error = 'EUNSUBSCRIBED', claimed_until = NULL
WHERE subscription_id = $1::uuid AND state IN ('pending', 'sending')`;
const PRUNE = `
DELETE FROM webhook_message WHERE state = 'delivered' AND next_try_at < $1 OR state = 'dead' AND next_try_at < $2`;

export interface CourierCounts {
  delivered: number;
  failed: number;
  dead: number;
}

/**
 * Note what happened as messages and bring them to their receivers, until none is ready. Each message arrives at least once, in no
 * promised order, with the same id on every attempt. Safe to run twice at once and to repeat.
 * @param now epoch ms
 */
export async function deliverWebhooks(courier: Courier, now: number): Promise<CourierCounts> {
  const { pool, elapsed, heartbeat } = courier;
  const started = elapsed();
  const clock = () => now + Math.round(elapsed() - started);
  const counts: CourierCounts = { delivered: 0, failed: 0, dead: 0 };
  await fanOut(pool, now);
  const resting = new Set<string>();
  for (;;) {
    const values = [new Date(clock()), new Date(clock() + CLAIM_MS), [...resting]];
    const claimed = (await pool.query<Claimed>(CLAIM, values)).rows;
    if (claimed.length === 0) break;
    await Promise.all(
      claimed.map(async message => {
        const headers = signedHeaders(message.secrets, message.id, message.body, clock());
        const sent = await post(message.url, { ...headers }, message.body, courier.policy, courier.patienceMs);
        if (!sent.ok) resting.add(message.subscriptionId);
        counts[await note(pool, message, sent, clock())] += 1;
      }),
    );
    heartbeat(counts);
  }
  await pool.query(PRUNE, [new Date(now - KEEP_DELIVERED_MS), new Date(now - KEEP_DEAD_MS)]);
  return counts;
}

async function note(pool: Pool, message: Claimed, sent: Outcome, now: number): Promise<keyof CourierCounts> {
  const wait = WAITS_MS[message.attempts - 1];
  const asked = Math.min((sent.retryAfter ?? 0) * 1000, LONGEST_WAIT_MS);
  const gone = sent.status === 410;
  const state = sent.ok ? 'delivered' : gone || wait === undefined ? 'dead' : 'pending';
  const next = state === 'pending' ? now + Math.max(wait ?? 0, asked) : now;
  await pool.query(NOTE, [message.id, state, new Date(next), sent.status, sent.error]);
  if (gone) await pool.query(GONE, [message.subscriptionId, new Date(now)]);
  return state === 'pending' ? 'failed' : state;
}
