import { Context } from '@temporalio/activity';
import { Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import { TASK_QUEUE } from '../activities/contract';
import { openDatabase } from '../config/database';
import { linkKeys } from '../config/link-keys';
import { createLog, type Logger } from '../config/log';
import type { Settings } from '../config/settings';
import { connectTemporal, nativeConnection } from '../config/temporal';
import { workflowBundle } from './bundle';
import { Pulse } from './pulse';
import { installRuntime } from './runtime';

/** What a worker does at once, and keeps in memory. */
export const CAPACITY = {
  maxConcurrentActivityTaskExecutions: 8,
  maxConcurrentLocalActivityExecutions: 16,
  // Matters sleep for weeks, so keeping them in memory saves next to nothing: 60 KB each, here 30 MB.
  maxCachedWorkflows: 500,
} as const;

/** Each running activity, local or not, holds one connection of the pool; a few are left for what an activity opens beside. */
const POOL = CAPACITY.maxConcurrentActivityTaskExecutions + CAPACITY.maxConcurrentLocalActivityExecutions + 4;

export interface RunningWorker {
  /** Settles when the worker has ended; rejects when it ended by an error. */
  readonly finished: Promise<void>;
  /** `RUNNING` while it takes work. */
  state(): string;
  /** Takes no more work, lets running activities end (10 s, then they are cut off and repeated elsewhere), closes connections. */
  stop(): Promise<void>;
}

/** What a caller may bring along instead of what the settings say. */
export interface WorkerParts {
  readonly log?: Logger;
  readonly taskQueue?: string;
}

/**
 * Starts the worker of everything: matters, imports, digests, campaigns. Resolves when it is connected and takes work.
 * @throws when Temporal can't be reached
 */
export async function startWorker(settings: Settings, parts: WorkerParts = {}): Promise<RunningWorker> {
  const log = parts.log ?? createLog(settings.logLevel, 'worker');
  installRuntime(log);

  const connection = await nativeConnection(settings.temporal);
  const database = openDatabase(settings.databaseUrl, { max: POOL, log });
  let client: ReturnType<typeof connectTemporal> | undefined;
  const close = async () => {
    await (await client?.catch(() => undefined))?.connection.close();
    await database.close();
    await connection.close();
  };

  try {
    const worker = await Worker.create({
      connection,
      namespace: settings.temporal.namespace,
      taskQueue: parts.taskQueue ?? TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: createActivities({
        prisma: database.prisma,
        pool: database.pool,
        temporal: async () => {
          client ??= connectTemporal(settings.temporal);
          return (await client).client;
        },
        mail: settings.mail,
        linkKeys: linkKeys(settings),
        webhooks: settings.webhooks,
        log,
        publicUrl: settings.publicUrl,
        uploadsDir: settings.uploadsDir,
        heartbeat: progress => Context.current().heartbeat(progress),
      }),
      interceptors: { activity: [context => ({ inbound: new Pulse(context) })] },
      ...CAPACITY,
      shutdownGraceTime: '10 seconds',
      shutdownForceTime: '20 seconds',
    });
    const finished = worker.run().finally(close);
    finished.catch(error => log.error({ err: error }, 'worker ended by an error'));
    return {
      finished,
      state: () => worker.getState(),
      async stop() {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await finished;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs the worker until SIGINT or SIGTERM. */
export async function runWorker(settings: Settings, parts: WorkerParts = {}): Promise<void> {
  const worker = await startWorker(settings, parts);
  const stop = () => void worker.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await worker.finished;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
