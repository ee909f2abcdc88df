/** What the leadership of a province is told of a week. */

import type { ClientBase, Pool } from 'pg';
import type { LateLimit, LateOfficer, UnitWeek } from '../../alerts';
import { type LawId, type LawInForce, matterLabel, toDay } from '../../law';
import type { MatterKind } from '../../law/model';
import { dutyWords } from './duty-words';

export interface Province {
  readonly id: string;
  readonly name: string;
  /** Officers who lead or administer it. */
  readonly leaders: readonly string[];
}

const PROVINCES = `
SELECT u.id, u.name, array_agg(DISTINCT o.id ORDER BY o.id) AS leaders
FROM unit u
JOIN officer_role r ON r.unit_id = u.id AND r.role IN ('province_head', 'administrator')
  AND r.valid_from <= $1::date AND (r.valid_to IS NULL OR r.valid_to >= $1::date)
JOIN officer o ON o.id = r.officer_id AND o.active
WHERE u.kind = 'province'
GROUP BY u.id, u.name ORDER BY u.id`;

/** Provinces with somebody to tell on `day` (ISO date). */
export async function ledProvinces(pool: Pool, day: string): Promise<Province[]> {
  return (await pool.query<Province>(PROVINCES, [day])).rows;
}

/** The units of province $1. */
const BELOW = `
below AS (
  SELECT id FROM unit WHERE id = $1::uuid
  UNION
  SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
)`;
/** Limits that this agency owes, as in the totals of a digest. */
const OWED = `d.current AND NOT d.lapse AND d.role <> 'external' AND m.kind <> 'plan' AND m.unit_id IN (SELECT id FROM below)`;

const UNITS = `
WITH RECURSIVE ${BELOW}, standing AS (
  SELECT m.unit_id,
    count(*) FILTER (WHERE d.status IN ('open', 'paused'))::int AS open,
    count(*) FILTER (WHERE d.status = 'overdue')::int AS overdue,
    count(*) FILTER (WHERE d.status IN ('overdue', 'late') AND d.due_latest + 1 BETWEEN $2::date AND $3::date)::int AS newly,
    count(*) FILTER (WHERE d.status IN ('met', 'late') AND d.closed_on BETWEEN $2::date AND $3::date)::int AS done
  FROM deadline d JOIN matter m ON m.id = d.matter_id
  WHERE ${OWED} AND (d.status IN ('open', 'paused', 'overdue') OR d.closed_on >= $2::date)
  GROUP BY 1
), told AS (
  SELECT m.unit_id, count(DISTINCT a.deadline_id)::int AS told,
    count(DISTINCT a.deadline_id) FILTER (WHERE a.state = 'acknowledged')::int AS acknowledged
  FROM alert a JOIN deadline d ON d.id = a.deadline_id JOIN matter m ON m.id = a.matter_id
  WHERE a.level = 'officer' AND a.state IN ('queued', 'acknowledged') AND NOT d.lapse AND d.role <> 'external' AND m.kind <> 'plan'
    AND m.unit_id IN (SELECT id FROM below)
    AND a.created_at >= $2::date::timestamp AT TIME ZONE INTERVAL '+07:00'
    AND a.created_at < ($3::date + 1)::timestamp AT TIME ZONE INTERVAL '+07:00'
  GROUP BY 1
)
SELECT u.code, u.name, coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue, coalesce(newly, 0) AS "newlyOverdue",
  coalesce(done, 0) AS done, coalesce(told, 0) AS told, coalesce(acknowledged, 0) AS acknowledged
FROM below JOIN unit u USING (id) LEFT JOIN standing s ON s.unit_id = u.id LEFT JOIN told t ON t.unit_id = u.id
ORDER BY u.code`;

/** The units of a province: how they stand, and their week from `from` to `to` (ISO dates). */
export async function unitsOf(client: ClientBase, provinceId: string, from: string, to: string): Promise<UnitWeek[]> {
  return (await client.query<UnitWeek>(UNITS, [provinceId, from, to])).rows;
}

const OFFICERS = `
WITH RECURSIVE ${BELOW}
SELECT o.code, u.code AS "unitCode", count(*)::int AS overdue, min(d.due_latest)::text AS oldest
FROM deadline d JOIN matter m ON m.id = d.matter_id JOIN officer o ON o.id = m.officer_id JOIN unit u ON u.id = o.unit_id
WHERE ${OWED} AND d.status = 'overdue'
GROUP BY o.id, u.code ORDER BY count(*) DESC, min(d.due_latest), o.code LIMIT $2`;

/** The officers with most that is overdue. */
export async function lateOfficers(client: ClientBase, provinceId: string, most: number): Promise<LateOfficer[]> {
  const { rows } = await client.query<Omit<LateOfficer, 'oldest'> & { oldest: string }>(OFFICERS, [provinceId, most]);
  return rows.map(row => ({ ...row, oldest: toDay(row.oldest) }));
}

const OLDEST = `
WITH RECURSIVE ${BELOW}
SELECT m.id AS "matterId", m.kind::text AS kind, m.number, d.duty_id AS "dutyId", d.law, u.code AS "unitCode", o.code AS "officerCode",
  d.due_latest::text AS "dueLatest"
FROM deadline d JOIN matter m ON m.id = d.matter_id JOIN unit u ON u.id = m.unit_id LEFT JOIN officer o ON o.id = m.officer_id
WHERE ${OWED} AND d.status = 'overdue'
ORDER BY d.due_latest, m.number, d.id LIMIT $2`;

interface OldestRow extends Pick<LateLimit, 'matterId' | 'unitCode' | 'officerCode'> {
  readonly kind: MatterKind;
  readonly number: string;
  readonly dutyId: string;
  readonly law: LawId;
  readonly dueLatest: string;
}

/** What is overdue longest. */
export async function oldestLimits(
  client: ClientBase,
  provinceId: string,
  law: LawInForce,
  most: number,
): Promise<LateLimit[]> {
  const { rows } = await client.query<OldestRow>(OLDEST, [provinceId, most]);
  return rows.map(({ kind, number, dutyId, law: lawId, dueLatest, ...row }) => ({
    ...row,
    matterNumber: matterLabel(kind, number),
    dutyNameVi: dutyWords(law, dutyId, lawId).dutyNameVi,
    dueLatest: toDay(dueLatest),
  }));
}
