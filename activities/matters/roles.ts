import type { ClientBase } from 'pg';
import type { Role } from '../../law/model';

/** Those of the officer himself on the day, and those delegated to him. */
const ROLES = `
SELECT DISTINCT r.role FROM officer_role r
WHERE r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
  AND (r.officer_id = $1::uuid OR r.officer_id IN (
    SELECT delegator_id FROM delegation WHERE delegate_id = $1::uuid AND from_day <= $2::date AND to_day >= $2::date))
ORDER BY r.role`;

const OFFICER = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Roles in which an officer acts on a day (ISO date), in any unit: which matters the officer may touch is asked elsewhere. Undefined for
 * whoever is no officer: the operator of this machine, an import.
 */
export async function rolesOf(client: ClientBase, by: string, day: string): Promise<readonly Role[] | undefined> {
  if (!OFFICER.test(by)) return undefined;
  const { rows } = await client.query<{ role: Role }>(ROLES, [by, day]);
  return rows.map(({ role }) => role);
}
