import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The clone that the tests run from. */
export const CLONE = resolve(__dirname, '../..');

export interface Ports {
  readonly API_PORT: number;
  readonly MAILBOX_PORT: number;
  readonly SMTP_PORT: number;
  readonly TEMPORAL_PORT: number;
  readonly TEMPORAL_UI_PORT: number;
  readonly POSTGRES_PORT: number;
}

let nextPort = 23_000 + (process.pid % 400) * 20;

async function freePort(): Promise<number> {
  for (;;) {
    nextPort += 1;
    const port = nextPort;
    const free = await new Promise<boolean>(done => {
      const server = createServer();
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (free) return port;
  }
}

export async function freePorts(): Promise<Ports> {
  return {
    API_PORT: await freePort(),
    MAILBOX_PORT: await freePort(),
    SMTP_PORT: await freePort(),
    TEMPORAL_PORT: await freePort(),
    TEMPORAL_UI_PORT: await freePort(),
    POSTGRES_PORT: await freePort(),
  };
}

/** Asks again until the answer is not null; throws with `what` after `limitMs`. */
export async function until<T>(what: string, limitMs: number, ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + limitMs;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(100);
  }
  throw new Error(`not within ${limitMs / 1000} s: ${what}${last ? ` (${last})` : ''}`);
}

/** The environment without what the test runner set for Jest and npm, as a user's shell would have it. */
function shell(extra: Record<string, string | number>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(npm_|THOIHAN_|JEST_|NODE_ENV$|DATABASE_URL$|TEMPORAL_ADDRESS$|SMTP_URL$)/.test(name)) env[name] = value;
  }
  for (const [name, value] of Object.entries(extra)) env[name] = String(value);
  return env;
}

/** Notes a process for the runner, which ends whatever a broken test leaves. */
function note(pid: number): () => void {
  const folder = process.env.THOIHAN_TEST_PIDS;
  if (!folder) return () => undefined;
  const file = join(folder, `${pid}.pid`);
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** A program that runs for a while: its output, its end, and ways to end it. */
export class Program {
  /** Both streams, as one would see them. */
  output = '';
  stdout = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<number | string>;

  constructor(command: string, args: readonly string[], cwd: string, env: Record<string, string | number>) {
    this.child = spawn(command, args, { cwd, env: shell(env), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const forget = note(this.pid);
    this.child.stdout?.setEncoding('utf8').on('data', chunk => {
      this.stdout += chunk;
      this.output += chunk;
    });
    this.child.stderr?.setEncoding('utf8').on('data', chunk => {
      this.output += chunk;
    });
    this.closed = new Promise((done, fail) => {
      this.child.on('error', fail);
      this.child.on('close', (code, signal) => {
        forget();
        done(signal ?? code ?? 'unknown');
      });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('it was not started');
    return this.child.pid;
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Signals the whole process group, as a terminal's Ctrl-C does. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }

  /** Exit code, or the name of the signal that ended it. Killed and reported after `limitMs`. */
  async end(limitMs: number): Promise<number | string> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.child.kill('SIGKILL');
    }, limitMs);
    const code = await this.closed;
    clearTimeout(timer);
    if (late) throw new Error(`did not end within ${limitMs / 1000} s:\n${this.output}`);
    return code;
  }
}

/** Runs a command to its end. */
export async function command(
  name: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string | number>,
  limitMs: number,
): Promise<{ code: number | string; output: string; stdout: string }> {
  const program = new Program(name, args, cwd, env);
  const code = await program.end(limitMs);
  return { code, output: program.output, stdout: program.stdout };
}

/**
 * The program of a clone on ports and a data folder of its own. Started by what `npm start` runs, so that the exit code
 * is the program's own; npm itself answers a Ctrl-C with the signal.
 */
export class Running extends Program {
  constructor(
    readonly clone: string,
    readonly ports: Ports,
    readonly dataDir: string,
    more: Record<string, string | number> = {},
    [program, ...args]: readonly [string, ...string[]] = ['node', 'scripts/start.mjs'],
  ) {
    super(program, args, clone, { ...ports, DATA_DIR: dataDir, ...more });
  }

  api(path: string): string {
    return `http://127.0.0.1:${this.ports.API_PORT}${path}`;
  }

  mailbox(path: string): string {
    return `http://127.0.0.1:${this.ports.MAILBOX_PORT}${path}`;
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(this.api('/health/ready'), { signal: AbortSignal.timeout(6_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  }

  /** Waits until it says ready and has printed its addresses. */
  async untilReady(limitMs: number): Promise<void> {
    await until('ready', limitMs, async () => {
      if (this.ended) return 'ended';
      return this.output.includes('is ready') && (await this.isReady()) ? 'ready' : null;
    }).then(
      how => {
        if (how === 'ended') throw new Error(`it ended instead:\n${this.output}`);
      },
      error => {
        throw new Error(`${error.message}\n${this.output}`);
      },
    );
  }

  /** Process id of a part: `postgres`, `temporal`, `temporal-ui`, `app`. */
  part(name: string): number {
    const { pid } = JSON.parse(readFileSync(join(this.dataDir, 'run', `${name}.pid.json`), 'utf8')) as { pid: number };
    return pid;
  }

  parts(): number[] {
    return ['postgres', 'temporal', 'temporal-ui', 'app'].map(name => this.part(name));
  }

  /** Process id of the supervisor itself (npm stands before it). */
  supervisor(): number {
    const { pid } = JSON.parse(readFileSync(join(this.dataDir, 'run', 'supervisor.json'), 'utf8')) as { pid: number };
    return pid;
  }
}

/** Is this process there, and more than a zombie? */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Command lines of running processes that mention a folder (Linux; elsewhere none is seen). */
export function processesOf(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return line.includes(folder) ? [`${pid} ${line}`] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}
