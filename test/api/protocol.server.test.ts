import { listenLocally } from '../../api/server';
import { openApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await openApi({
    checks: [
      { name: 'database', vi: 'Có', en: 'There', probe: async () => {} },
      { name: 'worker', vi: 'Không có worker.', en: 'No worker.', probe: () => Promise.reject(new TypeError('x')) },
    ],
  });
});
afterAll(() => api.close());

test('OpenAPI 3.1: every route has an operationId of its own, a summary, and documented answers', async () => {
  const { status, body } = await api.get('/openapi.json');
  expect(status).toBe(200);
  expect(body.openapi).toMatch(/^3\.1\./);
  const operations = Object.entries<any>(body.paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const ids = operations.map(o => o.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const operation of operations) {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.summary).toBeTruthy();
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    const pathParameters = [...operation.path.matchAll(/\{(\w+)\}/g)].map((m: RegExpMatchArray) => m[1]);
    const declared = (operation.parameters ?? []).filter((p: any) => p.in === 'path').map((p: any) => p.name);
    expect(declared.sort()).toEqual(pathParameters.sort());
    // One computes and writes nothing; the other is told by a mail system, and knows a report by its own id.
    const isCommand = operation.method === 'post' && !['computeDue', 'reportBounce'].includes(operation.operationId);
    const needsKey = (operation.parameters ?? []).some((p: any) => p.name === 'idempotency-key' && p.required);
    expect([operation.operationId, needsKey]).toEqual([operation.operationId, isCommand]);
  }
  const routes = api.app.printRoutes({ commonPrefix: false, includeHooks: false });
  expect(routes).toContain('/health/ready');
  expect(ids).toEqual(
    expect.arrayContaining(['listMatters', 'recordEvent', 'createImport', 'getCampaign', 'computeDue']),
  );
  // Every reference leads somewhere.
  const text = JSON.stringify(body);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(body.components.schemas).toHaveProperty(name!);
  }
});

test('the page at /docs uses files of this machine only', async () => {
  const page = await api.get('/docs/');
  expect(page.status).toBe(200);
  expect(String(page.body)).not.toMatch(/(src|href)="https?:/);
});

test('live and ready: 503 names what is missing, in both languages', async () => {
  expect((await api.get('/health/live')).status).toBe(200);
  const { status, body } = await api.get('/health/ready');
  expect(status).toBe(503);
  expect(body).toMatchObject({ ready: false, missing: ['worker'] });
  expect(body.checks).toContainEqual(
    expect.objectContaining({ name: 'worker', ok: false, vi: 'Không có worker.', en: 'No worker. (TypeError)' }),
  );
});

test('problems have the form of RFC 9457 and name the field', async () => {
  const wrong = await api.get('/v1/matters?limit=0&kind=nothing');
  expect(wrong.status).toBe(400);
  expect(wrong.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(wrong.body).toMatchObject({
    type: 'urn:thoihan:problem:invalid_request',
    title: 'Yêu cầu không hợp lệ',
    status: 400,
    code: 'invalid_request',
  });
  expect(wrong.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(['kind', 'limit']);
  for (const error of wrong.body.errors) expect(error.vi).not.toBe(error.en);

  expect((await api.get('/v1/nothing')).body).toMatchObject({ status: 404, code: 'no_such_route' });
  expect((await api.get('/v1/matters/999%2FQĐ-THADS')).body).toMatchObject({ status: 404, code: 'not_found' });
  expect((await api.get('/v1/matters?cursor=junk')).body).toMatchObject({ status: 400, code: 'bad_cursor' });
  const json = await api.app.inject({
    method: 'POST',
    url: '/v1/due',
    payload: '{"dutyId":',
    headers: { 'content-type': 'application/json' },
  });
  expect(json.statusCode).toBe(400);
  expect(json.json()).toMatchObject({ code: 'bad_request', vi: expect.any(String), en: expect.any(String) });
  const large = await api.post('/v1/campaigns', { id: 'x'.repeat(300_000) });
  expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } });
});

test('a command without a key, or with one that is no key, is refused', async () => {
  const url = '/v1/matters/1%2FQĐ-THADS/events';
  const payload = { event: 'x', occurredOn: '2026-07-01' };
  const without = await api.app.inject({ method: 'POST', url, payload });
  expect(without.statusCode).toBe(400);
  expect(without.json().errors).toEqual([expect.objectContaining({ field: 'idempotency-key' })]);
  const short = await api.post(url, payload, { 'idempotency-key': 'abc' });
  expect(short.status).toBe(400);
});

test('an officer nobody knows may nothing; officers see their own unit and those below', async () => {
  expect(await api.get('/v1/units', { 'x-officer': 'NOBODY' })).toMatchObject({
    status: 403,
    body: { code: 'unknown_officer' },
  });
  expect(
    (await api.get('/v1/units', { 'x-officer': 'TST-001' })).body.items.map((u: { code: string }) => u.code),
  ).toEqual(['TST', 'TST-KV1', 'TST-KV2']);
});

test('pages follow each other without loss or repeat', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await api.get(`/v1/officers?limit=3${cursor}`);
    expect(body.items.length).toBeLessThanOrEqual(3);
    seen.push(...body.items.map((o: { code: string }) => o.code));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  expect(seen).toEqual(['TST-001', 'TST-002', 'TST-003', 'TST-004', 'TST-005', 'TST-006', 'TST-007']);
});

test('while Temporal is away a command is refused with 503, writes nothing, and may be sent again', async () => {
  const headers = { 'idempotency-key': 'temporal-away-1' };
  const body = {
    kind: 'enforcement_case',
    number: '77/QĐ-THADS',
    unit: 'TST-KV1',
    details: { origin: 'on_request' },
    first: { event: 'judgment-received', occurredOn: '2026-07-01' },
  };
  for (let i = 0; i < 2; i++) {
    expect(await api.post('/v1/matters', body, headers)).toMatchObject({
      status: 503,
      body: { code: 'temporal_unreachable' },
      headers: { 'retry-after': '5' },
    });
  }
  expect(await api.database.prisma.matter.count()).toBe(0);
  expect(await api.database.prisma.command.count()).toBe(0);
});

test('the server answers only under names of this machine, and listens nowhere else', async () => {
  const foreign = await api.get('/v1/units', { host: 'evil.example:4000' });
  expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign_host' } });
  expect((await api.get('/v1/units', { host: '127.0.0.1:4000' })).status).toBe(200);
  await expect(listenLocally(api.app, '0.0.0.0', 0)).rejects.toThrow(/API_HOST=0\.0\.0\.0.*phân quyền/);
});
