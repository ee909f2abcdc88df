import type { Pool } from 'pg';
import type { SampleOffice } from '../../samples/generator/people';
import { derivedId } from '../mail';
import { inTransaction } from '../matters';
import { refuseAddresses } from '../organisation/officers';

const UNITS = `
INSERT INTO unit (id, code, name, kind, parent_id, aliases, valid_from, valid_to)
SELECT id, code, name, kind::"UnitKind", parent_id, ARRAY(SELECT json_array_elements_text(aliases)), valid_from, valid_to
FROM json_to_recordset($1::json) AS r (id uuid, code text, name text, kind text, parent_id uuid, aliases json, valid_from date, valid_to date)
ON CONFLICT (code) DO NOTHING`;
const OFFICERS = `
INSERT INTO officer (id, code, name, email, unit_id)
SELECT id, code, name, email, unit_id FROM json_to_recordset($1::json) AS r (id uuid, code text, name text, email text, unit_id uuid)
ON CONFLICT (code) DO NOTHING`;
const ROLES = `
INSERT INTO officer_role (officer_id, unit_id, role, valid_from)
SELECT officer_id, unit_id, role::"Role", valid_from
FROM json_to_recordset($1::json) AS r (officer_id uuid, unit_id uuid, role text, valid_from date)
ON CONFLICT DO NOTHING`;

export const unitIdOf = (code: string): string => derivedId('unit', code);
export const officerIdOf = (code: string): string => derivedId('officer', code);

/**
 * Writes units (parents before children), officers and their roles; those whose code is there already stay as they are.
 * @throws OfficeRefused when an address is none, or two officers share one; then nothing is written
 */
export async function loadUnits({ pool }: { readonly pool: Pool }, office: SampleOffice): Promise<void> {
  const units = office.units.map(({ code, name, kind, parentCode, aliases, validFrom, validTo }) => ({
    id: unitIdOf(code),
    code,
    name,
    kind,
    parent_id: parentCode === null ? null : unitIdOf(parentCode),
    aliases,
    valid_from: validFrom,
    valid_to: validTo,
  }));
  const officers = office.officers.map(({ code, name, email, unitCode }) => ({
    id: officerIdOf(code),
    code,
    name,
    email,
    unit_id: unitIdOf(unitCode),
  }));
  const roles = office.officers.flatMap(({ code, unitCode, roles: held, roleFrom }) =>
    held.map(role => ({ officer_id: officerIdOf(code), unit_id: unitIdOf(unitCode), role, valid_from: roleFrom })),
  );
  await inTransaction(pool, async client => {
    await refuseAddresses(client, officers);
    // The tree is checked row by row, so roots go first.
    await client.query(UNITS, [JSON.stringify(units.filter(unit => unit.parent_id === null))]);
    await client.query(UNITS, [JSON.stringify(units.filter(unit => unit.parent_id !== null))]);
    await client.query(OFFICERS, [JSON.stringify(officers)]);
    await client.query(ROLES, [JSON.stringify(roles)]);
  });
}
