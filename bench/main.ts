/** `npm run bench`: plain tables, each figure beside a baseline of the same run. `npm run bench -- law intake` runs only these. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAlerts } from './alerts';
import { benchDigest } from './digest';
import { benchHistory } from './history';
import { benchIntake } from './intake';
import { benchLaw } from './law';
import { benchRecount } from './recount';
import { benchRehearsal } from './rehearsal';
import { type Bench, openBench } from './server';
import { benchWakeUps } from './wake-ups';

/** What needs no server. */
const ALONE: Readonly<Record<string, () => void>> = { law: benchLaw, history: benchHistory };
/** What needs them, each on a database of its own. */
const SERVED: Readonly<Record<string, (bench: Bench, uploads: string) => Promise<void>>> = {
  intake: benchIntake,
  'wake-ups': benchWakeUps,
  alerts: benchAlerts,
  rehearsal: benchRehearsal,
  recount: benchRecount,
  digest: benchDigest,
};

async function main(wanted: readonly string[]): Promise<void> {
  const names = [...Object.keys(ALONE), ...Object.keys(SERVED)];
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  const chosen = (name: string) => wanted.length === 0 || wanted.includes(name);
  for (const [name, run] of Object.entries(ALONE)) if (chosen(name)) run();
  for (const [name, run] of Object.entries(SERVED)) {
    if (!chosen(name)) continue;
    const uploads = mkdtempSync(join(tmpdir(), 'thoihan-bench-'));
    const bench = await openBench(uploads);
    try {
      await run(bench, uploads);
    } finally {
      await bench.close();
      rmSync(uploads, { recursive: true, force: true });
    }
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
