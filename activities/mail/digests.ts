import type { Pool, PoolClient } from 'pg';
import { composeDigest, digestDayOf, digestSlot, type MailItem } from '../../alerts';
import { type LawInForce, toDay, toIso } from '../../law';
import type { Day } from '../../law/model';
import type { MailActivities } from '../contract';
import type { LawReader } from '../law';
import type { settingsReader } from '../matters';
import { inTransaction } from '../matters/transaction';
import {
  lockWaiting,
  officersToServe,
  queueDigest,
  readerFor,
  readerOn,
  totalsOf,
  type WaitingAlert,
} from './digest-rows';
import { foldUnsent, missedBefore, noteRun } from './digest-runs';
import { derivedId, messageIdFor } from './ids';
import { inboxUrl } from './inbox-url';
import { itemOf } from './items';
import { awaitWakeUps, type Pause } from './late-wake-ups';
import { reviewStandingTasks } from './standing-tasks';
import { changeOf, noteSettled, settledItem, settlementOf, type ToldLimit, toldTo } from './told';

export interface DigestDesk {
  readonly pool: Pool;
  readonly lawAt: LawReader;
  readonly settingsAt: ReturnType<typeof settingsReader>;
  readonly from: string;
  readonly publicUrl: string;
  /** What the relay takes in a minute; absent: no limit is known. */
  readonly perMinute?: number | undefined;
  readonly pause: Pause;
}

/** What all digests of one morning have in common. */
interface Morning {
  readonly day: string;
  readonly now: number;
  /** Working days since the last morning with digests. */
  readonly missed: readonly Day[];
  /** How many officers are served. */
  readonly officers: number;
}

/** Working days that count as soon in the totals. */
const SOON = 5;

/**
 * One mail for each officer of whom something is new, worse or settled, each in a transaction of its own. On a day off nothing is done;
 * nor for an officer whose unit is closed or for whom nobody reads: that waits for the next working day. The mail's id comes from officer
 * and day: a repeat finds it and leaves what has come since for the next working day.
 * @throws AggregateError after all officers were tried, when some mails could not be written.
 */
export async function composeDigests(
  desk: DigestDesk,
  { day, now }: { day: string; now: number },
): ReturnType<MailActivities['composeDigests']> {
  await reviewStandingTasks(desk.pool, day, now);
  const { calendar } = await desk.lawAt(now, null);
  if (!calendar.isWorking(toDay(day))) return { mails: 0, alerts: 0, workingDay: false };
  await awaitWakeUps(desk.pool, now, desk.pause);
  const officers = await officersToServe(desk.pool);
  const missed = await missedBefore(desk.pool, day, calendar);
  const morning: Morning = { day, now, missed, officers: officers.length };
  let mails = 0;
  let alerts = 0;
  const failures: unknown[] = [];
  for (const officerId of officers) {
    try {
      const carried = await inTransaction(desk.pool, client => digestOf(desk, client, officerId, morning));
      if (carried !== null) {
        mails += 1;
        alerts += carried;
      }
    } catch (error) {
      // One officer's trouble must not cost the others their morning; it is thrown when they have been served.
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `digests of ${failures.length} officers failed on ${day}: ${failures[0]}`);
  }
  await noteRun(desk.pool, day, now);
  return { mails, alerts, workingDay: true };
}

// Two runs of one morning must not write an officer's mail at once.
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('digest of ' || $1, 0))`;

/** Number of alerts that the officer's mail of the day now carries; null when there is no new mail. */
async function digestOf(
  desk: DigestDesk,
  client: PoolClient,
  officerId: string,
  { day, now, missed, officers }: Morning,
): Promise<number | null> {
  const id = derivedId('digest', officerId, day);
  await client.query(ONE_AT_A_TIME, [officerId]);
  const { rowCount: already } = await client.query('SELECT 1 FROM outbox WHERE id = $1::uuid', [id]);
  if (already) return null;

  const today = toDay(day);
  const reader = await readerFor(client, officerId, day);
  const { unitId, away } = await readerOn(client, reader.id, day);
  const law = await desk.lawAt(now, unitId);
  if (away || !law.calendar.isWorking(today)) return null;

  const folded = await foldUnsent(client, officerId, day);
  const waiting = await lockWaiting(client, officerId);
  const gone = waiting.filter(alert => !alert.stands).map(alert => alert.alertId);
  await client.query(`UPDATE alert SET state = 'cancelled' WHERE id = ANY($1::uuid[])`, [gone]);
  const standing = waiting.filter(alert => alert.stands);
  const told = new Map((await toldTo(client, officerId, day)).map(one => [nameOf(one), one]));
  const unsent = [...missed, ...folded];
  const news = itemsOf(law, standing, told, { officerId, today, unsent });
  const mornings = standing.map(alert => digestDayOf(alert.since, law.calendar));
  const fresh = new Set(standing.map(nameOf));
  const others = [...told.values()].filter(one => !fresh.has(nameOf(one)));
  const settled = others.flatMap(one => {
    const how = settlementOf(one);
    return how === null ? [] : [{ one, how }];
  });
  const settings = await desk.settingsAt(now, unitId);
  const mail = composeDigest({
    day: today,
    items: news,
    missed: mornings.filter(one => one < today && unsent.includes(one)),
    settled: settled.map(({ one, how }) => settledItem(law, one, how, officerId)),
    unchanged: others.length - settled.length,
    totals: await totalsOf(client, officerId, day, toIso(law.calendar.addWorking(today, SOON))),
    cap: settings.digestCap,
    inboxUrl: inboxUrl(desk.publicUrl, reader.onBehalfOf ?? reader.code),
    ...(reader.onBehalfOf === null ? {} : { onBehalfOf: reader.onBehalfOf }),
    calendar: law.calendar,
    publicUrl: desk.publicUrl,
  });
  if (mail === null) return null;
  await queueDigest(client, {
    ...{ id, messageId: messageIdFor(id, desk.from), recipientId: reader.id, to: reader.email, ...mail, day, now },
    sendAt: digestSlot(now, reader.id, officers, desk.perMinute),
    officerId,
    alertIds: standing.map(alert => alert.alertId),
    deadlineIds: standing.map(alert => alert.deadlineId),
  });
  // What a moved limit was told as is over with the new date that stands in this mail.
  const moved = [...told.values()].filter(one => fresh.has(nameOf(one)) && settlementOf(one) === 'moved');
  const over = [...settled.map(({ one }) => one), ...moved];
  await noteSettled(
    client,
    id,
    over.flatMap(one => one.alerts),
  );
  return standing.length;
}

const nameOf = ({ matterId, key }: Pick<ToldLimit, 'matterId' | 'key'>): string => `${matterId} ${key}`;

/** What the waiting alerts say, each with what the reader knew before and, if it comes late by our fault, since when. */
function itemsOf(
  law: LawInForce,
  alerts: readonly WaitingAlert[],
  told: ReadonlyMap<string, ToldLimit>,
  { officerId, today, unsent }: { officerId: string; today: Day; unsent: readonly Day[] },
): MailItem[] {
  const since = new Map<string, number>();
  for (const { deadlineId, since: at } of alerts) since.set(deadlineId, Math.min(at, since.get(deadlineId) ?? at));
  return alerts.map(alert => {
    const owed = digestDayOf(since.get(alert.deadlineId)!, law.calendar);
    return {
      ...itemOf(law, alert, officerId),
      change: changeOf(told.get(nameOf(alert)), today),
      ...(owed < today && unsent.includes(owed) ? { owedSince: owed } : {}),
    };
  });
}
