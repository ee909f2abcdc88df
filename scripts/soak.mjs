// `npm run soak`: the year of test/soak at full size, as two worlds beside each other, one for each core: each with half of the matters,
// servers of its own and dice of its own. SOAK_WORLDS, SOAK_MATTERS (of all together), SOAK_DAYS and SOAK_SEED choose another one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const worlds = setting('SOAK_WORLDS', 2);
const matters = Math.ceil(setting('SOAK_MATTERS', 2_000) / worlds);
const days = setting('SOAK_DAYS', 365);
const seed = setting('SOAK_SEED', 1 + (Date.now() % 1_000_000));
const minutes = setting('THOIHAN_TEST_MINUTES', 30 + Math.ceil((matters * days) / 1_000));

async function year(world) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'test.mjs'), 'test/soak'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...{ SOAK_MATTERS: matters, SOAK_DAYS: days, SOAK_SEED: seed + world, THOIHAN_TEST_MINUTES: minutes },
    },
  });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

// Once, and not by both at the same time.
await prepare({ build: true });
const codes = await Promise.all(Array.from({ length: worlds }, (_, world) => year(world)));
process.exit(Math.max(...codes));
