import { sleep } from '@temporalio/workflow';

export * from '../workflows';

/** The baseline: a workflow that does nothing but wait until an instant (epoch ms). */
export async function bareTimer(at: number): Promise<void> {
  await sleep(Math.max(1, at - Date.now()));
}
