import type { ClientBase, Pool } from 'pg';
import { buildCalendar, type Calendar, type Closure, calendarEditions, inForce, type KeptEdition } from '../../law';
import { isDraft, storedEditions } from './rows';

/** Editions that may be in force: signed, or brought by the program. Before anything is stored, those of the program. */
export async function bindingEditions(client: ClientBase | Pool): Promise<readonly KeptEdition[]> {
  const stored = (await storedEditions(client)).filter(edition => !isDraft(edition));
  return stored.length === 0 ? calendarEditions() : stored;
}

/** The calendar in force, without any unit's closures. */
export const officialInForce = async (client: ClientBase | Pool): Promise<Calendar> =>
  buildCalendar(inForce(await bindingEditions(client)));

const CLOSURES = `
WITH RECURSIVE chain (id, parent_id) AS (
  SELECT id, parent_id FROM unit WHERE id = $1::uuid
  UNION
  SELECT unit.id, unit.parent_id FROM unit JOIN chain ON unit.id = chain.parent_id
)
SELECT c.id, c.from_day - DATE '1970-01-01' AS "from", c.to_day - DATE '1970-01-01' AS "to", c.reason, c.decision
FROM unit_closure c JOIN chain ON chain.id = c.unit_id
WHERE c.countersigner IS NOT NULL AND c.withdrawn_at IS NULL
ORDER BY c.from_day, c.id`;

/** Signed closures of a unit and of the units above it, that are not withdrawn. */
export async function closuresOf(client: ClientBase | Pool, unitId: string): Promise<Closure[]> {
  return (await client.query<Closure>(CLOSURES, [unitId])).rows;
}
