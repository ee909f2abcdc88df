/** Secret addresses of calendar feeds: made, replaced, revoked. */

import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import { OfficeRefused } from './refused';

/** What is kept of a secret. 256 random bits need no slow digest: there is nothing to guess. */
export const feedTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const REVOKE = `UPDATE feed SET revoked_at = $2 WHERE officer_id = $1::uuid AND revoked_at IS NULL`;
const INSERT = `INSERT INTO feed (id, officer_id, token_hash, created_at) VALUES ($1::uuid, $2::uuid, $3, $4)`;
const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Make an officer's feed anew; the address before it stops working. The secret is returned once and kept nowhere, so a command whose
 * answer was lost is not repeated but given anew, with another id.
 * @param by officer id or `system`
 * @param now epoch ms
 * @throws OfficeRefused when a feed of this id was made before
 */
export function newFeed(pool: Pool, id: string, officerId: string, by: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  return inTransaction(pool, async client => {
    if ((await client.query('SELECT 1 FROM feed WHERE id = $1::uuid', [id])).rowCount === 1) {
      throw new OfficeRefused(
        'feed_made',
        'idempotency-key',
        'Lệnh này đã tạo địa chỉ lịch; địa chỉ chỉ được cho biết một lần. Hãy tạo lại với mã lệnh mới.',
        'This command made a feed already; its address is told only once. Make a new one with a new key.',
      );
    }
    await client.query(REVOKE, [officerId, new Date(now)]);
    await client.query(INSERT, [id, officerId, feedTokenHash(token), new Date(now)]);
    await client.query(AUDIT, [new Date(now), by, 'newFeed', `officer:${officerId}`, { feedId: id }]);
    return token;
  });
}

/** Revoke an officer's feed. @throws OfficeRefused when there is none */
export async function revokeFeed(pool: Pool, officerId: string, by: string, now: number): Promise<void> {
  await inTransaction(pool, async client => {
    if ((await client.query(REVOKE, [officerId, new Date(now)])).rowCount === 0) {
      throw new OfficeRefused('no_feed', 'officer', 'Cán bộ này chưa có lịch.', 'This officer has no feed.');
    }
    await client.query(AUDIT, [new Date(now), by, 'revokeFeed', `officer:${officerId}`, {}]);
  });
}
