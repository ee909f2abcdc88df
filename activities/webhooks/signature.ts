/** Signatures as standardwebhooks.com describes them, so that receivers can check them with a library they have. */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'whsec_';
/** A message whose time lies further off than this is refused by receivers: it may be a replay. */
export const TOLERANCE_SECONDS = 5 * 60;

export const newSecret = (): string => `${PREFIX}${randomBytes(24).toString('base64')}`;

export interface SignedHeaders {
  readonly 'webhook-id': string;
  /** Seconds since 1970 of this attempt. */
  readonly 'webhook-timestamp': string;
  /** `v1,<base64>`, one for each secret in use. */
  readonly 'webhook-signature': string;
}

const sign = (secret: string, head: string, body: string | Buffer): string =>
  createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(head)
    .update(body)
    .digest('base64');

/** @param now epoch ms of the attempt */
export function signedHeaders(secrets: readonly string[], id: string, body: string, now: number): SignedHeaders {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map(secret => `v1,${sign(secret, `${id}.${timestamp}.`, body)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Does a message that came in bear a signature by this secret, not older than the tolerance? `now` in epoch ms. */
export function signatureHolds(
  secret: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string | Buffer,
  now: number,
): boolean {
  const [id, timestamp, signatures] = [
    headers['webhook-id'],
    headers['webhook-timestamp'],
    headers['webhook-signature'],
  ];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const wanted = Buffer.from(sign(secret, `${id}.${timestamp}.`, body));
  return signatures.split(' ').some(one => {
    const given = Buffer.from(one.replace(/^v1,/, ''));
    return one.startsWith('v1,') && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
