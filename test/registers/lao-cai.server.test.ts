import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeActivities } from '../../activities/contract';
import { createIntakeActivities, loadUnits } from '../../activities/intake';
import { laoCaiRegister } from '../../samples/generator/lao-cai';
import { laoCaiOffice } from '../../samples/generator/old-province';
import { writeWorkbook } from '../../samples/generator/workbook';
import { freshDatabase, type TestDatabase } from '../support/database';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 23, 2);

let db: TestDatabase;
let dir: string;
let activities: IntakeActivities;
let bytes: Uint8Array;
const starts: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  dir = await mkdtemp(join(tmpdir(), 'thoihan-registers-'));
  await loadUnits(db, laoCaiOffice());
  bytes = await writeWorkbook(laoCaiRegister());
  activities = createIntakeActivities({
    pool: db.pool,
    prisma: db.prisma,
    // Starting is tested with a real server elsewhere; here one only sees which matters would be started.
    temporal: async () =>
      ({
        workflow: {
          start: async (_type: string, options: { workflowId: string }) => void starts.push(options.workflowId),
        },
      }) as never,
  });
}, 120_000);

afterAll(async () => {
  await db?.close();
  if (dir) await rm(dir, { recursive: true, force: true });
});

async function upload(): Promise<string> {
  const id = randomUUID();
  const path = join(dir, `${id}.xlsx`);
  await writeFile(path, bytes);
  const fileName = 'lao-cai-2016-2021.xlsx';
  const createdAt = new Date(NOW);
  await db.prisma.import.create({
    data: { id, fileName, sha256: '0'.repeat(64), bytes: bytes.length, path, recordedBy: 'test', createdAt },
  });
  return id;
}

async function run(importId: string, each: (page: number) => Promise<void> = async () => undefined): Promise<void> {
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const from = performance.now();
    const cpu = process.cpuUsage();
    const result = await work;
    const { user, system } = process.cpuUsage(cpu);
    const spent = times[what] ?? { wall: 0, cpu: 0 };
    times[what] = { wall: spent.wall + performance.now() - from, cpu: spent.cpu + (user + system) / 1000 };
    return result;
  };
  const { pages } = await timed('read', activities.readRegister({ importId, now: NOW }));
  let next = 0;
  const lane = async () => {
    for (let page = next++; page < pages; page = next++) {
      await activities.writePage({ importId, page, now: NOW });
      await each(page);
      await activities.startPage({ importId, page, now: NOW });
    }
  };
  // As many at a time as the workflow of an import has.
  await timed('pages', Promise.all([lane(), lane(), lane(), lane()]));
  await timed('finish', activities.finishImport({ importId, now: NOW }));
}
const times: Record<string, { wall: number; cpu: number }> = {};

const PUBLISHED = [
  'Thụ lý: 23.419 việc / 1.302.149.296.000 đồng (ủy thác, thu hồi: 219 việc / 81.585.156.000 đồng)',
  'Phải thi hành: 23.200 việc / 1.220.564.140.000 đồng',
  '  Có điều kiện thi hành: 22.669 việc / 1.026.755.382.000 đồng',
  '  Chưa có điều kiện: 531 việc / 193.808.758.000 đồng',
  'Thi hành xong về việc: 22.041/22.669 việc, đạt 97,2%',
  'Thi hành xong về tiền: 385.296.980.000/1.026.755.382.000 đồng, đạt 37,5%',
  'Có điều kiện, chưa thi hành xong: 628 việc / 641.458.402.000 đồng',
  'Cưỡng chế: 241 việc (có huy động lực lượng liên ngành: 73; còn lại: 168)',
  'Tín dụng, ngân hàng: 286 việc / 326.730.000.000 đồng có điều kiện; chưa thi hành được 154.412.451.000 đồng, chiếm 47,26%',
];

const reportOf = async (id: string) => {
  const row = await db.prisma.import.findUniqueOrThrow({ where: { id } });
  return { ...row, text: (row.report as { text: string }).text.split('\n') };
};
const COUNTS = `
SELECT (SELECT count(*)::int FROM matter) AS matters, (SELECT count(*)::int FROM event) AS events,
  (SELECT count(*)::int FROM deadline) AS deadlines, (SELECT count(*)::int FROM party) AS parties, (SELECT count(*)::int FROM alert) AS alerts,
  (SELECT md5(string_agg(hash, '' ORDER BY hash)) FROM event) AS chain`;
const counts = async () => (await db.pool.query(COUNTS)).rows[0];

test('the register ends with the published figures, also when pages are written twice', async () => {
  const id = await upload();
  await run(id, async page => {
    if (page % 10 === 3) await activities.writePage({ importId: id, page, now: NOW });
  });
  const spent = Object.entries(times).map(
    ([what, { wall, cpu }]) => `${what} ${Math.round(wall)} (cpu ${Math.round(cpu)})`,
  );
  console.log(`import of 23.419 matters, ms: ${spent.join(', ')}`);
  const report = await reportOf(id);
  expect(report).toMatchObject({
    state: 'done',
    rowsRead: 23_419,
    rowsWrong: 0,
    mattersNew: 23_419,
    mattersKnown: 0,
    started: 1_159,
    path: null,
    text: PUBLISHED,
  });
  expect(starts).toHaveLength(1_159);
  expect(await db.prisma.importRow.count()).toBe(0);
}, 180_000);

test('a second import of the same file adds nothing and tells the same figures', async () => {
  const before = await counts();
  const id = await upload();
  await run(id);
  expect(await reportOf(id)).toMatchObject({
    state: 'done',
    mattersNew: 0,
    mattersKnown: 23_419,
    started: 0,
    text: PUBLISHED,
  });
  expect(await counts()).toEqual(before);
  expect(starts).toHaveLength(1_159);
}, 180_000);
