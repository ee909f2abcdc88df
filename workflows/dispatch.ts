import { proxyActivities } from '@temporalio/workflow';
import type { MailActivities } from '../activities/contract';

const { dispatchMail } = proxyActivities<Pick<MailActivities, 'dispatchMail'>>({
  // A province's morning is some hundred mails, seconds; a slow relay may take an hour. A dispatcher that died is noticed by its
  // heartbeat in half a minute; mails it had claimed are released by their own claim time.
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30 seconds',
  // The outbox is the memory and the schedule comes back every minute, so a run may give up.
  retry: { initialInterval: '2 seconds', maximumAttempts: 5 },
});

/** Hands what waits in the outbox to the relay. */
export const deliver = () => dispatchMail({ now: Date.now() });

/** The mail dispatcher: every minute by schedule, at once for urgent mail. Two at a time do no harm: rows are claimed. */
export const dispatch = () => deliver();
