import { type ChildProcess, spawn } from 'node:child_process';
import { codeOf } from '../problem';

export interface Finished {
  readonly code: number | null;
  readonly output: string;
  /** The program does not exist on this machine. */
  readonly missing: boolean;
}

const running = new Set<ChildProcess>();
// A program that was told to stop in the middle of a build leaves no build behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs a program to its end and collects what it says; killed after `limitMs`. Never throws. */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; limitMs: number },
): Promise<Finished> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      ...(options.cwd ? { cwd: options.cwd } : {}),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const timer = setTimeout(() => {
      output += `\nended after ${options.limitMs / 1000} s`;
      child.kill('SIGKILL');
    }, options.limitMs);
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('error', error => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code: null, output: error.message, missing: codeOf(error) === 'ENOENT' });
    });
    child.on('close', code => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code, output: output.trim(), missing: false });
    });
  });
}
