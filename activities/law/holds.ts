/** Dates of single deadlines kept by decision when a new law or calendar is applied. */

import type { ClientBase, Pool, PoolClient } from 'pg';
import { toIso, vietnamDay } from '../../law';
import { derivedId } from '../mail/ids';
import { inTransaction } from '../matters/transaction';
import { audit } from './audit';
import { LawRefused } from './refused';
import { demandSigner, type Signer } from './signers';

/** One deadline to keep. Days are ISO dates. */
export interface KeepDate {
  readonly matterId: string;
  readonly key: string;
  readonly due: string;
  readonly dueLatest: string;
  /** Epoch ms, for hours only. */
  readonly dueAt: number | null;
  /** The due day under the law or calendar that is applied now. */
  readonly insteadOf: string;
}

export interface StoredHold extends KeepDate {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
  readonly decidedAt: string;
  readonly rehearsalId: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
}

const RELEASE_OTHERS = `
UPDATE deadline_hold h SET released_by = $2, released_at = to_timestamp($3 / 1000.0)
FROM json_to_recordset($1::json) AS r (matter_id uuid, key text)
WHERE h.matter_id = r.matter_id AND h.key = r.key AND h.released_at IS NULL`;
const INSERT = `
INSERT INTO deadline_hold (id, matter_id, key, due, due_latest, due_at, instead_of, reason, author, decided_at, rehearsal_id)
SELECT r.id, r.matter_id, r.key, r.due, r.due_latest, to_timestamp(r.due_at / 1000.0), r.instead_of, $2, $3, to_timestamp($4 / 1000.0), $5::uuid
FROM json_to_recordset($1::json) AS r (id uuid, matter_id uuid, key text, due date, due_latest date, due_at float8, instead_of date)`;

/** What the kept dates stand on. */
export interface HoldDecision {
  readonly reason: string;
  readonly by: Signer;
  readonly rehearsalId: string | null;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Keep the dates of deadlines, in the caller's transaction; a date kept before for the same deadline gives way. The matters must run
 * the engine again afterwards. Whether the signer may is for the caller to see to (`demandSigner` for each matter's unit).
 */
export async function keepDates(
  client: PoolClient,
  dates: readonly KeepDate[],
  { reason, by, rehearsalId, now }: HoldDecision,
): Promise<void> {
  const rows = dates.map(date => ({
    id: derivedId('hold', date.matterId, date.key, String(now)),
    ...{ matter_id: date.matterId, key: date.key, due: date.due, due_latest: date.dueLatest, due_at: date.dueAt },
    instead_of: date.insteadOf,
  }));
  await client.query(RELEASE_OTHERS, [JSON.stringify(rows), by.code, now]);
  await client.query(INSERT, [JSON.stringify(rows), reason, by.code, now, rehearsalId]);
  for (const { id, matter_id, ...row } of rows) {
    await audit(client, now, by.id, 'holdDeadline', `matter:${matter_id}`, { id, ...row, reason, rehearsalId });
  }
}

// The version in force, and the one it replaced.
const VERSIONS = `
SELECT d.status::text, d.change_reason AS reason, d.pack_version AS pack, d.calendar_version AS calendar, d.due::text, d.due_latest::text AS "dueLatest",
  (extract(epoch FROM d.due_at) * 1000)::float8 AS "dueAt", m.unit_id AS "unitId"
FROM deadline d JOIN matter m ON m.id = d.matter_id
WHERE d.matter_id = $1::uuid AND d.key = $2 ORDER BY d.version DESC LIMIT 2`;

interface VersionRow {
  readonly status: string;
  readonly due: string;
  readonly dueLatest: string;
  readonly dueAt: number | null;
  readonly unitId: string;
  readonly reason: string | null;
  readonly pack: string;
  readonly calendar: string;
}

/**
 * Keep one open deadline at the date it had before its latest change.
 * @throws LawRefused when there is no such deadline, it is closed, it never moved, or this person may not
 */
export function holdDeadline(
  pool: Pool,
  { matterId, key, reason, by, now }: { matterId: string; key: string; reason: string; by: string; now: number },
): Promise<StoredHold> {
  return inTransaction(pool, async client => {
    const [current, before] = (await client.query<VersionRow>(VERSIONS, [matterId, key])).rows;
    if (!current) {
      throw new LawRefused(
        'unknown_deadline',
        `Việc này không có thời hạn ${key}.`,
        `This matter has no deadline ${key}.`,
      );
    }
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)), current.unitId);
    if (['met', 'late', 'void'].includes(current.status)) {
      throw new LawRefused('closed_deadline', 'Thời hạn này đã khép lại.', 'This deadline is closed.');
    }
    const kept = (await holdsOf(client, matterId)).find(hold => hold.key === key && hold.releasedAt === null);
    // The same decision again, because its answer was lost.
    if (kept && kept.author === signer.code && kept.reason === reason) return kept;
    if (kept) throw new LawRefused('already_held', 'Hạn này đang được giữ.', 'This deadline is being kept already.');
    if (
      !before ||
      (before.due === current.due && before.dueLatest === current.dueLatest && before.dueAt === current.dueAt)
    ) {
      throw new LawRefused(
        'never_moved',
        'Hạn này chưa từng dời, không có hạn cũ để giữ.',
        'This deadline never moved; there is no earlier date to keep.',
      );
    }
    if (before.pack === current.pack && before.calendar === current.calendar) {
      throw new LawRefused(
        'moved_by_event',
        `Hạn này dời vì sự kiện của hồ sơ (${current.reason}), không phải vì luật hay lịch; không giữ được hạn cũ.`,
        `This deadline moved because of an event (${current.reason}), not of law or calendar; its old date cannot be kept.`,
      );
    }
    const { due, dueLatest, dueAt } = before;
    const date = { matterId, key, due, dueLatest, dueAt, insteadOf: current.due };
    await keepDates(client, [date], { reason, by: signer, rehearsalId: null, now });
    return (await holdsOf(client, matterId)).find(hold => hold.key === key && hold.releasedAt === null)!;
  });
}

const RELEASE = `
UPDATE deadline_hold SET released_by = $3, released_at = to_timestamp($4 / 1000.0)
WHERE matter_id = $1::uuid AND key = $2 AND released_at IS NULL RETURNING id`;
const UNIT = `SELECT unit_id AS "unitId" FROM matter WHERE id = $1::uuid`;

/** Let a kept deadline follow the law again. @throws LawRefused when none is kept, or this person may not */
export function releaseHold(
  pool: Pool,
  { matterId, key, by, now }: { matterId: string; key: string; by: string; now: number },
): Promise<void> {
  return inTransaction(pool, async client => {
    const matter = (await client.query<{ unitId: string }>(UNIT, [matterId])).rows[0];
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)), matter?.unitId ?? null);
    const { rows } = await client.query<{ id: string }>(RELEASE, [matterId, key, signer.code, now]);
    if (!rows[0]) {
      throw new LawRefused('nothing_held', `Hạn ${key} không đang được giữ.`, `The deadline ${key} is not being kept.`);
    }
    await audit(client, now, signer.id, 'releaseHold', `matter:${matterId}`, { id: rows[0].id, key });
  });
}

const HOLDS = `
SELECT id, matter_id AS "matterId", key, due::text, due_latest::text AS "dueLatest", (extract(epoch FROM due_at) * 1000)::float8 AS "dueAt",
  instead_of::text AS "insteadOf", reason, author, to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "decidedAt",
  rehearsal_id AS "rehearsalId", released_by AS "releasedBy",
  to_char(released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "releasedAt"
FROM deadline_hold WHERE matter_id = $1::uuid ORDER BY decided_at DESC, key`;

/** Every date ever kept of a matter, the newest decision first. */
export const holdsOf = async (client: ClientBase | Pool, matterId: string): Promise<readonly StoredHold[]> =>
  (await client.query<StoredHold>(HOLDS, [matterId])).rows;
