import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem';
import { nativeFolder } from './binaries';

/** PostgreSQL refuses to run as root; then it runs under this account. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Place {
  /** PostgreSQL's data folder. */
  readonly folder: string;
  /** Folder with `bin/postgres`. */
  readonly native: string;
  /** Absent when we are no root: then it runs as ourselves. */
  readonly account: Account | undefined;
}

const POINTER = 'postgres-folder';

/** File in the data folder that names where PostgreSQL's data lies when it cannot lie inside. */
const pointerFile = (dataDir: string): string => join(dataDir, POINTER);

/**
 * Where PostgreSQL's data and programs lie, and who runs it. As root another account runs it, which must be able to
 * enter every folder above; where it cannot (a clone in /root), data and programs go to /var/tmp and the data folder
 * keeps a pointer.
 */
export function choosePlace(dataDir: string): Place {
  const inside = join(dataDir, 'postgres');
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { folder: inside, native, account: undefined };
  const pointer = pointerFile(dataDir);
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : inside;
  const account = ownerOf(folder) ?? existingAccount();
  if (folder === inside && canEnter(dataDir, account) && canRun(native, account)) return { folder, native, account };

  const base = outside(dataDir, account);
  const moved = existsSync(join(inside, 'PG_VERSION')) ? inside : join(base, 'postgres');
  if (moved !== inside) writeFileSync(pointer, `${moved}\n`);
  return { folder: moved, native: canRun(native, account) ? native : copyOf(native, base), account };
}

/** Data that already exists belongs to an account: it goes on under that one. */
function ownerOf(folder: string): Account | null {
  if (!existsSync(join(folder, 'PG_VERSION'))) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function existingAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Problem(
    'PostgreSQL không chạy bằng tài khoản root, và máy này không có tài khoản postgres hay nobody. Hãy chạy bằng tài khoản thường, hoặc: useradd -r postgres',
    'PostgreSQL does not run as root, and this machine has no account postgres or nobody. Run as an ordinary user, or: useradd -r postgres',
  );
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null; // `id` ends with 1 when there is no such account
  }
}

function canEnter(dir: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function canRun(native: string, account: Account): boolean {
  return (
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** Removes what this data folder keeps outside; for data that nobody will want again. */
export function removeOutside(dataDir: string): void {
  const pointer = pointerFile(dataDir);
  if (existsSync(pointer)) rmSync(dirname(readFileSync(pointer, 'utf8').trim()), { recursive: true, force: true });
}

/** A folder of this clone in /var/tmp; refused when somebody else has put one there. */
function outside(dataDir: string, account: Account): string {
  const base = join('/var/tmp', `thoihan-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(base);
  if (!lstatSync(base).isDirectory() || (uid !== 0 && uid !== account.uid)) {
    throw new Problem(
      `${base} thuộc về tài khoản khác (uid ${uid}). Hãy xóa hoặc đổi tên nó.`,
      `${base} belongs to somebody else (uid ${uid}). Remove or rename it.`,
    );
  }
  return base;
}

function copyOf(native: string, base: string): string {
  const version = createHash('sha256')
    .update(native)
    .update(String(statSync(join(native, 'bin', 'postgres')).size))
    .digest('hex')
    .slice(0, 8);
  const target = join(base, `program-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, target);
  return target;
}

/** Makes a folder of that account, private to it. */
export function makeOwned(dir: string, account: Account | undefined): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account) chownSync(dir, account.uid, account.gid);
}
