/** So many urgent mails a day and no more for one reader: what goes beyond shares one mail an hour. See docs/decisions/0019. */

import type { PoolClient } from 'pg';
import { composeSummary, DEFAULT_POLICY, officeMoment, type PolicySettings } from '../../alerts';
import { instantOf, type LawInForce, toIso, vietnamDay } from '../../law';
import { inTransaction } from '../matters/transaction';
import { alertsOf } from './digest-rows';
import type { DigestDesk } from './digests';
import { derivedId, messageIdFor } from './ids';
import { inboxUrl } from './inbox-url';
import { itemOf } from './items';
import { UNSENT_URGENT } from './unsent';

const HOUR = 3_600_000;

/** What is counted in hours goes at once, always. An urgent mail without alerts is not ours to fold. */
const FOLDABLE = `${UNSENT_URGENT} AND outbox.next_try_at <= $1
  AND EXISTS (SELECT 1 FROM alert a WHERE a.outbox_id = outbox.id)
  AND NOT EXISTS (SELECT 1 FROM alert a JOIN deadline d ON d.id = a.deadline_id WHERE a.outbox_id = outbox.id AND d.due_at IS NOT NULL)`;

/** Urgent mails to officer `r` whose first handing-over was begun today. */
const SENT_TODAY = `SELECT count(*)::int FROM outbox s JOIN delivery d ON d.outbox_id = s.id AND d.attempt = 1
  WHERE s.recipient_id = r.id AND s.kind = 'urgent' AND s.created_at >= $2::timestamptz - INTERVAL '20 days' AND d.at >= $2`;

const CROWDED = `
WITH floor AS (SELECT least($3::int, min(mail_cap)) AS n FROM alert_policy_version),
ready AS (
  SELECT outbox.recipient_id AS id, count(*) AS n FROM outbox WHERE ${FOLDABLE} AND outbox.recipient_id IS NOT NULL GROUP BY 1
)
SELECT r.id, officer.code, officer.email, officer.unit_id AS "unitId"
FROM ready r JOIN officer ON officer.id = r.id, floor
WHERE r.n + (${SENT_TODAY}) > floor.n
ORDER BY 1`;

interface Crowded {
  readonly id: string;
  readonly code: string;
  readonly email: string;
  readonly unitId: string;
}

/**
 * Fold what goes beyond the cap. Safe to repeat and to run twice at once.
 * @param now epoch ms
 * @returns how many mails were folded
 */
export async function capUrgent(desk: DigestDesk, now: number): Promise<number> {
  const midnight = new Date(instantOf(vietnamDay(now), 0));
  const values = [new Date(now), midnight, DEFAULT_POLICY.settings.mailCap];
  const { rows } = await desk.pool.query<Crowded>(CROWDED, values);
  let folded = 0;
  for (const reader of rows) {
    const law = await desk.lawAt(now, reader.unitId);
    const settings = await desk.settingsAt(now, reader.unitId);
    folded += await inTransaction(desk.pool, client => foldFor(desk, client, reader, { law, settings, midnight }, now));
  }
  return folded;
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('urgent mails of ' || $1, 0))`;
const SENT = `SELECT (${SENT_TODAY}) AS n FROM (SELECT $1::uuid AS id) AS r`;
const READY = `
SELECT outbox.id FROM outbox WHERE ${FOLDABLE} AND outbox.recipient_id = $2::uuid
ORDER BY outbox.next_try_at, outbox.created_at, outbox.id
FOR UPDATE SKIP LOCKED`;

async function foldFor(
  desk: DigestDesk,
  client: PoolClient,
  reader: Crowded,
  { law, settings, midnight }: { law: LawInForce; settings: PolicySettings; midnight: Date },
  now: number,
): Promise<number> {
  await client.query(LOCK, [reader.id]);
  const sent = (await client.query<{ n: number }>(SENT, [reader.id, midnight])).rows[0]!.n;
  const ready = (await client.query<{ id: string }>(READY, [new Date(now), reader.id])).rows.map(row => row.id);
  const beyond = ready.slice(Math.max(0, settings.mailCap - sent));
  if (beyond.length === 0) return 0;

  const hour = Math.floor(now / HOUR);
  const id = derivedId('summary', reader.id, toIso(vietnamDay(now)), String(hour));
  const { rowCount: told } = await client.query('SELECT 1 FROM outbox WHERE id = $1::uuid', [id]);
  if (told) {
    // One summary an hour: these wait for the next.
    const next = officeMoment((hour + 1) * HOUR, law.calendar, settings);
    await client.query('UPDATE outbox SET next_try_at = $2 WHERE id = ANY($1::uuid[])', [beyond, new Date(next)]);
    return 0;
  }
  const alerts = await alertsOf(client, beyond);
  const mail = composeSummary({
    now,
    items: alerts.map(alert => itemOf(law, alert, reader.id)),
    mailCap: settings.mailCap,
    cap: settings.digestCap,
    inboxUrl: inboxUrl(desk.publicUrl, reader.code),
    calendar: law.calendar,
    publicUrl: desk.publicUrl,
  });
  await client.query(FOLD, [
    ...[id, messageIdFor(id, desk.from), reader.id, reader.email, mail.subject, mail.text, mail.html, new Date(now)],
    beyond,
  ]);
  return beyond.length;
}

const FOLD = `
WITH mail AS (
  INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, html, state, next_try_at, created_at)
  VALUES ($1::uuid, $2, 'summary', $3::uuid, $4, $5, $6, $7, 'pending', $8, $8)
), folded AS (
  UPDATE outbox SET state = 'suppressed', suppressed_because = 'capped' WHERE id = ANY($9::uuid[])
)
UPDATE alert SET outbox_id = $1::uuid WHERE outbox_id = ANY($9::uuid[])`;
