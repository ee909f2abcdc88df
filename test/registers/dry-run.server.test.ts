import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IntakeActivities } from '../../activities/contract';
import { createIntakeActivities, loadUnits } from '../../activities/intake';
import { benTreOffice, laoCaiOffice } from '../../samples/generator/old-province';
import { freshDatabase, type TestDatabase } from '../support/database';

const NOW = Date.UTC(2026, 10, 23, 2);
const SAMPLES = resolve(__dirname, '../../samples');

let db: TestDatabase;
let dir: string;
let activities: IntakeActivities;

beforeAll(async () => {
  db = await freshDatabase();
  dir = await mkdtemp(join(tmpdir(), 'thoihan-intake-'));
  await loadUnits(db, benTreOffice());
  await loadUnits(db, laoCaiOffice());
  const workflow = { start: async () => undefined };
  const temporal = async () => ({ workflow }) as never;
  activities = createIntakeActivities({ pool: db.pool, prisma: db.prisma, temporal });
}, 60_000);

afterAll(async () => {
  await db?.close();
  if (dir) await rm(dir, { recursive: true, force: true });
});

async function run(sample: string, dryRun = false) {
  const id = randomUUID();
  const path = join(dir, `${id}-upload`);
  await copyFile(join(SAMPLES, sample), path);
  const createdAt = new Date(NOW);
  const data = { id, fileName: sample, sha256: '0'.repeat(64), bytes: 1, path, dryRun, recordedBy: 'test', createdAt };
  await db.prisma.import.create({ data });
  const { pages } = await activities.readRegister({ importId: id, now: NOW });
  for (let page = 0; page < pages; page += 1) {
    await activities.writePage({ importId: id, page, now: NOW });
    await activities.startPage({ importId: id, page, now: NOW });
  }
  await activities.finishImport({ importId: id, now: NOW });
  const row = await db.prisma.import.findUniqueOrThrow({ where: { id }, include: { errors: true } });
  return { ...row, text: (row.report as { text: string }).text, fileKept: existsSync(path) };
}

test('a dry run tells the figures an import then ends with, and writes nothing', async () => {
  const dry = await run('ben-tre-2017.xlsx', true);
  expect(dry).toMatchObject({ state: 'done', rowsRead: 3_000, rowsWrong: 0, mattersNew: 3_000, fileKept: false });
  expect(dry.text).toContain('1.719/2.323 việc, đạt 74,0%');
  expect(await db.prisma.matter.count()).toBe(0);
  expect(await db.prisma.event.count()).toBe(0);

  const real = await run('ben-tre-2017.xlsx');
  expect(real).toMatchObject({ state: 'done', mattersNew: 3_000, mattersKnown: 0, text: dry.text, fileKept: false });
  expect(await db.prisma.matter.count()).toBe(3_000);
}, 180_000);

test("a campaign's plan comes in by the same door", async () => {
  expect((await run('ben-tre-2017-campaign.xlsx')).text).toContain('4 chỉ tiêu, 11 nhiệm vụ, 37 đầu việc');
  const campaign = await db.prisma.campaign.findUniqueOrThrow({
    where: { id: 'ben-tre-2017' },
    include: { targets: true },
  });
  expect(campaign.targets).toHaveLength(4);
  expect(await db.prisma.workItem.count()).toBe(37);
});

test('rows in error are left out and told, good ones taken', async () => {
  const mixed = await run('bad/ngay-31-02.csv');
  expect(mixed).toMatchObject({ state: 'done', rowsRead: 3, rowsWrong: 1, mattersNew: 2 });
  expect(mixed.errors).toMatchObject([{ row: 3, severity: 'error', code: 'date-no-such-day' }]);
});

test.each([
  ['bad/mau-la.csv', 'layout-unknown'],
  ['bad/thieu-cot.csv', 'column-missing'],
])('%s is refused whole', async (sample, code) => {
  const before = await db.prisma.matter.count();
  const refused = await run(sample);
  expect(refused).toMatchObject({ state: 'refused', mattersNew: 0, fileKept: false });
  expect(refused.errors.map(error => error.code)).toEqual([code]);
  expect(refused.text).not.toBe('');
  expect(await db.prisma.matter.count()).toBe(before);
});
