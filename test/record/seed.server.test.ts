import { storedEditions } from '../../activities/calendar';
import { policyReader, seedReference } from '../../activities/matters';
import { DEFAULT_POLICY } from '../../alerts';
import { builtInLaw, calendarEditions } from '../../law';
import { freshDatabase, type TestDatabase } from '../support/database';

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
  policy: await db.prisma.alertPolicy.count(),
  audit: await db.prisma.audit.count(),
});

test('the program brings calendars, statutes and policy along; loading them again changes nothing', async () => {
  await seedReference(db.prisma, NOW);
  const first = await counts();
  expect(first).toMatchObject({
    years: calendarEditions().length,
    packs: 2,
    policy: DEFAULT_POLICY.thresholds.length,
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

test('the policy read from the table says what the one in code says', async () => {
  const policy = await policyReader(db.pool)(NOW);
  const sorted = (rows: readonly object[]) => rows.map(row => JSON.stringify(Object.entries(row).sort())).sort();
  expect(sorted(policy.thresholds)).toEqual(sorted(DEFAULT_POLICY.thresholds));
  expect(policy).toMatchObject({ version: DEFAULT_POLICY.version, repeatingDuties: DEFAULT_POLICY.repeatingDuties });
});

test('a newer version of the policy takes over a minute later, and not before', async () => {
  const read = policyReader(db.pool);
  await read(NOW);
  await db.prisma.alertPolicy.create({
    data: {
      version: 2,
      dutyClass: 'longer',
      code: 'due',
      offset: 0,
      countedFrom: 'due',
      recipient: 'officer',
      channel: 'digest',
      urgency: 'high',
    },
  });
  expect((await read(NOW + 30_000)).version).toBe(1);
  const later = await read(NOW + 60_000);
  expect(later).toMatchObject({ version: 2, thresholds: [{ code: 'due', from: 'due', dutyClass: 'longer' }] });
});
