/** What reply codes (RFC 5321) and enhanced status codes (RFC 3463) say about who is at fault for a mail that was refused for good. */

export type BounceFault = 'bad_address' | 'address_refused' | 'mail_refused';

/** The enhanced status code at the head of a reply (`550 5.1.1 No such user`), or null. Anything further back may be an IP address. */
export const enhancedStatus = (reply: string): string | null =>
  /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(reply)?.[1] ?? null;

/** `550 5.1.1` of a reply: what may be kept of it where nobody's words belong. */
export function codesOf(reply: string): string | null {
  const code = /^([245]\d\d)[ -]/.exec(reply)?.[1];
  if (code === undefined) return null;
  return [code, enhancedStatus(reply)].filter(Boolean).join(' ');
}

/** No such mailbox, disabled, moved; a domain that takes no mail. The rest of 5xx speaks of this mail, its size, its sender, a policy. */
const ADDRESS_STATUS = /^5\.(1\.([0-6]|9|10)|2\.1|4\.(1|4|310))$/;
const ADDRESS_CODES: readonly number[] = [550, 551, 553, 556];

/**
 * Who is at fault for a permanent refusal. The enhanced code decides where there is one: a relay that says `550 5.7.1` to a
 * recipient dislikes us, not the mailbox, and mails to it must not be held for that.
 * @param atRecipient the refusal answered the recipient's address, not the sender or the text
 */
export function faultOf(status: string | null, code: number | undefined, atRecipient: boolean): BounceFault {
  if (status !== null) return ADDRESS_STATUS.test(status) ? 'address_refused' : 'mail_refused';
  return atRecipient && code !== undefined && ADDRESS_CODES.includes(code) ? 'address_refused' : 'mail_refused';
}
