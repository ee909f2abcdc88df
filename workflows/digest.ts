import { proxyActivities } from '@temporalio/workflow';
import type { IsoDate, MailActivities } from '../activities/contract';
import { deliver } from './dispatch';
import { scheduledDay } from './for-day';
import type { ForDay } from './messages';
import { isoOf } from './vietnam-day';

const { composeDigests } = proxyActivities<Pick<MailActivities, 'composeDigests'>>({
  // One transaction per officer, some thousand officers in the largest province: a minute or two. A run cut short is repeated and
  // finds what is composed already. No end to the retries: a morning without its digest is the one thing that must not happen.
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '2 minutes' },
});

/** The morning mail of one working day: composes one mail per officer, then hands them to the relay. */
export async function digest(
  input: ForDay = {},
): Promise<{ day: IsoDate; mails: number; alerts: number; workingDay: boolean }> {
  const day = input.day ?? isoOf(scheduledDay());
  return { day, ...(await morningMail(day)) };
}

/** Composes what is not composed yet of a day's digests and hands it over. */
export async function morningMail(day: IsoDate): Promise<Awaited<ReturnType<typeof composeDigests>>> {
  const composed = await composeDigests({ day, now: Date.now() });
  if (composed.mails > 0) await deliver();
  return composed;
}
