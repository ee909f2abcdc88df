import { matterWorkflowId } from '../../activities/contract';
import { toIso, vietnamDay } from '../../law';
import { type Answer, type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);

const record = (matter: string, event: string, occurredOn: string, more: object = {}, headers = {}): Promise<Answer> =>
  api.post(`/v1/matters/${matter}/events`, { event, occurredOn, ...more }, headers);
const eventsOf = async (id: string) => (await api.get(`/v1/matters/${id}/events`)).body.items;

test('a case is opened with its first event, its deadlines and its workflow; found by number', async () => {
  const { status, body } = await openCase(api, '2026-07-08', {
    first: { event: 'judgment-received', occurredOn: '2026-07-08' },
    details: { origin: 'ex_officio', amount: '385296980000', court: 'TAND khu vực 1' },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: 'enforcement_case',
    reportingYear: 2026,
    unit: { code: 'TST-KV1' },
    officer: { code: 'TST-005' },
    openedOn: '2026-07-08',
    closedOn: null,
    details: { amount: '385296980000', court: 'TAND khu vực 1', origin: 'ex_officio' },
  });
  expect(body.deadlines).toContainEqual(
    expect.objectContaining({
      dutyId: 'enforcement-decision-ex-officio',
      due: '2026-07-15',
      article: expect.stringContaining('33'),
    }),
  );
  expect(body.deadlines[0].slip.length).toBeGreaterThan(2);
  const workflow = await api.temporal.client.workflow.getHandle(matterWorkflowId(body.id)).describe();
  expect([workflow.status.name, workflow.type]).toEqual(['RUNNING', 'enforcementCase']);
  const found = await api.get(`/v1/matters/${encodeURIComponent(body.number)}`);
  expect(found.body.id).toBe(body.id);
});

test('an event recorded moves the deadlines; the same command twice gives the same answer and one event', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  await record(matter.id, 'request-received', '2026-07-02');
  const headers = { 'idempotency-key': 'decide-case-2' };
  const first = await record(matter.id, 'decision-issued', '2026-07-06', { attrs: { number: '2/QĐ-THADS' } }, headers);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ commandId: 'decide-case-2', seq: 3, stage: 'decided' });
  expect(first.body.changed).toContainEqual(
    expect.objectContaining({ dutyId: 'enforcement-decision-on-request', status: 'met' }),
  );
  const again = await record(matter.id, 'decision-issued', '2026-07-06', { attrs: { number: '2/QĐ-THADS' } }, headers);
  expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replay': 'true' } });
  const other = await record(matter.id, 'decision-issued', '2026-07-07', {}, headers);
  expect(other).toMatchObject({ status: 422, body: { code: 'key_reused' } });
  expect((await eventsOf(matter.id)).map((e: { type: string }) => e.type)).toEqual([
    'judgment-received',
    'request-received',
    'decision-issued',
  ]);
});

test('the same command from two hands at once is one event; both get an answer, or one is asked to wait', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const headers = { 'idempotency-key': `twice-${matter.id}` };
  const answers = await Promise.all(
    [1, 2, 3].map(() => record(matter.id, 'request-received', '2026-07-02', {}, headers)),
  );
  expect(answers.map(a => a.status).filter(s => s === 201).length).toBeGreaterThan(0);
  for (const answer of answers) expect([201, 409]).toContain(answer.status);
  const later = await record(matter.id, 'request-received', '2026-07-02', {}, headers);
  expect(later.status).toBe(201);
  expect(await eventsOf(matter.id)).toHaveLength(2);
});

test('two people record the decision at once: one is taken, the other is told why not', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const both = await Promise.all([
    record(matter.id, 'decision-issued', '2026-07-02', {}, { 'x-officer': 'TST-001' }),
    record(matter.id, 'decision-issued', '2026-07-03', {}, { 'x-officer': 'TST-003' }),
  ]);
  expect(both.map(a => a.status).sort()).toEqual([201, 422]);
  const refused = both.find(a => a.status === 422)!.body;
  expect(refused.vi).not.toBe(refused.en);
  expect(await eventsOf(matter.id)).toHaveLength(2);
});

test('an event before the one it needs, in the future, of an unknown attribute: refused, nothing written', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const early = await record(matter.id, 'completed', '2026-07-05');
  expect(early).toMatchObject({ status: 422, body: { code: 'event_not_allowed' } });
  expect(early.body.vi).toContain('completed');
  expect(await record(matter.id, 'request-received', '2099-01-01')).toMatchObject({
    status: 422,
    body: { code: 'future_event' },
  });
  expect(await record(matter.id, 'request-received', '2026-02-31')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'occurredOn' }] },
  });
  const attrs = { attrs: { nunber: '1', origin: 'nowhere' } };
  expect(await record(matter.id, 'decision-issued', '2026-07-02', attrs)).toMatchObject({
    status: 422,
    body: { code: 'wrong_attribute', errors: [{ field: 'attrs.nunber' }, { field: 'attrs.origin' }] },
  });
  expect(await record(matter.id, 'no-such-event', '2026-07-02')).toMatchObject({ status: 422 });
  expect(await eventsOf(matter.id)).toHaveLength(1);
});

test('after the end nothing more is recorded, but the ending can be taken back', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  await record(matter.id, 'decision-issued', '2026-07-02');
  const ending = { 'idempotency-key': `end-${matter.id}` };
  const end = await record(matter.id, 'completed', '2026-07-10', {}, ending);
  expect(end).toMatchObject({ status: 201, body: { stage: 'ended' } });
  expect((await api.get(`/v1/matters/${matter.id}`)).body.closedOn).toBe('2026-07-10');
  // The answer was lost on its way to the caller's table: asked again, it is the same.
  await api.database.prisma.command.delete({ where: { key: `http:${ending['idempotency-key']}` } });
  expect(await record(matter.id, 'completed', '2026-07-10', {}, ending)).toMatchObject({ status: 201, body: end.body });
  const late = await record(matter.id, 'file-opened', '2026-07-11');
  expect(late).toMatchObject({ status: 422, body: { code: 'matter_closed' } });

  const corrected = await api.post(`/v1/matters/${matter.id}/events/${end.body.eventId}/corrections`, {
    retract: true,
    reason: 'wrong_matter',
  });
  expect(corrected.status).toBe(201);
  const open = (await api.get(`/v1/matters/${matter.id}`)).body;
  expect(open.closedOn).toBeNull();
  expect(open.allowed.map((a: { type: string }) => a.type)).toContain('completed');
  expect(await eventsOf(matter.id)).toMatchObject([
    {},
    {},
    { type: 'completed' },
    { correctsId: end.body.eventId, retracted: true },
  ]);
});

test('a matter whose workflow was lost is started again from the record by the next command', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const handle = api.temporal.client.workflow.getHandle(matterWorkflowId(matter.id));
  await handle.terminate('the server was lost');
  const answer = await record(matter.id, 'request-received', '2026-07-02');
  expect(answer.status).toBe(201);
  expect((await handle.describe()).status.name).toBe('RUNNING');
});

test('what was known on a past day: only what was recorded by then', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  await record(matter.id, 'request-received', '2026-07-02');
  const today = await api.get(`/v1/matters/${matter.id}`);
  expect(today.body.deadlines.length).toBeGreaterThan(0);
  // Everything was written down today, so a month ago nothing was known, whatever the events say of July.
  const before = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const then = await api.get(`/v1/matters/${matter.id}?asOf=${before}`);
  expect(then.body).toMatchObject({ asOf: before, deadlines: [], nextDue: null });
  expect((await api.get(`/v1/matters/${matter.id}/events?asOf=${before}`)).body.items).toEqual([]);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const now = await api.get(`/v1/matters/${matter.id}?asOf=${tomorrow}`);
  expect(now.body.deadlines.map((d: { dutyId: string; due: string }) => [d.dutyId, d.due])).toEqual(
    today.body.deadlines.map((d: { dutyId: string; due: string }) => [d.dutyId, d.due]),
  );
});

test('opening: a number that is taken, an unknown unit and officer, a first event that cannot be first', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  expect(await openCase(api, '2026-07-01', { number: matter.number })).toMatchObject({
    status: 422,
    body: { code: 'number_taken', errors: [{ field: 'number' }] },
  });
  expect(await openCase(api, '2026-07-01', { unit: 'NOWHERE', officer: 'NOBODY' })).toMatchObject({
    status: 422,
    body: { code: 'unknown_code', errors: [{ field: 'unit' }, { field: 'officer' }] },
  });
  const count = () => api.database.prisma.matter.count();
  const before = await count();
  expect(await openCase(api, '2026-07-01', { first: { event: 'completed', occurredOn: '2026-07-01' } })).toMatchObject({
    status: 422,
  });
  expect(await count()).toBe(before);
});

test('a number that two units have must be narrowed', async () => {
  const number = '4711/QĐ-THADS';
  await openCase(api, '2026-07-01', { number });
  await openCase(api, '2026-07-01', { number, unit: 'TST-KV2', officer: 'TST-007' });
  const path = `/v1/matters/${encodeURIComponent(number)}`;
  const ambiguous = await api.get(path);
  expect(ambiguous).toMatchObject({ status: 422, body: { code: 'ambiguous_number' } });
  expect(ambiguous.body.candidates.map((c: { unit: string }) => c.unit).sort()).toEqual(['TST-KV1', 'TST-KV2']);
  expect((await api.get(`${path}?unit=TST-KV2`)).body.officer.code).toBe('TST-007');
  // An officer of one branch neither sees nor touches the other's.
  const stranger = { 'x-officer': 'TST-007' };
  expect(await api.get(`${path}?unit=TST-KV1`, stranger)).toMatchObject({ status: 403, body: { code: 'other_unit' } });
  const lists = await api.get('/v1/matters?limit=200', stranger);
  expect(new Set(lists.body.items.map((m: { unit: { code: string } }) => m.unit.code))).toEqual(new Set(['TST-KV2']));
});

test('a complaint about a case, an assignment, an acknowledgement', async () => {
  const { body: matter } = await openCase(api, '2026-07-01');
  const complaint = await api.post('/v1/matters', {
    kind: 'complaint',
    number: '5/KN',
    unit: 'TST-KV1',
    parent: matter.id,
    details: { level: 1, class: 'c' },
    first: { event: 'complaint-received', occurredOn: '2026-07-06' },
  });
  expect(complaint).toMatchObject({
    status: 201,
    body: { parentId: matter.id, details: { class: 'c', level: 1 }, officer: null },
  });

  const assigned = await api.post(`/v1/matters/${complaint.body.id}/assignment`, { officer: 'TST-002' });
  expect(assigned.status).toBe(201);
  expect((await api.get(`/v1/matters/${complaint.body.id}`)).body.officer.code).toBe('TST-002');
  expect(await api.post(`/v1/matters/${complaint.body.id}/assignment`, { officer: 'NOBODY' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'officer' }] },
  });

  const deadlineKey = complaint.body.deadlines[0].key;
  const path = `/v1/matters/${complaint.body.id}/acknowledgements`;
  expect(await api.post(path, { deadlineKey })).toMatchObject({ status: 422, body: { code: 'officer_needed' } });
  const seen = await api.post(
    path,
    { deadlineKey, promisedOn: toIso(vietnamDay(Date.now()) + 3) },
    { 'x-officer': 'TST-002' },
  );
  expect(seen.status).toBe(201);
  // What the head was told for want of an officer is the new officer's; the steps to levels above are theirs to acknowledge.
  const states = (await api.get(`/v1/matters/${complaint.body.id}`)).body.alerts
    .filter((a: { deadlineKey: string }) => a.deadlineKey === deadlineKey)
    .map(
      (a: { threshold: string; state: string }) =>
        `${a.threshold.startsWith('overdue-') ? 'above' : 'officer'} ${a.state}`,
    );
  expect(new Set(states)).toEqual(new Set(['officer acknowledged', 'above waiting']));
});

test('a complaint about an administrative decision: what stands beside its stage is told with it', async () => {
  const { status, body } = await api.post('/v1/matters', {
    kind: 'administrative_complaint',
    number: '6/KN',
    unit: 'TST-KV1',
    details: { level: 1, remote: true },
    first: { event: 'complaint-received', occurredOn: '2026-07-06' },
  });
  expect({ status, details: body.details }).toEqual({ status: 201, details: { level: 1, remote: true } });
  // To be accepted within 7 working days of the 6th, so by the 15th of July: long past.
  expect(body.marks).toEqual([{ code: 'overdue', name: 'Quá hạn' }]);
  await record(body.id, 'complaint-accepted', '2026-07-15');
  await record(body.id, 'resolution-extended', '2026-08-03');
  const { marks } = (await api.get(`/v1/matters/${body.id}`)).body;
  expect(marks).toContainEqual({ code: 'extended', name: 'Đã kéo dài thời hạn giải quyết' });
});

test('the list: the most urgent first, filters, pages without loss', async () => {
  const seen: { id: string; nextDue: string | null }[] = [];
  let cursor = '';
  do {
    const { body } = await api.get(`/v1/matters?limit=3&closed=false${cursor}`);
    seen.push(...body.items);
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  const open = await api.database.prisma.matter.count({ where: { closedOn: null } });
  expect(seen.length).toBe(open);
  expect(new Set(seen.map(m => m.id)).size).toBe(open);
  const dues = seen.map(m => m.nextDue ?? '9999');
  expect(dues).toEqual([...dues].sort());
  const one = (query: string) => api.get(`/v1/matters?${query}`).then(a => a.body.items);
  expect((await one('kind=complaint')).length).toBe(1);
  expect((await one('officer=TST-007')).length).toBe(1);
  expect((await one('unit=TST&kind=enforcement_case&limit=200')).length).toBeGreaterThan(5);
  for (const m of await one('dueBefore=2026-07-10')) expect(m.nextDue < '2026-07-10').toBe(true);
  expect((await one('overdue=true')).every((m: { overdue: boolean }) => m.overdue)).toBe(true);
});

test('the link of a mail opens a page with limits, their derivation and the timeline, naming no party', async () => {
  const { body: matter } = await openCase(api, '2026-07-08', { details: { origin: 'ex_officio' } });
  await api.database.prisma.party.create({
    data: { matterId: matter.id, side: 'debtor', name: 'Người Phải Thi Hành' },
  });
  const page = await api.app.inject({ url: `/matters/${matter.id}` });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain(`<h1>${matter.number}</h1>`);
  expect(page.body).toContain('Cách tính');
  expect(page.body).toContain('Không tính ngày thứ Tư 08/07/2026');
  expect(page.body).toContain('Nhật ký / Timeline (1)');
  expect(page.body).not.toContain('Người Phải Thi Hành');
  expect((await api.app.inject({ url: '/matters/00000000-0000-4000-8000-00000000dead' })).statusCode).toBe(404);
});
