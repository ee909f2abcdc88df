import { performance } from 'node:perf_hooks';
import type { WebhookActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { deliverWebhooks } from './deliver';
import { STRICT } from './target';

/** The activities that tell other programs what happened. */
export const createWebhookActivities = ({
  pool,
  webhooks,
  heartbeat,
}: Pick<ActivityDeps, 'pool' | 'webhooks' | 'heartbeat'>): WebhookActivities => ({
  deliverWebhooks: ({ now }) =>
    deliverWebhooks(
      {
        pool,
        policy: webhooks ?? STRICT,
        elapsed: () => performance.now(),
        heartbeat: heartbeat ?? (() => undefined),
      },
      now,
    ),
});
