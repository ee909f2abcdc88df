/**
 * The law in force as one value: whoever computes or prints for a matter is handed it. Where it comes from (the program, or what an
 * agency has loaded and two persons have signed) is nobody's business here.
 */

import { officialCalendar } from './calendar';
import type { Calendar } from './calendar/types';
import { canonical, sha256 } from './canonical';
import { LIFECYCLES } from './catalogue';
import { toDay, toIso } from './day';
import { type ReadingDecision, withDecisions } from './decisions';
import { UnknownDutyError } from './due-errors';
import { nearestIds } from './engine/nearest';
import type { Statutes } from './engine/statutes';
import type { Day, Duty, EventRule, LawId, LawSettings } from './model';
import { builtInPack, packHash, type StatutePack } from './pack';

/** What of a law is in force: its pack, or its packs where one follows the other, and the decisions laid over them. */
export interface PackStamp {
  /** `2026.11.1`; of packs that follow each other `2026.11.1, 2028.1`; with decisions `2026.11.1 + 1a2b3c4d`. */
  readonly version: string;
  /** SHA-256 over its canonical content: of one pack without decisions `packHash`. */
  readonly hash: string;
}

/** Everything dates follow from. One value holds for one unit: its calendar has the unit's own closures. */
export interface LawInForce {
  /** Duties by law, and the events of each kind of matter. */
  readonly statutes: Statutes;
  /** Provisions without a length of their own, by law. */
  readonly rules: Readonly<Record<LawId, readonly EventRule[]>>;
  readonly packs: Readonly<Record<LawId, PackStamp>>;
  readonly calendar: Calendar;
  readonly settings: LawSettings;
}

let builtIn: LawInForce | undefined;

/** What comes with the program: its packs and the official calendar. Made once. */
export function builtInLaw(): LawInForce {
  builtIn ??= lawInForce({ packs: [builtInPack('2025'), builtInPack('2008')], calendar: officialCalendar() });
  return builtIn;
}

export interface LawParts {
  /** At least one of each law. Where a law has several, each decides from its first day until the next one's. */
  readonly packs: readonly StatutePack[];
  readonly decisions?: readonly ReadingDecision[];
  readonly calendar: Calendar;
  readonly settings?: LawSettings;
}

/** The law in force, put together. Pure: the same parts give the same law. */
export function lawInForce({ packs, decisions = [], calendar, settings = {} }: LawParts): LawInForce {
  const of = (law: LawId) => {
    const own = packs.filter(pack => pack.law === law).sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
    if (own.length === 0) throw new RangeError(`no pack of the law of ${law}`);
    return own;
  };
  const byLaw = { '2025': of('2025'), '2008': of('2008') };
  const statutes = {
    duties: { '2025': inSuccession(byLaw['2025']), '2008': inSuccession(byLaw['2008']) },
    events: LIFECYCLES,
  };
  const stamp = (law: LawId) =>
    stampOf(
      byLaw[law],
      decisions.filter(decision => decision.law === law),
    );
  return {
    statutes: withDecisions(statutes, decisions),
    rules: { '2025': byLaw['2025'].at(-1)!.rules, '2008': byLaw['2008'].at(-1)!.rules },
    packs: { '2025': stamp('2025'), '2008': stamp('2008') },
    calendar,
    settings,
  };
}

function stampOf(packs: readonly StatutePack[], decisions: readonly ReadingDecision[]): PackStamp {
  const version = packs.map(pack => pack.version).join(', ');
  const hashes = packs.map(packHash);
  if (decisions.length === 0) return { version, hash: hashes.length === 1 ? hashes[0]! : sha256(hashes.join()) };
  const decided = sha256(canonical(decisions));
  return { version: `${version} + ${decided.slice(0, 8)}`, hash: sha256([...hashes, decided].join()) };
}

/** The rows of packs that follow each other; a clock belongs to the pack that decides on the day on which it begins. */
function inSuccession(packs: readonly StatutePack[]): readonly Duty[] {
  return packs.flatMap(({ inForceFrom, duties }, i) => {
    const next = packs[i + 1];
    if (i === 0 && !next) return duties;
    return duties.map(duty => ({
      ...duty,
      ...(i > 0 && { since: later(duty.since, inForceFrom) }),
      ...(next && { until: earlier(duty.until, toIso(toDay(next.inForceFrom) - 1)) }),
    }));
  });
}

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

/** The duties of one law, or of both, the law in force first. */
export const duties = ({ statutes }: LawInForce, law?: LawId): readonly Duty[] =>
  law ? statutes.duties[law] : [...statutes.duties['2025'], ...statutes.duties['2008']];

/** The provisions without a length of one law, or of both, the law in force first. */
export const eventRules = ({ rules }: LawInForce, law?: LawId): readonly EventRule[] =>
  law ? rules[law] : [...rules['2025'], ...rules['2008']];

type Index = Readonly<Record<LawId, ReadonlyMap<string, Duty>>>;
const indexes = new WeakMap<Statutes, Index>();

function indexOf(statutes: Statutes): Index {
  let index = indexes.get(statutes);
  if (!index) {
    const byId = (law: LawId) => new Map(statutes.duties[law].map(duty => [duty.id, duty]));
    index = { '2025': byId('2025'), '2008': byId('2008') };
    indexes.set(statutes, index);
  }
  return index;
}

/** A duty by its id; of rows that follow each other, the last. */
export const findDuty = (inForce: LawInForce, id: string, law: LawId): Duty | undefined =>
  indexOf(inForce.statutes)[law].get(id);

/** The row of a duty that decides on a day; when it decides on none, the last. */
export function dutyOn(inForce: LawInForce, id: string, law: LawId, day: Day): Duty | undefined {
  const last = findDuty(inForce, id, law);
  if (last?.since === undefined || day >= toDay(last.since)) return last;
  const iso = toIso(day);
  const decides = ({ since, until }: Duty) => (since ?? iso) <= iso && iso <= (until ?? iso);
  return inForce.statutes.duties[law].find(duty => duty.id === id && decides(duty)) ?? last;
}

/**
 * The duty a stored deadline names.
 * @throws UnknownDutyError when the law in force no longer has it.
 */
export function dutyOf(inForce: LawInForce, id: string, law: LawId): Duty {
  const duty = findDuty(inForce, id, law);
  if (!duty) throw new UnknownDutyError(id, nearestIds(id, indexOf(inForce.statutes)[law].keys()));
  return duty;
}
