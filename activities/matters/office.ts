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

/** What was read at one stamp; the next greater stamp reads again. */
export function stamped<T>(read: () => Promise<T>): (stamp: number) => Promise<T> {
  let known: { stamp: number; value: Promise<T> } | undefined;
  return stamp => {
    if (known === undefined || stamp > known.stamp) {
      const fresh = { stamp, value: read() };
      known = fresh;
      // A reading that failed is not kept: the next one asks again.
      fresh.value.catch(() => {
        if (known === fresh) known = undefined;
      });
    }
    return known.value;
  };
}

/** Who works where and who is away, at least as new as the stamp read with a matter (`officeStamp`). */
export const officeReader = (pool: Pool): ((stamp: number) => Promise<Office>) => stamped(() => readOffice(pool));
