import { createBounceActivities } from './bounces';
import { createCampaignActivities } from './campaigns';
import type { Activities } from './contract';
import type { ActivityDeps } from './deps';
import { createIntakeActivities } from './intake';
import { createMailActivities } from './mail';
import { createMatterActivities } from './matters';
import { createPlanActivities } from './plans';
import { createRecountActivities } from './recount';
import { createRehearsalActivities } from './rehearsals';
import { createWebhookActivities } from './webhooks';

export type { ActivityDeps } from './deps';

/** Every activity, over one set of connections. */
export function createActivities(deps: ActivityDeps): Activities {
  return {
    ...createMatterActivities(deps),
    ...createMailActivities(deps),
    ...createCampaignActivities(deps),
    ...createPlanActivities(deps),
    ...createIntakeActivities(deps),
    ...createRehearsalActivities(deps),
    ...createWebhookActivities(deps),
    ...createBounceActivities(deps),
    ...createRecountActivities(deps),
  };
}
