import type { PoolClient } from 'pg';
import { composeWeekly, type WeeklyInput } from '../../alerts';
import { type Calendar, toDay, toIso, weekday } from '../../law';
import type { Day } from '../../law/model';
import type { MailActivities } from '../contract';
import { inTransaction } from '../matters/transaction';
import { readerFor } from './digest-rows';
import type { DigestDesk } from './digests';
import { derivedId, messageIdFor } from './ids';
import { lateOfficers, ledProvinces, oldestLimits, type Province, unitsOf } from './weekly-rows';

const WORST_OFFICERS = 5;
const OLDEST = 10;

/**
 * On the first working day of a week, the week before for those who lead or administer a province: one mail each. On other days nothing
 * is done. Ids come from officer and day, so a repeat adds nothing; each province is one transaction.
 * @throws AggregateError after all provinces were tried, when some mails could not be written.
 */
export async function composeWeeklies(
  desk: DigestDesk,
  { day, now }: { day: string; now: number },
): ReturnType<MailActivities['composeWeeklies']> {
  let mails = 0;
  const failures: unknown[] = [];
  for (const province of await ledProvinces(desk.pool, day)) {
    try {
      const law = await desk.lawAt(now, province.id);
      if (!opensTheWeek(toDay(day), law.calendar)) continue;
      mails += await inTransaction(desk.pool, async client => {
        const monday = toDay(day) - weekday(toDay(day));
        const [from, to] = [monday - 7, monday - 1];
        return writeWeeklies(desk, client, province, now, {
          province: province.name,
          day: toDay(day),
          from,
          to,
          units: await unitsOf(client, province.id, toIso(from), toIso(to)),
          officers: await lateOfficers(client, province.id, WORST_OFFICERS),
          oldest: await oldestLimits(client, province.id, law, OLDEST),
          calendar: law.calendar,
          publicUrl: desk.publicUrl,
        });
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `weeklies of ${failures.length} provinces failed on ${day}: ${failures[0]}`);
  }
  return { mails };
}

/** Whether a day is the first working day of its week (Monday first). */
export function opensTheWeek(day: Day, calendar: Calendar): boolean {
  if (!calendar.isWorking(day)) return false;
  for (let before = day - weekday(day); before < day; before++) if (calendar.isWorking(before)) return false;
  return true;
}

const WRITE = `
INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, html, for_day, state, next_try_at, created_at)
VALUES ($1::uuid, $2, 'weekly', $3::uuid, $4, $5, $6, $7, $8::date, 'pending', $9, $9)
ON CONFLICT (id) DO NOTHING`;

async function writeWeeklies(
  desk: DigestDesk,
  client: PoolClient,
  { leaders }: Province,
  now: number,
  week: Omit<WeeklyInput, 'onBehalfOf'>,
): Promise<number> {
  const day = toIso(week.day);
  let written = 0;
  for (const leader of leaders) {
    const reader = await readerFor(client, leader, day);
    const mail = composeWeekly({ ...week, ...(reader.onBehalfOf === null ? {} : { onBehalfOf: reader.onBehalfOf }) });
    if (mail === null) continue;
    const id = derivedId('weekly', leader, day);
    const values = [id, messageIdFor(id, desk.from), reader.id, reader.email, mail.subject, mail.text, mail.html, day];
    written += (await client.query(WRITE, [...values, new Date(now)])).rowCount ?? 0;
  }
  return written;
}
