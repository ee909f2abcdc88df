/** What a command sets off beyond its own matter. */

import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ApplicationFailure, getExternalWorkflowHandle, log, proxyActivities, startChild } from '@temporalio/workflow';
import { type Effect, type MatterActivities, type MatterState, matterWorkflowId } from '../activities/contract';
import { matterSearchAttributes, matterWorkflowType } from '../activities/matter-start';
import { outerFailure } from './failures';
import { tell } from './messages';

const { loadState } = proxyActivities<Pick<MatterActivities, 'loadState'>>({
  // Reads one row; longer means that the database doesn't answer. Retried without end: what another matter must hear is never dropped.
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '2 minutes', nonRetryableErrorTypes: ['MatterNotFound'] },
});

/** Carries an effect out. Safe to repeat: a start ignores the running matter, a told command is known by its id. */
export async function carryOut(effect: Effect): Promise<void> {
  try {
    if (effect.type === 'start') await startMatter(effect.state);
    else await reach(effect.matterId, other => other.signal(tell, effect.command));
  } catch (error) {
    // Thrown on, it would end this matter for the sake of another. The event that should have been told stands in this matter's log.
    const { type: cause } = outerFailure(error);
    log.error('effect not carried out', { effect: effect.type, cause });
  }
}

/** Starts a matter's workflow, which then lives on its own. @returns false when it ran already. */
export async function startMatter(state: MatterState): Promise<boolean> {
  try {
    await startChild(matterWorkflowType(state.kind), {
      workflowId: matterWorkflowId(state.matterId),
      args: [state],
      typedSearchAttributes: matterSearchAttributes(state),
      parentClosePolicy: 'ABANDON',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/**
 * Signals another matter. When its workflow isn't there, the record decides: a matter that has ended has no clock to hear of
 * anything, so nothing is done; one that is open has lost its workflow (or hasn't got it yet), and gets it back first.
 * @returns `reached`, `revived` or `ended`
 */
export async function reach(
  matterId: string,
  signal: (other: ReturnType<typeof getExternalWorkflowHandle>) => Promise<void>,
): Promise<'reached' | 'revived' | 'ended'> {
  const other = getExternalWorkflowHandle(matterWorkflowId(matterId));
  try {
    await signal(other);
    return 'reached';
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== 'ExternalWorkflowExecutionNotFound') throw error;
  }
  const state = await loadState({ matterId });
  if (state.closed) {
    log.info('matter has ended; not signalled', { matterId });
    return 'ended';
  }
  await startMatter(state);
  await signal(other);
  return 'revived';
}
