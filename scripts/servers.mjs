// PostgreSQL, Temporal and the time-skipping server's program for tests and benches: free ports, a data folder of their own.
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './prepare.mjs';

/** Building Temporal for the first time takes minutes; everything else seconds. */
const UP_LIMIT_MS = 20 * 60_000;
const STOP_LIMIT_MS = 30_000;

/**
 * Starts them and resolves when they are up, with the variables that name them and a way to stop them. They also stop
 * by themselves when this process ends, however it ends: the end of their input is their order to stop.
 */
export function startServers(dataDir) {
  // A temporary folder is private to its maker; run by root, PostgreSQL's own account must be able to pass through.
  chmodSync(dirname(dataDir), 0o711);
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'embedded', 'for-tests.js'), dataDir], {
    cwd: ROOT,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = new Promise(resolve => child.on('close', resolve));

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.stdin.end();
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), STOP_LIMIT_MS);
    await closed;
    clearTimeout(timer);
  }

  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.stdin.end();
      reject(new Error('The servers for the tests did not come up in time.'));
    }, UP_LIMIT_MS);
    createInterface({ input: child.stdout }).once('line', line => {
      clearTimeout(timer);
      resolve({ env: JSON.parse(line), stop });
    });
    child.on('error', reject);
    closed.then(code => {
      clearTimeout(timer);
      reject(new Error(`The servers for the tests ended with ${code}.`));
    });
  });
}
