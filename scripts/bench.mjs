// `npm run bench`: servers of its own, then the tables of bench/.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';
import { startServers } from './servers.mjs';

await prepare();
const work = mkdtempSync(join(tmpdir(), 'thoihan-bench-'));
const servers = await startServers(join(work, 'servers'));
const child = spawn(process.execPath, [join(ROOT, 'dist', 'bench', 'main.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, ...servers.env },
});
const code = await new Promise(resolve => child.on('close', resolve));
await servers.stop();
rmSync(work, { recursive: true, force: true });
process.exit(code ?? 1);
