/** How the recomputation of open matters is started, whoever starts it. */

import { TASK_QUEUE } from './contract';

/**
 * Start options for `client.workflow.start('recomputeAll', …)`. The same reason while it still runs is the same run; afterwards it runs again,
 * which is harmless: what does not differ is not written.
 * @param reason `calendar-2027.2`
 * @param unitId only matters of this unit and of units below it
 */
export const recomputeStart = (reason: string, unitId?: string) => ({
  workflowId: `recompute-${reason}`,
  args: [{ reason, ...(unitId === undefined ? {} : { unitId }) }] as [{ reason: string; unitId?: string }],
  taskQueue: TASK_QUEUE,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
});
