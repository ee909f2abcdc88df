import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { LinkKeys } from '../config/link-keys';
import type { Logger } from '../config/log';
import type { MailSettings, WebhookSettings } from '../config/settings';
import type { PrismaClient } from '../prisma/generated/client';

/** What activities work with; the process that runs them brings it. */
export interface ActivityDeps {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /** Connects on first use: for starting the workflows of imported matters, and for signals between matters. */
  readonly temporal: () => Promise<Client>;
  readonly mail: MailSettings;
  /** Sign the links in mails. */
  readonly linkKeys: LinkKeys;
  /** Where webhooks may go; absent: by https to public addresses only. */
  readonly webhooks?: WebhookSettings;
  readonly log: Logger;
  /** Address that links in mails begin with, no trailing slash. */
  readonly publicUrl: string;
  /** Absolute folder of uploaded registers. */
  readonly uploadsDir: string;
  /** Told every few seconds by activities that take long. */
  readonly heartbeat?: (progress: unknown) => void;
}
