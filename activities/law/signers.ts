/** Who may load and sign what decides dates: legal officers and heads of a province, in office that day. */

import type { ClientBase, Pool } from 'pg';
import { LawRefused } from './refused';

export interface Signer {
  readonly id: string;
  /** Kept beside what was signed. */
  readonly code: string;
}

// With a unit: in the province (or a department of it) that the unit belongs to.
const SIGNER = `
WITH RECURSIVE chain (id, parent_id) AS (
  SELECT id, parent_id FROM unit WHERE id = $3::uuid
  UNION
  SELECT unit.id, unit.parent_id FROM unit JOIN chain ON unit.id = chain.parent_id
)
SELECT o.id, o.code
FROM officer o
WHERE (o.id::text = $1 OR o.code = $1) AND o.active AND EXISTS (
  SELECT 1 FROM officer_role r JOIN unit u ON u.id = r.unit_id
  WHERE r.officer_id = o.id AND r.role IN ('legal_officer', 'province_head')
    AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
    AND u.kind IN ('province', 'department')
    AND ($3::uuid IS NULL OR u.id IN (SELECT id FROM chain) OR u.parent_id IN (SELECT id FROM chain)))`;

/**
 * The officer (id or code) when he or she may sign on `day` (ISO date).
 * @param unitId only for what concerns this unit; null for what holds everywhere
 * @returns null when not
 */
export async function signerOn(
  client: ClientBase | Pool,
  officer: string,
  day: string,
  unitId: string | null = null,
): Promise<Signer | null> {
  return (await client.query<Signer>(SIGNER, [officer, day, unitId])).rows[0] ?? null;
}

/** The same, demanded. @throws LawRefused `not_a_signer` */
export async function demandSigner(
  client: ClientBase | Pool,
  officer: string,
  day: string,
  unitId: string | null = null,
): Promise<Signer> {
  const signer = await signerOn(client, officer, day, unitId);
  if (signer) return signer;
  throw new LawRefused(
    'not_a_signer',
    `${officer} không phải cán bộ pháp chế hoặc Thủ trưởng THADS tỉnh đương nhiệm ngày ${day}; việc này cần một trong hai.`,
    `${officer} is not a legal officer or head of a province in office on ${day}; one of these is needed.`,
  );
}

/**
 * The second signature: another person than the author, and the author still in office.
 * @throws LawRefused `not_a_signer`, `own_work`, `author_left`
 */
export async function demandCountersigner(
  client: ClientBase | Pool,
  officer: string,
  author: string,
  day: string,
): Promise<Signer> {
  const signer = await demandSigner(client, officer, day);
  if (signer.code === author) {
    throw new LawRefused(
      'own_work',
      `${author} là người soạn nên không được tự ký duyệt; cần một người khác.`,
      `${author} is the author and cannot countersign; another person is needed.`,
    );
  }
  if (await signerOn(client, author, day)) return signer;
  throw new LawRefused(
    'author_left',
    `Người soạn ${author} không còn giữ chức trách ngày ${day}; hãy để người đương nhiệm nạp lại rồi ký.`,
    `The author ${author} holds no such office on ${day}; have somebody in office load it again, then sign.`,
  );
}
