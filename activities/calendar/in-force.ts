import type { ClientBase, Pool } from 'pg';
import {
  buildCalendar,
  type Calendar,
  type Closure,
  calendarEditions,
  inForce,
  type KeptEdition,
  vietnamDay,
} from '../../law';
import { isDraft, storedEditions } from './rows';

/** Editions that may be in force: signed, or brought by the program. Before anything is stored, those of the program. */
export async function bindingEditions(client: ClientBase | Pool): Promise<readonly KeptEdition[]> {
  const stored = (await storedEditions(client)).filter(edition => !isDraft(edition));
  return stored.length === 0 ? calendarEditions() : stored;
}

/** The calendar in force, without any unit's closures. */
export const officialInForce = async (client: ClientBase | Pool): Promise<Calendar> =>
  buildCalendar(inForce(await bindingEditions(client)));

/**
 * The calendar as it was in force at an instant, without any unit's closures: what the State had decided by then, in editions of the program or
 * signed by then. What was decided later is unknown to it.
 */
export async function officialAt(client: ClientBase | Pool, at: Date): Promise<Calendar> {
  const stored = await storedEditions(client);
  const then = stored.filter(
    one => one.origin === 'built_in' || (one.signedAt !== null && new Date(one.signedAt) <= at),
  );
  const editions: readonly KeptEdition[] = then.length === 0 ? calendarEditions() : then;
  return buildCalendar(inForce(editions, vietnamDay(at.getTime())));
}

// Without an instant: what is in force now; with one: what was in force then.
const CLOSURES = `
WITH RECURSIVE chain (id, parent_id) AS (
  SELECT id, parent_id FROM unit WHERE id = $1::uuid
  UNION
  SELECT unit.id, unit.parent_id FROM unit JOIN chain ON unit.id = chain.parent_id
)
SELECT c.id, c.from_day - DATE '1970-01-01' AS "from", c.to_day - DATE '1970-01-01' AS "to", c.reason, c.decision
FROM unit_closure c JOIN chain ON chain.id = c.unit_id
WHERE CASE WHEN $2::timestamptz IS NULL THEN c.countersigner IS NOT NULL AND c.withdrawn_at IS NULL
  ELSE c.signed_at <= $2 AND (c.withdrawn_at IS NULL OR c.withdrawn_at > $2) END
ORDER BY c.from_day, c.id`;

/**
 * Signed closures of a unit and of the units above it, that are not withdrawn.
 * @param at null for now
 */
export async function closuresOf(
  client: ClientBase | Pool,
  unitId: string,
  at: Date | null = null,
): Promise<Closure[]> {
  return (await client.query<Closure>(CLOSURES, [unitId, at])).rows;
}
