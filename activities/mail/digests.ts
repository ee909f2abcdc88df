import type { Pool, PoolClient } from 'pg';
import { composeDigest, type MailItem } from '../../alerts';
import { type LawInForce, matterLabel, toDay, toIso } from '../../law';
import type { MailActivities } from '../contract';
import type { LawReader } from '../law';
import { inTransaction } from '../matters/transaction';
import {
  lockWaiting,
  officersWithWaiting,
  queueDigest,
  type Reader,
  readerFor,
  totalsOf,
  type WaitingAlert,
} from './digest-rows';
import { dutyWords } from './duty-words';
import { derivedId, messageIdFor } from './ids';
import { reviewStandingTasks } from './standing-tasks';

export interface DigestDesk {
  readonly pool: Pool;
  readonly lawAt: LawReader;
  readonly from: string;
  readonly publicUrl: string;
}

/** Working days that count as soon in the totals. */
const SOON = 5;

/**
 * One mail for each officer for whom alerts wait, each in a transaction of its own. On a day off nothing is done. The mail's id
 * comes from officer and day: a repeat finds it and leaves what has come since for the next working day.
 * @throws AggregateError after all officers were tried, when some mails could not be written.
 */
export async function composeDigests(
  desk: DigestDesk,
  { day, now }: { day: string; now: number },
): ReturnType<MailActivities['composeDigests']> {
  await reviewStandingTasks(desk.pool, day, now);
  const law = await desk.lawAt(now, null);
  if (!law.calendar.isWorking(toDay(day))) return { mails: 0, alerts: 0, workingDay: false };
  let mails = 0;
  let alerts = 0;
  const failures: unknown[] = [];
  for (const officerId of await officersWithWaiting(desk.pool)) {
    try {
      const queued = await inTransaction(desk.pool, client => digestOf(desk, law, client, officerId, day, now));
      if (queued > 0) mails += 1;
      alerts += queued;
    } catch (error) {
      // One officer's trouble must not cost the others their morning; it is thrown when they have been served.
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `digests of ${failures.length} officers failed on ${day}: ${failures[0]}`);
  }
  return { mails, alerts, workingDay: true };
}

/** Number of alerts that the officer's mail of the day now carries; 0 when there is no new mail. */
async function digestOf(
  desk: DigestDesk,
  law: LawInForce,
  client: PoolClient,
  officerId: string,
  day: string,
  now: number,
): Promise<number> {
  const id = derivedId('digest', officerId, day);
  const waiting = await lockWaiting(client, officerId);
  const gone = waiting.filter(alert => !alert.stands).map(alert => alert.alertId);
  await client.query(`UPDATE alert SET state = 'cancelled' WHERE id = ANY($1::uuid[])`, [gone]);
  const { rowCount: already } = await client.query('SELECT 1 FROM outbox WHERE id = $1::uuid', [id]);
  const standing = waiting.filter(alert => alert.stands);
  if (already || standing.length === 0) return 0;

  const today = toDay(day);
  const reader = await readerFor(client, officerId, day);
  const totals = await totalsOf(client, officerId, day, toIso(law.calendar.addWorking(today, SOON)));
  const mail = composeDigest({
    day: today,
    items: standing.map(alert => itemOf(law, alert, officerId)),
    totals,
    ...(reader.onBehalfOf === null ? {} : { onBehalfOf: reader.onBehalfOf }),
    calendar: law.calendar,
    publicUrl: desk.publicUrl,
  });
  if (mail === null) return 0;
  await queueDigest(
    client,
    { id, messageId: messageIdFor(id, desk.from), ...addressOf(reader), ...mail, day, now },
    standing.map(alert => alert.alertId),
  );
  return standing.length;
}

const addressOf = (reader: Reader) => ({ recipientId: reader.id, to: reader.email });

function itemOf(law: LawInForce, alert: WaitingAlert, readerId: string): MailItem {
  return {
    alertId: alert.alertId,
    deadlineId: alert.deadlineId,
    matterId: alert.matterId,
    matterNumber: matterLabel(alert.matterKind, alert.matterNumber),
    ...dutyWords(law, alert.dutyId, alert.law),
    due: toDay(alert.due),
    dueLatest: toDay(alert.dueLatest),
    ...(alert.dueMinute === null ? {} : { dueMinute: alert.dueMinute }),
    window: alert.window,
    plan: alert.matterKind === 'plan',
    provisional: alert.provisional,
    ...(alert.officerCode === null || alert.officerId === readerId ? {} : { officerCode: alert.officerCode }),
  };
}
