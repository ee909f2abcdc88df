import type { Pool, PoolClient } from 'pg';
import { derivedId } from '../mail/ids';
import { faultOf } from '../mail/status-codes';
import { openTask } from '../mail/tasks';
import { inTransaction } from '../matters/transaction';
import type { DeliveryReport, RecipientReport } from './report';

/** What a report led to. `foreign`: no mail of ours; `known`: heard before; `noted`: kept, and nothing changed. */
export type ReportOutcome = 'bounced' | 'delayed' | 'arrived' | 'noted' | 'known' | 'foreign';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// By its id where the report names it; else by the Message-IDs it quotes.
const FIND = `
SELECT id, state::text AS state, lower(to_address) AS "toAddress" FROM outbox
WHERE id = $1::uuid OR message_id = ANY($2::text[])
ORDER BY id = $1::uuid DESC NULLS LAST, array_position($2::text[], message_id) LIMIT 1
FOR UPDATE`;
const KEEP = `
INSERT INTO bounce_report (id, report_id, outbox_id, source, action, status, received_at)
VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`;
const LAST_ATTEMPT = `
UPDATE delivery SET state = $2::"OutboxState", response = $3
WHERE outbox_id = $1::uuid AND attempt = (SELECT max(attempt) FROM delivery WHERE outbox_id = $1::uuid)`;
const STATE = `UPDATE outbox SET state = $2::"OutboxState", next_try_at = $3 WHERE id = $1::uuid`;
const NO_DOUBT = `
UPDATE delivery_task SET closed_at = $2, closed_by = 'system', resolution = 'cured'
WHERE id = (SELECT task_id FROM outbox WHERE id = $1::uuid) AND reason = 'unknown_fate' AND closed_at IS NULL`;

interface Mail {
  readonly id: string;
  readonly state: string;
  readonly toAddress: string;
}

/**
 * Keep a delivery report and change the mail it speaks of: a failure makes it bounced and opens a task; a delay is noted on the attempt
 * (the relay goes on trying, so nothing is sent again); an arrival ends the doubt about a mail of unknown fate. The same report again
 * changes nothing.
 * @param source where it was read: `imap` or `webhook`
 * @param now epoch ms
 */
export function recordReport(
  pool: Pool,
  report: DeliveryReport,
  source: 'imap' | 'webhook',
  now: number,
): Promise<ReportOutcome> {
  return inTransaction(pool, async client => {
    const envelopeId = report.envelopeId !== null && UUID.test(report.envelopeId) ? report.envelopeId : null;
    const { rows } = await client.query<Mail>(FIND, [envelopeId, report.messageIds]);
    const mail = rows[0];
    if (mail === undefined) return 'foreign';
    const about = recipientFor(mail, report.recipients);
    if (about === null) return 'foreign';
    const codes = [about.code, about.status].filter(Boolean).join(' ') || null;
    const id = derivedId('report', report.id, mail.id, about.action);
    const kept = await client.query(KEEP, [id, report.id, mail.id, source, about.action, codes, new Date(now)]);
    return kept.rowCount === 0 ? 'known' : apply(client, mail, about, codes, now);
  });
}

/** What is said of our recipient: under the address we sent to, or as the only one there is. */
function recipientFor({ toAddress }: Mail, recipients: readonly RecipientReport[]): RecipientReport | null {
  const ours = recipients.find(one =>
    [one.finalRecipient, one.originalRecipient].some(address => address?.toLowerCase() === toAddress),
  );
  return ours ?? (recipients.length === 1 ? recipients[0]! : null);
}

async function apply(
  client: PoolClient,
  mail: Mail,
  about: RecipientReport,
  codes: string | null,
  now: number,
): Promise<ReportOutcome> {
  // A mail that waits to be sent (again) or is being sent: the report speaks of an earlier attempt.
  if (mail.state !== 'accepted' && mail.state !== 'unknown') return 'noted';
  const response = `report: ${about.action} ${codes ?? ''}`.trim();
  if (about.action === 'delayed') {
    if (mail.state === 'accepted') await client.query(LAST_ATTEMPT, [mail.id, 'deferred', response]);
    return 'delayed';
  }
  if (about.action === 'delivered') {
    if (mail.state !== 'unknown') return 'noted';
    await client.query(LAST_ATTEMPT, [mail.id, 'accepted', response]);
    await client.query(STATE, [mail.id, 'accepted', new Date(now)]);
    await client.query(NO_DOUBT, [mail.id, new Date(now)]);
    return 'arrived';
  }
  await client.query(LAST_ATTEMPT, [mail.id, 'bounced', response]);
  await client.query(STATE, [mail.id, 'bounced', new Date(now)]);
  await client.query(NO_DOUBT, [mail.id, new Date(now)]);
  // Behind a forward another address is at fault than the one we know; ours is not held for it.
  const atOurs = about.finalRecipient?.toLowerCase() === mail.toAddress;
  const fault = faultOf(about.status, about.code ?? undefined, true);
  await openTask(client, { outboxId: mail.id, reason: atOurs ? fault : 'mail_refused', status: codes }, now);
  return 'bounced';
}
