import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, instanceFile } from '../../embedded/instance';
import { assertFree, freePort } from '../../embedded/ports';
import { isRunning, startOf } from '../../embedded/processes';
import { Service, type ServiceSpec } from '../../embedded/service';
import type { Watch } from '../../embedded/watch';
import { lives, until } from '../support/program';

let dir: string;
const events: string[] = [];
/** The guard is tried in the journeys; here it is enough to see what it would be told. */
const watch = {
  add: (name: string) => events.push(`+${name}`),
  remove: (name: string) => events.push(`-${name}`),
} as unknown as Watch;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'thoihan-service-'));
  events.length = 0;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function service(script: string, more: Partial<ServiceSpec> = {}): Service {
  return new Service(
    {
      name: 'part',
      command: process.execPath,
      args: ['-e', script],
      env: process.env,
      cwd: dir,
      logFile: join(dir, 'part.log'),
      stopSignal: 'SIGTERM',
      stopLimitMs: 500,
      ready: async () => existsSync(join(dir, 'up')),
      readyLimitMs: 5_000,
      ...more,
    },
    watch,
    { died: (name, how) => events.push(`died ${name} ${how}`), back: name => events.push(`back ${name}`) },
  );
}
const RUNS = `require('fs').writeFileSync('up', ''); setInterval(() => {}, 1000);`;

test('a part that dies is started again; told to stop, it stays down', async () => {
  const part = service(RUNS);
  await part.start();
  const first = part.pid as number;
  process.kill(first, 'SIGKILL');
  await until('a new process', 5_000, async () =>
    part.pid !== null && part.pid !== first && events.includes('back part') ? true : null,
  );
  expect(events).toEqual(['+part', '-part', 'died part SIGKILL', '+part', 'back part']);
  const second = part.pid as number;
  await part.stop();
  expect(lives(second)).toBe(false);
  expect(part.pid).toBeNull();
});

test('a part that ignores its signal is killed after its limit', async () => {
  const part = service(`process.on('SIGTERM', () => {}); ${RUNS}`);
  await part.start();
  const began = Date.now();
  await part.stop();
  expect(Date.now() - began).toBeGreaterThanOrEqual(450);
  expect(part.pid).toBeNull();
});

test('a part that cannot start is reported with the end of its log', async () => {
  const part = service(`console.error('no such database'); process.exit(3)`);
  await expect(part.start()).rejects.toThrow(/part did not come up.*no such database/s);
});

test('a process is told from a later one with the same id', () => {
  const started = startOf(process.pid) as string;
  expect(isRunning({ pid: process.pid, started })).toBe(true);
  expect(isRunning({ pid: process.pid, started: 'another time' })).toBe(false);
});

test('one program per data folder; the note of a dead one is taken over', () => {
  const release = claim(dir);
  expect(() => claim(dir)).toThrow(`runs from this clone already (process ${process.pid})`);
  release();
  writeFileSync(instanceFile(dir), JSON.stringify({ pid: process.pid, started: 'another time' }));
  claim(dir)();
  expect(existsSync(instanceFile(dir))).toBe(false);
});

test('every taken port is named in one message; free ports stay within what Temporal can store', async () => {
  const holder = createServer();
  await new Promise<void>(done => holder.listen(0, '127.0.0.1', done));
  const { port } = holder.address() as AddressInfo;
  const wanted = [
    { port, variable: 'API_PORT', use: 'API' },
    { port, variable: 'SMTP_PORT', use: 'SMTP' },
  ];
  await expect(assertFree(wanted)).rejects.toThrow(
    new RegExp(`Port ${port} \\(API\\).*API_PORT=${port + 1}.*Port ${port} \\(SMTP\\)`, 's'),
  );
  if (process.platform === 'linux') await expect(assertFree(wanted)).rejects.toThrow(`process ${process.pid}`);
  await new Promise(done => holder.close(done));
  await expect(assertFree(wanted)).resolves.toBeUndefined();
  const free = await freePort(20_000);
  expect(free).toBeLessThanOrEqual(32_767);
  expect(await freePort(20_000)).toBeGreaterThan(free);
});
