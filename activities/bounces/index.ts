import type { BounceActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { nothingRead, readMailbox } from './mailbox';

/** The activity that reads delivery reports; without a mailbox in the settings it does nothing. */
export const createBounceActivities = ({
  pool,
  mail,
  log,
  heartbeat,
}: Pick<ActivityDeps, 'pool' | 'mail' | 'log' | 'heartbeat'>): BounceActivities => ({
  readBounces: async ({ now }) =>
    mail.bounceMailbox === undefined
      ? nothingRead()
      : readMailbox(
          { pool, heartbeat: heartbeat ?? (() => undefined), warn: (fields, text) => log.warn(fields, text) },
          mail.bounceMailbox,
          now,
        ),
});
