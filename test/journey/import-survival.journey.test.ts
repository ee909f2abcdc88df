import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createActivities } from '../../activities';
import { loadUnits } from '../../activities/intake';
import { seedReference } from '../../activities/matters';
import { openDatabase } from '../../config/database';
import { createLog } from '../../config/log';
import { benTreOffice } from '../../samples/generator/old-province';
import { freshDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { CLONE, command, freePorts, Program, Running, until } from '../support/program';

/** PostgreSQL, Temporal and the worker are killed while a register of 3,000 cases is imported: it ends as if nothing had happened. */
const MINUTE = 60_000;
const SAMPLE = join(CLONE, 'samples', 'ben-tre-2017.xlsx');

let folder: string;
let dataDir: string;
let program: Running | undefined;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'thoihan-import-')));
  dataDir = join(folder, 'data');
});

afterAll(async () => {
  if (program && !program.ended) {
    program.signalGroup('SIGTERM');
    await program.end(30_000);
  }
  await command('npm', ['run', 'reset', '--', '--yes'], CLONE, { DATA_DIR: dataDir }, MINUTE);
  rmSync(folder, { recursive: true, force: true });
});

/** One query on a connection of its own, because the server may be gone at any moment. */
async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // told by the query itself
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What an import leaves behind, without the instants at which it happened to run. */
const traces = async (url: string) => ({
  matters: await ask(
    url,
    'SELECT id, number, stage, closed_on::text, last_seq, next_due::text FROM matter ORDER BY id',
  ),
  events: await ask(url, 'SELECT matter_id, seq, type, occurred_on::text, attrs FROM event ORDER BY matter_id, seq'),
  deadlines: await ask(
    url,
    'SELECT matter_id, key, version, due::text, status FROM deadline ORDER BY matter_id, key, version',
  ),
  spans: await ask(
    url,
    'SELECT matter_id, class, from_day::text, to_day::text FROM classification_span ORDER BY 1, 3, 2',
  ),
  money: await ask(url, 'SELECT matter_id, kind, "on"::text, amount::text FROM money_movement ORDER BY 1, 3, 2, 4'),
  staged: await ask(url, 'SELECT count(*)::int AS n FROM import_row'),
});

/** The same register written page by page with nobody interfering. */
async function undisturbed(): Promise<object> {
  const database = await freshDatabase();
  try {
    const now = Date.now();
    await seedReference(database.prisma, now);
    await loadUnits(database, benTreOffice());
    const path = join(folder, 'copy.xlsx');
    copyFileSync(SAMPLE, path);
    const importId = randomUUID();
    await database.prisma.import.create({
      data: {
        id: importId,
        fileName: 'ben-tre-2017.xlsx',
        sha256: '',
        bytes: 1,
        path,
        recordedBy: 'test',
        createdAt: new Date(now),
      },
    });
    const activities = createActivities({
      ...database,
      temporal: async () => {
        throw new Error('nothing is started here');
      },
      mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'thoihan@thoihan.test' },
      log: createLog('fatal', 'test'),
      linkKeys: LINK_KEYS,
      publicUrl: 'http://127.0.0.1:4000',
      uploadsDir: folder,
    });
    const { pages } = await activities.readRegister({ importId, now });
    for (let page = 0; page < pages; page += 1) await activities.writePage({ importId, page, now });
    await activities.finishImport({ importId, now });
    return await traces(database.url);
  } finally {
    await database.close();
  }
}

test(
  'an import outlives kill -9 of PostgreSQL, Temporal and the worker',
  async () => {
    const ports = await freePorts();
    program = new Running(CLONE, ports, dataDir, { DEMONSTRATION: 'false' });
    const running = program;
    await running.untilReady(3 * MINUTE);
    const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
    const url = `postgresql://thoihan:${encodeURIComponent(password)}@127.0.0.1:${ports.POSTGRES_PORT}/thoihan`;
    const database = openDatabase(url, { max: 2 });
    await loadUnits(database, benTreOffice());
    await database.close();

    const env = { THOIHAN_URL: `http://127.0.0.1:${ports.API_PORT}` };
    const cli = new Program('node', ['scripts/thoihan.cjs', 'import', SAMPLE], CLONE, env);
    await until('a page written', MINUTE, async () =>
      (await ask(url, 'SELECT 1 FROM import_row WHERE written LIMIT 1')).length > 0 ? true : null,
    );
    for (const part of ['postgres', 'temporal', 'app']) {
      const before = running.part(part);
      process.kill(before, 'SIGKILL');
      await until(`${part} to be back`, MINUTE, async () => (running.part(part) !== before ? true : null));
    }
    await until('ready again', MINUTE, async () => ((await running.isReady()) ? true : null));

    const [done] = await until('the import to end', 4 * MINUTE, async () => {
      const rows = await ask<{ rows_read: number; matters_new: number; started: number }>(
        url,
        `SELECT rows_read, matters_new, started FROM import WHERE state = 'done'`,
      );
      return rows.length > 0 ? rows : null;
    });
    const open = await ask(url, 'SELECT id FROM matter WHERE closed_on IS NULL');
    expect(done).toEqual({ rows_read: 3_000, matters_new: 3_000, started: open.length });
    expect(await traces(url)).toEqual(await undisturbed());

    if (!cli.ended) cli.signalGroup('SIGTERM');
    await cli.end(MINUTE);
    running.signalGroup('SIGINT');
    expect(await running.end(20_000)).toBe(0);
  },
  12 * MINUTE,
);
