import type { Pool } from 'pg';
import { Office, type OfficeRows } from '../../alerts';

// Longer back than any step waits, nobody's absence matters.
const ROWS = `
SELECT
  (SELECT json_agg(json_build_object('id', id, 'parentId', parent_id, 'kind', kind)) FROM unit) AS units,
  (SELECT json_agg(json_build_object('id', id, 'code', code, 'unitId', unit_id, 'active', active)) FROM officer) AS officers,
  (SELECT json_agg(json_build_object('officerId', officer_id, 'unitId', unit_id, 'role', role,
      'from', valid_from - DATE '1970-01-01', 'to', valid_to - DATE '1970-01-01'))
    FROM officer_role WHERE role IN ('branch_head', 'department_head', 'province_head')) AS roles,
  (SELECT json_agg(json_build_object('officerId', officer_id, 'from', from_day - DATE '1970-01-01', 'to', to_day - DATE '1970-01-01'))
    FROM absence WHERE to_day > current_date - 1500) AS absences,
  (SELECT json_agg(json_build_object('officerId', delegator_id, 'delegateId', delegate_id,
      'from', from_day - DATE '1970-01-01', 'to', to_day - DATE '1970-01-01'))
    FROM delegation WHERE to_day > current_date - 1500) AS delegations`;

type Row = { [K in keyof OfficeRows]: OfficeRows[K] | null };

async function readOffice(pool: Pool): Promise<Office> {
  const row = (await pool.query<Row>(ROWS)).rows[0]!;
  const { units, officers, roles, absences, delegations } = row;
  return new Office({
    ...{ units: units ?? [], officers: officers ?? [], roles: roles ?? [] },
    ...{ absences: absences ?? [], delegations: delegations ?? [] },
  });
}

/** Reads a database once at each stamp: a greater one reads again. All who work on a pool share what was read. */
export function stamped<T>(read: (pool: Pool) => Promise<T>): (pool: Pool, stamp: number) => Promise<T> {
  const known = new WeakMap<Pool, { stamp: number; value: Promise<T> }>();
  return (pool, stamp) => {
    const kept = known.get(pool);
    if (kept !== undefined && stamp <= kept.stamp) return kept.value;
    const fresh = { stamp, value: read(pool) };
    known.set(pool, fresh);
    // A reading that failed is not kept: the next one asks again.
    fresh.value.catch(() => {
      if (known.get(pool) === fresh) known.delete(pool);
    });
    return fresh.value;
  };
}

/** Who works where and who is away, at least as new as the stamp read with a matter (`officeStamp`). */
export const officeAt = stamped(readOffice);
