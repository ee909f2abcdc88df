import { proxyLocalActivities, sleep } from '@temporalio/workflow';

export * from '../workflows';

/** The baseline: a workflow that does nothing but wait until an instant (epoch ms). */
export async function bareTimer(at: number): Promise<void> {
  await sleep(Math.max(1, at - Date.now()));
}

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10 seconds' });

/** What a wake-up that does anything at all costs on this server: the timer, and a local activity that does nothing. */
export async function emptyWakeUp(at: number): Promise<void> {
  await bareTimer(at);
  await nothing();
}
