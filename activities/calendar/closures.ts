/** Closures of single units: recorded by one person, counted once a second has signed, until withdrawn. */

import type { ClientBase, Pool } from 'pg';
import { toDay, toIso, vietnamDay } from '../../law';
import { audit } from '../law/audit';
import { LawRefused } from '../law/refused';
import { demandCountersigner, demandSigner } from '../law/signers';
import { inTransaction } from '../matters/transaction';

/** Days are ISO dates, both included; instants are ISO. */
export interface StoredClosure {
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly decision: string;
  readonly author: string;
  readonly recordedAt: string;
  readonly countersigner: string | null;
  readonly signedAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
  readonly state: 'draft' | 'signed' | 'withdrawn';
}

export interface CloseUnit {
  /** Made by the caller, so that the same closure again is the same row. */
  readonly id: string;
  /** Unit code. */
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Number and date of the decision. */
  readonly decision: string;
  readonly by: string;
  readonly now: number;
}

/** Longer closures are more likely a mistyped year. */
const LONGEST_DAYS = 366;

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const COLUMNS = `
c.id, u.code AS unit, c.unit_id AS "unitId", c.from_day::text AS "from", c.to_day::text AS "to", c.reason, c.decision, c.author,
${instant('c.recorded_at')} AS "recordedAt", c.countersigner, ${instant('c.signed_at')} AS "signedAt", c.withdrawn_by AS "withdrawnBy",
${instant('c.withdrawn_at')} AS "withdrawnAt", c.withdrawal_reason AS "withdrawalReason",
CASE WHEN c.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN c.countersigner IS NOT NULL THEN 'signed' ELSE 'draft' END AS state`;

const LIST = `
WITH RECURSIVE below (id) AS (
  SELECT id FROM unit WHERE $1::text IS NULL OR code = $1
  UNION
  SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
)
SELECT ${COLUMNS} FROM unit_closure c JOIN unit u ON u.id = c.unit_id
WHERE c.unit_id IN (SELECT id FROM below) ORDER BY c.from_day DESC, c.id`;

/** Closures of a unit (by code) and of those below it, newest first; without a unit, all. */
export async function closures(client: ClientBase | Pool, unit: string | null): Promise<readonly StoredClosure[]> {
  return (await client.query<StoredClosure>(LIST, [unit])).rows;
}

const ONE = `SELECT ${COLUMNS} FROM unit_closure c JOIN unit u ON u.id = c.unit_id WHERE c.id = $1::uuid`;

async function closure(client: ClientBase, id: string): Promise<StoredClosure> {
  const found = (await client.query<StoredClosure>(ONE, [id])).rows[0];
  if (found) return found;
  throw new LawRefused(
    'unknown_closure',
    `Không có lần đóng cửa ${id}. Xem: thoihan calendar closures.`,
    `There is no closure ${id}. See: thoihan calendar closures.`,
  );
}

const OVERLAPPING = `
SELECT ${COLUMNS} FROM unit_closure c JOIN unit u ON u.id = c.unit_id
WHERE c.unit_id = $1::uuid AND c.withdrawn_at IS NULL AND daterange(c.from_day, c.to_day, '[]') && daterange($2, $3, '[]') AND c.id <> $4::uuid`;
const INSERT = `
INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at)
VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))
ON CONFLICT (id) DO NOTHING`;

/**
 * Record that a unit is closed; it counts when a second person has signed (`signClosure`).
 * @throws LawRefused naming the field that is wrong, or the closure it overlaps
 */
export function closeUnit(pool: Pool, wanted: CloseUnit): Promise<StoredClosure> {
  return inTransaction(pool, async client => {
    const { id, from, to, reason, decision, by, now } = wanted;
    const unit = (await client.query<{ id: string }>('SELECT id FROM unit WHERE code = $1', [wanted.unit])).rows[0];
    if (!unit) {
      throw new LawRefused(
        'unknown_unit',
        `Không có đơn vị mã ${wanted.unit}. Xem: GET /v1/units.`,
        `There is no unit ${wanted.unit}. See: GET /v1/units.`,
        [{ field: 'unit', vi: `không có đơn vị ${wanted.unit}`, en: `no unit ${wanted.unit}` }],
      );
    }
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)), unit.id);
    checkDays(from, to);
    const other = (await client.query<StoredClosure>(OVERLAPPING, [unit.id, from, to, id])).rows[0];
    if (other) {
      throw new LawRefused(
        'overlaps',
        `Đơn vị ${wanted.unit} đã ghi đóng cửa từ ${other.from} đến ${other.to} (${other.id}); rút lần ấy trước: thoihan calendar withdraw ${other.id}.`,
        `Unit ${wanted.unit} is recorded closed from ${other.from} to ${other.to} (${other.id}); withdraw that first: thoihan calendar withdraw ${other.id}.`,
      );
    }
    const { rowCount } = await client.query(INSERT, [id, unit.id, from, to, reason, decision, signer.code, now]);
    if (rowCount === 1)
      await audit(client, now, signer.id, 'closeUnit', `closure:${id}`, { unit: wanted.unit, from, to, decision });
    return closure(client, id);
  });
}

function checkDays(from: string, to: string): void {
  const length = toDay(to) - toDay(from) + 1;
  if (length >= 1 && length <= LONGEST_DAYS) return;
  const vi =
    length < 1 ? `ngày cuối ${to} trước ngày đầu ${from}` : `${length} ngày, dài hơn một năm; kiểm tra lại năm`;
  const en =
    length < 1 ? `the last day ${to} is before the first, ${from}` : `${length} days, more than a year; check the year`;
  throw new LawRefused('wrong_days', `Đóng cửa: ${vi}.`, `Closure: ${en}.`, [{ field: 'to', vi, en }]);
}

const SIGN = `UPDATE unit_closure SET countersigner = $2, signed_at = to_timestamp($3 / 1000.0) WHERE id = $1::uuid`;

/**
 * The second signature under a closure: from then on it counts for the unit and those below it. Signing again changes nothing.
 * @throws LawRefused
 */
export function signClosure(
  pool: Pool,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<{ closure: StoredClosure; changed: boolean }> {
  return inTransaction(pool, async client => {
    const found = await closure(client, id);
    if (found.state === 'signed') return { closure: found, changed: false };
    if (found.state === 'withdrawn') throw withdrawn(id);
    const day = toIso(vietnamDay(now));
    await demandSigner(client, by, day, found.unitId);
    const signer = await demandCountersigner(client, by, found.author, day);
    await client.query(SIGN, [id, signer.code, now]);
    const { unit, from, to, decision, author } = found;
    await audit(client, now, signer.id, 'signClosure', `closure:${id}`, { unit, from, to, decision, author });
    return { closure: await closure(client, id), changed: true };
  });
}

const WITHDRAW = `
UPDATE unit_closure SET withdrawn_by = $2, withdrawn_at = to_timestamp($3 / 1000.0), withdrawal_reason = $4 WHERE id = $1::uuid`;

/** Take a closure back, with the reason: its days are working days again. @throws LawRefused */
export function withdrawClosure(
  pool: Pool,
  { id, by, reason, now }: { id: string; by: string; reason: string; now: number },
): Promise<StoredClosure> {
  return inTransaction(pool, async client => {
    const found = await closure(client, id);
    if (found.state === 'withdrawn') throw withdrawn(id);
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)), found.unitId);
    await client.query(WITHDRAW, [id, signer.code, now, reason]);
    await audit(client, now, signer.id, 'withdrawClosure', `closure:${id}`, { unit: found.unit, reason });
    return closure(client, id);
  });
}

const withdrawn = (id: string): LawRefused =>
  new LawRefused('withdrawn', `Lần đóng cửa ${id} đã được rút.`, `Closure ${id} was withdrawn.`);
