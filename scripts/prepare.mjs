// Brings a clone to the point where it can run: packages, Prisma client, compiled code, workflow bundle.
// Each step is skipped when its inputs have not changed, so that every command may call this first.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = [
  'law',
  'alerts',
  'campaigns',
  'registers',
  'samples',
  'handbook',
  'activities',
  'workflows',
  'worker',
  'api',
  'cli',
  'embedded',
  'config',
  'prisma',
  'bench',
];
/** What the compiled code reads by path; everything else that is not TypeScript stays where it is. */
const DATA_FILE = /\.(json|html|css|sql|csv)$/;
const at = (...parts) => join(ROOT, ...parts);
const sha = text => createHash('sha256').update(text).digest('hex');

export class PrepareError extends Error {}

/** Stops with a clear message when this Node cannot run the program. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PrepareError(
    `Cần Node.js 20.19 trở lên, máy này đang chạy ${process.versions.node}. / Node.js 20.19 or newer is needed; this is ${process.versions.node}. https://nodejs.org`,
  );
}

function readOr(path, otherwise) {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise;
}

function files(dir, found = []) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) files(path, found);
    else found.push(path);
  }
  return found;
}

/** One line per file: path, size, time. Equal when nothing was touched. */
function fingerprint(paths) {
  const lines = paths.map(path => {
    const { mtimeMs, size } = statSync(path);
    return `${relative(ROOT, path)} ${size} ${mtimeMs}`;
  });
  return sha(lines.sort().join('\n'));
}

/** Runs a program; its output is shown only when it fails. Ended after `limitMs`. */
function run(command, args, { env = {}, limitMs = 10 * 60_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('error', error => {
      clearTimeout(timer);
      reject(new PrepareError(`${command}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else
        reject(new PrepareError(`${command} ${args.slice(0, 3).join(' ')} → ${signal ?? code}\n${output.trimEnd()}`));
    });
  });
}

/** Says what is being done, and that it is still being done. */
async function step(title, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  process.stderr.write(`• ${title} …\n`);
  const beat = setInterval(() => process.stderr.write(`  … ${seconds()}\n`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

// Packages ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const LOCK_STAMP = at('node_modules', '.thoihan-lock');
const lockHash = () => sha(readFileSync(at('package-lock.json')));
const packagesReady = () => readOr(LOCK_STAMP, '') === lockHash();

async function installPackages() {
  const npmCli = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...first] = npmCli;
  await run(
    command,
    [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      limitMs: 20 * 60_000,
    },
  );
  writeFileSync(LOCK_STAMP, lockHash());
}

// Prisma client ───────────────────────────────────────────────────────────────────────────────────────────────────────

const CLIENT_STAMP = at('prisma', 'generated', '.stamp');
const clientHash = () => sha(readFileSync(at('prisma', 'schema.prisma')) + lockHash());
const clientReady = () => readOr(CLIENT_STAMP, '') === clientHash();

/** Environment in which Prisma's command line needs no download. */
export const PRISMA_ENV = {
  PRISMA_SCHEMA_ENGINE_BINARY: at('prisma', 'engine', 'schema-engine.mjs'),
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

async function generateClient() {
  const hash = clientHash();
  await run(process.execPath, [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'], { env: PRISMA_ENV });
  writeFileSync(CLIENT_STAMP, hash);
}

// Compiled code ───────────────────────────────────────────────────────────────────────────────────────────────────────

const BUILD_STAMP = at('dist', '.stamp');
const sources = () => [
  ...ROOMS.filter(room => existsSync(at(room)))
    .flatMap(room => files(at(room)))
    .filter(path => /\.ts$/.test(path) || DATA_FILE.test(path)),
  at('tsconfig.json'),
  at('tsconfig.build.json'),
  at('package-lock.json'),
];
const buildReady = () => readOr(BUILD_STAMP, '') === fingerprint(sources());

function copyData(paths) {
  for (const path of paths.filter(
    path => DATA_FILE.test(path) && path !== at('package-lock.json') && !/tsconfig/.test(path),
  )) {
    const target = at('dist', relative(ROOT, path));
    if (existsSync(target) && statSync(target).mtimeMs >= statSync(path).mtimeMs) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
}

/** Compiled files whose source is gone would still be found by a require. */
function removeStale(paths) {
  const known = new Set(paths.map(path => relative(ROOT, path).replace(/\.ts$/, '')));
  for (const room of ROOMS.filter(room => existsSync(at('dist', room)))) {
    for (const path of files(at('dist', room))) {
      const source = relative(at('dist'), path).replace(/\.js(\.map)?$/, '');
      if (!known.has(source)) rmSync(path);
    }
  }
}

async function compile() {
  const paths = sources();
  const stamp = fingerprint(paths);
  removeStale(paths);
  copyData(paths);
  await run(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  return stamp;
}

// Workflow bundle ─────────────────────────────────────────────────────────────────────────────────────────────────────

const BUNDLE = at('dist', 'workflow-bundle.js');
const BUNDLE_STAMP = at('dist', '.bundle-stamp');
const bundleSources = () =>
  ['workflows', 'activities', 'law', 'alerts']
    .flatMap(room => (existsSync(at('dist', room)) ? files(at('dist', room)) : []))
    .filter(path => path.endsWith('.js'));
const bundleHash = () =>
  sha(
    lockHash() +
      bundleSources()
        .sort()
        .map(path => readFileSync(path, 'utf8'))
        .join('\0'),
  );

async function bundleWorkflows() {
  const hash = bundleHash();
  if (existsSync(BUNDLE) && readOr(BUNDLE_STAMP, '') === hash) return;
  const { bundleOf } = createRequire(at('package.json'))(at('dist', 'worker', 'bundle.js'));
  const quiet = {
    log: () => {},
    trace: () => {},
    debug: () => {},
    info: () => {},
    warn: text => process.stderr.write(`  ${text}\n`),
    error: text => process.stderr.write(`  ${text}\n`),
  };
  const { code } = await bundleOf(at('dist', 'workflows', 'index.js'), quiet);
  writeFileSync(BUNDLE, code);
  writeFileSync(BUNDLE_STAMP, hash);
}

/**
 * Does what is missing, in order, under a lock of the clone. Silent when nothing is.
 * `build: false` stops after the Prisma client (enough for tests that need no compiled code).
 * Throws PrepareError with the output of the step that failed.
 */
export async function prepare({ build = true } = {}) {
  checkNode();
  const ready = () => packagesReady() && clientReady() && (!build || buildReady());
  if (ready()) return;
  await withLock(
    at('.data', 'prepare.lock'),
    async () => {
      if (!packagesReady()) await step('Cài thư viện / Installing packages (npm ci)', installPackages);
      if (!clientReady()) await step('Sinh mã truy cập dữ liệu / Generating the database client', generateClient);
      if (build && !buildReady()) {
        await step('Biên dịch / Compiling', async () => {
          const stamp = await compile();
          await bundleWorkflows();
          writeFileSync(BUILD_STAMP, stamp);
        });
      }
    },
    {
      onWait: pid =>
        process.stderr.write(
          `• Chờ lệnh khác đang chuẩn bị (tiến trình ${pid}) / Waiting for another command that is preparing …\n`,
        ),
    },
  );
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  prepare().catch(error => {
    process.stderr.write(`${error instanceof PrepareError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  });
}
