import { seedReference } from '../../activities/matters';
import { createRecountActivities } from '../../activities/recount';
import { raiseAlarm, watchStatement } from '../../api/statement/alarm';
import { createLog } from '../../config/log';
import { aCase, at, decidedOn, writeNew } from '../recount/cases';
import { startRelay, type TestRelay } from '../support/relay';
import { openApi, type TestApi } from './support';

const DAY = '2026-08-14';
let now = at(DAY, '07:50');
let api: TestApi;
let relay: TestRelay;
beforeEach(async () => {
  now = at(DAY, '07:50');
  relay = await startRelay();
  api = await openApi({ now: () => now });
  await seedReference(api.database.prisma, at('2025-01-02'));
}, 60_000);
afterEach(async () => {
  await api.close();
  await relay.close();
});

const log = createLog('silent');
const mail = () => ({ smtpUrl: relay.url, from: 'Thời Hạn <thoihan@thoihan.test>', operators: 'truc@thoihan.test' });
const deps = () => ({ pool: api.database.pool, mail: mail(), log, now: () => now });
const write = (day: string, time = '07:45') =>
  createRecountActivities({ pool: api.database.pool, mail: mail(), publicUrl: 'http://127.0.0.1:4000' }).writeStatement(
    {
      ...{ day, revision: 1, now: at(day, time), asked: 0, revived: 0 },
    },
  );
const openCase = () => writeNew(api.database.pool, aCase(decidedOn('2026-08-03')), at('2026-08-03', '09:00'));

test('nothing is missing where there is nothing to count', async () => {
  now = at(DAY, '08:00');
  expect(await api.get('/health/statement')).toMatchObject({
    status: 200,
    body: { ok: true, missing: false, at: null },
  });
  expect(await raiseAlarm(deps())).toBe('quiet');
});

test('from 08:00 on a statement that is not there is missing: endpoint, readiness, metric', async () => {
  await openCase();
  await write('2026-08-13');
  // Before eight, that of yesterday is the one that must be there.
  expect((await api.get('/health/statement')).body).toMatchObject({ day: '2026-08-13', missing: false });
  now = at(DAY, '08:00');
  const { status, body } = await api.get('/health/statement');
  expect([status, body.ok, body.day, body.missing]).toEqual([503, false, DAY, true]);
  const ready = await api.get('/health/ready');
  expect(ready.status).toBe(200);
  expect(ready.body.warnings).toContainEqual(expect.objectContaining({ name: 'statement' }));
  const before = await api.get('/metrics');
  expect(before.headers['content-type']).toContain('text/plain; version=0.0.4');
  expect(before.body).toContain('\nthoihan_statement_missing 1\n');
  expect(before.body).not.toContain('thoihan_statement_due ');
  await write(DAY, '08:02');
  const after = (await api.get('/metrics')).body;
  expect(after).toMatch(/^# TYPE thoihan_statement_missing gauge\nthoihan_statement_missing 0$/m);
  expect(after).toMatch(/^thoihan_statement_due \d+$/m);
});

test('what is unaccounted for keeps the endpoint red', async () => {
  const id = await openCase();
  await api.database.pool.query('DELETE FROM alert WHERE matter_id = $1', [id]);
  await write(DAY);
  now = at(DAY, '08:00');
  const { status, body } = await api.get('/health/statement');
  expect([status, body.missing]).toEqual([503, false]);
  expect(body.unaccounted).toBeGreaterThan(0);
  expect((await api.get('/health/ready')).body.warnings).toContainEqual(
    expect.objectContaining({ name: 'statement', vi: expect.stringContaining('không giải trình được') }),
  );
});

test('the mail about a missing statement goes out once a day, straight to the relay, whoever looks', async () => {
  await openCase();
  expect(await raiseAlarm(deps())).toBe('told'); // yesterday's, before eight
  now = at(DAY, '08:00');
  relay.plan('greylist');
  expect(await raiseAlarm(deps())).toBe('refused');
  const several = await Promise.all([raiseAlarm(deps()), raiseAlarm(deps()), raiseAlarm(deps())]);
  expect(several.filter(one => one === 'told')).toHaveLength(1);
  expect(several.filter(one => one === 'known')).toHaveLength(2);
  now = at(DAY, '17:00');
  expect(await raiseAlarm(deps())).toBe('known');
  const texts = relay.accepted.filter(text => text.includes(`statement of alerts of ${DAY}`) || text.includes(DAY));
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('To: truc@thoihan.test');
  expect(texts[0]).toContain('Auto-Submitted: auto-generated');
  expect((await api.database.pool.query('SELECT count(*)::int AS n FROM outbox')).rows).toEqual([{ n: 0 }]);
  expect(await raiseAlarm({ ...deps(), mail: { ...mail(), operators: undefined } as never })).toBe('known');
});

test('without an address it is only logged; without a database it is told of as well, once', async () => {
  await openCase();
  now = at(DAY, '08:00');
  const { operators: _, ...noOperators } = mail();
  expect(await raiseAlarm({ ...deps(), mail: noOperators })).toBe('nobody');
  await api.database.pool.query('ALTER TABLE alert_statement RENAME TO gone');
  const stop = watchStatement(deps(), 50);
  for (const until = Date.now() + 10_000; relay.accepted.length === 0 && Date.now() < until; ) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await new Promise(resolve => setTimeout(resolve, 300));
  await stop();
  expect(relay.accepted).toHaveLength(1);
  expect(relay.accepted[0]).toContain('database does not answer');
});

test('the statement is for who administers a unit, and shows the gaps of what is below it', async () => {
  const id = await openCase();
  await api.database.pool.query('DELETE FROM alert WHERE matter_id = $1', [id]);
  await write(DAY);
  const all = await api.get(`/v1/statements/${DAY}`);
  expect(all).toMatchObject({ status: 200, body: { day: DAY, revision: 1, intact: true } });
  expect(all.body.gaps.length).toBeGreaterThan(0);
  expect(all.body.provinces.map((one: { province: string }) => one.province)).toContain('TST');
  expect((await api.get('/v1/statements/latest')).body.day).toBe(DAY);
  expect((await api.get('/v1/statements/2026-08-01')).status).toBe(404);
  expect((await api.get('/v1/statements/2026-02-31')).status).toBe(400);
  expect((await api.get(`/v1/statements/${DAY}`, { 'x-officer': 'TST-005' })).status).toBe(403);
  const other = await api.get(`/v1/statements/${DAY}`, { 'x-officer': 'TST-004' });
  expect([other.status, other.body.gaps, other.body.provinces]).toEqual([200, [], []]);
  const head = await api.get(`/v1/statements/${DAY}`, { 'x-officer': 'TST-003' });
  expect(head.body.gaps).toEqual(all.body.gaps);
});
