import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toIso, vietnamDay } from '../law';
import { inParallel } from '../test/support/in-parallel';
import type { Bench } from './server';
import { print, rate } from './table';

const MATTERS = 2_000;
/** As many starts in flight as the importer keeps. */
const WIDTH = 20;

/** A register in the clean template's layout: open cases decided in the last days. */
function register(today: number): string {
  const head =
    'STT,Số QĐ thi hành án,Ngày QĐ thi hành án,Mã hoặc tên đơn vị,Chủ động / theo yêu cầu,Số tiền phải thi hành (đồng),Ngày nhận bản án,Ngày nhận yêu cầu,Ngày phân công';
  const lines = Array.from({ length: MATTERS }, (_, n) => {
    const decided = toIso(today - 1 - (n % 5));
    const began = toIso(today - 3 - (n % 5));
    return `${n + 1},${n + 1}/QĐ-THADS,${decided},TST-KV1,theo yêu cầu,${1_000_000 + n},${began},${began},${decided}`;
  });
  return [head, ...lines].join('\n');
}

/** Import of open matters, from file to running workflows, against bare starts of a one-timer workflow on the same server. */
export async function benchIntake(bench: Bench, uploads: string): Promise<void> {
  await bench.working(async () => {
    const { pool } = bench.database;
    const far = Date.now() + 86_400_000;
    const bareStarts = async (count: number, series: string): Promise<number> => {
      const began = Date.now();
      await inParallel(count, WIDTH, n =>
        bench.client.workflow.start('bareTimer', { workflowId: `${series}-${n}`, taskQueue: 'thoihan', args: [far] }),
      );
      return Date.now() - began;
    };
    // A server that has just come up is slower. What is started here is left alone: ending it would cost while others are measured.
    await bareStarts(300, 'warm-up');
    await bench.quiet();
    const before = await bareStarts(MATTERS / 2, 'before');
    await bench.quiet();

    const importId = randomUUID();
    const path = join(uploads, `${importId}.csv`);
    const text = register(vietnamDay(Date.now()));
    writeFileSync(path, text);
    await pool.query(
      `INSERT INTO import (id, file_name, sha256, bytes, path, recorded_by, created_at) VALUES ($1, 'bench.csv', '', $2, $3, 'system', now())`,
      [importId, Buffer.byteLength(text), path],
    );
    const began = Date.now();
    await bench.client.workflow.execute('intake', {
      workflowId: `import-${importId}`,
      taskQueue: 'thoihan',
      args: [{ importId }],
    });
    const ours = Date.now() - began;
    await bench.quiet();
    const bare = before + (await bareStarts(MATTERS / 2, 'after'));
    const { state, started } = (await pool.query('SELECT state, started FROM import WHERE id = $1', [importId]))
      .rows[0];
    if (state !== 'done' || started !== MATTERS)
      throw new Error(`the import ended as ${state} with ${started} started`);

    print(`Import: ${MATTERS} open matters from file to running workflow, written to PostgreSQL`, [
      { what: 'bare starts of a one-timer workflow (half before, half after)', value: rate(MATTERS, bare) },
      {
        what: 'matters imported (read, computed, written, started)',
        value: rate(MATTERS, ours),
        ratio: { to: 'bare starts', is: bare / ours, target: 0.8 },
      },
    ]);
  });
}
