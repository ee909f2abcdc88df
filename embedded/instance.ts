import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, Problem } from './problem';
import { isRunning, startOf } from './processes';

interface Owner {
  readonly pid: number;
  readonly started: string;
}

/** Note of the one running program of a data folder; `npm run reset` looks at it as well. */
export const instanceFile = (dataDir: string): string => join(dataDir, 'run', 'supervisor.json');

/**
 * Makes this process the only one that runs on a data folder; the answer gives it up. A note left by a process that
 * is gone is taken over. Throws a Problem naming the process that runs already.
 */
export function claim(dataDir: string): () => void {
  const file = instanceFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  const me: Owner = { pid: process.pid, started: startOf(process.pid) ?? '' };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const owner = read(file);
    if (owner && isRunning(owner)) {
      throw new Problem(
        `Chương trình đang chạy từ bản sao này rồi (tiến trình ${owner.pid}). Dùng nó, hoặc dừng nó trước: kill ${owner.pid}`,
        `The program runs from this clone already (process ${owner.pid}). Use it, or stop it first: kill ${owner.pid}`,
      );
    }
    setAside(file);
  }
}

function read(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null; // half written by a process that died at that moment, or removed just now: no owner
  }
}

function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
