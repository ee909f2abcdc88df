import { randomUUID } from 'node:crypto';
import { buildServer } from '../../api/server';
import { toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { type Reminder, remindedOf } from './reminders';
import { type LivingApi, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);
beforeEach(() => api.database.pool.query('DELETE FROM alert'));

const INBOX = '/v1/officers/TST-005/inbox';
const self = { 'x-officer': 'TST-005' };
const alertsIn = async (query = '', headers: Record<string, string> = self) => {
  const { body } = await api.get(`${INBOX}${query}`, headers);
  return {
    ids: body.items.map((item: { alert: string }) => item.alert),
    unread: body.unread,
    open: body.open,
    next: body.next,
  };
};
const day = (n: number) => toIso(vietnamDay(Date.now()) + n);
const stateOf = async ({ alertId }: Reminder) =>
  (await api.database.prisma.alert.findUniqueOrThrow({ where: { id: alertId } })).state;

test('what is in it: the matter, the limit and its date, no party; newest first, page by page', async () => {
  const reminders: Reminder[] = [];
  for (let n = 0; n < 3; n++) reminders.push(await remindedOf(api));
  await remindedOf(api, { recipientId: OFFICE.enforcer2 });
  const { status, body } = await api.get(INBOX, self);
  expect(status).toBe(200);
  expect(body.items.map((item: { alert: string }) => item.alert)).toEqual(reminders.map(one => one.alertId).reverse());
  expect(body.items[0]).toMatchObject({
    matter: { id: reminders[2]!.matterId, kind: 'enforcement_case', unit: 'TST-KV1' },
    dutyId: 'enforcement-decision-on-request',
    name: 'Ra quyết định thi hành án theo yêu cầu',
    due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    state: 'queued',
    readAt: null,
    acknowledgedAt: null,
  });
  expect(JSON.stringify(body)).not.toContain('Nguyễn Văn Thử');

  const first = await alertsIn('?limit=2');
  const second = await alertsIn(`?limit=2&cursor=${first.next}`);
  expect([...first.ids, ...second.ids]).toEqual(reminders.map(one => one.alertId).reverse());
  expect([first.unread, first.open, second.next]).toEqual([3, 3, null]);
});

test.each([
  ['TST-005', 200],
  ['TST-003', 200],
  ['TST-001', 200],
  ['TST-006', 403],
  ['TST-004', 403],
])('seen by %s: %i', async (officer, status) => {
  expect((await api.get(INBOX, { 'x-officer': officer })).status).toBe(status);
  // Seeing it is the officer's own: a head who looks marks nothing.
  const mark = await api.post(`${INBOX}/read`, { alerts: [randomUUID()] }, { 'x-officer': officer });
  expect(mark.status).toBe(officer === 'TST-005' ? 201 : 403);
});

test('marked as seen it leaves the unread ones, and stays open; of others’ alerts nothing is marked', async () => {
  const [one, two] = [await remindedOf(api), await remindedOf(api)];
  const foreign = await remindedOf(api, { recipientId: OFFICE.enforcer2 });
  const marked = await api.post(`${INBOX}/read`, { alerts: [one.alertId, foreign.alertId] }, self);
  expect(marked.body).toEqual({ read: 1 });
  expect(await alertsIn()).toMatchObject({ ids: [two.alertId], unread: 1, open: 2 });
  expect((await alertsIn('?show=open')).ids).toEqual([two.alertId, one.alertId]);
  const { readAt } = await api.database.prisma.alert.findUniqueOrThrow({ where: { id: foreign.alertId } });
  expect(readAt).toBeNull();
});

test('many are acknowledged at once; what cannot be is told beside the rest', async () => {
  const [one, two] = [await remindedOf(api), await remindedOf(api)];
  const anew = await remindedOf(api, { on: day(-20) });
  await api.post(`/v1/matters/${anew.matterId}/events/${anew.eventId}/corrections`, {
    occurredOn: day(0),
    reason: 'typing_error',
  });
  const foreign = await remindedOf(api, { recipientId: OFFICE.branch1Head });
  const alerts = [one, two, anew, foreign, one].map(reminder => reminder.alertId);
  const headers = { ...self, 'idempotency-key': 'bulk-acknowledge-1' };
  const answer = await api.post(`${INBOX}/acknowledgements`, { alerts, promisedOn: day(2) }, headers);
  expect(answer.status).toBe(201);
  expect(
    Object.fromEntries(answer.body.map((result: any) => [result.alert, result.code ?? result.acknowledged])),
  ).toEqual({
    [one.alertId]: true,
    [two.alertId]: true,
    [anew.alertId]: 'replaced',
    [foreign.alertId]: 'not_yours',
  });
  expect(await Promise.all([one, two, foreign].map(stateOf))).toEqual(['acknowledged', 'acknowledged', 'queued']);
  expect((await api.post(`${INBOX}/acknowledgements`, { alerts, promisedOn: day(2) }, headers)).body).toEqual(
    answer.body,
  );
  expect(await api.database.prisma.acknowledgement.count({ where: { alertId: { in: alerts } } })).toBe(2);
  const { body } = await api.get(`${INBOX}?show=all`, self);
  expect(body.items.find((item: { alert: string }) => item.alert === one.alertId)).toMatchObject({
    state: 'acknowledged',
    promisedOn: day(2),
    acknowledgedAt: expect.any(String),
    readAt: expect.any(String),
  });
});

test('acknowledged for somebody else it is refused, and so is a promise in the past', async () => {
  const reminder = await remindedOf(api);
  const alerts = [reminder.alertId];
  for (const headers of [{}, { 'x-officer': 'TST-003' }]) {
    const refused = await api.post(`${INBOX}/acknowledgements`, { alerts }, headers);
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_yours' } });
  }
  const past = await api.post(`${INBOX}/acknowledgements`, { alerts, promisedOn: day(-1) }, self);
  expect(past.body).toMatchObject([{ acknowledged: false, code: 'promise_in_past' }]);
  expect(await stateOf(reminder)).toBe('queued');
});

test('while Temporal is away nothing is recorded, and the same request works later', async () => {
  const reminder = await remindedOf(api);
  const request = {
    method: 'POST' as const,
    url: `${INBOX}/acknowledgements`,
    payload: { alerts: [reminder.alertId] },
    headers: { ...self, 'idempotency-key': 'bulk-acknowledge-2' },
  };
  const away = await buildServer({ ...api.deps, temporal: () => Promise.reject(new Error('away')) });
  expect((await away.inject(request)).statusCode).toBe(503);
  await away.close();
  expect((await api.app.inject(request)).json()).toMatchObject([{ acknowledged: true }]);
});

test('given to another officer, what waited is unread there', async () => {
  const reminder = await remindedOf(api);
  await api.database.prisma.alert.update({
    where: { id: reminder.alertId },
    data: { state: 'waiting', outboxId: null, readAt: new Date() },
  });
  await api.post(`/v1/matters/${reminder.matterId}/assignment`, { officer: 'TST-006' });
  expect(await alertsIn('?show=all')).toMatchObject({ ids: [] });
  const theirs = await api.get('/v1/officers/TST-006/inbox', { 'x-officer': 'TST-006' });
  expect(theirs.body.items).toMatchObject([{ alert: reminder.alertId, readAt: null }]);
});
