import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { type Client, Connection, Client as TemporalClient } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  NativeConnection as Native,
  type NativeConnection,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { TASK_QUEUE } from '../../activities/contract';
import { createLog } from '../../config/log';
import { bundleOf } from '../../worker/bundle';
import { ensureNamespace, indexedTypes } from '../../worker/namespace';
import { Pulse } from '../../worker/pulse';
import { installRuntime } from '../../worker/runtime';
import { CAPACITY } from '../../worker/worker';

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
  /**
   * Starts a worker like the real one. One for a whole test file: the time-skipping server gives the tasks of a sleeping matter to the
   * worker that had it last, even when that has ended.
   * @param options its queue, and how many workflows it keeps in memory, where not as the real one has them
   * @returns what stops it
   */
  serve(
    activities: object,
    options?: { readonly taskQueue?: string; readonly kept?: number },
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflow code as it is now, bundled once per test file. */
export function bundledWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const quiet = { ...console, trace() {}, debug() {}, info() {}, log() {} } as never;
  bundle ??= bundleOf(require.resolve('../../workflows'), quiet);
  return bundle;
}

const serving =
  ({ native, namespace }: Pick<TestServer, 'native' | 'namespace'>): TestServer['serve'] =>
  async (activities, { taskQueue = TASK_QUEUE, kept = CAPACITY.maxCachedWorkflows } = {}) => {
    const worker = await Worker.create({
      connection: native,
      namespace,
      taskQueue,
      workflowBundle: await bundledWorkflows(),
      activities,
      interceptors: { activity: [context => ({ inbound: new Pulse(context) })] },
      ...CAPACITY,
      maxCachedWorkflows: kept,
      shutdownGraceTime: '5 seconds',
      shutdownForceTime: '10 seconds',
    });
    const running = worker.run();
    return () => {
      worker.shutdown();
      return running;
    };
  };

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
    serve: serving({ native, namespace }),
    async close() {
      await connection.operatorService.deleteNamespace({ namespace });
      await native.close();
      await connection.close();
    },
  };
}

export interface TimeSkippingServer extends TestServer {
  readonly env: TestWorkflowEnvironment;
  /** Lets so many days go by. */
  skipDays(days: number): Promise<void>;
}

/** How long a Java machine may take to come up on a busy one. */
const START_MS = 60_000;

/**
 * The time-skipping server whose executable THOIHAN_TEST_SERVER names. Time skips for all of it at once, so one test at a time. It has no
 * schedules, no lists, no suggestion to continue as new: those are tested on the real server.
 */
export async function timeSkippingServer(): Promise<TimeSkippingServer> {
  installRuntime(log);
  const executable = named('THOIHAN_TEST_SERVER', 'the executable of the time-skipping test server');
  const port = await freePort();
  // Started here and not by the SDK, which waits five seconds and hides the process.
  const process = spawn(executable, [String(port)], { stdio: 'ignore' });
  const ended = once(process, 'exit');
  const address = `127.0.0.1:${port}`;
  try {
    await listening(port, process);
    // biome-ignore lint/complexity/useLiteralKeys: not declared public; the public ways don't take a server that runs already
    const env = await TestWorkflowEnvironment['create']({
      server: { type: 'existing' },
      address,
      namespace: 'default',
      supportsTimeSkipping: true,
    });
    const namespace = 'default';
    await env.connection.operatorService.addSearchAttributes({ namespace, searchAttributes: indexedTypes() });
    return {
      env,
      // Not `env.client`: awaiting a result with that lets time run to the end of whatever else is there, ten years from now.
      client: new TemporalClient({ connection: env.connection as Connection, namespace }),
      connection: env.connection as Connection,
      native: env.nativeConnection,
      namespace,
      serve: serving({ native: env.nativeConnection, namespace }),
      skipDays: days => env.sleep(days * 86_400_000),
      async close() {
        await env.teardown();
        process.kill('SIGKILL');
        await ended;
      },
    };
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number, process: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; ; ) {
    const socket = connect(port, '127.0.0.1');
    const reached = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (reached) return;
    if (process.exitCode !== null) throw new Error(`the time-skipping server ended with code ${process.exitCode}`);
    if (Date.now() > until) throw new Error(`the time-skipping server did not start within ${START_MS / 1000} s`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
