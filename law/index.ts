/** The law for everybody else: days, the calendar, the statutes, and what they say of a matter. */

import { LIFECYCLES, PACKS, RULES, STAGE_NAMES, STATUTES } from './catalogue';
import { type Due, type DueInput, dueOfStatutes, UnknownDutyError } from './due';
import { checkEventOf, type ProposedEvent, type Refusal } from './engine/check';
import { nearestIds } from './engine/nearest';
import { type StandingInput, standingOf } from './engine/standing';
import type { Statutes } from './engine/statutes';
import type { Duty, EventDef, EventRule, LawId, MatterKind, Standing } from './model';

export type { Calendar, CalendarYear, OffDay, OffKind, WorkingWeekend } from './calendar';
export {
  buildCalendar,
  CalendarError,
  type CalendarProblem,
  calendarYears,
  officialCalendar,
  validateCalendarYear,
  validateCalendarYears,
  withClosures,
} from './calendar';
export { LIFECYCLES, PACKS, RULES, STAGE_NAMES, STATUTES, validateCatalogue } from './catalogue';
export {
  addMonths,
  addYears,
  instantOf,
  toCivil,
  toDay,
  toIso,
  toIsoMinute,
  toMinute,
  toTime,
  vietnamDay,
  vietnamMinute,
  weekday,
} from './day';
export { type Due, type DueInput, DueInputError, type DueVariant, UnknownDutyError } from './due';
export type { ProposedEvent, Refusal, RefusalCode } from './engine/check';
export type { StandingInput } from './engine/standing';
export { kindName, matterLabel } from './kinds';
export type * from './model';

const CATALOGUE: Statutes = { duties: STATUTES, events: LIFECYCLES };

const DUTIES: Readonly<Record<LawId, ReadonlyMap<string, Duty>>> = {
  '2025': new Map(STATUTES['2025'].map(duty => [duty.id, duty])),
  '2008': new Map(STATUTES['2008'].map(duty => [duty.id, duty])),
};

/** Version of each statute pack, kept with every deadline computed under it. */
export const PACK_VERSION = Object.fromEntries(PACKS.map(({ law, version }) => [law, version])) as Record<
  LawId,
  string
>;

/**
 * Everything the law says of one matter as of a day: stage, deadlines with their slips, pauses, classes, what may come next.
 * Pure: no clock, no I/O.
 */
export const standing = (input: StandingInput): Standing => standingOf(CATALOGUE, input);

/** Why an event may not be recorded, in words for people; null when it may. */
export const checkEvent = (input: StandingInput, proposed: ProposedEvent): Refusal | null =>
  checkEventOf(CATALOGUE, input, proposed);

/**
 * When one limit ends, with its derivation.
 * @throws UnknownDutyError naming the nearest ids; DueInputError naming the field.
 */
export const dueOf = (input: DueInput): Due => dueOfStatutes(CATALOGUE, input);

/** The duties of one law, or of both, the law in force first. */
export const duties = (law?: LawId): readonly Duty[] =>
  law ? STATUTES[law] : [...STATUTES['2025'], ...STATUTES['2008']];

/** The provisions without a length of one law, or of both, the law in force first. */
export const eventRules = (law?: LawId): readonly EventRule[] =>
  law ? RULES[law] : [...RULES['2025'], ...RULES['2008']];

export const findDuty = (id: string, law: LawId): Duty | undefined => DUTIES[law].get(id);

/**
 * The duty a stored deadline names.
 * @throws UnknownDutyError when the catalogue no longer has it.
 */
export function dutyOf(id: string, law: LawId): Duty {
  const duty = findDuty(id, law);
  if (!duty) throw new UnknownDutyError(id, nearestIds(id, DUTIES[law].keys()));
  return duty;
}

/** The kinds of event of one kind of matter, in the order in which they usually come. */
export const eventDefs = (kind: MatterKind): readonly EventDef[] => LIFECYCLES[kind];

export const findEvent = (kind: MatterKind, type: string): EventDef | undefined =>
  LIFECYCLES[kind].find(def => def.type === type);

/** Name of a stage for people; the code itself where it has no name. */
export const stageName = (kind: MatterKind, stage: string): { readonly vi: string; readonly en: string } =>
  STAGE_NAMES[kind][stage] ?? { vi: stage, en: stage };
