/**
 * Who is told of a limit, when, and how: data. A province may load its own version; this one is what a new installation starts
 * with. Offsets are working days relative to the due day (negative: before), except in class `hours`, where they are hours.
 */

export type DutyClass =
  /** *ngay*: the same day. */
  | 'at_once'
  /** Limits counted in hours. */
  | 'hours'
  | 'up_to_5_working_days'
  | 'up_to_30_days'
  | 'longer'
  /** Duties that come back by themselves, such as periodic verification. */
  | 'repeating'
  /** Targets of a circular: being late is a shortfall, not a breach. */
  | 'service_target'
  /** The agency's own plans: work items, lists without a day in law. */
  | 'plan'
  /** A window of somebody else that closes (a party, a court, a bank). */
  | 'window';

/** Who is told, from below to above. */
export const LEVELS = ['officer', 'branch_head', 'province_head'] as const;
export type RecipientRole = (typeof LEVELS)[number];
export type Channel = 'digest' | 'at_once';
/** `info` asks for nothing; `urgent` cannot wait for the next morning or is a breach. */
export type Urgency = 'info' | 'normal' | 'high' | 'urgent';

export interface Threshold {
  readonly dutyClass: DutyClass;
  /** Stable within the class; part of an alert's identity. */
  readonly code: string;
  readonly offset: number;
  /** `due`: counted from the due day. `overdue`: counted from the day after which it is a breach. */
  readonly from: 'due' | 'overdue';
  readonly recipient: RecipientRole;
  readonly channel: Channel;
  readonly urgency: Urgency;
}

/** What a policy says besides its thresholds. Minutes are counted from midnight (+07:00). */
export interface PolicySettings {
  /** Working days for which an acknowledgement without a promised day holds the ladder. */
  readonly holdDays: number;
  /** A promised day may be at most so many working days away. */
  readonly longestPromiseDays: number;
  /** Urgent mails to one recipient on one day. */
  readonly mailCap: number;
  /** Items a digest shows in full. */
  readonly digestCap: number;
  /** When urgent mail that is not counted in hours may go out. */
  readonly officeFromMinute: number;
  readonly officeToMinute: number;
}

export interface AlertPolicy {
  /** Of its version as it is kept; null: the one below. */
  readonly id: string | null;
  readonly version: number;
  /** Epoch ms from which on it is in force. */
  readonly validFrom: number;
  readonly thresholds: readonly Threshold[];
  readonly settings: PolicySettings;
  /** Duties of class `repeating`, by id. */
  readonly repeatingDuties: readonly string[];
}

type Row = [code: string, offset: number, recipient: RecipientRole, urgency: Urgency, channel?: Channel];

const before = (dutyClass: DutyClass, rows: readonly Row[]): Threshold[] => rowsOf(dutyClass, 'due', rows);
const after = (dutyClass: DutyClass, rows: readonly Row[]): Threshold[] => rowsOf(dutyClass, 'overdue', rows);

function rowsOf(dutyClass: DutyClass, from: Threshold['from'], rows: readonly Row[]): Threshold[] {
  return rows.map(([code, offset, recipient, urgency, channel = 'digest']) => ({
    dutyClass,
    code,
    offset,
    from,
    recipient,
    channel,
    urgency,
  }));
}

/**
 * The policy a new installation starts with: its general version 1, for ever. Chains begun under it keep it, so it is not edited in a
 * later release; what should change is loaded as a version.
 */
export const DEFAULT_POLICY: AlertPolicy = {
  id: null,
  version: 1,
  validFrom: Number.NEGATIVE_INFINITY,
  settings: {
    holdDays: 2,
    longestPromiseDays: 10,
    mailCap: 20,
    digestCap: 60,
    officeFromMinute: 7 * 60 + 30,
    officeToMinute: 17 * 60,
  },
  repeatingDuties: ['periodic-verification'],
  thresholds: [
    ...before('at_once', [['due', 0, 'officer', 'urgent', 'at_once']]),
    ...after('at_once', [
      ['overdue', 1, 'officer', 'urgent'],
      ['overdue-head', 1, 'branch_head', 'high'],
      ['overdue-5', 5, 'province_head', 'high'],
    ]),

    ...before('hours', [
      ['hours-4', -4, 'officer', 'urgent', 'at_once'],
      ['hours-1', -1, 'officer', 'urgent', 'at_once'],
    ]),
    ...after('hours', [
      ['overdue', 0, 'officer', 'urgent', 'at_once'],
      ['overdue-head', 0, 'branch_head', 'urgent', 'at_once'],
      ['overdue-24', 24, 'province_head', 'high'],
    ]),

    ...before('up_to_5_working_days', [
      ['before-2', -2, 'officer', 'normal'],
      ['before-1', -1, 'officer', 'high'],
      ['due', 0, 'officer', 'high'],
    ]),
    ...after('up_to_5_working_days', [
      ['overdue', 1, 'officer', 'urgent'],
      ['overdue-head', 1, 'branch_head', 'high'],
      ['overdue-5', 5, 'province_head', 'high'],
    ]),

    ...before('up_to_30_days', [
      ['before-5', -5, 'officer', 'normal'],
      ['before-2', -2, 'officer', 'high'],
      ['due', 0, 'officer', 'high'],
    ]),
    ...after('up_to_30_days', [
      ['overdue', 1, 'officer', 'urgent'],
      ['overdue-head', 1, 'branch_head', 'high'],
      ['overdue-5', 5, 'province_head', 'high'],
    ]),

    ...before('longer', [
      ['before-20', -20, 'officer', 'normal'],
      ['before-10', -10, 'officer', 'normal'],
      ['before-3', -3, 'officer', 'high'],
      ['due', 0, 'officer', 'high'],
    ]),
    ...after('longer', [
      ['overdue', 1, 'officer', 'urgent'],
      ['overdue-head', 1, 'branch_head', 'high'],
      ['overdue-10', 10, 'province_head', 'high'],
    ]),

    ...before('repeating', [
      ['before-15', -15, 'officer', 'normal'],
      ['before-5', -5, 'officer', 'normal'],
      ['due', 0, 'officer', 'high'],
    ]),
    ...after('repeating', [
      ['overdue', 1, 'officer', 'urgent'],
      ['overdue-head', 5, 'branch_head', 'high'],
      ['overdue-20', 20, 'province_head', 'high'],
    ]),

    ...before('service_target', [['before-2', -2, 'officer', 'normal']]),
    ...after('service_target', [
      ['overdue', 1, 'officer', 'normal'],
      ['overdue-head', 10, 'branch_head', 'normal'],
    ]),

    ...before('plan', [
      ['before-2', -2, 'officer', 'normal'],
      ['due', 0, 'officer', 'normal'],
    ]),
    ...after('plan', [
      ['overdue', 1, 'officer', 'normal'],
      ['overdue-head', 3, 'branch_head', 'normal'],
    ]),

    ...after('window', [['window-closed', 1, 'officer', 'info']]),
  ],
};
