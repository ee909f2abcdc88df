import { seedCalendar } from '../../activities/calendar';
import { openApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const ask = (body: object) =>
  api.app
    .inject({ method: 'POST', url: '/v1/due', payload: body })
    .then(a => ({ status: a.statusCode, body: a.json() }));

test('due: five working days from 9 July 2026, without an Idempotency-Key', async () => {
  const { status, body } = await ask({ dutyId: 'enforcement-decision-on-request', on: '2026-07-09' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    dutyId: 'enforcement-decision-on-request',
    law: '2025',
    due: '2026-07-16',
    provisional: false,
  });
  expect(body.slip.at(-1).step).toBe('due');
});

test('due: an unknown duty names the nearest, a bad date names its field', async () => {
  const unknown = await ask({ dutyId: 'enforcement-decision-on-reques', on: '2026-07-09' });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown_duty' } });
  expect(unknown.body.vi).toContain('enforcement-decision-on-request');
  const wrong = await ask({ dutyId: 'enforcement-decision-on-request', on: '2026-02-31' });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ field: 'on' }] } });
  expect(wrong.body.errors[0].vi).toContain('Không có ngày này');
});

test('duties and the calendar of a year', async () => {
  const duties = await api.get('/v1/duties?law=2025&kind=complaint');
  expect(duties.body.items.length).toBeGreaterThan(5);
  expect(duties.body.items.every((d: { law: string }) => d.law === '2025')).toBe(true);
  await seedCalendar(api.database.prisma, Date.now());
  const year = await api.get('/v1/calendar/2026');
  expect(year.body).toMatchObject({ year: 2026, provisional: false, lunarNewYear: '2026-02-17' });
  expect(await api.get('/v1/calendar/2090')).toMatchObject({ status: 404, body: { code: 'not_published' } });
});
