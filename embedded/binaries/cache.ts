import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../problem';

/** Folder of one program in the user's cache, shared by all clones, keyed by version and never changed. */
export function cacheFolder(env: NodeJS.ProcessEnv, program: string, version: string): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'thoihan', program, version);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const ABANDONED_MS = 3_600_000;

/**
 * Fills `folder` by `work`, which is given an empty folder beside it; the result appears under its name at once and
 * complete. When another process was quicker, its result stays.
 */
export async function fill(folder: string, work: (empty: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  removeAbandoned(folder);
  const empty = mkdtempSync(`${folder}.new-`);
  try {
    await work(empty);
    try {
      renameSync(empty, folder);
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
      // Something is there: an incomplete folder of old, or another process's complete one. Ours is complete: put it in.
      rmSync(folder, { recursive: true, force: true });
      renameSync(empty, folder);
    }
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

/** What an attempt left that was killed in the middle. A build takes minutes; after an hour nobody is at work on it. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(dirname(folder)).filter(name => name.startsWith(`${basename(folder)}.new-`))) {
    const path = join(dirname(folder), name);
    if (Date.now() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  }
}
