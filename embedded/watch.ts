import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { GuardLine } from './guard';
import { type Known, PidFiles, startOf } from './processes';

/** Keeps the guard and the pid files told of what runs; starts the guard again should it die. */
export class Watch {
  private readonly running = new Map<string, Known>();
  private readonly files: PidFiles;
  private guard: ChildProcess | null = null;
  private closing = false;

  constructor(runDir: string) {
    this.files = new PidFiles(runDir);
  }

  /** Ends what a crashed run left behind (names returned), then starts the guard. */
  async open(): Promise<string[]> {
    const ended = await this.files.endLeftovers(6_000);
    this.startGuard();
    return ended;
  }

  private startGuard(): void {
    // In a process group of its own: a terminal's Ctrl-C must not end it before the supervisor has stopped the rest.
    const guard = spawn(process.execPath, [join(__dirname, 'guard.js')], {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    this.guard = guard;
    guard.stdin.on('error', () => undefined); // its death is handled by 'close'
    guard.on('close', () => {
      if (!this.closing) this.startGuard();
    });
    for (const known of this.running.values()) this.tell({ add: known });
  }

  private tell(line: GuardLine): void {
    this.guard?.stdin?.write(`${JSON.stringify(line)}\n`);
  }

  add(name: string, pid: number, signal: NodeJS.Signals): void {
    const started = startOf(pid);
    if (started === null) return; // it died at once; its 'close' event tells why
    const known: Known = { name, pid, started, signal };
    this.running.set(name, known);
    this.files.add(known);
    this.tell({ add: known });
  }

  remove(name: string): void {
    this.running.delete(name);
    this.files.remove(name);
    this.tell({ remove: name });
  }

  close(): void {
    this.closing = true;
    this.guard?.stdin?.end();
  }
}
