import type { Pool, PoolClient } from 'pg';
import { composeDigest, type MailItem } from '../../alerts';
import { type Calendar, findDuty, toDay, toIso } from '../../law';
import type { MailActivities } from '../contract';
import {
  lockWaiting,
  officersWithWaiting,
  queueDigest,
  type Reader,
  readerFor,
  totalsOf,
  type WaitingAlert,
} from './digest-rows';
import { derivedId, messageIdFor } from './ids';

export interface DigestDesk {
  readonly pool: Pool;
  readonly calendar: Calendar;
  readonly from: string;
  readonly publicUrl: string;
}

/** Working days that count as soon in the totals. */
const SOON = 5;

/**
 * One mail for each officer for whom alerts wait, each in a transaction of its own. On a day off nothing is done. The mail's id
 * comes from officer and day: a repeat finds it and leaves what has come since for the next working day.
 */
export async function composeDigests(
  desk: DigestDesk,
  { day, now }: { day: string; now: number },
): ReturnType<MailActivities['composeDigests']> {
  if (!desk.calendar.isWorking(toDay(day))) return { mails: 0, alerts: 0, workingDay: false };
  let mails = 0;
  let alerts = 0;
  const client = await desk.pool.connect();
  try {
    for (const officerId of await officersWithWaiting(client)) {
      const queued = await inTransaction(client, () => digestOf(desk, client, officerId, day, now));
      if (queued > 0) mails += 1;
      alerts += queued;
    }
  } finally {
    client.release();
  }
  return { mails, alerts, workingDay: true };
}

/** Number of alerts that the officer's mail of the day now carries; 0 when there is no new mail. */
async function digestOf(
  desk: DigestDesk,
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
  const totals = await totalsOf(client, officerId, day, toIso(desk.calendar.addWorking(today, SOON)));
  const mail = composeDigest({
    day: today,
    items: standing.map(alert => itemOf(alert, officerId)),
    totals,
    ...(reader.onBehalfOf === null ? {} : { onBehalfOf: reader.onBehalfOf }),
    calendar: desk.calendar,
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

function itemOf(alert: WaitingAlert, readerId: string): MailItem {
  const duty = findDuty(alert.dutyId, alert.law);
  return {
    deadlineId: alert.deadlineId,
    matterId: alert.matterId,
    matterNumber: alert.matterNumber,
    dutyNameVi: duty.nameVi,
    dutyNameEn: duty.nameEn,
    source: duty.source,
    due: toDay(alert.due),
    dueLatest: toDay(alert.dueLatest),
    ...(alert.dueMinute === null ? {} : { dueMinute: alert.dueMinute }),
    window: alert.window,
    provisional: alert.provisional,
    ...(alert.officerCode === null || alert.officerId === readerId ? {} : { officerCode: alert.officerCode }),
  };
}

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
