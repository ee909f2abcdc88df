import type { ClientBase, Pool } from 'pg';

/** Who heads a unit on a day: of the unit itself or the nearest above it, and of its province. */
export interface Heads {
  readonly branchHead: string | null;
  readonly provinceHead: string | null;
}

const HEADS = `
WITH RECURSIVE chain AS (
  SELECT id AS unit_id, id AS at_id, parent_id, 0 AS depth FROM unit WHERE id = ANY($1::uuid[])
  UNION ALL
  SELECT chain.unit_id, unit.id, unit.parent_id, depth + 1 FROM chain JOIN unit ON unit.id = chain.parent_id
), heads AS (
  SELECT chain.unit_id, r.role, chain.depth, r.valid_from, r.officer_id
  FROM chain
  JOIN officer_role r ON r.unit_id = chain.at_id AND r.role IN ('branch_head', 'department_head', 'province_head')
    AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
  JOIN officer o ON o.id = r.officer_id AND o.active
)
SELECT unit_id,
  (array_agg(officer_id ORDER BY depth, valid_from DESC, officer_id) FILTER (WHERE role <> 'province_head'))[1] AS branch_head,
  (array_agg(officer_id ORDER BY depth, valid_from DESC, officer_id) FILTER (WHERE role = 'province_head'))[1] AS province_head
FROM heads GROUP BY unit_id`;

/** Heads of the units in office on `day` (ISO date). A unit without any head of its own or above is left out. */
export async function headsOf(
  client: ClientBase | Pool,
  unitIds: readonly string[],
  day: string,
): Promise<Map<string, Heads>> {
  const { rows } = await client.query<{ unit_id: string; branch_head: string | null; province_head: string | null }>({
    name: 'unit-heads',
    text: HEADS,
    values: [[...new Set(unitIds)], day],
  });
  return new Map(rows.map(row => [row.unit_id, { branchHead: row.branch_head, provinceHead: row.province_head }]));
}
