import type { ClientBase, Pool } from 'pg';
import { type LawInForce, lawInForce, withClosures } from '../../law';
import { closuresOf, officialAt, officialInForce } from '../calendar';
import { decisionsInForce, packsInForce, settingsInForce } from './parts';

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

/** The law in force at one stamp: without closures, and by unit. */
interface Edition {
  readonly stamp: number;
  official?: Promise<LawInForce>;
  readonly byUnit: Map<string, Promise<LawInForce>>;
}

async function readOfficial(pool: Pool): Promise<LawInForce> {
  const packs = await packsInForce(pool);
  const [decisions, calendar, settings] = [
    await decisionsInForce(pool),
    await officialInForce(pool),
    await settingsInForce(pool),
  ];
  return lawInForce({ packs, decisions, calendar, settings });
}

/** The law with a unit's own closures; the very same where it has none. */
async function withClosuresOf(pool: Pool, unitId: string, official: LawInForce): Promise<LawInForce> {
  const closures = await closuresOf(pool, unitId);
  return closures.length === 0 ? official : { ...official, calendar: withClosures(official.calendar, closures) };
}

/** The law as it was in force for a unit at a past instant: packs, decisions, calendar and closures of then. */
export async function lawAsOf(pool: Pool, unitId: string, at: Date): Promise<LawInForce> {
  const [packs, decisions, settings, calendar, closures] = await Promise.all([
    packsInForce(pool, at),
    decisionsInForce(pool, at),
    settingsInForce(pool, at),
    officialAt(pool, at),
    closuresOf(pool, unitId, at),
  ]);
  return lawInForce({ packs, decisions, settings, calendar: withClosures(calendar, closures) });
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

  const officialOf = (edition: Edition): Promise<LawInForce> => {
    if (!edition.official) {
      edition.official = readOfficial(pool);
      // A reading that failed is not kept: the next one asks again.
      edition.official.catch(() => delete edition.official);
    }
    return edition.official;
  };

  return async (now, unitId, stamp) => {
    const edition = stamp === undefined ? await known(now) : at(stamp);
    if (unitId === null) return officialOf(edition);
    const { byUnit } = edition;
    let law = byUnit.get(unitId);
    if (!law) {
      law = officialOf(edition).then(official => withClosuresOf(pool, unitId, official));
      byUnit.set(unitId, law);
      law.catch(() => byUnit.delete(unitId));
    }
    return law;
  };
}
