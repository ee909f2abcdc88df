import { proxyActivities } from '@temporalio/workflow';
import type { WebhookActivities } from '../activities/contract';

const { deliverWebhooks } = proxyActivities<WebhookActivities>({
  // A run ends when nothing waits; receivers that stall cost ten seconds each, and are then left alone until the next run.
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '45 seconds',
  // Messages wait in their table and the schedule comes back every minute, so a run may give up.
  retry: { initialInterval: '2 seconds', maximumAttempts: 3 },
});

/** Tells other programs what happened: every minute by schedule. Two at a time do no harm: messages are claimed. */
export const webhooks = () => deliverWebhooks({ now: Date.now() });
