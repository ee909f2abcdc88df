import type { Pool } from 'pg';
import { Directory, type KnownOfficer, type KnownUnit } from '../../registers/units';

/** Units and officers as they stand in the record. */
export interface Office {
  readonly directory: Directory;
  readonly units: ReadonlyMap<string, KnownUnit>;
  readonly officerCodes: ReadonlyMap<string, string>;
}

const UNITS = `
SELECT u.id, u.code, u.kind::text AS kind, p.code AS "parentCode", u.name, u.aliases, u.valid_from::text AS "validFrom",
  u.valid_to::text AS "validTo"
FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.valid_to IS NOT NULL, u.code`;
const OFFICERS = `
SELECT o.id, o.code, o.name, o.email, u.code AS "unitCode" FROM officer o JOIN unit u ON u.id = o.unit_id ORDER BY o.code`;

/** Everything a register may name. Units that exist today come first, so that they win a name shared with a predecessor. */
export async function loadOffice(pool: Pool): Promise<Office> {
  const units = (await pool.query<KnownUnit>(UNITS)).rows;
  const officers = (await pool.query<KnownOfficer & { code: string }>(OFFICERS)).rows;
  return {
    directory: new Directory(units, officers),
    units: new Map(units.map(unit => [unit.code, unit])),
    officerCodes: new Map(officers.map(officer => [officer.id, officer.code])),
  };
}
