/** The worker alone, for installations where database, Temporal and relay run elsewhere. */

import { seedReference } from '../activities/matters';
import { openDatabase } from '../config/database';
import { linkKeysWarning } from '../config/link-keys';
import { createLog } from '../config/log';
import { loadSettings } from '../config/settings';
import { prepareTemporal } from './prepare';
import { runWorker } from './worker';

// Nothing here depends on the host's time zone; this makes sure that no library does.
process.env.TZ = 'UTC';

async function main(): Promise<void> {
  const settings = loadSettings();
  await prepareTemporal(settings.temporal);
  const database = openDatabase(settings.databaseUrl, { max: 1 });
  try {
    await seedReference(database.prisma, Date.now());
  } finally {
    await database.close();
  }
  const log = createLog(settings.logLevel, 'worker');
  const warning = linkKeysWarning(settings);
  if (warning !== null) log.warn(warning);
  await runWorker(settings, { log });
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
