import { vnDate } from '../../law';
import type { StatementSummary } from '../contract';
import type { ActivityDeps } from '../deps';
import { derivedId, messageIdFor } from '../mail/ids';

const QUEUE = `
INSERT INTO outbox (id, message_id, kind, to_address, subject, text, for_day, next_try_at, created_at)
VALUES ($1::uuid, $2, 'operators', $3, $4, $5, $6::date, $7, $7)
ON CONFLICT (id) DO NOTHING`;

/**
 * One line to the operators about what is still unaccounted for after healing. Safe to repeat: the mail's id comes from the statement.
 * @returns whether there is anybody to tell
 */
export async function tellOperators(
  { pool, mail, publicUrl }: Pick<ActivityDeps, 'pool' | 'mail' | 'publicUrl'>,
  { statement, now }: { statement: StatementSummary; now: number },
): Promise<{ told: boolean }> {
  if (mail.operators === undefined) return { told: false };
  const { day, revision, due, unaccounted } = statement;
  const id = derivedId('operators', day, String(revision));
  const date = vnDate(day);
  const subject = `[Thời Hạn] ${date}: ${unaccounted} nhắc hạn không rõ đi đâu / ${unaccounted} reminders unaccounted for`;
  const text = [
    `Đến hạn nhắc ${due}, không giải trình được ${unaccounted}. Xem: thoihan statement --on ${day}`,
    `${due} reminders were due, ${unaccounted} are unaccounted for. See: thoihan statement --on ${day}`,
    `${publicUrl}/v1/statements/${day}`,
  ].join('\n');
  const values = [id, messageIdFor(id, mail.from), mail.operators, subject.normalize('NFC'), text.normalize('NFC')];
  await pool.query(QUEUE, [...values, day, new Date(now)]);
  return { told: true };
}
