import type { ImapFlow } from 'imapflow';
import type { Pool } from 'pg';
import type { BounceMailboxSettings } from '../../config/settings';
import { type ReportOutcome, recordReport } from './record';
import { parseReport } from './report';

/** Head, report and the head of the returned message of any system fit in here; a returned attachment does not matter. */
const MOST_BYTES = 256 * 1024;
/** Messages read in one run; the next run goes on. */
const MOST_MESSAGES = 500;

const PLACE = `SELECT uid_validity::text AS "uidValidity", last_uid::float8 AS "lastUid" FROM bounce_mailbox WHERE key = $1`;
const MOVE = `
INSERT INTO bounce_mailbox (key, uid_validity, last_uid, read_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (key) DO UPDATE SET uid_validity = $2, last_uid = $3, read_at = $4`;

export type BounceCounts = Record<ReportOutcome | 'other' | 'unreadable', number>;
export const nothingRead = (): BounceCounts => ({
  ...{ bounced: 0, delayed: 0, arrived: 0, noted: 0, known: 0, foreign: 0, other: 0, unreadable: 0 },
});

export interface BounceDesk {
  readonly pool: Pool;
  readonly heartbeat: (progress: BounceCounts) => void;
  readonly warn: (fields: object, text: string) => void;
}

/**
 * Read what is new in the mailbox of delivery reports. The mailbox is opened read-only and nothing in it is marked, moved or deleted:
 * how far we are is kept on our side, so that people may look into it as well. Safe to repeat.
 * @param now epoch ms
 * @throws when the mailbox cannot be reached or opened
 */
export async function readMailbox(
  desk: BounceDesk,
  settings: BounceMailboxSettings,
  now: number,
): Promise<BounceCounts> {
  const counts = nothingRead();
  const client = await connect(settings);
  try {
    const { uidValidity } = await client.mailboxOpen(settings.mailbox, { readOnly: true });
    const key = `${settings.user}@${settings.host}:${settings.port}/${settings.mailbox}`;
    const { rows } = await desk.pool.query<{ uidValidity: string; lastUid: number }>(PLACE, [key]);
    // With another validity the old numbers mean nothing; what is read again is known by the reports' own ids.
    let last = rows[0]?.uidValidity === String(uidValidity) ? rows[0].lastUid : 0;
    let read = 0;
    for await (const message of client.fetch(
      `${last + 1}:*`,
      { uid: true, source: { start: 0, maxLength: MOST_BYTES } },
      { uid: true },
    )) {
      // `n:*` names the last message even when its number lies below n.
      if (message.uid <= last) continue;
      counts[await take(desk, message.source, message.uid, now)] += 1;
      last = message.uid;
      await desk.pool.query(MOVE, [key, String(uidValidity), last, new Date(now)]);
      desk.heartbeat(counts);
      read += 1;
      if (read >= MOST_MESSAGES) break;
    }
    return counts;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function take(
  desk: BounceDesk,
  source: Buffer | undefined,
  uid: number,
  now: number,
): Promise<keyof BounceCounts> {
  if (source === undefined) return 'other';
  const report = await parseReport(source).catch(error => {
    // One message that cannot be read must not keep the others from being read. Its text stays where it is.
    desk.warn({ uid, error: (error as Error).name }, 'a message in the mailbox of reports cannot be read');
    return 'unreadable' as const;
  });
  if (report === 'unreadable') return report;
  return report === null ? 'other' : recordReport(desk.pool, report, 'imap', now);
}

/** Loaded only where a mailbox is read. */
async function connect({ host, port, secure, user, password }: BounceMailboxSettings): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const local = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  const client = new Client({
    ...{ host, port, secure, logger: false, disableCompression: true, disableAutoIdle: true },
    auth: { user, pass: password },
    // Without TLS from the start, STARTTLS is demanded, except on this machine: the password must not travel in the open.
    ...(secure ? {} : { doSTARTTLS: !local }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  // An error while nothing is asked would end the process if nobody listened; what was asked fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
