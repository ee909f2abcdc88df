import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Client, Connection, Client as TemporalClient } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  NativeConnection as Native,
  type NativeConnection,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { TASK_QUEUE } from '../../activities/contract';
import { createLog } from '../../config/log';
import { ensureNamespace, indexedTypes } from '../../worker/namespace';
import { installRuntime } from '../../worker/runtime';

const log = createLog('fatal', 'test');

function named(variable: string, what: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} must name ${what}`);
  return value;
}

/** A Temporal server with its connections, and what it takes to leave nothing behind. */
export interface TestServer {
  readonly client: Client;
  readonly connection: Connection;
  readonly native: NativeConnection;
  readonly namespace: string;
  /** Runs `work` while a worker serves the task queue. */
  withWorker<T>(activities: object, work: () => Promise<T>, taskQueue?: string): Promise<T>;
  close(): Promise<void>;
}

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflow code as it is now, bundled once per test file. */
export function bundledWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    logger: { ...console, trace() {}, debug() {}, info() {}, log() {} } as never,
  });
  return bundle;
}

/** A worker like the real one, with the given activities; shut down it with `shutdown()`. */
export async function testWorker(
  server: Pick<TestServer, 'native' | 'namespace'>,
  activities: object,
  taskQueue = TASK_QUEUE,
): Promise<Worker> {
  return Worker.create({
    connection: server.native,
    namespace: server.namespace,
    taskQueue,
    workflowBundle: await bundledWorkflows(),
    activities,
    maxCachedWorkflows: 500,
    maxConcurrentActivityTaskExecutions: 8,
    maxConcurrentLocalActivityExecutions: 16,
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
  });
}

const serving =
  (server: Pick<TestServer, 'native' | 'namespace'>): TestServer['withWorker'] =>
  async (activities, work, taskQueue) =>
    (await testWorker(server, activities, taskQueue)).runUntil(work);

/** The real server named by THOIHAN_TEST_TEMPORAL, in a namespace of its own with our search attributes. */
export async function realServer(): Promise<TestServer> {
  installRuntime(log);
  const address = named('THOIHAN_TEST_TEMPORAL', 'a Temporal server, host:port');
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, { address, namespace, tls: false, apiKey: null });
  const native = await Native.connect({ address });
  return {
    client: new TemporalClient({ connection, namespace }),
    connection,
    native,
    namespace,
    withWorker: serving({ native, namespace }),
    async close() {
      await connection.operatorService.deleteNamespace({ namespace });
      await native.close();
      await connection.close();
    },
  };
}

export interface TimeSkippingServer extends TestServer {
  readonly env: TestWorkflowEnvironment;
}

/**
 * The time-skipping server whose executable THOIHAN_TEST_SERVER names. Time skips for all of it at once, so one test at a time. It has no
 * schedules, no lists, no suggestion to continue as new: those are tested on the real server.
 */
export async function timeSkippingServer(): Promise<TimeSkippingServer> {
  installRuntime(log);
  const executable = named('THOIHAN_TEST_SERVER', 'the executable of the time-skipping test server');
  warm(join(dirname(executable), 'jars'));

  // The SDK hides its server's process; this writes the id down, so that exactly that one can be ended.
  const folder = mkdtempSync(join(tmpdir(), 'thoihan-time-'));
  const pidFile = join(folder, 'pid');
  const path = join(folder, 'server');
  writeFileSync(path, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${executable}' "$@"\n`, { mode: 0o755 });

  const start = () =>
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  // The SDK waits five seconds; a Java machine on a cold disk may need longer once.
  const env = await start().catch(() => {
    end(pidFile);
    return start();
  });
  const namespace = env.namespace ?? 'default';
  await env.connection.operatorService.addSearchAttributes({ namespace, searchAttributes: indexedTypes() });
  return {
    env,
    client: env.client as Client,
    connection: env.connection as Connection,
    native: env.nativeConnection,
    namespace,
    withWorker: serving({ native: env.nativeConnection, namespace }),
    async close() {
      await env.teardown().finally(() => {
        end(pidFile);
        rmSync(folder, { recursive: true, force: true });
      });
    },
  };
}

/** Reads the jars, so that the server's start finds them in memory. */
function warm(folder: string): void {
  for (const name of readdirSync(folder)) readFileSync(join(folder, name));
}

function end(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
  } catch (error) {
    // ESRCH: it has ended by itself; ENOENT: it never started.
    if (!['ESRCH', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
