import type { Pool } from 'pg';
import type { CampaignActivities } from '../contract';
import { snapshotCampaign } from './snapshot';

export { type CountCell, type CountScope, countCells, countsAsOf, UnknownScopeError } from './counts';
export { type CampaignPlan, loadCampaignPlan } from './plan';
export { campaignReport } from './report';

const ON = `
SELECT id FROM campaign
WHERE $1::date BETWEEN least(starts_on, measured_from) AND greatest(coalesce(extended_to, ends_on), measured_to)
ORDER BY id`;

/** Activities of the daily progress of campaigns. */
export function createCampaignActivities({ pool }: { pool: Pool }): CampaignActivities {
  return {
    campaignsOn: async ({ day }) => (await pool.query<{ id: string }>(ON, [day])).rows.map(row => row.id),
    snapshotCampaign: input => snapshotCampaign(pool, input),
  };
}
