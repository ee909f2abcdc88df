import { campaignReport, loadCampaignPlan } from '../../activities/campaigns';
import type { CampaignPlan } from '../../activities/campaigns/plan';
import { followPlan, planDesk, workItemId } from '../../activities/plans';
import { officialCalendar } from '../../law/calendar';
import { OFFICE } from '../support/database';
import { replayed } from '../support/histories';
import { deadlinesOf, eventsOf, matterOf, type Office, openOffice } from '../support/matters';
import { realServer, type TestServer } from '../support/temporal';

jest.setTimeout(60_000);

let server: TestServer;
let office: Office;
let stop: () => Promise<void>;
beforeAll(async () => {
  server = await realServer();
  office = await openOffice({ server });
  stop = await server.serve(office.activities);
}, 90_000);
afterAll(async () => {
  await stop?.();
  await server?.close();
  await office?.close();
}, 60_000);

const query = async (sql: string, values: unknown[] = []) => (await office.database.pool.query(sql, values)).rows;

describe('reports', () => {
  const plans = () =>
    query(
      `SELECT u.code AS unit, p.form, p.level, p.months, m.id FROM plan p JOIN matter m ON m.id = p.matter_id JOIN unit u ON u.id = m.unit_id
       WHERE p.form <> 'work_item' ORDER BY u.code, p.form`,
    );

  test('the end of the year opens them for each unit, once, however often it is asked', async () => {
    const now = Date.parse('2026-09-30T00:30:00+07:00');
    const run = (workflowId: string) =>
      server.client.workflow.start('reportPlans', { workflowId, taskQueue: 'thoihan', args: [{ day: '2026-09-30' }] });
    const first = await run('reports-1');
    const { opened } = (await first.result()) as { opened: number };
    const list = await plans();
    expect(opened).toBe(list.length);
    const branches = list.filter(({ level }) => level === 'branch');
    expect(new Set(branches.map(({ form }) => form))).toEqual(new Set(['statistics', 'interagency']));
    expect(list.filter(({ level }) => level === 'province').map(({ form }) => form)).toEqual([
      'ended_list',
      'interagency',
      'statistics',
    ]);
    expect(list.every(({ months }) => months === 12)).toBe(true);
    expect(await (await run('reports-2')).result()).toEqual({ day: '2026-09-30', opened: 0 });
    expect(await office.activities.openReportPlans({ day: '2026-10-01', now })).toEqual({ opened: 0 });
    await replayed(first, 'report plans');
  });

  test('a period that ends on Wednesday 30 September: 1, 2 and 4 working days', async () => {
    const [branch] = await query(
      `SELECT matter_id AS id FROM plan WHERE form = 'statistics' AND level = 'branch' ORDER BY matter_id LIMIT 1`,
    );
    const [province] = await query(`SELECT matter_id AS id FROM plan WHERE form = 'statistics' AND level = 'province'`);
    const [list] = await query(`SELECT matter_id AS id FROM plan WHERE form = 'ended_list'`);
    const dueOf = async (id: string) =>
      Object.fromEntries(Object.values(await deadlinesOf(office, id)).map(({ dutyId, due }) => [dutyId, due]));
    expect(await dueOf(branch.id)).toEqual({
      'stat-report-enforcer': '2026-10-01',
      'stat-report-district': '2026-10-02',
    });
    expect(await dueOf(province.id)).toEqual({
      'stat-report-enforcer': '2026-10-01',
      'stat-report-province': '2026-10-06',
    });
    expect(await dueOf(list.id)).toEqual({ 'ended-cases-list-to-procuracy': '2026-10-30' });

    const matter = matterOf(server, branch.id);
    await matter.record('enforcer-reports-in', '2026-10-01');
    await matter.record('unit-report-sent', '2026-10-05');
    const done = await deadlinesOf(office, branch.id);
    expect(done['stat-report-enforcer']).toMatchObject({ status: 'met' });
    expect(done['stat-report-district']).toMatchObject({ status: 'late' });
    await matter.handle.result();
  });
});

describe('work items of a campaign', () => {
  const PLAN: CampaignPlan = {
    id: 'cao-diem-2026',
    name: 'Đợt cao điểm năm 2026',
    unitId: OFFICE.province,
    startsOn: '2026-07-01',
    endsOn: '2026-09-30',
    measuredFrom: '2025-10-01',
    measuredTo: '2026-09-30',
    targets: [],
    tasks: [
      {
        number: 1,
        title: 'Rà soát',
        items: [
          // A Sunday: the day stays that day.
          { number: 1, title: 'Lập danh sách', unitId: OFFICE.branch1, officerId: OFFICE.enforcer1, due: '2026-08-30' },
          { number: 2, title: 'Họp giao ban', due: '2026-07-31', doneOn: '2026-07-30' },
          { number: 3, title: 'Việc không có hạn' },
        ],
      },
    ],
  };
  const now = Date.parse('2026-08-03T09:00:00+07:00');
  const follow = async (plan: CampaignPlan) => {
    await loadCampaignPlan(office.database.prisma, plan, now);
    return followPlan(planDesk({ pool: office.database.pool, temporal: async () => server.client }), plan, now);
  };
  const id = (item: number) => workItemId(PLAN.id, 1, item);
  const with1 = (change: object): CampaignPlan => ({
    ...PLAN,
    tasks: [
      { ...PLAN.tasks[0]!, items: [{ ...PLAN.tasks[0]!.items[0]!, ...change }, ...PLAN.tasks[0]!.items.slice(1)] },
    ],
  });

  test('an item with a day is a matter on the same engine, apart from the law', async () => {
    expect(await follow(PLAN)).toEqual([]);
    expect(await follow(PLAN)).toEqual([]);
    expect(await query(`SELECT count(*)::int AS n FROM plan WHERE campaign_id = $1`, [PLAN.id])).toEqual([{ n: 2 }]);
    expect(await deadlinesOf(office, id(1))).toMatchObject({ 'work-item-due': { due: '2026-08-30', version: 1 } });
    expect(await query(`SELECT basis, law, unit_kind FROM deadline WHERE matter_id = $1`, [id(1)])).toEqual([
      { basis: 'plan', law: '2025', unit_kind: 'onDay' },
    ]);
    expect((await deadlinesOf(office, id(2)))['work-item-due']).toMatchObject({ status: 'met' });
    expect((await eventsOf(office, id(1))).map(({ type }) => type)).toEqual(['work-item-set']);
  });

  test('another day, another officer, done by hand, out of the plan', async () => {
    await follow(with1({ due: '2026-09-15', officerId: OFFICE.enforcer2 }));
    expect(
      await query(`SELECT due::text, status::text FROM deadline WHERE matter_id = $1 AND current ORDER BY due`, [
        id(1),
      ]),
    ).toEqual([
      { due: '2026-08-30', status: 'void' },
      { due: '2026-09-15', status: expect.stringMatching(/open|overdue/) },
    ]);
    expect(await query(`SELECT officer_id AS o FROM matter WHERE id = $1`, [id(1)])).toEqual([{ o: OFFICE.enforcer2 }]);

    const report = async (asOf: string) =>
      (await campaignReport(office.database.pool, { campaignId: PLAN.id, asOf, calendar: officialCalendar() })).work;
    expect(await report('2026-09-20')).toMatchObject({ items: 3, done: 1, overdue: 1 });
    await matterOf(server, id(1)).record('work-item-done', '2026-09-14');
    expect(await report('2026-09-20')).toMatchObject({ items: 3, done: 2, overdue: 0 });

    await follow({
      ...PLAN,
      tasks: [{ ...PLAN.tasks[0]!, items: [PLAN.tasks[0]!.items[2]!, { number: 4, title: 'Mới', due: '2026-09-01' }] }],
    });
    expect((await eventsOf(office, id(1))).at(-1)!.type).toBe('work-item-done');
    expect((await deadlinesOf(office, id(4)))['work-item-due']).toMatchObject({ due: '2026-09-01' });
    await follow(PLAN);
    expect((await eventsOf(office, id(4))).map(({ type }) => type)).toEqual(['work-item-set', 'plan-withdrawn']);
    expect(await query(`SELECT closed_on IS NOT NULL AS ended FROM matter WHERE id = $1`, [id(4)])).toEqual([
      { ended: true },
    ]);
  });
});
