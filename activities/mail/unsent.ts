/** Of a row of `outbox`: an urgent mail that nobody has begun to hand over, so that it may still be held back or changed. */
export const UNSENT_URGENT = `outbox.kind = 'urgent' AND outbox.state = 'pending' AND outbox.attempts = 0`;
