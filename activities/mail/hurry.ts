import type { Client } from '@temporalio/client';
import type { Logger } from '../../config/log';
import { TASK_QUEUE } from '../contract';

/**
 * Asks for a dispatch of mails that cannot wait for the next minute. Called after the commit of what wrote one; answers at once. Of one
 * worker at most one request is under way, and one more follows it for all that were written meanwhile; a dispatch that runs already serves.
 * When Temporal can't be reached, or a mail comes just as a dispatch ends, the schedule `dispatch` finds it within its minute.
 */
export function createHurry(temporal: () => Promise<Client>, log: Pick<Logger, 'warn'>): () => void {
  let wanted = false;
  let asking = false;
  const ask = async (): Promise<void> => {
    asking = true;
    while (wanted) {
      wanted = false;
      try {
        const { workflow } = await temporal();
        await workflow.start('dispatch', {
          workflowId: 'dispatch-urgent',
          taskQueue: TASK_QUEUE,
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
      } catch (error) {
        log.warn({ err: error }, 'dispatch not asked for; the schedule will find the mail');
      }
    }
    asking = false;
  };
  return () => {
    wanted = true;
    if (!asking) void ask();
  };
}
