import { proxyActivities } from '@temporalio/workflow';
import type { IsoDate, PlanActivities } from '../activities/contract';
import { scheduledDay } from './for-day';
import type { ForDay } from './messages';
import { isoOf } from './vietnam-day';

const { openReportPlans } = proxyActivities<PlanActivities>({
  // Some hundred units in a province's tree: one transaction of seconds, then a start for each. Safe to repeat, so without end.
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
});

/** Opens the reports whose period ends on the day: statistics, inter-agency forms, the list of ended cases. */
export async function reportPlans(input: ForDay = {}): Promise<{ day: IsoDate; opened: number }> {
  const day = input.day ?? isoOf(scheduledDay());
  return { day, ...(await openReportPlans({ day, now: Date.now() })) };
}
