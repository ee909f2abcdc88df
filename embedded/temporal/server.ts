import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort } from '../ports';
import type { Cluster } from '../postgres/cluster';
import type { ServiceSpec } from '../service';

/** Fixed for the life of a database; 16 suits one machine. */
const SHARDS = 16;

export interface TemporalOptions {
  readonly dataDir: string;
  readonly cluster: Cluster;
  readonly program: string;
  readonly port: number;
  readonly logFile: string;
  /** Where to look for free inner ports; absent = where Temporal usually has them. */
  readonly innerFrom?: number;
}

/**
 * How to run the Temporal server on the embedded PostgreSQL: all four of its roles in one process, loopback only,
 * configured by environment. Its inner ports are the usual ones where they are free.
 */
export async function temporalServer(options: TemporalOptions): Promise<ServiceSpec> {
  const folder = join(options.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true });
  const dynamicConfig = join(folder, 'dynamic-config.yaml');
  // It refuses to start without such a file; nothing in it needs to differ from the defaults.
  writeFileSync(dynamicConfig, '{}\n');
  const ports = await innerPorts(options.innerFrom);
  return {
    name: 'temporal',
    command: options.program,
    args: ['--allow-no-auth', 'start'],
    env: {
      ...process.env,
      DB: 'postgres12',
      POSTGRES_SEEDS: '127.0.0.1',
      DB_PORT: String(options.cluster.port),
      POSTGRES_USER: options.cluster.user,
      POSTGRES_PWD: options.cluster.password,
      DBNAME: 'temporal',
      VISIBILITY_DBNAME: 'temporal_visibility',
      NUM_HISTORY_SHARDS: String(SHARDS),
      BIND_ON_IP: '127.0.0.1',
      TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
      LOG_LEVEL: 'warn',
      SQL_MAX_CONNS: '20',
      DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,
      TEMPORAL_VERSION_CHECK_DISABLED: '1',
      FRONTEND_GRPC_PORT: String(options.port),
      ...ports,
    },
    cwd: folder,
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    stopLimitMs: 8_000,
    ready: () => temporalAnswers(`127.0.0.1:${options.port}`),
    readyLimitMs: 60_000,
  };
}

const INNER_PORTS = {
  FRONTEND_HTTP_PORT: 7243,
  HISTORY_GRPC_PORT: 7234,
  MATCHING_GRPC_PORT: 7235,
  WORKER_GRPC_PORT: 7239,
  FRONTEND_MEMBERSHIP_PORT: 6933,
  HISTORY_MEMBERSHIP_PORT: 6934,
  MATCHING_MEMBERSHIP_PORT: 6935,
  WORKER_MEMBERSHIP_PORT: 6939,
};

async function innerPorts(from: number | undefined): Promise<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const [name, usual] of Object.entries(INNER_PORTS)) chosen[name] = String(await freePort(from ?? usual));
  return chosen;
}

/** Does a Temporal frontend answer here? Throws what the client says when not. */
export async function temporalAnswers(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.withDeadline(Date.now() + 3_000, () => connection.workflowService.getClusterInfo({}));
    return true;
  } finally {
    await connection.close();
  }
}
