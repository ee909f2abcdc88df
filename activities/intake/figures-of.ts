import type { PoolClient } from 'pg';
import type { Counts } from '../../campaigns';
import { countsAsOf } from '../campaigns';

/** After thousands of new rows the planner must hear of them first, or it counts as if the tables were empty. */
const ANALYZE = 'ANALYZE matter, enforcement_case, event, classification_span, money_movement';

/** The figures of an import as of a day (ISO). */
export async function figuresOf(client: PoolClient, importId: string, asOf: string): Promise<Counts> {
  await client.query(ANALYZE);
  return countsAsOf(client, { importId, asOf });
}
