// `npm run soak`: the year of test/soak at full size. SOAK_MATTERS, SOAK_DAYS and SOAK_SEED choose another one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

const matters = process.env.SOAK_MATTERS ?? '2000';
const days = process.env.SOAK_DAYS ?? '365';
const minutes = process.env.THOIHAN_TEST_MINUTES ?? String(30 + Math.ceil((Number(matters) * Number(days)) / 1_000));
const child = spawn(process.execPath, [join(ROOT, 'scripts', 'test.mjs'), 'test/soak'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, SOAK_MATTERS: matters, SOAK_DAYS: days, THOIHAN_TEST_MINUTES: minutes },
});
child.on('close', code => process.exit(code ?? 1));
