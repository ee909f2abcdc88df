import { storedEditions } from '../../activities/calendar';
import { seedReference } from '../../activities/matters';
import { DEFAULT_POLICY, policyAt } from '../../alerts';
import { builtInLaw, calendarEditions } from '../../law';
import { freshDatabase, OFFICE, type TestDatabase } from '../support/database';
import { rulesOf } from './workbench';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
}, 60_000);
afterAll(() => db.close());

const NOW = Date.UTC(2026, 10, 23);
const counts = async () => ({
  years: await db.prisma.calendarYear.count(),
  days: await db.prisma.calendarDay.count(),
  packs: await db.prisma.statutePack.count(),
  policies: await db.prisma.alertPolicyVersion.count(),
  audit: await db.prisma.audit.count(),
});

test('the program brings calendars and statutes along; loading them again changes nothing', async () => {
  await seedReference(db.prisma, NOW);
  const first = await counts();
  expect(first).toMatchObject({
    years: calendarEditions().length,
    packs: 2,
    policies: 0,
    audit: 2,
  });
  expect(first.days).toBe(
    calendarEditions().reduce((sum, year) => sum + year.off.length + year.workingWeekend.length, 0),
  );
  await seedReference(db.prisma, NOW + 1000);
  expect(await counts()).toEqual(first);
});

test('editions are kept as they are in the program, under the same numbers', async () => {
  const stored = await storedEditions(db.pool);
  const plain = stored.map(({ agency, origin, author, countersigner, loadedAt, signedAt, ...edition }) => edition);
  expect(plain).toEqual(calendarEditions());
  expect(
    stored.every(
      ({ origin, author, countersigner }) => origin === 'built_in' && author === 'thoihan' && countersigner === null,
    ),
  ).toBe(true);
});

test('a worked weekend and a day off are told apart', async () => {
  const [worked] = await db.prisma.calendarDay.findMany({ where: { day: new Date('2026-08-22'), version: 4 } });
  expect(worked).toMatchObject({ year: 2026, working: true, insteadOf: new Date('2026-08-31') });
  const [off] = await db.prisma.calendarDay.findMany({ where: { day: new Date('2026-09-02') } });
  expect(off).toMatchObject({ working: false, reason: 'Quốc khánh 2/9' });
});

test('a statute pack that says something else under the same version leaves a trace', async () => {
  await db.prisma.statutePack.updateMany({ where: { law: '2025' }, data: { hash: 'of another text' } });
  await seedReference(db.prisma, NOW);
  const last = await db.prisma.audit.findFirst({ orderBy: { id: 'desc' } });
  expect(last).toMatchObject({ action: 'loadStatutePack', object: `pack:2025/${builtInLaw().packs['2025'].version}` });
  expect(last!.detail).toMatchObject({ before: 'of another text', version: builtInLaw().packs['2025'].version });
});

test('without a version of its own an installation follows the policy in code', async () => {
  expect((await rulesOf(db.pool, OFFICE.branch1, NOW)).policies).toEqual([DEFAULT_POLICY]);
});

test('a general version takes over from its day on, and cannot be rewritten', async () => {
  const { id } = await db.prisma.alertPolicyVersion.create({
    data: {
      version: 2,
      validFrom: new Date(NOW + 60_000),
      author: 'TST-001',
      reason: 'thử',
      createdAt: new Date(NOW),
      thresholds: {
        create: {
          dutyClass: 'longer',
          code: 'due',
          offset: 0,
          countedFrom: 'due',
          recipient: 'officer',
          channel: 'digest',
          urgency: 'high',
        },
      },
    },
  });
  const { policies } = await rulesOf(db.pool, OFFICE.branch1, NOW);
  expect(policyAt(policies, NOW)).toEqual(DEFAULT_POLICY);
  expect(policyAt(policies, NOW + 60_000)).toMatchObject({
    ...{ id, version: 2, settings: DEFAULT_POLICY.settings },
    thresholds: [{ code: 'due', from: 'due', dutyClass: 'longer' }],
  });
  await expect(db.prisma.alertPolicy.updateMany({ data: { offset: 1 } })).rejects.toThrow();
  await expect(db.prisma.alertPolicyVersion.deleteMany({})).rejects.toThrow();
});

test('the stamps of policy and office grow with what changes them', async () => {
  const stamps = () => db.prisma.alertStamp.findFirstOrThrow({ select: { policy: true, office: true } });
  const before = await stamps();
  await db.prisma.unit.create({
    data: { code: 'STAMP', name: 'x', kind: 'province', validFrom: new Date('2020-01-01') },
  });
  const between = await stamps();
  expect(between).toEqual({ policy: before.policy, office: before.office + 1 });
  await db.prisma.alertPolicyVersion.create({
    data: { version: 3, validFrom: new Date(NOW), author: 'TST-001', reason: 'thử', createdAt: new Date(NOW) },
  });
  expect(await stamps()).toEqual({ policy: before.policy + 1, office: between.office });
});
