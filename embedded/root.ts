import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
  // Compiled code lies one level deeper (dist/) than its source; the clone is where the lock file is.
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`No package-lock.json above ${__dirname}: this is not a clone of the program.`);
  return findRoot(parent);
}

/** The folder of the clone, absolute. */
export const ROOT = findRoot(__dirname);
