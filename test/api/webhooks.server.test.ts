import { randomUUID } from 'node:crypto';
import { openApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await openApi({ webhooks: { loopback: false, networks: ['10.20.0.0/16'] } });
});
afterAll(() => api.close());

const as = (officer: string) => ({ 'x-officer': officer });
const wanted = (more: object = {}) => ({
  unit: 'TST-KV1',
  url: 'https://hooks.thads.gov.vn/thoihan',
  kinds: ['deadline.overdue', 'matter.ended'],
  ...more,
});

test.each([
  [{ url: 'http://hooks.thads.gov.vn/' }, 422, 'wrong_target'],
  [{ url: 'https://10.99.0.1/' }, 422, 'wrong_target'],
  [{ url: 'https://localhost/' }, 422, 'wrong_target'],
  [{ url: 'nowhere' }, 422, 'wrong_target'],
  [{ unit: 'NOWHERE' }, 422, 'unknown_unit'],
  [{ kinds: [] }, 400, 'invalid_request'],
  [{ kinds: ['matter.read'] }, 400, 'invalid_request'],
])('%j is refused: %i %s', async (more, status, code) => {
  expect(await api.post('/v1/webhooks', wanted(more))).toMatchObject({ status, body: { code } });
  expect(await api.database.prisma.webhookSubscription.count()).toBe(0);
});

test('made, seen and ended by whoever administers the unit; its secret is in no list', async () => {
  expect((await api.post('/v1/webhooks', wanted(), as('TST-005'))).status).toBe(403);
  expect((await api.post('/v1/webhooks', wanted(), as('TST-004'))).status).toBe(403);
  const headers = { ...as('TST-003'), 'idempotency-key': 'webhook-made-1' };
  const made = await api.post('/v1/webhooks', wanted({ url: 'https://10.20.0.9/hook' }), headers);
  expect(made.status).toBe(201);
  expect((await api.post('/v1/webhooks', wanted({ url: 'https://10.20.0.9/hook' }), headers)).body).toEqual(made.body);
  const { id } = made.body;

  const listed = await api.get('/v1/webhooks', as('TST-001'));
  expect(listed.body).toMatchObject([{ id, unit: 'TST-KV1', waiting: 0, dead: 0, endedAt: null }]);
  expect(JSON.stringify(listed.body)).not.toContain('whsec_');
  expect((await api.get('/v1/webhooks', as('TST-004'))).body).toEqual([]);

  const secretAt = `/v1/webhooks/${id}/secret`;
  expect((await api.get(secretAt, as('TST-005'))).status).toBe(403);
  const first = await api.get(secretAt, as('TST-003'));
  expect(first.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  expect(first.headers['cache-control']).toBe('no-store');
  expect((await api.post(secretAt, {}, as('TST-003'))).status).toBe(201);
  expect((await api.get(secretAt, as('TST-003'))).body.secret).not.toBe(first.body.secret);
  // Answers to commands are kept for repeats; no secret is among them.
  expect(JSON.stringify(await api.database.prisma.command.findMany())).not.toContain('whsec_');

  const end = `/v1/webhooks/${id}/end`;
  expect((await api.post(end, {}, as('TST-006'))).status).toBe(403);
  expect((await api.post(end, {}, as('TST-003'))).status).toBe(201);
  expect(await api.post(end, {}, as('TST-003'))).toMatchObject({ status: 422, body: { code: 'no_subscription' } });
  expect((await api.get('/v1/webhooks')).body).toMatchObject([{ endReason: 'ended' }]);
});

test('messages page by page, by state; one that was given up is sent again', async () => {
  const { body } = await api.post('/v1/webhooks', wanted());
  const states = ['delivered', 'dead', 'pending'];
  const ids = states.map(() => randomUUID());
  await api.database.prisma.webhookMessage.createMany({
    data: states.map((state, n) => ({
      ...{ id: ids[n]!, subscriptionId: body.id, kind: 'matter.ended', body: '{}', state, attempts: n },
      nextTryAt: new Date(),
      createdAt: new Date(Date.UTC(2026, 7, 12, n)),
    })),
  });
  const url = `/v1/webhooks/${body.id}/messages`;
  const first = await api.get(`${url}?limit=2`);
  const second = await api.get(`${url}?limit=2&cursor=${first.body.next}`);
  expect([...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)).toEqual([...ids].reverse());
  expect((await api.get(`${url}?state=dead`)).body.items).toMatchObject([{ id: ids[1], attempts: 1 }]);
  expect((await api.post(`${url}/${ids[1]}/again`, {})).status).toBe(201);
  expect((await api.post(`${url}/${ids[0]}/again`, {})).status).toBe(422);
  expect((await api.get(`${url}?state=dead`)).body.items).toEqual([]);
  expect((await api.get(`/v1/webhooks/${randomUUID()}/messages`)).status).toBe(404);
});
