/**
 * Links in mails that acknowledge without a log-in. A mail is written, kept and backed up with the bare link (`…/acknowledge/<alert>~<day>`),
 * which opens nothing; it is signed for its reader when it is handed over. See docs/decisions/0010.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKeys } from '../../config/link-keys';
import { toIso, vietnamDay } from '../../law';

/** What a signed link says. */
export interface AcknowledgementLink {
  readonly alertId: string;
  /** The only one who may acknowledge with it. */
  readonly officerId: string;
  /** Last day on which it works, `YYYYMMDD`. */
  readonly until: string;
}

export type LinkProblem = 'malformed' | 'unsigned' | 'forged' | 'expired';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const BARE = new RegExp(`(/acknowledge/)(${UUID})~(\\d{8})(?![\\w.~-])`, 'g');
const BARE_TOKEN = new RegExp(`^${UUID}~\\d{8}$`);
const SIGNED = /^([a-z0-9]{1,12})\.([\w-]{22})\.([\w-]{22})\.(\d{8})\.([\w-]{43})$/;

const packed = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

function unpacked(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const mac = (secret: Buffer, said: string): Buffer =>
  createHmac('sha256', secret).update(`thoihan acknowledge 1\n${said}`).digest();

/** `<key>.<alert>.<officer>.<last day>.<HMAC-SHA256>`, some 100 characters that need no escaping anywhere. */
export function signLink([key]: LinkKeys, { alertId, officerId, until }: AcknowledgementLink): string {
  const said = [key.id, packed(alertId), packed(officerId), until].join('.');
  return `${said}.${mac(key.secret, said).toString('base64url')}`;
}

/**
 * What a link says, or why it says nothing. A bare link, as it stands in the outbox, is `unsigned`.
 * @param now epoch ms
 */
export function readLink(keys: LinkKeys, token: string, now: number): AcknowledgementLink | LinkProblem {
  if (BARE_TOKEN.test(token)) return 'unsigned';
  const [, keyId, alert, officer, until, signature] = SIGNED.exec(token) ?? [];
  if (!keyId || !alert || !officer || !until || !signature) return 'malformed';
  const key = keys.find(one => one.id === keyId);
  const said = token.slice(0, -signature.length - 1);
  if (key === undefined || !timingSafeEqual(mac(key.secret, said), Buffer.from(signature, 'base64url')))
    return 'forged';
  if (toIso(vietnamDay(now)).replaceAll('-', '') > until) return 'expired';
  return { alertId: unpacked(alert), officerId: unpacked(officer), until };
}

/** The officer a link names, true or not; null for what is no signed link. */
export function officerNamed(token: string): string | null {
  const officer = SIGNED.exec(token)?.[3];
  return officer === undefined ? null : unpacked(officer);
}

/** A text of a mail with its bare links signed for the reader. */
export const signLinks = (keys: LinkKeys, text: string, officerId: string): string =>
  text.replace(
    BARE,
    (_, path: string, alertId: string, until: string) => `${path}${signLink(keys, { alertId, officerId, until })}`,
  );
