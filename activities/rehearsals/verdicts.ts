/** Approving and rejecting what a rehearsal found, in bulk or one by one. */

import type { ClientBase, Pool } from 'pg';
import { toIso, vietnamDay } from '../../law';
import { demandSigner, LawRefused } from '../law';
import { audit } from '../law/audit';
import { inTransaction } from '../matters/transaction';
import { readyRehearsal } from './store';

/** Which changes; what is left out does not narrow. */
export interface Which {
  /** Unit code; the units below it too. */
  readonly unit?: string | undefined;
  /** Officer code. */
  readonly officer?: string | undefined;
  readonly kind?: 'earlier' | 'later' | 'new' | 'gone' | undefined;
  readonly dutyId?: string | undefined;
  readonly verdict?: 'pending' | 'approved' | 'rejected' | undefined;
  readonly overdueAtOnce?: boolean | undefined;
  /** One matter, and in it one deadline. */
  readonly matterId?: string | undefined;
  readonly key?: string | undefined;
}

/** Condition on `rehearsal_change c` and officer `o`; parameters from $2 on, in the order of `valuesOf`. */
export const MATCHES = `
c.rehearsal_id = $1::uuid
AND ($2::text IS NULL OR c.unit_id IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM unit WHERE code = $2 UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id)
  SELECT id FROM below))
AND ($3::text IS NULL OR o.code = $3) AND ($4::text IS NULL OR c.kind::text = $4) AND ($5::text IS NULL OR c.duty_id = $5)
AND ($6::text IS NULL OR c.verdict::text = $6) AND ($7::boolean IS NULL OR c.overdue_at_once = $7)
AND ($8::uuid IS NULL OR c.matter_id = $8) AND ($9::text IS NULL OR c.key = $9)`;

export const valuesOf = (id: string, which: Which): unknown[] => [
  id,
  which.unit ?? null,
  which.officer ?? null,
  which.kind ?? null,
  which.dutyId ?? null,
  which.verdict ?? null,
  which.overdueAtOnce ?? null,
  which.matterId ?? null,
  which.key ?? null,
];

const UNITS = `
SELECT DISTINCT c.unit_id AS id FROM rehearsal_change c LEFT JOIN officer o ON o.id = c.officer_id WHERE ${MATCHES}`;
const UNMOVED = `
SELECT count(*)::int AS n FROM rehearsal_change c LEFT JOIN officer o ON o.id = c.officer_id
WHERE ${MATCHES} AND c.kind IN ('new', 'gone')`;
const DECIDE = `
UPDATE rehearsal_change SET verdict = $10::"ChangeVerdict", reason = $11, decided_by = $12, decided_at = to_timestamp($13 / 1000.0)
WHERE (rehearsal_id, matter_id, key) IN (
  SELECT c.rehearsal_id, c.matter_id, c.key FROM rehearsal_change c LEFT JOIN officer o ON o.id = c.officer_id WHERE ${MATCHES})`;

export interface Verdict {
  readonly id: string;
  readonly which: Which;
  readonly verdict: 'approved' | 'rejected';
  /** Needed to reject: it stays with every date that is kept. */
  readonly reason?: string | undefined;
  readonly by: string;
  readonly now: number;
}

/**
 * Approve or reject the changes that match. A rejected move keeps its old date by decision when the draft is applied.
 * @returns how many changes it was said of
 * @throws LawRefused when nothing matches, a deadline that opens or falls away is to be rejected, or the person may not for a unit
 */
export function decideChanges(
  pool: Pool,
  { id, which, verdict, reason, by, now }: Verdict,
): Promise<{ changes: number }> {
  return inTransaction(pool, async client => {
    await readyRehearsal(client, id);
    const values = valuesOf(id, which);
    const day = toIso(vietnamDay(now));
    const signer = await demandSigner(client, by, day);
    const units = (await client.query<{ id: string }>(UNITS, values)).rows;
    if (units.length === 0) throw nothingMatches();
    for (const unit of units) await demandSigner(client, by, day, unit.id);
    if (verdict === 'rejected') await demandMoves(client, values, reason);
    const { rowCount } = await client.query(DECIDE, [...values, verdict, reason ?? null, signer.code, now]);
    const changes = rowCount ?? 0;
    await audit(client, now, signer.id, 'decideRehearsal', `rehearsal:${id}`, { verdict, reason, which, changes });
    return { changes };
  });
}

const nothingMatches = (): LawRefused =>
  new LawRefused('nothing_matches', 'Không có thay đổi nào khớp điều kiện.', 'No change matches.');

async function demandMoves(client: ClientBase, values: unknown[], reason: string | undefined): Promise<void> {
  if (!reason?.trim()) {
    throw new LawRefused('reason_needed', 'Từ chối phải có lý do.', 'A rejection needs a reason.', [
      { field: 'reason', vi: 'phải ghi lý do', en: 'is needed' },
    ]);
  }
  const unmoved = (await client.query<{ n: number }>(UNMOVED, values)).rows[0]!.n;
  if (unmoved === 0) return;
  throw new LawRefused(
    'no_date_to_keep',
    `${unmoved} thay đổi là thời hạn mở mới hoặc không còn: không có hạn cũ để giữ. Hãy chọn riêng loại earlier hoặc later; muốn bỏ những thay đổi ấy thì sửa bản nháp.`,
    `${unmoved} changes are deadlines that open or fall away: there is no date to keep. Choose kind earlier or later; to be rid of those, mend the draft.`,
  );
}
