import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, Problem } from './problem';
import { send } from './processes';
import type { Watch } from './watch';

export interface ServiceSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Operating-system account to run under; absent = ours. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  readonly stopLimitMs: number;
  /** Throws or answers false as long as it does not work yet. */
  readonly ready: () => Promise<boolean>;
  readonly readyLimitMs: number;
  /** Messages of a Node child on its channel. */
  readonly onMessage?: (message: unknown) => void;
}

export interface ServiceEvents {
  /** It ended though nobody asked; it will be started again after `waitMs`. */
  died(name: string, how: string, waitMs: number): void;
  back(name: string): void;
}

const LOG_ROTATE_BYTES = 20 * 1024 * 1024;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** A child that lived this long is started again at once when it dies. */
const STABLE_MS = 60_000;

/** One child process that is kept running until it is told to stop. */
export class Service {
  private child: ChildProcess | null = null;
  private stopping = false;
  /** It has worked once, so it is started again whenever it dies. */
  private kept = false;
  private launchedAt = 0;
  private waitMs = FIRST_WAIT_MS;
  private restarting: Promise<void> = Promise.resolve();
  private readonly cancel = new AbortController();

  constructor(
    private readonly spec: ServiceSpec,
    private readonly watch: Watch,
    private readonly events: ServiceEvents,
  ) {}

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Starts it and waits until it works; a Problem with the end of its log when it does not. */
  async start(): Promise<void> {
    this.launch();
    try {
      await this.untilReady(() => this.child === null);
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.kept = true;
    if (this.child === null) this.restart('ended');
  }

  /** Asks it to end, then makes it. Resolves when it is gone; safe to call twice. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.cancel.abort();
    await this.restarting;
    const child = this.child;
    if (child === null || child.pid === undefined) return;
    const closed = new Promise<void>(resolve => child.once('close', () => resolve()));
    send(child.pid, this.spec.stopSignal);
    const kill = setTimeout(() => child.pid !== undefined && send(child.pid, 'SIGKILL', true), this.spec.stopLimitMs);
    if (this.child !== null) await closed;
    clearTimeout(kill);
  }

  private launch(): void {
    const { spec } = this;
    mkdirSync(dirname(spec.logFile), { recursive: true });
    if (existsSync(spec.logFile) && statSync(spec.logFile).size > LOG_ROTATE_BYTES)
      renameSync(spec.logFile, `${spec.logFile}.1`);
    const log = openSync(spec.logFile, 'a');
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      ...(spec.account ?? {}),
      // Its own process group: Ctrl-C in a terminal reaches the supervisor alone, which stops things in order.
      detached: true,
      stdio: spec.onMessage ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    this.launchedAt = Date.now();
    child.on('error', () => undefined); // could not be spawned: 'close' follows, and the ready check reports it
    child.on('close', (code, signal) => {
      this.child = null;
      this.watch.remove(spec.name);
      if (this.kept && !this.stopping) this.restart(signal ?? `exit ${code}`);
    });
    if (spec.onMessage) child.on('message', spec.onMessage);
    if (child.pid !== undefined) this.watch.add(spec.name, child.pid, spec.stopSignal);
  }

  private async untilReady(hopeless: () => boolean): Promise<void> {
    const until = Date.now() + this.spec.readyLimitMs;
    let last: unknown = 'no answer';
    while (Date.now() < until && !hopeless() && !this.stopping) {
      try {
        if (await this.spec.ready()) return;
      } catch (error) {
        last = error;
      }
      await sleep(60);
    }
    throw new Problem(
      `${this.spec.name} không khởi động được. Xem ${this.spec.logFile}:`,
      `${this.spec.name} did not come up. See ${this.spec.logFile}:\n${tail(this.spec.logFile)}\n(${describe(last).split('\n')[0]})`,
    );
  }

  private restart(how: string): void {
    if (Date.now() - this.launchedAt > STABLE_MS) this.waitMs = FIRST_WAIT_MS;
    const waitMs = this.waitMs;
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
    this.events.died(this.spec.name, how, waitMs);
    this.restarting = this.launchAfter(waitMs);
  }

  private async launchAfter(waitMs: number): Promise<void> {
    try {
      await sleep(waitMs, undefined, { signal: this.cancel.signal });
    } catch {
      return; // told to stop while waiting
    }
    this.launch();
    const launched = this.child;
    // Not awaited: a stop must not wait for it. A death meanwhile starts the next round by itself.
    void this.untilReady(() => this.child !== launched).then(
      () => this.events.back(this.spec.name),
      () => undefined,
    );
  }
}

function tail(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
}
