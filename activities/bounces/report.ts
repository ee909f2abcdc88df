/** Delivery reports (RFC 3464) as mail systems send them, and the two older forms without a machine-readable part that are still met. */

import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';

export type ReportAction = 'failed' | 'delayed' | 'delivered';

/** What a report says of one recipient. */
export interface RecipientReport {
  /** Address at which it ended; behind a forward, another than ours. */
  readonly finalRecipient: string | null;
  /** Address we had sent to, where the mail system kept it. */
  readonly originalRecipient: string | null;
  readonly action: ReportAction;
  /** Enhanced status code (RFC 3463); null when none was given. */
  readonly status: string | null;
  /** Reply code of SMTP, from the diagnostic text. */
  readonly code: number | null;
}

export interface DeliveryReport {
  /** Identity of the report itself: its Message-ID, or a digest of it. */
  readonly id: string;
  /** What we gave as ENVID: the id of the mail's row. */
  readonly envelopeId: string | null;
  /** Message-IDs that the report may speak of, the likeliest first. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly RecipientReport[];
}

const ACTIONS: Readonly<Record<string, ReportAction>> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};

const MESSAGE_ID = /<[^<>\s@]{1,200}@[^<>\s@]{1,250}>/g;

/** A report read from a message as it came over the wire; null when the message is none (an answer, an out-of-office note, a receipt). */
export async function parseReport(raw: Buffer): Promise<DeliveryReport | null> {
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const part = mail.attachments.find(one => /^message\/(global-)?delivery-status$/.test(one.contentType));
  const blocks = part === undefined ? [] : blocksOf(part.content.toString('utf8'));
  const [about = new Map<string, string>(), ...each] = blocks;
  const recipients = part === undefined ? oldForm(mail) : each.flatMap(recipientOf);
  if (recipients.length === 0) return null;
  const id = mail.messageId ?? createHash('sha256').update(raw).digest('hex');
  return {
    id: id.slice(0, 300),
    envelopeId: unquoted(about.get('original-envelope-id')),
    messageIds: [
      ...new Set([...returnedIds(mail), ...idsIn(about.get('x-original-message-id')), ...referredIds(mail)]),
    ],
    recipients,
  };
}

/** Fields by lower-case name, unfolded, block by block; the first block speaks of the whole message. */
function blocksOf(text: string): Map<string, string>[] {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n+/);
  return blocks.map(block => {
    const lines = block.replace(/\n[ \t]+/g, ' ').split('\n');
    return new Map(
      lines.flatMap(line => {
        const at = line.indexOf(':');
        return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
      }),
    );
  });
}

function recipientOf(fields: Map<string, string>): RecipientReport[] {
  const action = ACTIONS[/^[a-z]+/.exec(fields.get('action')?.toLowerCase() ?? '')?.[0] ?? ''];
  if (action === undefined) return [];
  const diagnostic = fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? '';
  const said = /^(\d\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1] ?? null;
  return [
    {
      finalRecipient: addressIn(fields.get('final-recipient')),
      originalRecipient: addressIn(fields.get('original-recipient')),
      action,
      // "5.0.0" says nothing; what the receiving system said is more.
      status: said === null || /^\d\.0\.0$/.test(said) ? (statusIn(diagnostic) ?? said) : said,
      code: codeIn(diagnostic),
    },
  ];
}

/** Exim and Gmail before they wrote RFC 3464: the recipients in a header field, the rest in words. */
function oldForm(mail: ParsedMail): RecipientReport[] {
  const failed = mail.headers.get('x-failed-recipients');
  if (typeof failed !== 'string') return [];
  // What follows is the message itself, which may quote anything.
  const text = (mail.text ?? '').split(/^-{2,}.*(?:original message|copy of the message)/im)[0] ?? '';
  const action = /delay|warning/i.test(mail.subject ?? '') ? 'delayed' : 'failed';
  return failed.split(',').map(address => ({
    ...{ finalRecipient: address.trim() || null, originalRecipient: null, action },
    status: statusIn(text),
    code: codeIn(text),
  }));
}

const statusIn = (text: string): string | null =>
  /\b[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
const codeIn = (text: string): number | null => {
  const code = /(?:^|[\s:])([245]\d\d)[ -]/.exec(text)?.[1];
  return code === undefined ? null : Number(code);
};

/** `rfc822; a@b` without the type, and with the escapes of RFC 3461 undone. */
const addressIn = (field: string | undefined): string | null =>
  unquoted(field?.replace(/^[^;]*;\s*/, ''))?.replace(/^<|>$/g, '') || null;

const unquoted = (text: string | undefined): string | null =>
  text === undefined
    ? null
    : text.trim().replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const idsIn = (text: string | undefined): string[] => text?.match(MESSAGE_ID) ?? [];

/** Message-ID of the message that came back, whole or its head only; in the old form, anywhere in the words. */
function returnedIds(mail: ParsedMail): string[] {
  const returned = mail.attachments.filter(one =>
    /^(message\/(rfc822|global)|text\/(rfc822|global)-headers)$/.test(one.contentType),
  );
  const heads = returned.map(one => one.content.toString('utf8').split(/\r?\n\r?\n/)[0] ?? '');
  const texts = mail.headers.has('x-failed-recipients') && heads.length === 0 ? [mail.text ?? ''] : heads;
  return texts.flatMap(text => {
    const line = /^message-id:\s*(?:\r?\n[ \t]+)?(<[^<>\s]+>)/im.exec(text)?.[1];
    return idsIn(line);
  });
}

/** Many systems answer to the message they report on. */
const referredIds = (mail: ParsedMail): string[] => [
  ...idsIn(mail.inReplyTo),
  ...idsIn([mail.references ?? []].flat().join(' ')),
];
