/** Which edition of each year counts: the newest one, or the newest one that had been decided on a day. */

import { fromCivil, toDay } from '../day';
import type { Day } from '../model';
import type { CalendarYear } from './types';

/** An edition as an installation keeps it. */
export interface KeptEdition extends CalendarYear {
  /** Loaded and signed by two officers of the agency, rather than brought along by the program. */
  readonly agency?: boolean;
}

/** Since when an edition is known: its decision, or 1 January of its year where that day could not be read (derived). */
export const knownSince = ({ decidedOn, year }: Pick<CalendarYear, 'decidedOn' | 'year'>): Day =>
  decidedOn === null ? fromCivil(year, 1, 1) : toDay(decidedOn);

const outranks = (one: KeptEdition, other: KeptEdition): boolean =>
  Boolean(one.agency) === Boolean(other.agency) ? one.version > other.version : Boolean(one.agency);

/**
 * The edition of each year that is in force, oldest year first. What the agency signed comes before what the program brings,
 * then the higher version.
 * @param knownOn only editions decided on or before this day: the calendar as it was known then. A year after a gap is left out.
 */
export function inForce<E extends KeptEdition>(editions: readonly E[], knownOn?: Day): E[] {
  const best = new Map<number, E>();
  for (const edition of editions) {
    if (knownOn !== undefined && knownSince(edition) > knownOn) continue;
    const rival = best.get(edition.year);
    if (!rival || outranks(edition, rival)) best.set(edition.year, edition);
  }
  const sorted = [...best.values()].sort((a, b) => a.year - b.year);
  if (knownOn === undefined) return sorted;
  const gap = sorted.findIndex(({ year }, i) => i > 0 && year !== sorted[i - 1]!.year + 1);
  return gap < 0 ? sorted : sorted.slice(0, gap);
}

/** Editions that came with the program after the agency had signed its own: somebody should look at them. */
export const overruled = <E extends KeptEdition>(editions: readonly E[]): E[] =>
  inForce(editions).flatMap(({ year, version, agency }) =>
    editions.filter(other => agency && other.year === year && !other.agency && other.version > version).slice(-1),
  );
