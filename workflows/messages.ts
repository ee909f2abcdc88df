/** What can be said to a matter's workflow. People use updates, machines signals; queries are for looking inside. */

import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  Acknowledge,
  CommandAnswer,
  CorrectEvent,
  IsoDate,
  MatterState,
  Reassign,
  RecordEvent,
} from '../activities/contract';

/** Send with `updateId: command.commandId`. Refusals arrive as ApplicationFailure: `type` is the code, `details[0]` a Refusal. */
export const recordEvent = defineUpdate<CommandAnswer, [RecordEvent]>('recordEvent');
export const correctEvent = defineUpdate<CommandAnswer, [CorrectEvent]>('correctEvent');
export const acknowledge = defineUpdate<CommandAnswer, [Acknowledge]>('acknowledge');
export const reassign = defineUpdate<CommandAnswer, [Reassign]>('reassign');

/** The law or the calendar changed: run the engine again. */
export const recompute = defineSignal('recompute');
/** Another matter has something to record here. */
export const tell = defineSignal<[RecordEvent]>('tell');

export const state = defineQuery<MatterState>('state');
export const pending = defineQuery<Pending>('pending');

/** What a matter's workflow still has to do. Times in epoch ms. */
export interface Pending {
  readonly commands: readonly { readonly commandId: string; readonly type: string; readonly tryAt: number }[];
  readonly recompute: boolean;
  /** When its one timer goes off; null when it waits for nothing but people. */
  readonly alarmAt: number | null;
  /** Failed wake-ups in a row. */
  readonly failures: number;
  /** Command ids remembered, of the last ones carried out. */
  readonly remembered: number;
}

/** How far an import is. */
export interface IntakeProgress {
  readonly phase: 'reading' | 'writing' | 'finishing' | 'done';
  readonly rows: number;
  readonly pages: number;
  readonly pagesDone: number;
  readonly written: number;
  readonly open: number;
  readonly started: number;
}
export const progress = defineQuery<IntakeProgress>('progress');

/** How far a recomputation of all open matters is. */
export interface RecomputeProgress {
  readonly reason: string;
  readonly signalled: number;
  readonly missing: number;
  readonly after: string | null;
}
export const recomputeProgress = defineQuery<RecomputeProgress>('recomputeProgress');

/** The day a daily workflow speaks for; absent when a schedule started it. */
export interface ForDay {
  readonly day?: IsoDate;
}
