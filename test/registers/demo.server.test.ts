import { countsAsOf } from '../../activities/campaigns';
import { loadDemonstration } from '../../activities/intake';
import { freshDatabase, type TestDatabase } from '../support/database';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const NOW = Date.UTC(2026, 10, 23, 2);

let db: TestDatabase;
const started: string[] = [];
/** Breaks off the first loading at this many starts. */
let breakAt = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  db = await freshDatabase();
}, 60_000);
afterAll(() => db?.close());

const deps = () => ({
  pool: db.pool,
  prisma: db.prisma,
  temporal: async () =>
    ({
      workflow: {
        start: async (_type: string, options: { workflowId: string }) => {
          if (started.length >= breakAt) throw new Error('Temporal is gone');
          started.push(options.workflowId);
        },
      },
    }) as never,
});

test('broken off and begun again it ends whole; a third time it does nothing', async () => {
  breakAt = 700;
  await expect(loadDemonstration(deps(), NOW)).rejects.toThrow('Temporal is gone');
  breakAt = Number.POSITIVE_INFINITY;
  const from = performance.now();
  expect(await loadDemonstration(deps(), NOW + 60_000)).toBe(true);
  console.log(`rest of the demonstration: ${Math.round(performance.now() - from)} ms`);
  expect(await loadDemonstration(deps(), NOW + 120_000)).toBe(false);

  const open = await db.prisma.matter.count({ where: { closedOn: null } });
  const all = await db.prisma.matter.count();
  expect(new Set(started).size).toBe(open);
  expect(open).toBeGreaterThan(1_900);
  expect(all - open).toBeGreaterThan(250);
  expect(await db.prisma.importError.findMany({ where: { severity: 'error' } })).toEqual([]);
  expect(await db.prisma.importRow.count()).toBe(0);
  expect(await db.prisma.campaign.findMany({ select: { id: true, unitId: true } })).toMatchObject([
    { id: 'cao-diem-2027' },
  ]);
  expect(await db.prisma.workItem.count()).toBe(37);
  expect(await db.prisma.plan.count({ where: { campaignId: 'cao-diem-2027' } })).toBe(
    await db.prisma.workItem.count({ where: { due: { not: null } } }),
  );
  expect(await db.prisma.matter.count({ where: { parentId: { not: null } } })).toBeGreaterThan(100);
  expect(await db.prisma.alert.count({ where: { state: 'waiting' } })).toBeGreaterThan(20);

  const province = await db.prisma.unit.findUniqueOrThrow({ where: { code: 'LCA' } });
  const counts = await countsAsOf(db.pool, { unitId: province.id, from: '2026-10-01', asOf: '2026-11-23' });
  expect(counts.cases.completed).toBeGreaterThan(150);
  expect(counts.cases.withConditions).toBeGreaterThan(1_000);
}, 240_000);
