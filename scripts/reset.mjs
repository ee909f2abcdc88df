// `npm run reset`: wipes everything this clone keeps, after asking. `--yes` does not ask.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { alive } from './lock.mjs';
import { ROOT } from './prepare.mjs';

const dataDir = resolve(ROOT, process.env.DATA_DIR || '.data');
const instance = join(dataDir, 'run', 'supervisor.json');
const pointer = join(dataDir, 'postgres-folder');

function say(vi, en) {
  process.stdout.write(`${vi} / ${en}\n`);
}

/** The program that runs on this folder, or null. The start time tells a process from a later one with the same id. */
function runningPid() {
  if (!existsSync(instance)) return null;
  const { pid, started } = JSON.parse(readFileSync(instance, 'utf8'));
  if (!alive(pid)) return null;
  if (process.platform !== 'linux') return pid;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] === started ? pid : null;
}

async function agreed() {
  if (process.argv.includes('--yes')) return true;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(`Xóa toàn bộ dữ liệu trong ${dataDir}? / Wipe everything in ${dataDir}? (yes/no) `);
  ask.close();
  return /^(y|yes|c|có|co)$/i.test(answer.trim());
}

const pid = runningPid();
if (pid) {
  say(
    `Chương trình đang chạy (tiến trình ${pid}); hãy dừng trước`,
    `the program is running (process ${pid}); stop it first`,
  );
  process.exit(1);
}
if (!existsSync(dataDir)) {
  say('Không có dữ liệu nào', 'there is nothing to wipe');
  process.exit(0);
}
if (!(await agreed())) {
  say('Không xóa gì', 'nothing was wiped');
  process.exit(1);
}
const outside = existsSync(pointer) ? dirname(readFileSync(pointer, 'utf8').trim()) : null;
// Only a folder that this program names itself is ever removed outside the clone.
if (outside && /^\/var\/tmp\/thoihan-[0-9a-f]{12}$/.test(outside)) rmSync(outside, { recursive: true, force: true });
rmSync(dataDir, { recursive: true, force: true });
say('Đã xóa', 'wiped');
