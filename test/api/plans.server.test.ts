import { createPlanActivities } from '../../activities/plans';
import { type LivingApi, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);

const datesOf = (body: { deadlines: { dutyId: string; due: string; basis: string }[] }) =>
  body.deadlines.map(({ dutyId, due, basis }) => [dutyId, due, basis]).sort();

test('an administrative judgment is watched over from its receipt', async () => {
  const opened = await api.post('/v1/matters', {
    kind: 'administrative_judgment',
    number: '12/2026/HC-ST',
    unit: 'TST-KV1',
    officer: 'TST-005',
    details: { court: 'TAND tỉnh', debtorBody: 'Ủy ban nhân dân xã Thử' },
    first: { event: 'judgment-received', occurredOn: '2026-08-17' },
  });
  expect(opened).toMatchObject({
    status: 201,
    body: { kind: 'administrative_judgment', stage: 'received', details: { debtorBody: 'Ủy ban nhân dân xã Thử' } },
  });
  expect(datesOf(opened.body)).toEqual([['thahc-enforcer-notice', '2026-08-22', 'law']]);
  const path = `/v1/matters/${opened.body.id}/events`;
  const told = await api.post(path, { event: 'debtor-received-judgment', occurredOn: '2026-08-18' });
  expect(told.status).toBe(201);
  expect(datesOf((await api.get(`/v1/matters/${opened.body.id}`)).body)).toContainEqual([
    'thahc-voluntary-period',
    '2026-09-17',
    'law',
  ]);
  const unfit = await api.post(path, { event: 'seized', occurredOn: '2026-08-19' });
  expect(unfit).toMatchObject({ status: 422 });
});

test('a report opened by hand is the report of its unit and period, no limit of the law', async () => {
  const report = {
    kind: 'plan',
    number: 'TK 11 tháng',
    unit: 'TST-KV1',
    details: { form: 'statistics', level: 'branch', periodEnd: '2026-08-31', months: 11 },
    first: { event: 'report-period-set', occurredOn: '2026-08-28', attrs: { endsOn: '2026-08-31' } },
  };
  const opened = await api.post('/v1/matters', report);
  expect(opened.status).toBe(201);
  expect(datesOf(opened.body)).toEqual([
    ['stat-report-district', '2026-09-04', 'service'],
    ['stat-report-enforcer', '2026-09-03', 'service'],
  ]);
  await createPlanActivities(api.deps).openReportPlans({
    day: '2026-08-31',
    now: Date.parse('2026-08-31T00:30:00+07:00'),
  });
  const { items } = (await api.get('/v1/matters?kind=plan&unit=TST-KV1&limit=200')).body;
  const statistics = items.filter((one: { number: string }) => /TK|thống kê/.test(one.number));
  expect(statistics.map((one: { id: string }) => one.id)).toEqual([opened.body.id]);

  const { periodEnd: _, ...without } = report.details;
  expect(await api.post('/v1/matters', { ...report, number: 'TK', details: without })).toMatchObject({ status: 400 });
});

test('a work item is due on the day that was named, though it is a Sunday', async () => {
  const opened = await api.post('/v1/matters', {
    kind: 'plan',
    number: 'Rà soát án tồn',
    unit: 'TST-KV1',
    officer: 'TST-005',
    details: { form: 'work_item', title: 'Rà soát án tồn' },
    first: { event: 'work-item-set', occurredOn: '2026-10-01', attrs: { dueOn: '2026-11-29' } },
  });
  expect(opened.status).toBe(201);
  expect(datesOf(opened.body)).toEqual([['work-item-due', '2026-11-29', 'plan']]);
});
