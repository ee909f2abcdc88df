import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { OFFICE } from '../support/database';
import { openApi, type TestApi } from './support';

let now = Date.parse('2026-08-12T08:00:00+07:00');
let api: TestApi;
beforeAll(async () => {
  api = await openApi({ now: () => now });
});
beforeEach(async () => {
  now = Date.parse('2026-08-12T08:00:00+07:00');
  await api.database.pool.query('DELETE FROM feed');
  await api.database.pool.query('DELETE FROM deadline');
  await api.database.pool.query('DELETE FROM matter');
});
afterAll(() => api.close());

const as = (officer: string) => ({ 'x-officer': officer });
const date = (iso: string) => new Date(`${iso}T00:00:00Z`);

interface Given {
  readonly officerId?: string;
  readonly status?: 'open' | 'overdue' | 'met' | 'void' | 'paused';
  readonly due?: string;
  readonly dueLatest?: string;
  readonly closedOn?: string;
  readonly lapse?: boolean;
  readonly current?: boolean;
  readonly createdAt?: string;
}

async function limit(given: Given = {}): Promise<string> {
  const id = randomUUID();
  const due = given.due ?? '2026-08-20';
  await api.database.prisma.matter.create({
    data: {
      ...{ id, kind: 'enforcement_case', number: `${id.slice(0, 4)}/QĐ-THADS`, reportingYear: 2026, stage: 'decided' },
      ...{ unitId: OFFICE.branch1, officerId: given.officerId ?? OFFICE.enforcer1, law: '2025' },
      openedOn: date('2026-07-01'),
      parties: { create: { side: 'debtor', name: 'Nguyễn Văn Bí Mật' } },
      deadlines: {
        create: {
          ...{ key: `initial-verification#${id}`, dutyId: 'initial-verification', law: '2025', role: 'enforcer' },
          ...{ unitKind: 'days', slip: [], calendarVersion: 't', packVersion: 't', lapse: given.lapse ?? false },
          current: given.current ?? true,
          startedOn: date('2026-08-01'),
          due: date(due),
          dueLatest: date(given.dueLatest ?? due),
          status: given.status ?? 'open',
          closedOn: given.closedOn === undefined ? null : date(given.closedOn),
          createdAt: new Date(given.createdAt ?? '2026-08-03T02:00:00Z'),
        },
      },
    },
  });
  return id;
}

/** Makes the feed of the first enforcer; the path of its secret address. */
async function made(headers: Record<string, string> = as('TST-005')): Promise<string> {
  const answer = await api.post('/v1/officers/TST-005/feed', {}, headers);
  expect(answer.status).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  return new URL(answer.body.url).pathname;
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(component => new ICAL.Event(component));

test('an officer’s limits and nobody else’s, without a log-in and without a party', async () => {
  const [one, two] = [await limit(), await limit({ due: '2026-08-10', status: 'overdue' })];
  await limit({ officerId: OFFICE.enforcer2 });
  await limit({ lapse: true });
  await limit({ current: false });
  const answer = await api.get(await made());
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const events = eventsOf(answer.body);
  expect(events.map(event => event.startDate.toString())).toEqual(['2026-08-20', '2026-08-10']);
  expect(events.map(event => String(event.component.getFirstPropertyValue('url')))).toEqual(
    [one, two].map(id => `http://127.0.0.1:4000/matters/${id}`),
  );
  expect(answer.body).not.toContain('Bí Mật');
  expect(answer.body).not.toContain('Cán bộ TST');
});

test('what is done or void is shown as cancelled for a month', async () => {
  await limit({ status: 'met', due: '2026-08-10', closedOn: '2026-07-13' });
  await limit({ status: 'met', due: '2026-07-20', closedOn: '2026-07-12' });
  await limit({ status: 'void', due: '2026-07-13' });
  await limit({ status: 'void', due: '2026-09-30', createdAt: '2026-05-01T00:00:00Z' });
  await limit({ status: 'void', due: '2026-07-01', createdAt: '2026-05-01T00:00:00Z' });
  const events = eventsOf((await api.get(await made())).body);
  expect(events.map(event => [event.startDate.toString(), event.component.getFirstPropertyValue('status')])).toEqual([
    ['2026-09-30', 'CANCELLED'],
    ['2026-08-10', 'CANCELLED'],
    ['2026-07-13', 'CANCELLED'],
  ]);
});

test('unchanged, it is not sent again; changed, it is, with a new tag and the time of the change', async () => {
  const id = await limit();
  const path = await made();
  const first = await api.get(path);
  const { etag } = first.headers as { etag: string };
  expect(first.headers['last-modified']).toBe('Wed, 12 Aug 2026 01:00:00 GMT');
  now += 3 * 3_600_000;
  for (const headers of [
    { 'if-none-match': `W/"other", ${etag}` },
    { 'if-modified-since': 'Wed, 12 Aug 2026 01:00:00 GMT' },
  ]) {
    const again = await api.get(path, headers as unknown as Record<string, string>);
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
  }
  await api.database.pool.query(`UPDATE deadline SET status = 'overdue' WHERE matter_id = $1`, [id]);
  const changed = await api.get(path, { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.etag).not.toBe(etag);
  expect(changed.headers['last-modified']).toBe('Wed, 12 Aug 2026 04:00:00 GMT');
  expect((await api.get(path, { 'if-modified-since': 'Wed, 12 Aug 2026 01:00:00 GMT' })).status).toBe(200);
  expect(
    (await api.get(path, { 'if-none-match': '"x"', 'if-modified-since': 'Wed, 12 Aug 2026 04:00:00 GMT' })).status,
  ).toBe(200);
});

test('a new address ends the old one; revoked, there is none; of the secret only a digest is kept', async () => {
  const old = await made();
  const fresh = await made();
  expect(fresh).not.toBe(old);
  expect([(await api.get(old)).status, (await api.get(fresh)).status]).toEqual([404, 200]);
  const kept = JSON.stringify([
    await api.database.prisma.feed.findMany(),
    await api.database.prisma.command.findMany(),
    await api.database.pool.query('SELECT * FROM audit').then(result => result.rows.map(row => row.detail)),
  ]);
  expect(kept).not.toContain(fresh.slice('/feeds/'.length, -'.ics'.length));
  expect((await api.get('/v1/officers/TST-005/feed', as('TST-005'))).body).toMatchObject({
    readAt: expect.any(String),
  });
  expect((await api.post('/v1/officers/TST-005/feed/revocation', {}, as('TST-005'))).status).toBe(201);
  expect((await api.get(fresh)).status).toBe(404);
  expect((await api.get('/v1/officers/TST-005/feed', as('TST-005'))).status).toBe(404);
  expect(await api.post('/v1/officers/TST-005/feed/revocation', {}, as('TST-005'))).toMatchObject({
    status: 422,
    body: { code: 'no_feed' },
  });
});

test('the same command again does not tell the secret again', async () => {
  const headers = { ...as('TST-005'), 'idempotency-key': 'feed-made-once' };
  const path = await made(headers);
  expect(await api.post('/v1/officers/TST-005/feed', {}, headers)).toMatchObject({
    status: 422,
    body: { code: 'feed_made' },
  });
  expect((await api.get(path)).status).toBe(200);
});

test.each([
  ['TST-005', 201],
  ['TST-003', 201],
  ['TST-006', 403],
  ['TST-004', 403],
])('made by %s: %i', async (officer, status) => {
  expect((await api.post('/v1/officers/TST-005/feed', {}, as(officer))).status).toBe(status);
});

test('a secret that is none, cut short, or of an officer who has left opens nothing', async () => {
  const path = await made();
  const letter = path.at(10) === 'A' ? 'B' : 'A';
  for (const wrong of [
    `${path.slice(0, 10)}${letter}${path.slice(11)}`,
    path.slice(0, -4),
    '/feeds/x.ics',
    '/feeds/.ics',
  ]) {
    expect((await api.get(wrong)).status).toBe(404);
  }
  const { prisma } = api.database;
  await prisma.officer.update({ where: { id: OFFICE.enforcer1 }, data: { active: false } });
  expect((await api.get(path)).status).toBe(404);
  await prisma.officer.update({ where: { id: OFFICE.enforcer1 }, data: { active: true } });
});
