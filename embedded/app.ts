/** Worker and API in one process, as `npm start` runs them; a child of the supervisor, which starts it again when it ends. */

import { seedReference } from '../activities/matters';
import { type HealthCheck, healthChecks } from '../api/health/checks';
import { buildServer, listenLocally } from '../api/server';
import { watchStatement } from '../api/statement/alarm';
import { lazyTemporal } from '../api/temporal';
import { openDatabase } from '../config/database';
import { linkKeys } from '../config/link-keys';
import { createLog } from '../config/log';
import { loadSettings } from '../config/settings';
import { prepareTemporal } from '../worker/prepare';
import { startWorker } from '../worker/worker';
import type { AppMessage, AppTask } from './app-service';
import { firstStart } from './first-start';
import { describe } from './problem';
import { webAnswers } from './temporal/ui';

/** Connections for the API and the first start; the worker has its own. */
const POOL = 10;

function tell(vi: string, en: string): void {
  const message: AppMessage = { vi, en };
  process.send?.(message);
}

function pageCheck({ name, url }: AppTask['pages'][number]): HealthCheck {
  return {
    name,
    vi: `Trang ${name} không trả lời.`,
    en: `The page ${name} does not answer.`,
    probe: async () => {
      if (!(await webAnswers(url))) throw new Error('not 200');
    },
  };
}

async function main(task: AppTask): Promise<void> {
  const settings = loadSettings();
  const log = createLog(settings.logLevel, 'app');
  const database = openDatabase(settings.databaseUrl, { max: POOL, log });
  const temporal = lazyTemporal(settings.temporal);
  let complete = false;

  await prepareTemporal(settings.temporal);
  await seedReference(database.prisma, Date.now());
  const worker = await startWorker(settings, { log });
  const server = await buildServer({
    prisma: database.prisma,
    pool: database.pool,
    temporal: temporal.client,
    log,
    mail: settings.mail,
    linkKeys: linkKeys(settings),
    webhooks: settings.webhooks,
    uploadsDir: settings.uploadsDir,
    publicUrl: settings.publicUrl,
    checks: [
      ...healthChecks({ prisma: database.prisma, temporal: temporal.client, smtpUrl: settings.mail.smtpUrl }),
      ...task.pages.map(pageCheck),
      {
        name: 'first-start',
        vi: 'Lần khởi động đầu tiên chưa xong.',
        en: 'The first start has not finished.',
        probe: async () => {
          if (!complete) throw new Error('not finished');
        },
      },
    ],
  });

  const stopWatching = watchStatement({ pool: database.pool, mail: settings.mail, log, now: Date.now });
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await Promise.all([server.close(), worker.stop(), stopWatching()]);
    await temporal.close();
    await database.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  // The supervisor is gone: nobody would start us again or stop us.
  process.on('disconnect', () => void stop(0));
  worker.finished.then(
    () => stop(0),
    () => stop(1),
  );

  await listenLocally(server, settings.apiHost, settings.apiPort);
  if (task.demonstration)
    await firstStart({ ...database, temporal: temporal.client, dataDir: settings.dataDir, tell }, Date.now());
  complete = true;
}

main(JSON.parse(process.argv[2] ?? '{"demonstration":false,"pages":[]}') as AppTask).catch(error => {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
});
