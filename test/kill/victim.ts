import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { House } from './house';

/** The worker as `npm run worker` starts it. */
const WORKER = resolve(__dirname, '../../dist/worker/main.js');
const STRIKE = resolve(__dirname, 'strike.cjs');

/** Where a worker kills itself; see `strike.cjs`. */
export interface Strike {
  readonly when: 'before' | 'after';
  readonly statement: string;
  readonly armedBy?: string;
}

export interface Victim {
  kill(): void;
  /** When it has died. @throws when it ended in another way than by SIGKILL, or lives after `limitMs` */
  died(limitMs: number): Promise<void>;
}

/** A real worker that will not see its work through. @param strike null: somebody else kills it */
export function startVictim(
  { server, database, relay }: Pick<House, 'server' | 'database' | 'relay'>,
  strike: Strike | null,
): Victim {
  if (!existsSync(WORKER)) throw new Error(`${WORKER} is missing; npm test compiles it`);
  const dataDir = mkdtempSync(join(tmpdir(), 'thoihan-kill-'));
  const preload = strike === null ? [] : ['--require', STRIKE];
  const child = spawn(process.execPath, [...preload, WORKER], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.url, SMTP_URL: relay.url, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
      ...{ TEMPORAL_ADDRESS: process.env.THOIHAN_TEST_TEMPORAL, TEMPORAL_NAMESPACE: server.namespace },
      ...(strike === null ? {} : { STRIKE: JSON.stringify(strike) }),
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    said += text;
  });
  const ended = new Promise<string>(done =>
    child.on('close', (code, signal) => {
      rmSync(dataDir, { recursive: true, force: true });
      done(signal ?? `code ${code}`);
    }),
  );
  const kill = () => void child.kill('SIGKILL');
  return {
    kill,
    async died(limitMs) {
      const late = setTimeout(() => {
        said += `\nnot struck within ${limitMs} ms`;
        child.kill('SIGTERM');
      }, limitMs);
      const how = await ended;
      clearTimeout(late);
      if (how !== 'SIGKILL' || said.includes('not struck')) throw new Error(`the worker ended by ${how}: ${said}`);
    },
  };
}
