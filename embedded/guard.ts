import { createInterface } from 'node:readline';
import { end, type Known } from './processes';

/**
 * The guard: a process of its own whose input is a pipe that only the supervisor holds. Lines on it say which
 * processes run. When the pipe closes, the supervisor is gone, however it went; whatever still runs is ended in the
 * reverse order of its start, so that no orphan is left even after a kill -9.
 */
const STOP_LIMIT_MS = 6_000;
const known = new Map<string, Known>();

export type GuardLine = { readonly add: Known } | { readonly remove: string };

if (require.main === module) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  createInterface({ input: process.stdin })
    .on('line', text => {
      const line = JSON.parse(text) as GuardLine;
      if ('add' in line) {
        known.delete(line.add.name);
        known.set(line.add.name, line.add);
      } else known.delete(line.remove);
    })
    .on('close', async () => {
      for (const entry of [...known.values()].reverse()) await end(entry, STOP_LIMIT_MS);
      process.exit(0);
    });
}
