import { mailDomain, matterThread } from './ids';

/** A header field as the transport takes it; `prepared` ones are not folded or encoded again. */
type Field = string | { readonly prepared: true; readonly value: string };

/**
 * Fields that tell mail systems what this is: written by a machine (RFC 3834), so no out-of-office note and no receipt is wanted.
 * Delivery reports are wanted, so they are not among what Exchange is asked to suppress. There is no List-Unsubscribe: a reminder of
 * a statutory limit is part of the office, not a newsletter.
 */
export function headersOf(kind: string, from: string): Record<string, Field> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply, RN, NRN',
    'List-Id': { prepared: true, value: `<${kind}.${mailDomain(from)}>` },
    // Old vacation programs know only this one. An urgent mail is no bulk mail: some relays hand those over last.
    ...(kind === 'digest' || kind === 'weekly' ? { Precedence: 'bulk' } : {}),
  };
}

/** Mails about one matter hang together as answers to a message that never was: its id comes from the matter. */
export function threadOf(matterId: string | null, from: string): { references?: string; inReplyTo?: string } {
  if (matterId === null) return {};
  const root = matterThread(matterId, from);
  return { references: root, inReplyTo: root };
}
