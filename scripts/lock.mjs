// A lock between commands of one clone, held as a file that names its owner. A lock whose owner is gone is taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Is this process alive? A process of another user counts as alive. */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Runs `work` while holding the lock; waits for another holder at most `limitMs`, then throws.
 * `onWait(pid)` is called once when there is something to wait for.
 */
export async function withLock(path, work, { limitMs = 15 * 60_000, onWait = () => {} } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const until = Date.now() + limitMs;
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(path);
    // An empty file is a lock being written right now: 0 is not a process we may judge.
    if (owner && !alive(owner)) {
      const aside = `${path}.${process.pid}`;
      try {
        renameSync(path, aside);
        rmSync(aside);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
      continue;
    }
    if (!told && owner) onWait(owner);
    told ||= Boolean(owner);
    if (Date.now() > until) {
      throw new Error(`Another command (process ${owner}) has held ${path} too long. End it, or delete that file.`);
    }
    await sleep(150);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
