import { SCHEDULE_IDS } from '../../activities/contract';
import { healthChecks } from '../../api/health/checks';
import { ensureSchedules, schedules } from '../../worker/schedules';
import { startRelay } from '../support/relay';
import { type LivingApi, openApi, openLivingApi } from './support';

test('the schedules asked for are those the worker makes', () => {
  expect(schedules().map(s => s.scheduleId)).toEqual([...SCHEDULE_IDS]);
});

describe('the real checks', () => {
  let living: LivingApi;
  beforeAll(async () => {
    living = await openLivingApi();
  }, 60_000);
  afterAll(() => living.close(), 30_000);

  test('each part that is away is named; when all of it works, 200', async () => {
    const relay = await startRelay();
    const { prisma } = living.database;
    const temporal = async () => living.temporal.client;
    const ready = async (smtpUrl: string) => {
      const api = await openApi({ temporal, checks: healthChecks({ prisma, temporal, smtpUrl }) });
      try {
        const { status, body } = await api.get('/health/ready');
        return { status, missing: body.missing };
      } finally {
        await api.close();
      }
    };
    expect(await ready('smtp://127.0.0.1:9')).toEqual({ status: 503, missing: ['smtp', 'schedules'] });
    await ensureSchedules(living.temporal.client);
    expect(await ready(relay.url)).toEqual({ status: 200, missing: [] });
    await relay.close();
    expect(await ready(relay.url)).toEqual({ status: 503, missing: ['smtp'] });
  }, 30_000);

  test('without database and Temporal all of it is named, within the patience of a probe', async () => {
    const away = () => Promise.reject(new Error('away'));
    const api = await openApi();
    await api.database.prisma.$executeRaw`ALTER TABLE matter RENAME TO gone`;
    const checks = healthChecks({ prisma: api.database.prisma, temporal: away, smtpUrl: 'smtp://127.0.0.1:9' });
    const other = await openApi({ checks });
    const { body } = await other.get('/health/ready');
    expect(body.missing).toEqual(['database', 'temporal', 'worker', 'smtp', 'schedules']);
    // No address and no credentials of anything in what is told.
    expect(JSON.stringify(body)).not.toMatch(/postgres:|password|127\.0\.0\.1/);
    await other.close();
    await api.close();
  }, 30_000);
});
