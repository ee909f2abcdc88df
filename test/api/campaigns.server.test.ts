import { type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);

const PLAN = {
  id: 'thu-nghiem-2026',
  name: 'Đợt cao điểm thử nghiệm',
  unit: 'TST',
  startsOn: '2026-07-01',
  endsOn: '2026-09-30',
  measuredFrom: '2025-10-01',
  measuredTo: '2026-09-30',
  targets: [{ indicator: 'cases_rate', value: 7000 }],
  tasks: [
    { number: 1, title: 'Rà soát', items: [{ number: 1, title: 'Lập danh sách', unit: 'TST-KV1', due: '2026-07-10' }] },
  ],
};

test('a plan in, figures out: text and numbers say the same', async () => {
  const [done, open] = await Promise.all([openCase(api, '2026-07-01'), openCase(api, '2026-07-01')]);
  for (const { body } of [done, open]) {
    await api.post(`/v1/matters/${body.id}/events`, { event: 'decision-issued', occurredOn: '2026-07-02' });
  }
  await api.post(`/v1/matters/${done.body.id}/events`, { event: 'completed', occurredOn: '2026-07-20' });

  expect(await api.post('/v1/campaigns', PLAN)).toMatchObject({ status: 201, body: { id: PLAN.id } });
  const list = await api.get('/v1/campaigns');
  expect(list.body.items).toEqual([expect.objectContaining({ id: PLAN.id, unit: 'TST', endsOn: '2026-09-30' })]);

  const before = (await api.get(`/v1/campaigns/${PLAN.id}?asOf=2026-07-10`)).body;
  expect(before.counts.cases).toMatchObject({ new: 2, withConditions: 2, completed: 0 });
  const after = (await api.get(`/v1/campaigns/${PLAN.id}?asOf=2026-07-31`)).body;
  expect(after.asOf).toBe('2026-07-31');
  expect(after.counts.cases).toMatchObject({ new: 2, withConditions: 2, completed: 1 });
  expect(after.targets).toEqual([expect.objectContaining({ indicator: 'cases_rate', target: 7000, value: 5000 })]);
  expect(after.work).toMatchObject({ tasks: 1, items: 1, overdue: 1 });
  expect(after.text).toContain('Đợt cao điểm thử nghiệm');
  expect(after.text).toMatch(/50[,.]0{1,2} ?%/);
});

test('unknown codes are all named; an officer of a branch neither makes nor reads a campaign of the province', async () => {
  const wrong = await api.post('/v1/campaigns', {
    ...PLAN,
    id: 'sai',
    unit: 'NOWHERE',
    targets: [{ indicator: 'cases_rate', unit: 'NEITHER', value: 1 }],
  });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown_code' } });
  expect(wrong.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(['targets.0.unit', 'unit']);
  expect(await api.post('/v1/campaigns', { ...PLAN, endsOn: '2026-06-01' })).toMatchObject({ status: 400 });
  const officer = { 'x-officer': 'TST-005' };
  expect((await api.post('/v1/campaigns', PLAN, officer)).status).toBe(403);
  expect((await api.get(`/v1/campaigns/${PLAN.id}`, officer)).status).toBe(403);
  expect(await api.get('/v1/campaigns/none')).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
