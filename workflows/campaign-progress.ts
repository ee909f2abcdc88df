import { proxyActivities } from '@temporalio/workflow';
import type { CampaignActivities, IsoDate } from '../activities/contract';
import { scheduledDay } from './for-day';
import type { ForDay } from './messages';
import { isoOf } from './vietnam-day';

const { campaignsOn, snapshotCampaign } = proxyActivities<CampaignActivities>({
  // Counts over every matter of a province: seconds; five minutes would be a database in trouble. Safe to repeat, so without end.
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
});

/**
 * Where every running campaign stood at the end of a day. Scheduled shortly after midnight, it speaks for the day that has just
 * ended, because a day still going on has no final figure.
 */
export async function campaignProgress(
  input: ForDay = {},
): Promise<{ day: IsoDate; campaigns: number; subjects: number }> {
  const day = input.day ?? isoOf(scheduledDay() - 1);
  const campaigns = await campaignsOn({ day });
  let subjects = 0;
  for (const campaignId of campaigns)
    subjects += (await snapshotCampaign({ campaignId, day, now: Date.now() })).subjects;
  return { day, campaigns: campaigns.length, subjects };
}
