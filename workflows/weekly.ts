import { proxyActivities } from '@temporalio/workflow';
import type { IsoDate, MailActivities } from '../activities/contract';
import { deliver } from './dispatch';
import { scheduledDay } from './for-day';
import type { ForDay } from './messages';
import { isoOf } from './vietnam-day';

const { composeWeeklies } = proxyActivities<Pick<MailActivities, 'composeWeeklies'>>({
  // Counts of a whole province: seconds. A run cut short is repeated and finds what is written already.
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
});

/** The week before for the leadership of each province, on the first working day of a week; on other days nothing. */
export async function weekly(input: ForDay = {}): Promise<{ day: IsoDate; mails: number }> {
  const day = input.day ?? isoOf(scheduledDay());
  const composed = await composeWeeklies({ day, now: Date.now() });
  if (composed.mails > 0) await deliver();
  return { day, ...composed };
}
