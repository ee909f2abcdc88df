import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serverBinaries } from './binaries/temporal';
import { testServer } from './binaries/test-server';
import { freePort } from './ports';
import { removeOutside } from './postgres/account';
import { prepareCluster } from './postgres/cluster';
import { ensureDatabases } from './postgres/databases';
import { migrate } from './postgres/migrate';
import { describe } from './problem';
import { progressOn } from './progress';
import { Service, type ServiceEvents } from './service';
import { prepareTemporalDatabases } from './temporal/schema';
import { temporalServer } from './temporal/server';
import { Watch } from './watch';

/** Ports of the tests start here, away from those of `npm start`. */
const FIRST_PORT = 21_000 + (process.pid % 500) * 20;
const TEMPLATE = 'thoihan_template';

/**
 * Servers for the test suite, on free ports and a data folder of their own. Prints one line of JSON with the variables
 * for the tests when they are up, and stops them when its input ends.
 */
async function main(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const progress = progressOn(process.stderr);
  const watch = new Watch(join(dataDir, 'run'));
  await watch.open();
  const services: Service[] = [];
  const events: ServiceEvents = {
    died: (name, how) => process.stderr.write(`${name} died (${how})\n`),
    back: name => process.stderr.write(`${name} is back\n`),
  };
  const stop = async () => {
    for (const service of [...services].reverse()) await service.stop();
    watch.close();
    removeOutside(dataDir);
  };
  process.stdin.resume().on('close', () => void stop().then(() => process.exit(0)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop().then(() => process.exit(1)));

  try {
    const binaries = await serverBinaries(process.env, progress);
    const skipping = await testServer(process.env, progress);
    const log = (name: string) => join(dataDir, `${name}.log`);
    const cluster = prepareCluster({
      dataDir,
      port: await freePort(FIRST_PORT),
      logFile: log('postgres'),
      // Nothing here outlives the tests.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
    });
    const postgres = new Service(cluster.spec, watch, events);
    services.push(postgres);
    await postgres.start();
    await prepareTemporalDatabases(cluster, binaries.sqlTool);
    const port = await freePort(FIRST_PORT + 1);
    const temporal = new Service(
      await temporalServer({
        dataDir,
        cluster,
        program: binaries.server,
        port,
        logFile: log('temporal'),
        innerFrom: FIRST_PORT + 2,
      }),
      watch,
      events,
    );
    services.push(temporal);
    await ensureDatabases(cluster.url('postgres'), [TEMPLATE]);
    await Promise.all([temporal.start(), migrate(cluster.url(TEMPLATE))]);
    process.stdout.write(
      `${JSON.stringify({
        THOIHAN_TEST_PG: cluster.url('postgres'),
        THOIHAN_TEST_TEMPORAL: `127.0.0.1:${port}`,
        THOIHAN_TEST_SERVER: skipping,
        THOIHAN_TEST_TEMPLATE: TEMPLATE,
      })}\n`,
    );
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    await stop();
    process.exit(1);
  }
}

if (require.main === module) void main(process.argv[2] ?? '');
