import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { Problem } from '../problem';
import type { ServiceSpec } from '../service';
import { choosePlace, makeOwned, type Place } from './account';

const USER = 'thoihan';

export interface ClusterOptions {
  /** Data folder of the clone, absolute. */
  readonly dataDir: string;
  readonly port: number;
  readonly logFile: string;
  /** Further settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Cluster {
  readonly spec: ServiceSpec;
  readonly user: string;
  readonly password: string;
  readonly port: number;
  /** Address of one of its databases. */
  url(database: string): string;
}

/** Makes the cluster if there is none yet, and says how to run it. Loopback only, password needed. */
export function prepareCluster(options: ClusterOptions): Cluster {
  mkdirSync(options.dataDir, { recursive: true });
  const place = choosePlace(options.dataDir);
  const password = passwordOf(options.dataDir, existsSync(join(place.folder, 'PG_VERSION')));
  if (!existsSync(join(place.folder, 'PG_VERSION'))) initialise(place, password);
  const url = (database: string) => `postgresql://${USER}:${password}@127.0.0.1:${options.port}/${database}`;
  const settings = {
    listen_addresses: '127.0.0.1',
    // The embedded server is spoken to over loopback only; a socket in /tmp could clash with another server's.
    unix_socket_directories: '',
    // Temporal alone holds about 60, the worker and API some dozens.
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    user: USER,
    password,
    port: options.port,
    url,
    spec: {
      name: 'postgres',
      command: join(place.native, 'bin', 'postgres'),
      args: ['-D', place.folder, '-p', String(options.port), ...flags],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      cwd: place.folder,
      account: place.account,
      logFile: options.logFile,
      // "Fast" shutdown: open transactions are rolled back, everything is written.
      stopSignal: 'SIGINT',
      stopLimitMs: 8_000,
      ready: () => answers(url('postgres')),
      // After a kill -9 it first reads its log again.
      readyLimitMs: 60_000,
    },
  };
}

/** Does this PostgreSQL answer a query? Throws what the driver says when not. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined); // reported by connect or query
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end();
  }
}

function passwordOf(dataDir: string, clusterExists: boolean): string {
  const file = join(dataDir, 'postgres-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (clusterExists) {
    throw new Problem(
      `Thiếu tệp mật khẩu ${file} của cơ sở dữ liệu nhúng. Khôi phục tệp đó, hoặc xóa hết dữ liệu bằng: npm run reset`,
      `The password file ${file} of the embedded database is missing. Restore it, or wipe everything with: npm run reset`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** initdb into a folder beside, renamed when done: a crash in the middle leaves nothing that looks finished. */
function initialise(place: Place, password: string): void {
  const unfinished = `${place.folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  makeOwned(unfinished, place.account);
  const passwordFile = join(unfinished, '..', `.initdb-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const done = spawnSync(
    join(place.native, 'bin', 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      USER,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in provider sorts and folds alike on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    {
      cwd: dirname(unfinished),
      ...(place.account ?? {}),
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      encoding: 'utf8',
      timeout: 120_000,
    },
  );
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    throw new Problem(
      `Không tạo được cơ sở dữ liệu trong ${place.folder}: ${done.stderr ?? done.error?.message}`,
      `initdb failed in ${place.folder} (${done.error?.message ?? `exit ${done.status}`}).`,
    );
  }
  renameSync(unfinished, place.folder);
}
