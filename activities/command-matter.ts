import { type Client, WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import {
  type CommandAnswer,
  type MatterActivities,
  type MatterCommand,
  type MatterState,
  matterWorkflowId,
} from './contract';
import { matterStart, matterWorkflowType } from './matter-start';

/**
 * Says a command to a matter's workflow as an update (`updateId` = command id). A matter whose workflow is gone though the record says
 * that it is open (a server lost or restored) is started again from the record in the same call.
 * @param ended what to answer for a matter that has ended; null to say the command to it all the same
 * @throws WorkflowUpdateFailedError when the law or the record refuses it
 */
export async function commandMatter(
  client: Client,
  loadState: MatterActivities['loadState'],
  matterId: string,
  command: MatterCommand,
  ended: (state: MatterState) => Promise<CommandAnswer> | null,
): Promise<CommandAnswer> {
  const options = { args: [command] as [MatterCommand], updateId: command.commandId };
  try {
    return await client.workflow
      .getHandle(matterWorkflowId(matterId))
      .executeUpdate<CommandAnswer, [MatterCommand]>(command.type, options);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  const state = await loadState({ matterId });
  const answer = state.closed ? ended(state) : null;
  if (answer !== null) return answer;
  const startWorkflowOperation = new WithStartWorkflowOperation(matterWorkflowType(state.kind), {
    ...matterStart(state),
    // An ended one may be started again here: the record says that the matter is open, or a correction is about to be made.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return client.workflow.executeUpdateWithStart<never, CommandAnswer, [MatterCommand]>(command.type, {
    ...options,
    startWorkflowOperation: startWorkflowOperation as never,
  });
}
