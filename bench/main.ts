/** `npm run bench`: plain tables, each figure beside a baseline of the same run. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEngine } from './engine';
import { benchHistory } from './history';
import { benchIntake } from './intake';
import { openBench } from './server';
import { benchWakeUps } from './wake-ups';

async function main(): Promise<void> {
  benchEngine();
  benchHistory();
  const uploads = mkdtempSync(join(tmpdir(), 'thoihan-bench-'));
  const bench = await openBench(uploads);
  try {
    await benchIntake(bench, uploads);
    await benchWakeUps(bench);
  } finally {
    await bench.close();
    rmSync(uploads, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
