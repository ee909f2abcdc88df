import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLONE, command, freePorts, lives, type Ports, processesOf, Running, until } from '../support/program';

const MINUTE = 60_000;
const FIRST_START_MS = 3 * MINUTE;
const RECOVERY_MS = 45_000;

let dataDir: string;
let ports: Ports;
let program: Running | undefined;

beforeAll(async () => {
  dataDir = join(realpathSync(mkdtempSync(join(tmpdir(), 'thoihan-survival-'))), 'data');
  ports = await freePorts();
});

afterEach(async () => {
  if (!program || program.ended) return;
  program.signalGroup('SIGTERM');
  await program.end(30_000);
});

afterAll(async () => {
  const { code } = await command('npm', ['run', 'reset', '--', '--yes'], CLONE, { DATA_DIR: dataDir }, MINUTE);
  expect(code).toBe(0);
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

async function start(limitMs = FIRST_START_MS): Promise<Running> {
  program = new Running(CLONE, ports, dataDir, { DEMONSTRATION: 'false' });
  await program.untilReady(limitMs);
  return program;
}

test('Ctrl-C in the terminal stops everything in order, with exit code 0', async () => {
  const running = await start();
  const parts = [running.supervisor(), ...running.parts()];
  const began = Date.now();
  running.signalGroup('SIGINT');
  expect(await running.end(20_000)).toBe(0);
  expect(Date.now() - began).toBeLessThan(12_000);
  expect(parts.filter(lives)).toEqual([]);
  await until('the guard to end', 5_000, async () => (processesOf(dataDir).length === 0 ? true : null));
});

test.each(['app', 'temporal', 'postgres'])('kill -9 of %s: it is started again and everything works', async name => {
  const running = await start();
  const before = running.part(name);
  process.kill(before, 'SIGKILL');
  await until(`${name} to be back`, RECOVERY_MS, async () => (running.part(name) !== before ? true : null));
  await until('ready again', RECOVERY_MS, async () => ((await running.isReady()) ? true : null));
  running.signalGroup('SIGINT');
  expect(await running.end(20_000)).toBe(0);
});

test('kill -9 of the supervisor leaves no orphan, and the next start works', async () => {
  const running = await start();
  const parts = running.parts();
  process.kill(running.supervisor(), 'SIGKILL');
  await running.end(20_000);
  await until('the parts to be ended', 30_000, async () => (parts.some(lives) ? null : true));
  const again = await start();
  expect(await again.isReady()).toBe(true);
});

test('a second start from the same clone says that it runs already', async () => {
  await start();
  const { code, output } = await command(
    'npm',
    ['start'],
    CLONE,
    { ...(await freePorts()), DATA_DIR: dataDir },
    MINUTE,
  );
  expect(code).toBe(1);
  expect(output).toMatch(/runs from this clone already \(process \d+\)/);
});

test('a port in use is named with its variable', async () => {
  const holder: Server = createServer();
  await new Promise<void>(done => holder.listen(ports.API_PORT, '127.0.0.1', done));
  try {
    const { code, output } = await command('npm', ['start'], CLONE, { ...ports, DATA_DIR: dataDir }, MINUTE);
    expect(code).toBe(1);
    expect(output).toContain(`Port ${ports.API_PORT} (API) is in use`);
    expect(output).toContain(`API_PORT=${ports.API_PORT + 1}`);
    if (process.platform === 'linux') expect(output).toContain(`process ${process.pid}`);
  } finally {
    holder.close();
  }
});

test('a wrong setting is named', async () => {
  const { code, output } = await command(
    'npm',
    ['start'],
    CLONE,
    { ...ports, DATA_DIR: dataDir, SMTP_PORT: 'mail' },
    MINUTE,
  );
  expect(code).toBe(1);
  expect(output).toContain('SMTP_PORT');
});
