/** The law for everybody else: days, the calendar, the statutes, and what they say of a matter. */

import { LIFECYCLES, STAGE_NAMES } from './catalogue';
import { MARK_NAMES } from './lifecycle/marks';
import type { EventDef, MatterKind } from './model';

export type { Calendar, CalendarYear, Closure, EditionRef, OffDay, OffKind, WorkingWeekend } from './calendar';
export {
  type Beside,
  buildCalendar,
  type CalendarChange,
  CalendarError,
  type CalendarProblem,
  type CalendarReading,
  calendarEditions,
  calendarKnownOn,
  calendarYears,
  changeSince,
  type Horizon,
  horizonOf,
  inForce,
  type KeptEdition,
  knownSince,
  notPublished,
  officialCalendar,
  overruled,
  readCalendar,
  sayProblems,
  validateCalendarYear,
  validateCalendarYears,
  withClosures,
  withoutSwaps,
} from './calendar';
export { LIFECYCLES, PACKS, RULES, STAGE_NAMES, STATUTES, validateCatalogue } from './catalogue';
export { CLOCK_CLASSES, type ClockClass, COUPLINGS, type Coupling, PAUSE_KINDS, type PauseKind } from './coupling';
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
  vnDate,
  weekday,
} from './day';
export {
  type Choice,
  keyOf,
  type OpenPoint,
  openPoints,
  type Point,
  type ReadingDecision,
  withDecisions,
} from './decisions';
export { type Due, type DueInput, type DueVariant, dueOf } from './due';
export { DueInputError, UnknownDutyError } from './due-errors';
export { checkEvent } from './engine/check';
export type { ProposedEvent, Refusal, RefusalCode } from './engine/refusal';
export { articleOf } from './engine/said';
export { deadlinesAsOf, type StandingInput, standing } from './engine/standing';
export {
  builtInLaw,
  duties,
  dutyOf,
  dutyOn,
  eventRules,
  findDuty,
  type LawInForce,
  type LawParts,
  lawInForce,
  type PackStamp,
} from './in-force';
export { kindName, matterLabel } from './kinds';
export type * from './model';
export { type End, type Move, type MoveKind, movesOf } from './moves';
export { builtInPack, packHash, type StatutePack } from './pack';
export { type RuleChoice, settingsOf } from './settings';
/** The kinds of event of one kind of matter, in the order in which they usually come. */
export const eventDefs = (kind: MatterKind): readonly EventDef[] => LIFECYCLES[kind];

export const findEvent = (kind: MatterKind, type: string): EventDef | undefined =>
  LIFECYCLES[kind].find(def => def.type === type);

/** Name of a stage for people; the code itself where it has no name. */
export const stageName = (kind: MatterKind, stage: string): { readonly vi: string; readonly en: string } =>
  STAGE_NAMES[kind][stage] ?? { vi: stage, en: stage };

/** Name of a mark beside a stage (`Standing.marks`); the code itself where it has no name. */
export const markName = (mark: string): { readonly vi: string; readonly en: string } =>
  MARK_NAMES[mark] ?? { vi: mark, en: mark };
