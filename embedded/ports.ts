import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { codeOf, Problem } from './problem';

/** Can we listen on this port of the loopback right now? */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error =>
      codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}

const taken = new Set<number>();

/**
 * A free port at or after `wanted` that this process has not given out before. Temporal stores its membership ports
 * as a 16-bit signed number, so they stay at or below 32767.
 */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= 32_767; port += 1) {
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Problem(`Không còn cổng trống từ ${wanted} trở lên.`, `No free port from ${wanted} upwards.`);
}

export interface WantedPort {
  readonly port: number;
  /** The variable that sets it. */
  readonly variable: string;
  readonly use: string;
}

/** Throws one Problem naming every port that is taken, its variable and, where the system tells, who holds it. */
export async function assertFree(wanted: readonly WantedPort[]): Promise<void> {
  const vi: string[] = [];
  const en: string[] = [];
  for (const { port, variable, use } of wanted) {
    taken.add(port);
    if (await isFree(port)) continue;
    const holder = holderOf(port);
    vi.push(
      `Cổng ${port} (${use}) đang có chương trình khác dùng${holder ? `: ${holder}` : ''}. Hãy dừng chương trình đó hoặc chọn cổng khác: ${variable}=${port + 1} npm start`,
    );
    en.push(
      `Port ${port} (${use}) is in use${holder ? ` by ${holder}` : ''}. Stop that program or choose another port: ${variable}=${port + 1} npm start`,
    );
  }
  if (vi.length > 0) throw new Problem(vi.join('\n'), en.join('\n'));
}

/** `process 123 (node)` for a listening port, where Linux lets us see it; null otherwise. */
function holderOf(port: number): string | null {
  if (process.platform !== 'linux') return null;
  const inode = listeningInode(port);
  if (inode === null) return null;
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const holds = readdirSync(`/proc/${pid}/fd`).some(
        fd => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`,
      );
      if (holds) return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
    } catch {
      // Another user's process, or one that ended while we looked: it cannot be named.
    }
  }
  return null;
}

function listeningInode(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    try {
      for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
        const fields = line.trim().split(/\s+/);
        if (fields[3] === '0A' && fields[1]?.endsWith(`:${hex}`)) return fields[9] ?? null;
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return null;
}
