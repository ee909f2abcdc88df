import { proxyActivities } from '@temporalio/workflow';
import type { BounceActivities } from '../activities/contract';

const { readBounces } = proxyActivities<BounceActivities>({
  // Some hundred short messages at most; a mail server that does not answer is given up by itself within a minute.
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '2 minutes',
  // What was not read is still in the mailbox, and the schedule comes back: a run may give up.
  retry: { initialInterval: '10 seconds', maximumAttempts: 3 },
});

/** Reads the delivery reports that came in: every five minutes by schedule. */
export const bounces = () => readBounces({ now: Date.now() });
