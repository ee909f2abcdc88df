import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadUnits } from '../../activities/intake';
import { toDay } from '../../law';
import { demoProvince } from '../../samples/generator/demo';
import { writeWorkbook } from '../../samples/generator/workbook';
import type { IntakeProgress } from '../../workflows/messages';
import { replayed } from '../support/histories';
import { type Office, openOffice } from '../support/matters';
import { realServer, type TestServer } from '../support/temporal';

/** The worker as `npm run worker` starts it. */
const WORKER = resolve(__dirname, '../../dist/worker/main.js');
const ROWS = 700;

/** The demonstration province's first cases, as a register somebody uploads. */
async function register(office: Office, folder: string): Promise<string> {
  const province = demoProvince(toDay('2026-11-20'));
  await loadUnits(office.database, province.office);
  const cases = province.sheets[0]!;
  const path = join(folder, `${randomUUID()}.xlsx`);
  const bytes = await writeWorkbook([{ ...cases, rows: cases.rows.slice(0, ROWS) }]);
  await writeFile(path, bytes);
  const id = randomUUID();
  await office.database.prisma.import.create({
    data: {
      id,
      fileName: 'so-thu-ly.xlsx',
      sha256: '0'.repeat(64),
      bytes: bytes.length,
      path,
      recordedBy: 'test',
      createdAt: new Date(),
    },
  });
  return id;
}

/** What an import leaves behind, without the instants at which it happened to run. */
async function traces({ database: { pool } }: Office): Promise<object> {
  const rows = async (sql: string) => (await pool.query(sql)).rows;
  return {
    matters: await rows(
      `SELECT id, kind, number, stage, closed_on::text, last_seq, next_due::text FROM matter ORDER BY id`,
    ),
    events: await rows(`SELECT matter_id, seq, type, occurred_on::text FROM event ORDER BY matter_id, seq`),
    deadlines: await rows(
      `SELECT matter_id, key, version, current, due::text, status FROM deadline ORDER BY matter_id, key, version`,
    ),
    staged: await rows(`SELECT count(*)::int AS n FROM import_row`),
    import: await rows(`SELECT state, rows_read, rows_wrong, matters_new, matters_known, started FROM import`),
  };
}

describe('importing a register', () => {
  let folder: string;
  let server: TestServer;
  let disturbed: Office;
  let undisturbed: Office;
  let worker: ChildProcess | undefined;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    if (!existsSync(WORKER)) throw new Error(`${WORKER} is missing; npm test compiles it`);
    folder = mkdtempSync(join(tmpdir(), 'thoihan-intake-'));
    server = await realServer();
    disturbed = await openOffice({ server });
    undisturbed = await openOffice({ server });
  }, 90_000);
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await stop?.();
    await server?.close();
    await disturbed?.close();
    await undisturbed?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (importId: string, taskQueue: string) =>
    server.client.workflow.start('intake', { workflowId: `import-${importId}`, taskQueue, args: [{ importId }] });

  test('ends with the same rows when its worker is killed in the middle and another goes on', async () => {
    const importId = await register(disturbed, folder);
    worker = spawn(process.execPath, [WORKER], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: disturbed.database.url,
        TEMPORAL_ADDRESS: process.env.THOIHAN_TEST_TEMPORAL,
        TEMPORAL_NAMESPACE: server.namespace,
        SMTP_URL: 'smtp://127.0.0.1:9',
        LOG_LEVEL: 'fatal',
      },
    });
    const handle = await start(importId, 'thoihan');
    await until(async () => {
      const { rows } = await disturbed.database.pool.query(
        `SELECT 1 FROM import_row WHERE written AND NOT started LIMIT 1`,
      );
      return rows.length > 0;
    });
    worker.kill('SIGKILL');

    stop = await server.serve(disturbed.activities);
    const result: IntakeProgress = await handle.result();
    expect(result).toMatchObject({ phase: 'done', pagesDone: result.pages });
    await replayed(handle, 'intake');

    const other = await start(await register(undisturbed, folder), 'undisturbed');
    const stopOther = await server.serve(undisturbed.activities, { taskQueue: 'undisturbed' });
    await other.result();
    await stopOther();
    expect(await traces(disturbed)).toEqual(await traces(undisturbed));

    // Every open matter is alive, and none that has ended was started.
    const open = await disturbed.database.pool.query(`SELECT id FROM matter WHERE closed_on IS NULL`);
    expect(result.started).toBe(open.rowCount);
    const query = `ExecutionStatus = 'Running' AND ThKind IS NOT NULL`;
    await until(async () => (await server.client.workflow.count(query)).count === open.rowCount);
  }, 240_000);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 50));
}
