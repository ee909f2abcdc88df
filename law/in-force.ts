/**
 * The law in force as one value: whoever computes or prints for a matter is handed it. Where it comes from (the program, or what an
 * agency has loaded and two persons have signed) is nobody's business here.
 */

import { officialCalendar } from './calendar';
import type { Calendar } from './calendar/types';
import { LIFECYCLES } from './catalogue';
import { UnknownDutyError } from './due-errors';
import { nearestIds } from './engine/nearest';
import type { Statutes } from './engine/statutes';
import type { Duty, EventRule, LawId } from './model';
import { builtInPack, packHash } from './pack';

/** What an agency may choose where the law leaves a choice. Nothing yet. */
export type LawSettings = Readonly<Record<never, never>>;

/** Which edition of a law is in force. */
export interface PackStamp {
  readonly version: string;
  /** SHA-256 over its canonical content (`packHash`). */
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
  builtIn ??= lawOfPacks(officialCalendar());
  return builtIn;
}

function lawOfPacks(calendar: Calendar): LawInForce {
  const [current, old] = [builtInPack('2025'), builtInPack('2008')];
  return {
    statutes: { duties: { '2025': current.duties, '2008': old.duties }, events: LIFECYCLES },
    rules: { '2025': current.rules, '2008': old.rules },
    packs: {
      '2025': { version: current.version, hash: packHash(current) },
      '2008': { version: old.version, hash: packHash(old) },
    },
    calendar,
    settings: {},
  };
}

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

export const findDuty = (inForce: LawInForce, id: string, law: LawId): Duty | undefined =>
  indexOf(inForce.statutes)[law].get(id);

/**
 * The duty a stored deadline names.
 * @throws UnknownDutyError when the law in force no longer has it.
 */
export function dutyOf(inForce: LawInForce, id: string, law: LawId): Duty {
  const duty = findDuty(inForce, id, law);
  if (!duty) throw new UnknownDutyError(id, nearestIds(id, indexOf(inForce.statutes)[law].keys()));
  return duty;
}
