// `npm run bench`: servers of its own, then the tables of bench/.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { startServers } from './servers.mjs';

await prepare();
const wanted = process.argv.slice(2);
/** Benches that need no server. */
const ALONE = ['law', 'history'];
const work = mkdtempSync(join(tmpdir(), 'thoihan-bench-'));
const alone = wanted.length > 0 && wanted.every(name => ALONE.includes(name));
const servers = alone ? null : await startServers(join(work, 'servers'));
// Allocations are measured between collections asked for, in a nursery in which a round fits.
const node = ['--expose-gc', '--max-semi-space-size=64', join(ROOT, 'dist', 'bench', 'main.js')];
const child = spawn(process.execPath, [...node, ...wanted], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'UTC', ...servers?.env },
});
const code = await new Promise(resolve => child.on('close', resolve));
await servers?.stop();
rmSync(work, { recursive: true, force: true });
process.exit(code ?? 1);
