/**
 * What workflows and activities say to each other. Plain JSON, versioned where it survives continue-as-new.
 * Ids, codes and dates only: these values end up in workflow histories, so no name, no address, no free text.
 */

import type { Fact, MatterKind } from '../law/model';

/** Every matter's workflow id is `matter-<matterId>`, whatever its kind. */
export const matterWorkflowId = (matterId: string): string => `matter-${matterId}`;

/** Task queue of everything. */
export const TASK_QUEUE = 'thoihan';

/** Schedules that must exist in a running installation. */
export const SCHEDULE_IDS = [
  'digest',
  'weekly',
  'campaign-progress',
  'report-plans',
  'dispatch',
  'webhooks',
  'bounces',
  'recount',
] as const;

/** ISO date `YYYY-MM-DD`, +07:00. */
export type IsoDate = string;

export interface RecordEvent {
  readonly type: 'recordEvent';
  /** Chosen by the caller; the same id is the same command. */
  readonly commandId: string;
  readonly event: string;
  readonly occurredOn: IsoDate;
  /** `HH:MM`, +07:00. */
  readonly at?: string;
  readonly attrs?: Readonly<Record<string, Fact>>;
  /** Officer id or `system`. */
  readonly by: string;
}

export interface CorrectEvent {
  readonly type: 'correctEvent';
  readonly commandId: string;
  readonly eventId: string;
  readonly retract?: boolean;
  readonly occurredOn?: IsoDate;
  readonly at?: string;
  readonly attrs?: Readonly<Record<string, Fact>>;
  readonly reason: 'typing_error' | 'wrong_matter' | 'late_document' | 'other';
  readonly by: string;
}

export interface Acknowledge {
  readonly type: 'acknowledge';
  readonly commandId: string;
  readonly deadlineKey: string;
  readonly promisedOn?: IsoDate;
  readonly by: string;
}

export interface Reassign {
  readonly type: 'reassign';
  readonly commandId: string;
  readonly officerId: string;
  readonly unitId?: string;
  readonly by: string;
}

export type MatterCommand = RecordEvent | CorrectEvent | Acknowledge | Reassign;

/**
 * What may be recorded next, so that a validator needs no statute: kinds of event by the earliest day on which each may have occurred.
 * Grouped by day, because it stands in many events of every history.
 */
export type Allowed = Readonly<Record<IsoDate, readonly string[]>>;

/** The matter as its workflow knows it; carried through continue-as-new. */
export interface MatterState {
  readonly v: 1;
  readonly matterId: string;
  readonly kind: MatterKind;
  readonly unit: string;
  readonly officer: string | null;
  readonly stage: string;
  /** Ended in law, and nothing of it is owed any more: its workflow ends. */
  readonly closed: boolean;
  readonly lastSeq: number;
  /** Epoch ms of the next wake-up; null when nothing is awaited. */
  readonly nextWake: number | null;
  /** Earliest open due date. */
  readonly nextDue: IsoDate | null;
  readonly allowed: Allowed;
  /** Names the content of `allowed`: equal names, equal contents. States written before there was one have none. */
  readonly allowedHash?: string;
}

/** Something another matter must hear of; carried out by the workflow, idempotent by `commandId`. */
export type Effect =
  | { readonly type: 'tell'; readonly matterId: string; readonly command: RecordEvent }
  | { readonly type: 'start'; readonly state: MatterState };

/** Answer to a command. `refusal` is set when the law or the record refuses it; then nothing was written. */
export interface CommandOutcome {
  readonly state: MatterState;
  readonly effects: readonly Effect[];
  readonly answer: CommandAnswer;
}

export interface CommandAnswer {
  readonly commandId: string;
  readonly eventId: string | null;
  readonly seq: number;
  readonly stage: string;
  /** Deadlines opened, moved or closed by this command. */
  readonly changed: readonly DeadlineChange[];
  readonly refusal: Refusal | null;
}

export interface DeadlineChange {
  readonly key: string;
  readonly dutyId: string;
  readonly status: string;
  readonly due: IsoDate;
}

export interface Refusal {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface WakeUpInput {
  readonly matterId: string;
  readonly now: number;
  /** Of the state that the workflow has. */
  readonly allowedHash?: string | undefined;
}

export interface WakeUpResult {
  /** Without `allowed` when it is what the workflow said it has: it is long, and would stand in the history of every wake-up. */
  readonly state: Omit<MatterState, 'allowed'> & Partial<Pick<MatterState, 'allowed'>>;
}

/** Activities a matter's workflow calls. `now` is always the workflow's time in epoch ms. */
export interface MatterActivities {
  /** One transaction: append the event(s), run the engine, write the projection. Repeating a commandId repeats the answer. */
  applyCommand(input: { matterId: string; command: MatterCommand; now: number }): Promise<CommandOutcome>;
  /** One transaction: alerts and outbox rows of the thresholds reached by `now`, statuses, next wake-up. */
  wakeUp(input: WakeUpInput): Promise<WakeUpResult>;
  /** One transaction: run the engine again (law or calendar changed). */
  recompute(input: WakeUpInput): Promise<WakeUpResult>;
  /** State of a matter that exists in the database. */
  loadState(input: { matterId: string }): Promise<MatterState>;
  /** Says something to a matter's workflow; one that is gone, though the record says the matter is open, is started again for it. */
  signalMatter(input: MatterSignal): Promise<Signalled>;
}

export type MatterSignal =
  | { readonly matterId: string; readonly signal: 'tell'; readonly args: readonly [RecordEvent] }
  | { readonly matterId: string; readonly signal: 'recompute'; readonly args: readonly [] };

/** `ended`: the matter has no clock to hear of anything, so nothing was done. `revived`: its workflow was gone and is back. */
export type Signalled = 'reached' | 'revived' | 'ended';

export interface MailActivities {
  /** Hand pending outbox rows to the relay until none is ready; heartbeats; returns counts. */
  dispatchMail(input: {
    now: number;
  }): Promise<{ accepted: number; deferred: number; bounced: number; unknown: number }>;
  /** One transaction per officer: waiting alerts into one mail for that officer's working day. */
  composeDigests(input: { day: IsoDate; now: number }): Promise<{ mails: number; alerts: number; workingDay: boolean }>;
  /** On the first working day of a week: the week before for the leadership of each province. */
  composeWeeklies(input: { day: IsoDate; now: number }): Promise<{ mails: number }>;
}

export interface BounceActivities {
  /** Read what is new in the mailbox of delivery reports; heartbeats; returns counts by what came of each message. */
  readBounces(input: { now: number }): Promise<Record<string, number>>;
}

export interface WebhookActivities {
  /** Tell other programs what happened, until nothing waits; heartbeats; returns counts. */
  deliverWebhooks(input: { now: number }): Promise<{ delivered: number; failed: number; dead: number }>;
}

export interface CampaignActivities {
  /** Ids of campaigns whose measuring window (or window) contains the day. */
  campaignsOn(input: { day: IsoDate }): Promise<readonly string[]>;
  /** One transaction: freeze the baseline if it is the first day, write the day's snapshots. */
  snapshotCampaign(input: { campaignId: string; day: IsoDate; now: number }): Promise<{ subjects: number }>;
}

export interface PlanActivities {
  /** Open the reports whose period ends on the day, one for each unit and form. Safe to repeat. */
  openReportPlans(input: { day: IsoDate; now: number }): Promise<{ opened: number }>;
}

export interface IntakePlan {
  /** Pages are numbered 0 to `pages - 1`. */
  readonly pages: number;
  readonly rows: number;
}

export interface IntakeActivities {
  /** Read the uploaded register into staging rows and row errors. Safe to repeat: it starts over. Heartbeats at least every 10 s. */
  readRegister(input: { importId: string; now: number }): Promise<IntakePlan>;
  /** Compute and write one page of matters in bulk. Safe to repeat: rows already written are left. */
  writePage(input: { importId: string; page: number; now: number }): Promise<{ written: number; open: number }>;
  /** Start the workflows of the open matters of a page. Safe to repeat. */
  startPage(input: { importId: string; page: number; now: number }): Promise<{ started: number }>;
  /** Count, print the closing figures, remove staging rows and the uploaded file. */
  finishImport(input: { importId: string; now: number }): Promise<void>;
}

export interface RecomputeActivities {
  /** Ids of open matters after `after`, in order, at most `limit`; with `unitId` only those of the unit and of units below it. */
  openMattersPage(input: { after: string | null; limit: number; unitId?: string }): Promise<readonly string[]>;
}

export interface WriteStatement {
  readonly day: IsoDate;
  /** 1 at the usual hour, 2 after healing. */
  readonly revision: number;
  readonly now: number;
  /** Since the revision before: matters asked to compute again, and those of them whose workflow was gone. */
  readonly asked: number;
  readonly revived: number;
}

export interface StatementSummary {
  readonly statement: number;
  readonly day: IsoDate;
  readonly revision: number;
  /** Thresholds that should have been told, and how many of them have no fate. */
  readonly due: number;
  readonly unaccounted: number;
}

export interface RecountActivities {
  /** One transaction: count and write the statement of a day and revision. Safe to repeat: it is written once. */
  writeStatement(input: WriteStatement): Promise<StatementSummary>;
  /** Ids of the matters of a statement's gaps, at most `limit`. */
  mattersWithGaps(input: { statement: number; limit: number }): Promise<readonly string[]>;
  /** Alerts of a statement's gaps that were made and came to nothing wait for the next digest. Safe to repeat. */
  tellAgain(input: { statement: number; now: number }): Promise<{ alerts: number }>;
  /** A mail to the operators about what is unaccounted for; false when there is no address of theirs. */
  tellOperators(input: { statement: StatementSummary; now: number }): Promise<{ told: boolean }>;
}

export interface RehearsalActivities {
  /** Try a draft of law or calendar on every open matter. Safe to repeat: it goes on where it was. Heartbeats with every page. */
  computeRehearsal(input: { rehearsalId: string; now: number }): Promise<{ matters: number }>;
}

/** The workflow that computes a rehearsal. */
export const rehearsalWorkflowId = (rehearsalId: string): string => `rehearsal-${rehearsalId}`;

export type Activities = MatterActivities &
  MailActivities &
  WebhookActivities &
  BounceActivities &
  CampaignActivities &
  PlanActivities &
  IntakeActivities &
  RehearsalActivities &
  RecountActivities &
  RecomputeActivities;
