/**
 * A mail to the operators when the statement of the morning is missing, handed to the relay by this process itself: neither Temporal nor the
 * outbox takes part. Once a day for each installation, however many processes watch.
 */

import type { Pool } from 'pg';
import { derivedId, messageIdFor } from '../../activities/mail/ids';
import { openRelay } from '../../activities/mail/relay';
import { inTransaction } from '../../activities/matters/transaction';
import type { Logger } from '../../config/log';
import type { MailSettings } from '../../config/settings';
import { toIso, vietnamDay } from '../../law';
import { missingWords, statementState } from './watch';

export interface AlarmDeps {
  readonly pool: Pool;
  readonly mail: MailSettings;
  readonly log: Logger;
  /** Epoch ms. */
  readonly now: () => number;
}

/** `quiet`: nothing is missing; `told`: the mail went out; `known`: it had gone out; `refused`: the relay did not take it; `nobody`: no address. */
export type AlarmOutcome = 'quiet' | 'told' | 'known' | 'refused' | 'nobody';

// Held while the mail goes out: another process that looks meanwhile leaves it alone.
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtext('statement alarm')) AS mine`;
const TOLD = `SELECT 1 FROM statement_alarm WHERE day = $1::date`;
const NOTE = `INSERT INTO statement_alarm (day, at) VALUES ($1::date, $2)`;

/** Look once. @throws what the database throws */
export async function raiseAlarm({ pool, mail, log, now }: AlarmDeps): Promise<AlarmOutcome> {
  const at = now();
  const { day, missing } = await statementState(pool, at);
  if (!missing) return 'quiet';
  return inTransaction(pool, async client => {
    const { mine } = (await client.query<{ mine: boolean }>(LOCK)).rows[0]!;
    if (!mine || (await client.query(TOLD, [day])).rowCount) return 'known';
    log.error({ day }, 'the statement of alerts is missing');
    if (mail.operators === undefined) return 'nobody';
    if (!(await send(mail, day, missingWords(day), log))) return 'refused';
    await client.query(NOTE, [day, new Date(at)]);
    return 'told';
  });
}

/** One mail over a connection of its own. Its id comes from the day, so that a second one would be known as the same. */
async function send(
  mail: MailSettings,
  day: string,
  { vi, en }: { vi: string; en: string },
  log: Logger,
): Promise<boolean> {
  const id = derivedId('statement alarm', day);
  const relay = openRelay(mail);
  try {
    const { state, response } = await relay.send({
      id,
      messageId: messageIdFor(id, mail.from),
      kind: 'operators',
      to: mail.operators!,
      recipientId: null,
      subject: `[Thời Hạn] Thiếu bản thống kê nhắc hạn ${day} / statement of alerts missing`.normalize('NFC'),
      text: `${vi}\n${en}\n`.normalize('NFC'),
      html: null,
      matterId: null,
      attempt: 1,
    });
    // In doubt counts as sent: one mail too few is what the health endpoint and the metric are there for.
    if (state === 'accepted' || state === 'unknown') return true;
    log.error({ day, response }, 'the alarm about a missing statement was not taken by the relay');
    return false;
  } finally {
    relay.close();
  }
}

const MINUTE_MS = 60_000;

/**
 * Look every minute. A database that does not answer is told of as well, by this process alone and once a day: without it nobody can know of
 * the statement, nor who has told already.
 * @returns what stops it
 */
export function watchStatement(deps: AlarmDeps, everyMs = MINUTE_MS): () => Promise<void> {
  let toldOf: string | null = null;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await raiseAlarm(deps);
    } catch (error) {
      deps.log.error({ code: (error as { code?: string }).code }, 'nobody can say whether the statement is there');
      const day = toIso(vietnamDay(deps.now()));
      if (deps.mail.operators === undefined || toldOf === day) return;
      if (await send(deps.mail, day, UNREADABLE, deps.log)) toldOf = day;
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

const UNREADABLE = {
  vi: 'Cơ sở dữ liệu không trả lời, nên không biết có bản thống kê nhắc hạn hay không. Xem GET /health/ready.',
  en: 'The database does not answer, so nobody can say whether the statement of alerts is there. See GET /health/ready.',
};
