import type { Pool } from 'pg';
import { toIso, vietnamDay } from '../../law';
import { demandSigner, LawRefused, lawStamp } from '../law';
import { audit } from '../law/audit';
import { OPEN_MATTERS } from '../matters';
import { inTransaction } from '../matters/transaction';
import { type Rehearsal, readyRehearsal, rehearsalOf } from './store';
import { type Subject, subjectName, trialOf } from './subject';

const INSERT = `
INSERT INTO rehearsal (id, subject, author, created_at, law_stamp, matters_total)
VALUES ($1::uuid, $2::jsonb, $3, to_timestamp($4 / 1000.0), $5, (SELECT count(*) FROM matter WHERE ${OPEN_MATTERS}))
ON CONFLICT (id) DO NOTHING`;

export interface Begin {
  /** Made by the caller, so that the same command again is the same rehearsal. */
  readonly id: string;
  readonly subject: Subject;
  readonly by: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Note that a draft is to be tried on every open matter; `computeRehearsal` does it.
 * @throws LawRefused when it is no draft, or the person may not
 */
export function beginRehearsal(pool: Pool, { id, subject, by, now }: Begin): Promise<Rehearsal> {
  return inTransaction(pool, async client => {
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)));
    await trialOf(client, subject, now);
    const values = [id, JSON.stringify(subject), signer.code, now, await lawStamp(client)];
    const { rowCount } = await client.query(INSERT, values);
    if (rowCount === 1)
      await audit(client, now, signer.id, 'rehearse', `rehearsal:${id}`, { subject: subjectName(subject) });
    return rehearsalOf(client, id);
  });
}

const ABANDON = `
UPDATE rehearsal SET state = 'abandoned', ended_at = to_timestamp($2 / 1000.0), ended_by = $3 WHERE id = $1::uuid`;

/** Put a rehearsal away; its draft stays a draft. @throws LawRefused when it has ended already, or the person may not */
export function abandonRehearsal(
  pool: Pool,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<Rehearsal> {
  return inTransaction(pool, async client => {
    const { state } = await rehearsalOf(client, id, true);
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)));
    if (state !== 'computing') await readyRehearsal(client, id);
    await client.query(ABANDON, [id, now, signer.code]);
    await audit(client, now, signer.id, 'abandonRehearsal', `rehearsal:${id}`, {});
    return rehearsalOf(client, id);
  });
}

/** @throws LawRefused `law_changed` */
export function demandSameLaw(rehearsal: Rehearsal, stamp: number): void {
  if (rehearsal.lawStamp === stamp) return;
  throw new LawRefused(
    'law_changed',
    'Luật hoặc lịch đang áp dụng đã đổi sau lần chạy thử này; hãy chạy thử lại.',
    'The law or calendar in force has changed since this rehearsal; rehearse again.',
  );
}
