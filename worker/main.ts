/** The worker alone, for installations where database, Temporal and relay run elsewhere. */

import { seedReference } from '../activities/matters';
import { openDatabase } from '../config/database';
import { loadSettings } from '../config/settings';
import { connectTemporal } from '../config/temporal';
import { ensureNamespace } from './namespace';
import { ensureSchedules } from './schedules';
import { runWorker } from './worker';

// Nothing here depends on the host's time zone; this makes sure that no library does.
process.env.TZ = 'UTC';

async function main(): Promise<void> {
  const settings = loadSettings();
  const { connection, client } = await connectTemporal(settings.temporal);
  try {
    await ensureNamespace(connection, settings.temporal);
    await ensureSchedules(client);
  } finally {
    await connection.close();
  }
  const database = openDatabase(settings.databaseUrl, { max: 1 });
  try {
    await seedReference(database.prisma, Date.now());
  } finally {
    await database.close();
  }
  await runWorker(settings);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
