import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './problem';

/** A process as we knew it. Process ids are used again by the system, so the start time belongs to it. */
export interface Known {
  readonly name: string;
  readonly pid: number;
  /** What the system says about when it started; only ever compared for equality. */
  readonly started: string;
  /** How it is asked to end. */
  readonly signal: NodeJS.Signals;
}

/** When a process started, as the system tells it; null when there is none. A zombie counts as gone. */
export function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the program's name in brackets and may itself hold spaces and brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null;
      throw error;
    }
  }
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim() ||
      null
    );
  } catch {
    return null; // ps ends with 1 when there is no such process
  }
}

export function isRunning(known: Pick<Known, 'pid' | 'started'>): boolean {
  return startOf(known.pid) === known.started;
}

/** Sends a signal to one process, or to its whole group; false when it is gone already. */
export function send(pid: number, signal: NodeJS.Signals, group = false): boolean {
  try {
    return process.kill(group ? -pid : pid, signal);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/**
 * Ends one process that is still the one we knew: its own signal first, after `limitMs` SIGKILL to its group.
 * Resolves when it is gone.
 */
export async function end(known: Known, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  if (!isRunning(known)) return;
  send(known.pid, known.signal);
  while (isRunning(known)) {
    if (Date.now() > until) {
      send(known.pid, 'SIGKILL', true);
      send(known.pid, 'SIGKILL');
      await sleep(50);
      return;
    }
    await sleep(40);
  }
}

/** Notes of the processes of one data folder, kept as files so that the next start can find what a crash left behind. */
export class PidFiles {
  constructor(private readonly dir: string) {
    mkdirSync(dir, { recursive: true });
  }

  add(known: Known): void {
    writeFileSync(join(this.dir, `${known.name}.pid.json`), JSON.stringify(known));
  }

  remove(name: string): void {
    rmSync(join(this.dir, `${name}.pid.json`), { force: true });
  }

  /** Ends whatever an earlier run left; returns its names. */
  async endLeftovers(limitMs: number): Promise<string[]> {
    const ended: string[] = [];
    for (const file of readdirSync(this.dir).filter(name => name.endsWith('.pid.json'))) {
      const known = JSON.parse(readFileSync(join(this.dir, file), 'utf8')) as Known;
      if (isRunning(known)) {
        await end(known, limitMs);
        ended.push(known.name);
      }
      rmSync(join(this.dir, file), { force: true });
    }
    return ended;
  }
}
