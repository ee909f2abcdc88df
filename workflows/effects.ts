/** What a command sets off beyond its own matter. */

import { type Priority, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  getExternalWorkflowHandle,
  log,
  patched,
  proxyActivities,
  startChild,
} from '@temporalio/workflow';
import {
  type Effect,
  type MatterActivities,
  type MatterSignal,
  type MatterState,
  matterWorkflowId,
  type Signalled,
} from '../activities/contract';
import { matterSearchAttributes, matterWorkflowType } from '../activities/matter-start';
import { outerFailure } from './failures';

const reaching = (priority?: Priority) =>
  proxyActivities<Pick<MatterActivities, 'loadState' | 'signalMatter'>>({
    // Two calls to Temporal and a row read; longer means that one doesn't answer. Retried without end: what another matter must hear is
    // never dropped.
    startToCloseTimeout: '30 seconds',
    retry: { maximumInterval: '2 minutes', nonRetryableErrorTypes: ['MatterNotFound'] },
    ...(priority === undefined ? {} : { priority }),
  });

/** Carries an effect out. Safe to repeat: a start ignores the running matter, a told command is known by its id. */
export async function carryOut(effect: Effect): Promise<void> {
  try {
    if (effect.type === 'start') await startMatter(effect.state);
    else await reach({ matterId: effect.matterId, signal: 'tell', args: [effect.command] });
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
 * @param priority of the activity, when others go first
 */
export async function reach(message: MatterSignal, priority?: Priority): Promise<Signalled> {
  const { matterId } = message;
  const { signalMatter, loadState } = reaching(priority);
  // Not in the first histories of 0.1.0: there the signal went from workflow to workflow, which a matter that sleeps from its start
  // hears too late. The old way may go when no such history is left, running or in `test/histories/`.
  if (patched('signal-by-activity')) {
    const how = await signalMatter(message);
    if (how === 'ended') log.info('matter has ended; not signalled', { matterId });
    return how;
  }
  const other = getExternalWorkflowHandle(matterWorkflowId(matterId));
  const signal = () => other.signal<unknown[]>(message.signal, ...message.args);
  try {
    await signal();
    return 'reached';
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== 'ExternalWorkflowExecutionNotFound') throw error;
  }
  const state = await loadState({ matterId });
  if (state.closed) return 'ended';
  await startMatter(state);
  await signal();
  return 'revived';
}
