import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import { type Activities, TASK_QUEUE } from '../activities/contract';
import { seedReference } from '../activities/matters';
import { createLog } from '../config/log';
import { freshDatabase, seedOffice, type TestDatabase } from '../test/support/database';
import { bundleOf } from '../worker/bundle';
import { ensureNamespace } from '../worker/namespace';
import { installRuntime } from '../worker/runtime';
import { CAPACITY } from '../worker/worker';

/** Database, Temporal and a worker of the program, with the baseline workflow in the same bundle. */
export interface Bench {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly activities: Activities;
  /** Until no workflow task waits, so that what is measured next does not stand in line behind what was measured before. */
  quiet(): Promise<void>;
  /** Runs `work` while the worker serves. */
  working<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param uploadsDir folder of registers to import */
export async function openBench(uploadsDir: string): Promise<Bench> {
  const address = process.env.THOIHAN_TEST_TEMPORAL;
  if (!address) throw new Error('THOIHAN_TEST_TEMPORAL must name a Temporal server; `npm run bench` starts one');
  const log = createLog('error', 'bench');
  installRuntime(log);
  const database = await freshDatabase({ max: 28 });
  await seedOffice(database.prisma);
  await seedReference(database.prisma, Date.now());
  const namespace = `bench-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, { address, namespace, tls: false, apiKey: null });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const activities = createActivities({
    prisma: database.prisma,
    pool: database.pool,
    temporal: async () => client,
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'bench@thoihan.test' },
    log,
    linkKeys: [{ id: 'bench', secret: Buffer.alloc(32) }],
    publicUrl: 'http://127.0.0.1:4000',
    uploadsDir,
  });
  const workflowBundle = await bundleOf(require.resolve('./workflows'), new DefaultLogger('ERROR'));
  return {
    database,
    client,
    activities,
    quiet: () => untilQuiet(client),
    async working(work) {
      const worker = await Worker.create({
        connection: native,
        namespace,
        taskQueue: TASK_QUEUE,
        workflowBundle,
        activities: { ...activities, nothing: async () => undefined },
        ...CAPACITY,
      });
      return worker.runUntil(work);
    },
    async close() {
      await connection.operatorService.deleteNamespace({ namespace });
      await native.close();
      await connection.close();
      await database.close();
    },
  };
}

/** The server counts what waits only about right, and learns of it late: quiet is what looks so for two seconds. */
async function untilQuiet({ workflowService, options: { namespace } }: Client): Promise<void> {
  for (let calm = 0; calm < 10; calm += 1) {
    await new Promise(resolve => setTimeout(resolve, 200));
    const { stats } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: TASK_QUEUE },
      taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      reportStats: true,
    });
    if (!stats) throw new Error('the server does not tell how many tasks wait');
    if (Number(stats.approximateBacklogCount) > 0) calm = 0;
  }
}
