import { slipHash } from '../../law/slip/document';
import { type Answer, type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);

const record = (matter: string, event: string, occurredOn: string): Promise<Answer> =>
  api.post(`/v1/matters/${matter}/events`, { event, occurredOn });
const slipAt = (matter: string, deadline: string, query = '') =>
  api.get(`/v1/matters/${matter}/deadlines/${encodeURIComponent(deadline)}/slip${query}`);

test('the slip of a deadline: by key or by duty, closed by its hash, kept by version', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const request = await record(matter.id, 'request-received', '2026-07-02');
  const { status, body: slip } = await slipAt(matter.id, 'enforcement-decision-on-request');
  expect(status).toBe(200);
  expect(slip).toMatchObject({
    format: 'thoihan-slip/1',
    matter: { kind: 'enforcement_case', number: matter.number },
    duty: { id: 'enforcement-decision-on-request', law: '2025', source: { article: '34(3)' } },
    from: '2026-07-02',
    due: '2026-07-09',
    dueLatest: '2026-07-09',
    status: 'overdue',
    pack: { version: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(slipHash(slip)).toBe(slip.hash);
  expect(JSON.stringify(slip)).not.toContain('Nguyễn Văn Thử');
  expect((await slipAt(matter.id, slip.deadline.key)).body).toEqual(slip);

  const corrected = await api.post(`/v1/matters/${matter.id}/events/${request.body.eventId}/corrections`, {
    occurredOn: '2026-07-03',
    reason: 'typing_error',
  });
  expect(corrected.status).toBe(201);
  await record(matter.id, 'decision-issued', '2026-07-06');
  const now = await slipAt(matter.id, slip.deadline.key);
  expect(now.body).toMatchObject({ status: 'met', closedOn: '2026-07-06', from: '2026-07-03', due: '2026-07-10' });
  expect(now.body.deadline.version).toBeGreaterThan(slip.deadline.version);
  const before = await slipAt(matter.id, slip.deadline.key, `?version=${slip.deadline.version}`);
  expect(before.body).toMatchObject({ deadline: slip.deadline, from: '2026-07-02', due: '2026-07-09' });
});

test('a duty the matter has twice needs the key; one it does not have is not found', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  await record(matter.id, 'decision-issued', '2026-07-06');
  await record(matter.id, 'coercion-decided', '2026-07-20');
  const twice = await slipAt(matter.id, 'notification');
  expect(twice).toMatchObject({ status: 422, body: { code: 'ambiguous_deadline' } });
  expect(twice.body.candidates).toHaveLength(2);
  expect((await slipAt(matter.id, twice.body.candidates[0].key)).status).toBe(200);
  const none = await slipAt(matter.id, 'payout');
  expect(none).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await slipAt(matter.id, twice.body.candidates[0].key, '?version=99')).status).toBe(404);
});

test('the page to print, linked from the page of the matter', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  await record(matter.id, 'request-received', '2026-07-02');
  const page = await api.get(`/matters/${matter.id}`);
  const [, link] = /href="(\/matters\/[^"]*\/slips\/enforcement-decision-on-request[^"]*)"/.exec(String(page.body))!;
  const slip = await api.get(link!);
  expect(slip.status).toBe(200);
  expect(slip.headers['content-type']).toContain('text/html');
  const html = String(slip.body);
  for (const part of ['Phiếu tính thời hạn', '@page{size:A4', 'thứ Năm 09/07/2026', 'SHA-256', matter.number]) {
    expect(html).toContain(part);
  }
  expect(html).not.toContain('Nguyễn Văn Thử');
  expect((await api.get(`/matters/${matter.id}/slips/nothing`)).status).toBe(404);
});
