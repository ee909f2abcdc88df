import type { ClientBase, Pool } from 'pg';
import { builtInLaw, type LawInForce } from '../../law';

/**
 * Gives the law in force for a unit (null: without any unit's own closures).
 *
 * With `stamp` (`lawStamp`, or `lawStamp` of a loaded matter) it is at least as new as that: what works on a matter passes the stamp
 * that was read with it, so a recompute after a change sees the new law at once, and nothing later falls back to the old one. Without
 * it, the law as known within the last minute before `now` (epoch ms): for reading and printing.
 */
export type LawReader = (now: number, unitId: string | null, stamp?: number) => Promise<LawInForce>;

const FRESH_MS = 60_000;
const STAMP = { name: 'law-stamp', text: 'SELECT stamp FROM law_stamp' };

/** The number that grows with every change of the law in force or of the calendar. */
export async function lawStamp(client: ClientBase | Pool): Promise<number> {
  return (await client.query<{ stamp: number }>(STAMP)).rows[0]!.stamp;
}

/** The law in force at one stamp, by unit. */
interface Edition {
  readonly stamp: number;
  readonly byUnit: Map<string | null, Promise<LawInForce>>;
}

/** @param _unitId whose closures the calendar has */
async function readLaw(_pool: Pool, _unitId: string | null): Promise<LawInForce> {
  return builtInLaw();
}

const readers = new WeakMap<Pool, LawReader>();

/** The reader of a database; one for each pool, so that all who work on it share what was read. */
export function lawReader(pool: Pool): LawReader {
  let reader = readers.get(pool);
  if (!reader) {
    reader = makeReader(pool);
    readers.set(pool, reader);
  }
  return reader;
}

function makeReader(pool: Pool): LawReader {
  let edition: Edition = { stamp: 0, byUnit: new Map() };
  let checkedAt = Number.NEGATIVE_INFINITY;

  const at = (stamp: number): Edition => {
    if (stamp > edition.stamp) edition = { stamp, byUnit: new Map() };
    return edition;
  };
  const known = async (now: number): Promise<Edition> => {
    if (Math.abs(now - checkedAt) < FRESH_MS) return edition;
    const current = at(await lawStamp(pool));
    checkedAt = now;
    return current;
  };

  return async (now, unitId, stamp) => {
    const { byUnit } = stamp === undefined ? await known(now) : at(stamp);
    let law = byUnit.get(unitId);
    if (!law) {
      law = readLaw(pool, unitId);
      byUnit.set(unitId, law);
      // A reading that failed is not kept: the next one asks again.
      law.catch(() => byUnit.delete(unitId));
    }
    return law;
  };
}
