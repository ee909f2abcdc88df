import { performance } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { LinkKeys } from '../../config/link-keys';
import type { MailSettings } from '../../config/settings';
import type { MailActivities } from '../contract';
import { lawReader } from '../law';
import { settingsReader } from '../matters';
import { composeDigests } from './digests';
import { dispatch } from './dispatch';
import type { Pause } from './late-wake-ups';
import { openRelay, type Relay } from './relay';
import { capUrgent } from './urgent-cap';
import { composeWeeklies } from './weekly';

export { derivedId, mailDomain, messageIdFor } from './ids';
export { openRelay, type Relay } from './relay';

export interface MailDeps {
  readonly pool: Pool;
  readonly mail: MailSettings;
  readonly publicUrl: string;
  readonly linkKeys: LinkKeys;
  /** Told every few seconds while mails are handed over; an activity passes it on as its heartbeat. */
  readonly heartbeat?: (progress: unknown) => void;
  /** How the digests of a late morning wait for matters that are still waking; by the host's timer unless given. */
  readonly pause?: Pause;
}

/** The mail activities. One relay serves all calls; who needs to close it opens it and passes it in. */
export function createMailActivities(deps: MailDeps, relay: Relay = openRelay(deps.mail)): MailActivities {
  const desk = {
    pool: deps.pool,
    lawAt: lawReader(deps.pool),
    settingsAt: settingsReader(deps.pool),
    from: deps.mail.from,
    publicUrl: deps.publicUrl,
    perMinute: deps.mail.perMinute,
    pause: deps.pause ?? rest,
  };
  const heartbeat = deps.heartbeat ?? (() => undefined);
  return {
    composeDigests: input => composeDigests(desk, input),
    composeWeeklies: input => composeWeeklies(desk, input),
    dispatchMail: ({ now }) =>
      dispatch(
        {
          pool: deps.pool,
          relay,
          linkKeys: deps.linkKeys,
          perMinute: deps.mail.perMinute,
          review: at => capUrgent(desk, at),
          elapsed: () => performance.now(),
          heartbeat,
        },
        now,
      ),
  };
}
