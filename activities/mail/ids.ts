import { createHash } from 'node:crypto';

/**
 * A UUID made from its parts: the same parts give the same id, so that a repeated step finds its own row. In the layout of
 * version 8 of RFC 9562 (custom hash).
 */
export function derivedId(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Right-hand side of Message-IDs and List-Ids: the domain of the sender's address. */
export const mailDomain = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost';

/** Message-ID of a row of the outbox: derived, so that a second handing-over carries the same one. */
export const messageIdFor = (outboxId: string, from: string): string => `<${outboxId}@${mailDomain(from)}>`;

/** What all mails about one matter refer to, so that a mail program shows them as one thread. */
export const matterThread = (matterId: string, from: string): string => `<matter-${matterId}@${mailDomain(from)}>`;
