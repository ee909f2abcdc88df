// The test command: checks, then the three projects of jest.config.cjs one after the other, with the servers they need.
// `--fast` runs only what needs no server. Every other argument goes to Jest (a path, `-t name`).
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alive } from './lock.mjs';
import { PrepareError, prepare, ROOT } from './prepare.mjs';
import { startServers } from './servers.mjs';

const MINUTE = 60_000;
const LIMIT_MS = Number(process.env.THOIHAN_TEST_MINUTES ?? 75) * MINUTE;
const args = process.argv.slice(2);
const fast = args.includes('--fast');
const jestArgs = args.filter(arg => arg !== '--fast');
const whole = jestArgs.length === 0;
const bin = (...path) => join(ROOT, 'node_modules', ...path);

/** Per project: limit of one test, workers, and whether leftovers of a test may keep Jest from ending. */
const PROJECTS = {
  fast: { testTimeout: 30_000, workers: 2, limitMs: 15 * MINUTE, extra: ['--forceExit'] },
  servers: {
    testTimeout: 90_000,
    workers: 2,
    limitMs: 30 * MINUTE,
    extra: ['--forceExit', '--workerIdleMemoryLimit=1MB'],
  },
  journey: { testTimeout: 240_000, workers: 1, limitMs: 25 * MINUTE, extra: ['--forceExit'] },
};

const work = mkdtempSync(join(tmpdir(), 'thoihan-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const children = new Set();
let servers = null;
let ending = false;

/** A child in its own process group, so that all of it can be ended by that group's id. */
function start(command, commandArgs, options = {}) {
  const child = spawn(command, commandArgs, { cwd: ROOT, detached: true, stdio: 'inherit', ...options });
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function finished(child, limitMs, what) {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      process.stderr.write(`${what}: quá giới hạn / over its limit of ${limitMs / MINUTE} min, ended.\n`);
      endGroup(child, 'SIGKILL');
    }, limitMs);
    child.on('error', error => process.stderr.write(`${what}: ${error.message}\n`));
    child.on('close', code => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** A check that is not a Jest test counts as one. */
async function check(title, command, commandArgs) {
  const code = await finished(start(command, commandArgs), 5 * MINUTE, title);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) process.stderr.write(`✗ ${title}\n`);
}

function matching(project) {
  return new Promise(resolve => {
    const child = start(
      process.execPath,
      [bin('jest', 'bin', 'jest.js'), '--selectProjects', project, '--listTests', '--passWithNoTests', ...jestArgs],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.on('close', () => resolve(output.split('\n').filter(line => line.endsWith('.ts'))));
  });
}

async function jest(project, env) {
  const { testTimeout, workers, limitMs, extra } = PROJECTS[project];
  const report = join(work, `${project}.json`);
  const child = start(
    process.execPath,
    [
      bin('jest', 'bin', 'jest.js'),
      '--selectProjects',
      project,
      '--passWithNoTests',
      `--testTimeout=${testTimeout}`,
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
      ...extra,
      ...jestArgs,
    ],
    { env: { ...process.env, TZ: 'UTC', ...env }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // Given more time in all, one project may use it.
  const code = await finished(child, Math.max(limitMs, process.env.THOIHAN_TEST_MINUTES ? LIMIT_MS : 0), project);
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    process.stderr.write(`✗ ${project}: Jest không để lại kết quả / Jest left no result (code ${code})\n`);
    total.failed += 1;
    return;
  }
  total.passed += result.numPassedTests;
  // A file that does not even load has no tests to count: it is one failure.
  total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  total.skipped += result.numPendingTests + result.numTodoTests;
  if (code !== 0 && result.success) total.failed += 1;
}

/** Programs that journey tests started note their process ids in a folder; whatever is left of them ends here. */
function endStrays() {
  for (const name of readdirSync(work).filter(name => name.endsWith('.pid'))) {
    const pid = Number(name.replace('.pid', ''));
    if (alive(pid)) process.kill(pid, 'SIGKILL');
  }
}

async function finish() {
  if (ending) return;
  ending = true;
  for (const child of children) endGroup(child, 'SIGKILL');
  await servers?.stop();
  endStrays();
  rmSync(work, { recursive: true, force: true });
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    total.failed += 1;
    finish();
  });
}
setTimeout(() => {
  process.stderr.write(`Quá giới hạn chung / Over the overall limit of ${LIMIT_MS / MINUTE} min.\n`);
  total.failed += 1;
  finish();
}, LIMIT_MS).unref();

try {
  await prepare({ build: !fast });
} catch (error) {
  process.stderr.write(`${error instanceof PrepareError ? error.message : error.stack}\n`);
  total.failed += 1;
}
try {
  if (whole && !fast) {
    await Promise.all([
      check('types (tsc --noEmit)', process.execPath, [bin('typescript', 'bin', 'tsc'), '--noEmit']),
      check('lint (biome check)', process.execPath, [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']),
    ]);
  }
  if (whole || (await matching('fast')).length > 0)
    await jest('fast', fast ? { THOIHAN_PROOF_MATTERS: process.env.THOIHAN_PROOF_MATTERS ?? '10000' } : {});
  if (!fast) {
    const wanted = [];
    for (const project of ['servers', 'journey']) if ((await matching(project)).length > 0) wanted.push(project);
    if (wanted.length > 0) {
      servers = await startServers(join(work, 'servers'));
      const env = { ...servers.env, THOIHAN_TEST_PIDS: work };
      for (const project of wanted) await jest(project, env);
    }
  }
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  total.failed += 1;
}
await finish();
