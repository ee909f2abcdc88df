import type { Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import { OfficeRefused } from '../organisation/refused';
import type { HappeningKind } from './fan-out';
import { newSecret } from './signature';
import { targetFault, type WebhookPolicy } from './target';

/** After a change of secret, messages are signed with the old one as well for this long. */
const OVERLAP_MS = 24 * 60 * 60_000;

const INSERT = `
INSERT INTO webhook_subscription (id, unit_id, url, kinds, secret, created_at, created_by)
VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`;
const ROTATE = `
UPDATE webhook_subscription SET previous_secret = secret, previous_until = $2, secret = $3 WHERE id = $1::uuid AND ended_at IS NULL`;
const END = `
UPDATE webhook_subscription SET ended_at = $2, end_reason = 'ended' WHERE id = $1::uuid AND ended_at IS NULL`;
const DROP = `
UPDATE webhook_message SET state = 'dead', last_error = 'EUNSUBSCRIBED', claimed_until = NULL WHERE subscription_id = $1::uuid AND state IN ('pending', 'sending')`;
const AGAIN = `
UPDATE webhook_message m SET state = 'pending', attempts = 0, next_try_at = $3
FROM webhook_subscription s
WHERE m.id = $2::uuid AND m.subscription_id = $1::uuid AND m.state = 'dead' AND s.id = m.subscription_id AND s.ended_at IS NULL`;
const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Subscribe an address to what happens in a unit and those below it. Safe to repeat with the same id.
 * @throws OfficeRefused when the address may not be reached
 */
export async function subscribe(
  pool: Pool,
  wanted: { id: string; unitId: string; url: string; kinds: readonly HappeningKind[] },
  policy: WebhookPolicy,
  by: string,
  now: number,
): Promise<void> {
  const fault = targetFault(wanted.url, policy);
  if (fault !== null) throw new OfficeRefused('wrong_target', 'url', `url: ${fault.vi}`, `url: ${fault.en}`);
  const { id, unitId, url, kinds } = wanted;
  await inTransaction(pool, async client => {
    const values = [id, unitId, url, [...new Set(kinds)], newSecret(), new Date(now), by];
    if ((await client.query(INSERT, values)).rowCount === 0) return;
    await client.query(AUDIT, [new Date(now), by, 'subscribe', `webhook:${id}`, { unitId, kinds }]);
  });
}

/** Give a subscription a new secret; the old one signs along for a day. @throws OfficeRefused when it has ended */
export const rotateSecret = (pool: Pool, id: string, by: string, now: number): Promise<void> =>
  change(pool, id, 'rotateSecret', by, now, ROTATE, [id, new Date(now + OVERLAP_MS), newSecret()]);

/** End a subscription; what waits for it is given up. @throws OfficeRefused when it has ended already */
export async function endSubscription(pool: Pool, id: string, by: string, now: number): Promise<void> {
  await change(pool, id, 'endSubscription', by, now, END, [id, new Date(now)]);
  await pool.query(DROP, [id]);
}

/** Try a message that was given up once more, from the start. @throws OfficeRefused when there is none such */
export const sendAgain = (pool: Pool, id: string, messageId: string, by: string, now: number): Promise<void> =>
  change(pool, id, 'sendWebhookAgain', by, now, AGAIN, [id, messageId, new Date(now)]);

async function change(
  pool: Pool,
  id: string,
  action: string,
  by: string,
  now: number,
  text: string,
  values: unknown[],
): Promise<void> {
  await inTransaction(pool, async client => {
    if ((await client.query(text, values)).rowCount === 0) {
      throw new OfficeRefused(
        'no_subscription',
        'id',
        'Không có đăng ký này còn hiệu lực, hoặc không có thông báo ấy đã thôi gửi.',
        'There is no such subscription in force, or no such message that was given up.',
      );
    }
    await client.query(AUDIT, [new Date(now), by, action, `webhook:${id}`, {}]);
  });
}
