import { join } from 'node:path';
import type { Settings } from '../config/settings';
import type { ServiceSpec } from './service';
import { webAnswers } from './temporal/ui';

/** What the app process tells the supervisor on its way up; shown to people. */
export interface AppMessage {
  readonly vi: string;
  readonly en: string;
}

/** What the app process must know beyond the settings. */
export interface AppTask {
  /** Load the demonstration province into an empty database. Never into a database that was named from outside. */
  readonly demonstration: boolean;
  /** Pages that belong to readiness. */
  readonly pages: readonly { readonly name: string; readonly url: string }[];
}

/** How to run worker and API in one child process, against whatever runs embedded or was named from outside. */
export function appService(settings: Settings, databaseUrl: string, told: (message: AppMessage) => void): ServiceSpec {
  const { embedded } = settings;
  const pages: AppTask['pages'] = [
    ...(embedded.mail
      ? [{ name: 'mailbox', url: `http://127.0.0.1:${settings.mailboxPort}/api/messages?limit=1` }]
      : []),
    ...(embedded.temporal ? [{ name: 'temporal-ui', url: `http://127.0.0.1:${settings.temporalUiPort}/` }] : []),
  ];
  const task: AppTask = { demonstration: embedded.database && settings.demonstration, pages };
  return {
    name: 'app',
    command: process.execPath,
    args: [join(__dirname, 'app.js'), JSON.stringify(task)],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: settings.temporal.address,
      SMTP_URL: settings.mail.smtpUrl,
      DATA_DIR: settings.dataDir,
      TZ: 'UTC',
      NODE_ENV: 'production',
    },
    cwd: settings.dataDir,
    logFile: join(settings.dataDir, 'logs', 'app.log'),
    stopSignal: 'SIGTERM',
    stopLimitMs: 12_000,
    ready: () => webAnswers(`http://127.0.0.1:${settings.apiPort}/health/ready`),
    // The first start registers search attributes and loads the demonstration province.
    readyLimitMs: 5 * 60_000,
    onMessage: message => told(message as AppMessage),
  };
}
