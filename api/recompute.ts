import { z } from 'zod';
import type { recomputeStart } from '../activities/recompute-start';
import type { ApiContext } from './deps';

/** What became of having the open matters computed again after a change of law or calendar. */
export const recomputeView = z
  .object({ workflowId: z.string(), started: z.boolean() })
  .describe('started false: Temporal không trả lời; gửi lại lệnh ký để tính lại');

/**
 * Has the open matters run the engine again. The change stands already; when Temporal is away the answer says so, and the same command
 * with another key starts it later.
 */
export async function recomputing(
  ctx: ApiContext,
  start: ReturnType<typeof recomputeStart>,
): Promise<z.infer<typeof recomputeView>> {
  const { workflowId } = start;
  try {
    const client = await ctx.temporal();
    await client.workflow.start('recomputeAll', start);
    return { workflowId, started: true };
  } catch (error) {
    ctx.log.warn({ workflowId, err: error }, 'recompute not started');
    return { workflowId, started: false };
  }
}
