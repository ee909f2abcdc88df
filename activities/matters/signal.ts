import { type Client, type Workflow, WorkflowNotFoundError } from '@temporalio/client';
import { type MatterSignal, type MatterState, matterWorkflowId, type Signalled } from '../contract';
import { matterStart, matterWorkflowType } from '../matter-start';

/**
 * Signals a matter. One that has not had its first task yet (`sleepingStart`) would hear of a plain signal only at its first
 * wake-up; a signal with a start begins it at once. When there is no workflow, the record decides: a matter that has ended has no
 * clock to hear of anything; one that is open has lost its workflow (or hasn't got it yet), and gets it back with the signal.
 * @throws MatterNotFound
 */
export async function signalMatter(
  temporal: () => Promise<Client>,
  loadState: (input: { matterId: string }) => Promise<MatterState>,
  { matterId, signal, args }: MatterSignal,
): Promise<Signalled> {
  const { workflow } = await temporal();
  const handle = workflow.getHandle(matterWorkflowId(matterId));
  const running = await begunAt(handle);
  if (running !== null && running <= Date.now()) {
    await handle.signal(signal, ...args);
    return 'reached';
  }
  const state = await loadState({ matterId });
  if (running === null && state.closed) return 'ended';
  await workflow.signalWithStart<Workflow, MatterSignal['args'][number][]>(matterWorkflowType(state.kind), {
    ...matterStart(state),
    // One that ended may be started again here: the record says that the matter is open.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    signal,
    signalArgs: [...args],
  });
  return running === null ? 'revived' : 'reached';
}

/** When the first task of a running workflow was, or is to be, given out (epoch ms); null when none is running. */
async function begunAt(handle: ReturnType<Client['workflow']['getHandle']>): Promise<number | null> {
  try {
    const { status, startTime, executionTime } = await handle.describe();
    return status.name === 'RUNNING' ? (executionTime ?? startTime).getTime() : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
