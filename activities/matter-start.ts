/**
 * How a matter's workflow is started, whoever starts it: the importer, the API, another matter.
 * Pure, and small enough to be part of the workflow bundle.
 */

import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import type { MatterKind } from '../law/model';
import { type MatterState, matterWorkflowId, TASK_QUEUE } from './contract';

/** What matters can be listed by. Opaque ids, codes and a date: search attributes are never encrypted. */
export const SEARCH = {
  kind: defineSearchAttributeKey('ThKind', 'KEYWORD'),
  unit: defineSearchAttributeKey('ThUnit', 'KEYWORD'),
  officer: defineSearchAttributeKey('ThOfficer', 'KEYWORD'),
  stage: defineSearchAttributeKey('ThStage', 'KEYWORD'),
  nextDue: defineSearchAttributeKey('ThNextDue', 'DATETIME'),
} as const;

/** Values of the search attributes of a matter; what is unknown is left out. `ThNextDue` is 00:00 of the due day, +07:00. */
export function matterSearchAttributes(state: MatterState): SearchAttributePair[] {
  const pairs: SearchAttributePair[] = [
    { key: SEARCH.kind, value: state.kind },
    { key: SEARCH.unit, value: state.unit },
    { key: SEARCH.stage, value: state.stage },
  ];
  if (state.officer !== null) pairs.push({ key: SEARCH.officer, value: state.officer });
  if (state.nextDue !== null) pairs.push({ key: SEARCH.nextDue, value: new Date(`${state.nextDue}T00:00:00+07:00`) });
  return pairs;
}

/** Name of the workflow that a matter of this kind lives as. */
export const matterWorkflowType = (kind: MatterKind): 'enforcementCase' | 'complaint' =>
  kind === 'enforcement_case' ? 'enforcementCase' : 'complaint';

/**
 * Start options of a matter's workflow, for `client.workflow.start(matterWorkflowType(state.kind), matterStart(state))`.
 * Repeating a start is safe: it fails with `WorkflowExecutionAlreadyStartedError`, also after the matter ended by itself;
 * only one that failed or was terminated may be started again.
 */
export const matterStart = (state: MatterState) => ({
  workflowId: matterWorkflowId(state.matterId),
  args: [state] as [MatterState],
  taskQueue: TASK_QUEUE,
  typedSearchAttributes: matterSearchAttributes(state),
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
});

/**
 * Start options of a matter that nobody waits for: as `matterStart`, but its first task comes with its first wake-up instead of at
 * once, which saves the server and the worker one task of every matter. An update begins it at any time; a plain signal is kept
 * until the first task, so signals go through `signalMatter`, which begins it too.
 * @param now epoch ms of the host that asks: the server counts the delay from when it hears of it
 */
export const sleepingStart = (state: MatterState, now: number) => ({
  ...matterStart(state),
  ...(state.nextWake !== null && state.nextWake > now ? { startDelay: state.nextWake - now } : {}),
});
