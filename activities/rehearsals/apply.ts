import type { ClientBase, Pool } from 'pg';
import { toIso, vietnamDay } from '../../law';
import { demandSigner, keepDates, LawRefused, lawReader, lawStamp } from '../law';
import { audit } from '../law/audit';
import { inTransaction } from '../matters/transaction';
import { demandSameLaw } from './begin';
import { type Rehearsal, readyRehearsal, rehearsalOf } from './store';
import { signIn, subjectName } from './subject';

const PENDING = `
SELECT count(*)::int AS n FROM rehearsal_change WHERE rehearsal_id = $1::uuid AND verdict = 'pending'`;

// Only what is still as it was rehearsed: a deadline that was done or moved meanwhile has no date to keep.
const KEPT = `
SELECT c.matter_id AS "matterId", c.key, c.due_before::text AS due, c.due_latest_before::text AS "dueLatest",
  (extract(epoch FROM c.due_at_before) * 1000)::float8 AS "dueAt", c.due::text AS "insteadOf", c.reason
FROM rehearsal_change c
JOIN deadline d ON d.matter_id = c.matter_id AND d.key = c.key AND d.current AND d.status IN ('open', 'paused', 'overdue')
  AND d.due = c.due_before AND d.due_latest = c.due_latest_before
WHERE c.rehearsal_id = $1::uuid AND c.verdict = 'rejected'
ORDER BY c.reason, c.matter_id, c.key`;

interface KeptRow {
  readonly matterId: string;
  readonly key: string;
  readonly due: string;
  readonly dueLatest: string;
  readonly dueAt: number | null;
  readonly insteadOf: string;
  readonly reason: string;
}

const APPLIED = `
UPDATE rehearsal SET state = 'applied', ended_at = to_timestamp($2 / 1000.0), ended_by = $3 WHERE id = $1::uuid`;

export interface Applied {
  readonly rehearsal: Rehearsal;
  /** Deadlines that keep their old date by decision. */
  readonly kept: number;
  /** Why dates move, for the recomputation: `law-2025-2027.1`. */
  readonly reason: string;
}

/**
 * Put a rehearsed draft in force: its second signature, and the rejected moves kept at their old dates, in one transaction. The open
 * matters must run the engine again afterwards.
 * @param by code or id of the second person: not the author of the draft
 * @throws LawRefused when a change waits for a verdict, the law has changed since, or the person may not sign
 */
export function applyRehearsal(pool: Pool, { id, by, now }: { id: string; by: string; now: number }): Promise<Applied> {
  return inTransaction(pool, async client => {
    const rehearsal = await readyRehearsal(client, id);
    demandSameLaw(rehearsal, await lawStamp(client));
    await demandAllDecided(client, id);
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)));
    await signIn(client, rehearsal.subject, await lawReader(pool)(now, null), { by, now });
    const { rows } = await client.query<KeptRow>(KEPT, [id]);
    for (const reason of new Set(rows.map(row => row.reason))) {
      const dates = rows.filter(row => row.reason === reason);
      await keepDates(client, dates, { reason, by: signer, rehearsalId: id, now });
    }
    await client.query(APPLIED, [id, now, signer.code]);
    await audit(client, now, signer.id, 'applyRehearsal', `rehearsal:${id}`, { kept: rows.length });
    return { rehearsal: await rehearsalOf(client, id), kept: rows.length, reason: subjectName(rehearsal.subject) };
  });
}

async function demandAllDecided(client: ClientBase, id: string): Promise<void> {
  const { n } = (await client.query<{ n: number }>(PENDING, [id])).rows[0]!;
  if (n === 0) return;
  throw new LawRefused(
    'undecided_changes',
    `Còn ${n} thay đổi chưa được chấp nhận hay từ chối: thoihan law approve ${id} (tất cả hoặc từng phần).`,
    `${n} changes are neither approved nor rejected yet: thoihan law approve ${id} (all, or in part).`,
  );
}
