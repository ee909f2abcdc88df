/** The API alone, for installations where database, Temporal, worker and relay run elsewhere. */

import { openDatabase } from '../config/database';
import { linkKeys, linkKeysWarning } from '../config/link-keys';
import { createLog } from '../config/log';
import { loadSettings } from '../config/settings';

import { healthChecks } from './health/checks';
import { buildServer, listenLocally } from './server';
import { watchStatement } from './statement/alarm';
import { lazyTemporal } from './temporal';

async function main(): Promise<void> {
  const settings = loadSettings();
  const log = createLog(settings.logLevel, 'api');
  const { prisma, pool, close } = openDatabase(settings.databaseUrl, { max: 10, log });
  const warning = linkKeysWarning(settings);
  if (warning !== null) log.warn(warning);
  const temporal = lazyTemporal(settings.temporal);
  const app = await buildServer({
    prisma,
    pool,
    temporal: temporal.client,
    log,
    mail: settings.mail,
    linkKeys: linkKeys(settings),
    webhooks: settings.webhooks,
    uploadsDir: settings.uploadsDir,
    publicUrl: settings.publicUrl,
    checks: healthChecks({ prisma, temporal: temporal.client, smtpUrl: settings.mail.smtpUrl }),
  });
  const stopWatching = watchStatement({ pool, mail: settings.mail, log, now: Date.now });
  const stop = async () => {
    await stopWatching();
    await app.close();
    await temporal.close();
    await close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  try {
    await listenLocally(app, settings.apiHost, settings.apiPort);
  } catch (error) {
    await stop();
    throw error;
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
