import {
  type CampaignPlan,
  campaignReport,
  createCampaignActivities,
  loadCampaignPlan,
} from '../../activities/campaigns';
import { type CountsJson, campaignText, countsFromJson, derive } from '../../campaigns';
import { officialCalendar } from '../../law/calendar';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';
import { writeCase } from './cases';

jest.setTimeout(60_000);

const NOW = Date.parse('2017-05-03T23:00:00+07:00');

/** The campaign of Bến Tre in 2017: 11 tasks, 37 work items, four targets. */
const PLAN: CampaignPlan = {
  id: 'cao-diem-2017',
  name: 'Cao điểm thi hành án dân sự năm 2017',
  basis: '1475/TCTHADS ngày 27/4/2017',
  unitId: OFFICE.province,
  startsOn: '2017-05-03',
  endsOn: '2017-06-30',
  extendedTo: '2017-09-30',
  measuredFrom: '2016-10-01',
  measuredTo: '2017-09-30',
  targets: [
    { indicator: 'cases_rate', value: 7000 },
    { indicator: 'money_rate', value: 3300 },
    { indicator: 'cases_backlog_change', value: -800 },
    { indicator: 'money_backlog_change', value: -750 },
  ],
  tasks: Array.from({ length: 11 }, (_, t) => ({
    number: t + 1,
    title: `Nhiệm vụ ${t + 1}`,
    items: Array.from({ length: t < 4 ? 4 : 3 }, (_, i) => ({
      number: i + 1,
      title: `Đầu việc ${t + 1}.${i + 1}`,
      due: '2017-06-15',
    })),
  })),
};

let database: TestDatabase;
let activities: ReturnType<typeof createCampaignActivities>;
beforeEach(async () => {
  database = await freshDatabase();
  await seedOffice(database.prisma);
  activities = createCampaignActivities(database);
  await loadCampaignPlan(database.prisma, PLAN, NOW);
});
afterEach(() => database.close());

const snapshot = (day: string, now = NOW) => activities.snapshotCampaign({ campaignId: PLAN.id, day, now });
const counts = (json: unknown) => countsFromJson(json as CountsJson);

test('a plan is written whole, and again without doubling; what was done stays done', async () => {
  const items = () => database.prisma.workItem.count();
  expect(await items()).toBe(37);
  await database.prisma.workItem.updateMany({ where: { number: 4 }, data: { doneOn: new Date('2017-05-20') } });
  await loadCampaignPlan(database.prisma, { ...PLAN, name: 'Đổi tên', tasks: PLAN.tasks.slice(0, 10) }, NOW);
  expect(await items()).toBe(34);
  expect(await database.prisma.campaignTask.count()).toBe(10);
  expect(await database.prisma.campaignTarget.count()).toBe(4);
  expect(await database.prisma.workItem.count({ where: { doneOn: { not: null } } })).toBe(4);
  expect((await database.prisma.campaign.findFirstOrThrow()).name).toBe('Đổi tên');
});

test.each([
  ['2016-09-30', []],
  ['2016-10-01', [PLAN.id]],
  ['2017-09-30', [PLAN.id]],
  ['2017-10-01', []],
])('on %s the campaigns running are %j', async (day, expected) => {
  expect(await activities.campaignsOn({ day })).toEqual(expected);
});

test('a snapshot holds each unit with what lies below it, and each enforcer; a repeat writes it anew', async () => {
  await writeCase(database.prisma, { spans: [['with_conditions', '2017-01-05']] });
  await writeCase(database.prisma, {
    spans: [['with_conditions', '2016-02-01']],
    unitId: OFFICE.branch2,
    officerId: OFFICE.enforcer3,
  });
  const first = await snapshot('2017-05-02');
  expect(first).toEqual({ subjects: 5 });
  const of = async (subjectId: string, asOf: string) => {
    const row = await database.prisma.campaignSnapshot.findUniqueOrThrow({
      where: { campaignId_asOf_subjectId: { campaignId: PLAN.id, asOf: new Date(asOf), subjectId } },
    });
    return { subject: row.subject, ...counts(row.counts).cases };
  };
  expect(await of(OFFICE.province, '2017-05-02')).toMatchObject({ subject: 'unit', new: 1, carriedOver: 1 });
  expect(await of(OFFICE.branch1, '2017-05-02')).toMatchObject({ new: 1, carriedOver: 0 });
  expect(await of(OFFICE.enforcer3, '2017-05-02')).toMatchObject({ subject: 'officer', new: 0, carriedOver: 1 });

  await writeCase(database.prisma, { spans: [['with_conditions', '2017-01-06']] });
  expect(await snapshot('2017-05-02')).toEqual(first);
  expect(await of(OFFICE.province, '2017-05-02')).toMatchObject({ new: 2 });
  expect(await database.prisma.campaignSnapshot.count()).toBe(5);
});

test('the baseline is frozen by the first snapshot from the start on, as of the evening before, and never again', async () => {
  await writeCase(database.prisma, { spans: [['with_conditions', '2017-01-05']] });
  await writeCase(database.prisma, { spans: [['with_conditions', '2017-05-03']] });
  await snapshot('2017-05-02');
  expect(await database.prisma.campaignBaseline.count()).toBe(0);
  await snapshot('2017-05-04');
  await writeCase(database.prisma, { spans: [['with_conditions', '2017-02-05']] });
  await snapshot('2017-05-05', NOW + 86_400_000);
  const frozen = await database.prisma.campaignBaseline.findMany();
  expect(frozen).toHaveLength(3);
  const root = frozen.find(row => row.unitId === OFFICE.province)!;
  expect(counts(root.counts).cases.new).toBe(1);
  expect(root.asOf).toEqual(new Date('2017-05-02'));
  expect(root.frozenAt.getTime()).toBe(NOW);
});

test('two snapshots at once end as one', async () => {
  await writeCase(database.prisma, { spans: [['with_conditions', '2017-01-05']] });
  await Promise.all([snapshot('2017-05-03'), snapshot('2017-05-03')]);
  expect(await database.prisma.campaignSnapshot.count()).toBe(4);
  expect(await database.prisma.campaignBaseline.count()).toBe(3);
});

test('a campaign that was taken back meanwhile is passed over', async () => {
  expect(await activities.snapshotCampaign({ campaignId: 'gone', day: '2017-05-03', now: NOW })).toEqual({
    subjects: 0,
  });
});

test('the report tells targets, backlog against the baseline, units and work items', async () => {
  for (let i = 0; i < 25; i++) await writeCase(database.prisma, { spans: [['with_conditions', '2017-01-05']] });
  await snapshot('2017-05-03');
  for (let i = 0; i < 2; i++) {
    await writeCase(database.prisma, {
      spans: [
        ['with_conditions', '2017-02-01'],
        ['done', '2017-06-20'],
      ],
      closedOn: '2017-06-20',
      money: [['collected', '2017-06-20', 100n]],
    });
  }
  const report = await campaignReport(database.pool, {
    campaignId: PLAN.id,
    asOf: '2017-06-30',
    calendar: officialCalendar(),
  });
  expect(report).toMatchObject({
    window: '03/05/2017 – 30/09/2017',
    measured: '01/10/2016 – 30/09/2017',
    asOf: '30/06/2017',
  });
  expect(derive(report.counts.cases)).toMatchObject({ takenIn: 27, done: 2, carriedForward: 25 });
  expect(report.targets.map(({ indicator, target, value }) => [indicator, target, value])).toEqual([
    ['cases_rate', 7000, 741],
    ['money_rate', 3300, 741],
    ['cases_backlog_change', -800, 0],
    ['money_backlog_change', -750, 0],
  ]);
  expect(report.targets[0]!.pace).toMatchObject({ missing: 17n, perWorkingDay: 1n });
  expect(report.targets[2]!.pace).toBeNull();
  expect(report.units.map(unit => unit.name)).toEqual(['Phòng THADS khu vực 1']);
  expect(report.work).toEqual({ tasks: 11, items: 37, done: 0, overdue: 37 });
  expect(campaignText(report)).toContain('Nhiệm vụ: 11, đầu việc: 37, đã xong 0, quá hạn 37');
});

test('a report of no campaign is refused', async () => {
  const asked = campaignReport(database.pool, { campaignId: 'gone', asOf: '2017-06-30', calendar: officialCalendar() });
  await expect(asked).rejects.toThrow('Không có đợt cao điểm "gone" / no such campaign');
});
