/**
 * The words in which statutes, events and deadlines are written. Types only.
 *
 * A day is an integer: days since 1970-01-01 of the civil calendar in +07:00. ISO strings appear at the edges.
 */

/** Days since 1970-01-01, civil date in +07:00. */
export type Day = number;

/** A statute pack: Law 106/2025/QH15 with its decrees, or Law 26/2008/QH12 with its decrees. */
export type LawId = '2025' | '2008';

export type MatterKind =
  | 'enforcement_case'
  | 'complaint'
  /** About an administrative decision of the agency that is not about enforcement (general Law on Complaints). */
  | 'administrative_complaint'
  | 'denunciation'
  | 'petition'
  | 'procuracy_protest'
  | 'procuracy_recommendation'
  | 'procuracy_request'
  | 'reception'
  /** Watching over an administrative judgment (theo dõi thi hành án hành chính). */
  | 'administrative_judgment'
  /** The agency's own plans and reports: statistics, lists, work items of a campaign. */
  | 'plan';

export type Role =
  | 'enforcer'
  | 'complaint_handler'
  | 'branch_head'
  | 'department_head'
  | 'province_head'
  | 'legal_officer'
  | 'clerk'
  | 'administrator'
  /** Somebody outside the agency: a court, a bank, a party, the Procuracy. */
  | 'external';

/**
 * How sure we are of a row, as in the catalogues it comes from: Q quoted, Q* quoted from one doubtful copy, V1/V2 read in
 * one/two texts, OCR read in one scanned copy, P paraphrase, I inference, D derived, M from memory (never active).
 */
export type Confidence = 'Q' | 'Q*' | 'V2' | 'V1' | 'OCR' | 'P' | 'I' | 'D' | 'M';

export interface Source {
  /** e.g. `Luật 106/2025/QH15`, `NĐ 152/2026/NĐ-CP`. */
  readonly law: string;
  /** Article, clause and point: `34(3)`, `38(1)a`. */
  readonly article: string;
  /** The sentence as read; absent only where the catalogue keeps none. */
  readonly quote?: string;
  /** The provision quoted, where it is not this one: of two laws with the same rule the catalogue keeps one sentence. */
  readonly quotedFrom?: string;
  /** Further provisions the row rests on, and texts that confirm it. */
  readonly also?: readonly string[];
  /** The sentence was read, but its exact words are not kept. */
  readonly unquoted?: true;
}

export type Period =
  | { readonly unit: 'hours'; readonly n: number }
  | { readonly unit: 'days'; readonly n: number }
  | { readonly unit: 'workingDays'; readonly n: number }
  | { readonly unit: 'months'; readonly n: number }
  | { readonly unit: 'years'; readonly n: number }
  /** *ngay*: the same working day. */
  | { readonly unit: 'atOnce' }
  /** The anchor day itself, as somebody set it; it moves for no day off. */
  | { readonly unit: 'onDay' }
  /** At least N before the anchor day (or moment). */
  | { readonly unit: 'before'; readonly of: 'hours' | 'days' | 'workingDays'; readonly n: number };

export type Fact = string | number | boolean;
export type Facts = Readonly<Record<string, Fact>>;

/** Every named fact must equal the value, or one of the values. Facts come from the matter, then from the event. */
export type Condition = Readonly<Record<string, Fact | readonly Fact[]>>;

export interface Trigger {
  /** Any of these events starts the clock (each occurrence starts a clock of its own). */
  readonly on?: readonly string[];
  /** These must have happened as well (of a list inside the list, any one); the clock starts with the last of them. */
  readonly and?: readonly (string | readonly string[])[];
  /** The clock does not start when one of these has happened before; with `and`, only since the last of what that names. */
  readonly unlessAfter?: readonly string[];
  /** The clock starts when this duty's limit runs out undischarged. */
  readonly expiryOf?: string;
  /** The anchor day is this attribute of the event (ISO date) instead of the day the event occurred: planned coercions, auctions. */
  readonly dayFrom?: string;
  /** With `dayFrom`: the moment on that day is this attribute (`HH:MM`). */
  readonly timeFrom?: string;
  readonly when?: Condition;
  /** The clock does not start when this condition, or any of these, holds (unknown facts do not hold). */
  readonly unless?: Condition | readonly Condition[];
  /** Other ways the same clock starts, each complete in itself. */
  readonly or?: readonly Trigger[];
}

/** One of several lengths a limit can have, chosen by the facts. */
export interface Variant {
  readonly id: string;
  readonly when: Condition;
  readonly period: Period;
}

/** Another defensible length of a disputed limit. */
export interface DisputedReading {
  readonly id: string;
  readonly period: Period;
  readonly why: string;
}

/** A limit lengthened by an event recorded before it ran out. */
export interface Extension {
  readonly event: string;
  /** Counted from the end of the period. */
  readonly period: Period;
  /** The text gives the whole length instead: `period` is then counted from where the limit began. */
  readonly whole?: true;
  /** Only limits of which this holds can be lengthened. */
  readonly when?: Condition;
  /** Checked in order; the first whose condition holds replaces `period`. */
  readonly variants?: readonly Variant[];
  /** What the second extension allows, where that is not what the first does. */
  readonly second?: Period;
  readonly source: Source;
  /** How often the text surely allows it; once when absent, 0 where even one is disputed. Each counts from the end of the one before. */
  readonly times?: number;
  /** A defensible reading that allows it more often: late only after that. */
  readonly disputed?: { readonly times: number; readonly why: string };
}

export interface Duty {
  readonly id: string;
  readonly law: LawId;
  readonly kinds: readonly MatterKind[];
  readonly nameVi: string;
  readonly nameEn: string;
  /** `law`: a statutory limit; `service`: a target of a circular whose force is not certain; `plan`: the agency's own. */
  readonly basis: 'law' | 'service' | 'plan';
  /** Inactive rows are kept and shown but never open a deadline. */
  readonly active: boolean;
  readonly trigger: Trigger;
  readonly period: Period;
  /** Checked in order; the first whose condition holds replaces `period`. */
  readonly variants?: readonly Variant[];
  readonly dischargedBy: readonly string[];
  /** Events after which it is no longer owed, though never done. Ending the matter always does this. */
  readonly voidedBy?: readonly string[];
  /** Lengthened by an event. */
  readonly extension?: Extension;
  readonly role: Role;
  /**
   * Owed by, or the window of, a party outside the State's offices, or of whoever it concerns, such as a bank or an employer. Swapped days
   * (hoán đổi) are set for officials; whether they bind such a party is disputed, so its limits are counted both ways.
   */
  readonly owedBy?: 'private';
  /** What happens when it runs out. `breach`: the agency is late. `lapse`: somebody's window closed; nobody is late. */
  readonly atExpiry: { readonly kind: 'breach' | 'lapse'; readonly vi: string; readonly en: string };
  /** Kinds of pause (see `EventDef.pauses`) that stop this clock. */
  readonly pausedBy: readonly string[];
  readonly source: Source;
  readonly confidence: Confidence;
  /** Why it is modelled so, where the text is silent (`derived`). */
  readonly derived?: string;
  /** Other readings of a disputed limit; warn on the earliest, breach on the latest. */
  readonly readings?: readonly DisputedReading[];
  /**
   * Ids of the duties of the law of 2008 that this one continues under another id: a clock of theirs still running on 1 July 2026 goes
   * on as a clock of this duty, with both lengths. A duty of the same id needs no such link.
   */
  readonly succeeds?: readonly string[];
  /** ISO date on which the text of the row came into force, where later than its law: no clock begins before it. */
  readonly since?: string;
  /** ISO date of its last day in force, where earlier than its law's: no clock begins after it. */
  readonly until?: string;
  /** Of the law of 2025: binds also about cases that ended before 1 July 2026 (Điều 116(2)), instead of the row it `succeeds`. */
  readonly alsoEnded?: true;
  /**
   * The law of 2008 had no such limit, or counted it from another event: it continues none. Begun by an event before 1 July 2026 it is
   * counted from that event and, read otherwise, from that day; both are kept.
   */
  readonly fromNewLaw?: true;
  /** Length of a clock that was running on 1 July 2026, once decided; until then both count. Never written in a pack (`withDecisions`). */
  readonly transition?: 'old' | 'new';
  /** Whom swapped days bind, once decided; only on rows owed by private parties. Never written in a pack (`withDecisions`). */
  readonly swapDays?: SwapDays;
  /** What two persons decided about this row. Never written in a pack (`withDecisions`). */
  readonly decided?: readonly Decided[];
}

/** Whom a swapped day binds: everybody, or officials only. */
export type SwapDays = 'everybody' | 'officials';

/** A choice that two persons signed where the text leaves one, as the slip says it. */
export interface Decided {
  readonly point: 'reading' | 'extension' | 'activate' | 'transition' | 'resume' | 'swap-days' | 'source';
  readonly vi: string;
  readonly en: string;
}

/** A single deadline kept at the date it had before a new law or calendar was applied. */
export interface Hold {
  /** Key of the deadline within its matter. */
  readonly key: string;
  readonly due: Day;
  readonly dueLatest: Day;
  /** Epoch milliseconds, for hours only. */
  readonly dueAt?: number;
  /**
   * The earliest due day the deadline would have had when it was decided. What later moves that day (a pause, an extension, a
   * correction) moves the kept dates by as many days.
   */
  readonly insteadOf: Day;
  /** The decision, as the slip names it. */
  readonly decision: { readonly vi: string; readonly en: string };
}

/**
 * A provision without a length of its own: from which moment something counts, when something may not be done, what a decision
 * must say. It opens no deadline; what carries it is named, so that nothing of the law is only told.
 */
export interface EventRule {
  readonly id: string;
  readonly law: LawId;
  readonly kinds: readonly MatterKind[];
  readonly nameVi: string;
  readonly nameEn: string;
  /**
   * `moment`: from when something counts; `window`: when something may not be done; `condition`: when something may be done;
   * `effect`: what follows; `content`: what must be written; `competence`: who decides; `amount`: sums and shares.
   */
  readonly sort: 'moment' | 'window' | 'condition' | 'effect' | 'content' | 'competence' | 'amount';
  /** The rule in one sentence. */
  readonly saysVi: string;
  readonly saysEn: string;
  /** Ids of the duties and types of the events that carry it out in the engine; empty only where `derived` says why nothing does. */
  readonly carriedBy: readonly string[];
  /** As for duties: what binds, and what is only a target of service. */
  readonly basis: Duty['basis'];
  /** A point the text leaves open: the readings one can hold, the one in use first. */
  readonly readings?: readonly RuleReading[];
  /** Inactive rules are kept and shown, and bind nobody until a legal officer countersigns them. */
  readonly active: boolean;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly derived?: string;
}

/** One way to read an open point; no date hangs on it by itself. */
export interface RuleReading {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
}

/**
 * When an act may not take place. `rule` names the provision (an `EventRule`) that says so; it binds only where that rule is in use.
 * `hours`: from one time of day to another, over midnight; `days-off`: rest days and public holidays; `around-tet`: so many days before
 * and after Tết, counted as `LawSettings.tetAnchor` says; `marked`: on days the planner marks, because no list of them exists.
 */
export type Window =
  | { readonly kind: 'hours'; readonly rule: string; readonly from: string; readonly to: string }
  | { readonly kind: 'days-off'; readonly rule: string }
  | { readonly kind: 'around-tet'; readonly rule: string; readonly days: number; readonly when?: Condition }
  | { readonly kind: 'marked'; readonly rule: string; readonly attr: string; readonly when?: Condition };

/** The moment that must lie outside all windows: that of the event, or the one its attributes name. */
export interface NotWithin {
  readonly windows: readonly Window[];
  readonly dayFrom?: string;
  /** `HH:MM`; without a time only the day is judged. */
  readonly timeFrom?: string;
}

/** What an event must show when one of its attributes has a value, by the provision (an `EventRule`) that says so. */
export interface AttrCase {
  readonly attr: string;
  readonly is: string;
  readonly rule: string;
  /** Attributes it must carry then. */
  readonly needs?: readonly string[];
  /** The day it counts from: the event is recorded for the day this attribute names. */
  readonly dayIs?: string;
  /** If an event of this type is on record, one of them must be of the same day. */
  readonly sameDayAs?: string;
  /** Only once digital procedures were announced (`LawSettings.digitalFrom`). */
  readonly digital?: true;
}

/** What an agency may choose, or must be told, where the law leaves it open. */
export interface LawSettings {
  /**
   * From where the days before and after Tết are counted: the first day of the lunar year, or (the safer, and what holds without a
   * setting) from the first and to the last day off of Tết.
   */
  readonly tetAnchor?: 'first-day' | 'statutory-days';
  /** ISO date from which digital procedures apply, as the Ministry announced (NĐ 152 Điều 115(2)); without it they do not. */
  readonly digitalFrom?: string;
}

/** A kind of event: what it needs, what it does. */
export interface EventDef {
  readonly type: string;
  readonly kinds: readonly MatterKind[];
  readonly nameVi: string;
  readonly nameEn: string;
  readonly roles: readonly Role[];
  /** All groups must hold; a group holds when any of its events has happened. */
  readonly requires?: readonly (readonly string[])[];
  /** Further groups that one law asks for, when the event falls under it. */
  readonly requiresUnder?: Readonly<Partial<Record<LawId, readonly (readonly string[])[]>>>;
  /** Refused when one of these holds of the matter’s facts, with the rule that says so. */
  readonly barred?: readonly Bar[];
  /** Refused when any of these has happened since (e.g. a second decision without withdrawal). */
  readonly refusedAfter?: readonly string[];
  /** May be recorded once only (unless corrected). */
  readonly once?: boolean;
  /** May be recorded so many times at most. */
  readonly most?: number;
  /** Stage the matter enters. */
  readonly stage?: string;
  /** Checked in order on the facts of the matter and the event; the first that holds replaces `stage`. */
  readonly stageWhen?: readonly { readonly when: Condition; readonly as: string }[];
  /** The matter goes back to the stage it was in before the pause that this event ends. */
  readonly returns?: true;
  readonly attrs?: readonly AttrDef[];
  readonly cases?: readonly AttrCase[];
  readonly notWithin?: NotWithin;
  /** Starts a pause of this kind; ends pauses of these kinds. */
  readonly pauses?: { readonly kind: string; readonly until?: string };
  readonly resumes?: readonly string[];
  /** Another reading of what it resumes: clocks run again only from the day after it. The reading in use: from its own day. */
  readonly resumesNextDay?: {
    readonly why: string;
    readonly source: Source;
    /** Decided to be the one in use (`withDecisions`). */
    readonly decided?: Decided;
  };
  /** Puts up and takes down marks that stand beside the stage (see `Standing.marks`). */
  readonly marks?: MarkChange;
  /** Class for statistics from this day on. */
  readonly classifies?: string;
  /** Checked in order on the facts of the event; the first that holds replaces `classifies`. */
  readonly classifiesWhen?: readonly { readonly when: Condition; readonly as: string }[];
  /** Kind of money movement booked with `attrs.amount`. */
  readonly money?: string;
  readonly closes?: boolean;
  /** May be recorded after the matter has ended (besides what discharges a deadline that its end started). */
  readonly afterEnd?: boolean;
  /** On recording, starts a matter of this kind from this one. */
  readonly starts?: MatterKind;
  /** On recording, tells the parent (or the child) matter by this event. */
  readonly tells?: Telling;
  readonly source?: Source;
  /** The same of the law of 2008, for events before 1 July 2026; where the text names it. */
  readonly source2008?: Source;
}

/** What another matter hears of an event. */
export interface Telling {
  readonly whom: 'parent' | 'children';
  readonly event: string;
  /** Said with the attribute `until`: the day on which the limit of one of these duties ends, while it runs. */
  readonly until?: readonly string[];
  /** Told only while this mark stands. */
  readonly whileMarked?: string;
}

/** Why an event cannot happen in the life of some matters of its kind. */
export interface Bar {
  readonly when: Condition;
  /** Under this law only. */
  readonly under?: LawId;
  readonly vi: string;
  readonly en: string;
  readonly source: Source;
}

/** A mark beside the stage: something that is so for a time, whatever stage the matter is in. */
export interface MarkChange {
  readonly raises?: string;
  readonly lowers?: readonly string[];
  /** The raised mark falls by itself once each clock of these duties has run out or been closed. */
  readonly lapsesWith?: readonly string[];
}

export interface AttrDef {
  readonly name: string;
  readonly type: 'text' | 'code' | 'date' | 'time' | 'money' | 'number' | 'boolean';
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly nameVi: string;
}

/** An event of one matter, as kept in the log. */
export interface LoggedEvent {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly occurredOn: Day;
  /** Minutes after midnight, +07:00. */
  readonly atMinute?: number;
  readonly attrs: Facts;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  /** The event this one replaces; with `retracted`, takes back. */
  readonly correctsId?: string;
  readonly retracted?: boolean;
}

/** One line of a derivation, checkable with a pencil. */
export interface SlipStep {
  readonly step:
    | 'trigger'
    | 'exclude-first-day'
    | 'count'
    | 'skip'
    | 'pause'
    | 'extend'
    | 'roll-forward'
    | 'corresponding-day'
    | 'look-back'
    | 'at-once'
    | 'on-day'
    | 'reading'
    | 'hold'
    | 'provisional'
    | 'due';
  /** ISO date (or date-time for hours) the step speaks of. */
  readonly date?: string;
  readonly to?: string;
  readonly vi: string;
  readonly en: string;
  /** Legal basis of the step. */
  readonly basis?: string;
}

export type DeadlineStatus = 'open' | 'paused' | 'overdue' | 'met' | 'late' | 'void';

export interface Deadline {
  /** Stable within the matter: `<dutyId>#<trigger event id>`. */
  readonly key: string;
  readonly dutyId: string;
  readonly law: LawId;
  readonly basis: Duty['basis'];
  readonly role: Role;
  readonly unitKind: Period['unit'];
  readonly startedOn: Day;
  /** The day on whose 24:00 the limit ends (earliest reading). */
  readonly due: Day;
  /** Epoch milliseconds, for hours only. */
  readonly dueAt?: number;
  /** Latest defensible reading; equals `due` when undisputed. */
  readonly dueLatest: Day;
  readonly status: DeadlineStatus;
  readonly closedOn?: Day;
  readonly closedByEvent?: string;
  /** Rests on a calendar year that is not published yet. */
  readonly provisional: boolean;
  readonly lapse: boolean;
  readonly slip: readonly SlipStep[];
}

export interface PauseInterval {
  readonly kind: string;
  readonly from: Day;
  /** First day on which clocks run again; absent while it lasts. */
  readonly to?: Day;
  /** The same by the later of two readings, and why; absent where there is one. */
  readonly later?: { readonly to: Day; readonly why: string };
  /** The decision by which it ends as it does, where the text leaves a choice. */
  readonly decided?: Decided;
  readonly eventId: string;
  readonly basis: string;
}

export interface Span {
  readonly class: string;
  readonly from: Day;
  readonly to?: Day;
}

export interface AllowedEvent {
  readonly type: string;
  /** Earliest day it may have occurred (that of the event it needs). */
  readonly notBefore: Day;
}

/** Everything the engine says of one matter as of a day. */
export interface Standing {
  readonly stage: string;
  /** What is so beside the stage: marks raised by events and not lowered since, and `overdue` while a statutory limit is. */
  readonly marks: readonly string[];
  readonly closed: boolean;
  readonly closedOn?: Day;
  /** Pack that governs what is decided next. */
  readonly law: LawId;
  readonly deadlines: readonly Deadline[];
  readonly pauses: readonly PauseInterval[];
  readonly spans: readonly Span[];
  readonly allowed: readonly AllowedEvent[];
  /** Effective events (corrections folded in, retractions removed), in order of occurrence. */
  readonly events: readonly LoggedEvent[];
}
