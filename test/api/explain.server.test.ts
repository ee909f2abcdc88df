import { toIso, vietnamDay } from '../../law';
import { thoihan } from '../cli/support';
import { type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
let url: string;
beforeAll(async () => {
  api = await openLivingApi();
  url = await api.app.listen({ host: '127.0.0.1', port: 0 });
}, 60_000);
afterAll(() => api.close(), 30_000);

const today = toIso(vietnamDay(Date.now()));

test('asked for a day: over HTTP and on the command line; no day that has not come, no matter of another unit', async () => {
  const { body } = await openCase(api, '2026-07-01');
  await api.post(`/v1/matters/${body.id}/events`, { event: 'request-received', occurredOn: '2026-07-02' });
  const path = `/v1/matters/${body.id}/explain`;
  const { status, body: answer } = await api.get(`${path}?on=${today}`);
  expect(status).toBe(200);
  expect(answer.limits.length).toBeGreaterThan(0);
  expect(await api.get(`${path}?on=2099-01-01`)).toMatchObject({ status: 422, body: { code: 'future_day' } });
  expect(await api.get(path)).toMatchObject({ status: 400 });
  expect(await api.get(`${path}?on=${today}`, { 'x-officer': 'TST-007' })).toMatchObject({ status: 403 });

  const shown = await thoihan(['explain', body.id, '--on', today, '--all'], { env: { THOIHAN_URL: url } });
  expect(shown.exit).toBe(0);
  expect(shown.out).toContain(answer.limits[0].name);
  const json = await thoihan(['explain', body.id, '--on', today, '--json'], { env: { THOIHAN_URL: url } });
  expect(JSON.parse(json.out).limits).toHaveLength(answer.limits.length);
});

test('what reminders were worth: counts over HTTP, a table on the command line', async () => {
  expect(await api.get('/v1/alerts/worth?from=2026-09-02&to=2026-09-01')).toMatchObject({ status: 422 });
  expect(await api.get('/v1/alerts/worth?unit=NONE')).toMatchObject({ status: 422, body: { code: 'unknown_unit' } });
  await api.database.pool.query(`
    WITH mail AS (
      INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, state, next_try_at, created_at)
      SELECT gen_random_uuid(), '<worth@thoihan.test>', 'digest', id, email, '', '', 'accepted', now(), now() FROM officer LIMIT 1
      RETURNING id
    )
    UPDATE alert SET state = 'queued', outbox_id = mail.id FROM mail WHERE state IN ('waiting', 'queued')`);
  const { body } = await api.get('/v1/alerts/worth?unit=TST');
  expect(body.items.length).toBeGreaterThan(0);
  for (const one of body.items) expect(one.acted + one.later + one.tooLate + one.ignored + one.fresh).toBe(one.told);
  const shown = await thoihan(['worth'], { env: { THOIHAN_URL: url } });
  expect(shown.exit).toBe(0);
  expect(shown.out).toContain(body.items[0].threshold);
});
