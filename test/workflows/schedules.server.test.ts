import { ScheduleOverlapPolicy } from '@temporalio/client';
import { ensureSchedules } from '../../worker/schedules';
import { replayed } from '../support/histories';
import { type Office, openOffice } from '../support/matters';
import { realServer, type TestServer } from '../support/temporal';

const HOUR = 3_600_000;

describe('schedules', () => {
  let server: TestServer;
  let office: Office;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    [server, office] = await Promise.all([realServer(), openOffice()]);
    await ensureSchedules(server.client);
    stop = await server.serve(office.activities);
  }, 90_000);
  afterAll(async () => {
    await stop?.();
    await server?.close();
    await office?.close();
  });

  const described = async (id: string) => server.client.schedule.getHandle(id).describe();

  test('the digest starts at 07:30 in Vietnam, every day', async () => {
    const { info, policies } = await described('digest');
    for (const at of info.nextActionTimes) expect(at.toISOString()).toMatch(/T00:30:00\.000Z$/);
    expect(info.nextActionTimes.length).toBeGreaterThan(1);
    expect(policies).toMatchObject({ catchupWindow: 12 * HOUR, overlap: ScheduleOverlapPolicy.BUFFER_ONE });
  });

  test('the weekly of the leadership starts at 07:30 in Vietnam; a day missed is made up for within the week', async () => {
    const { info, policies } = await described('weekly');
    for (const at of info.nextActionTimes) expect(at.toISOString()).toMatch(/T00:30:00\.000Z$/);
    expect(policies).toMatchObject({ catchupWindow: 4 * 24 * HOUR, overlap: ScheduleOverlapPolicy.BUFFER_ALL });
  });

  test('campaigns are measured at 00:15 in Vietnam; missed days are made up for', async () => {
    const { info, policies } = await described('campaign-progress');
    for (const at of info.nextActionTimes) expect(at.toISOString()).toMatch(/T17:15:00\.000Z$/);
    expect(policies).toMatchObject({ catchupWindow: 60 * 24 * HOUR, overlap: ScheduleOverlapPolicy.BUFFER_ALL });
  });

  test('reports are opened at 00:30 in Vietnam; missed days are made up for', async () => {
    const { info, policies } = await described('report-plans');
    for (const at of info.nextActionTimes) expect(at.toISOString()).toMatch(/T17:30:00\.000Z$/);
    expect(policies).toMatchObject({ catchupWindow: 60 * 24 * HOUR, overlap: ScheduleOverlapPolicy.BUFFER_ALL });
  });

  test('mails are dispatched every minute, one run at a time', async () => {
    const { spec, policies } = await described('dispatch');
    expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
    expect(policies).toMatchObject({ catchupWindow: 60_000, overlap: ScheduleOverlapPolicy.SKIP });
  });

  test('bringing them up to date again leaves a paused one paused', async () => {
    await server.client.schedule.getHandle('digest').pause('the relay is being moved');
    await ensureSchedules(server.client);
    expect((await described('digest')).state).toMatchObject({ paused: true, note: 'the relay is being moved' });
    await server.client.schedule.getHandle('digest').unpause();
  });

  test('a backfilled run speaks for the day it was wanted, not for the day it runs', async () => {
    const backfilled = async (id: string, from: string, to: string) => {
      await server.client.schedule.getHandle(id).backfill({
        start: new Date(from),
        end: new Date(to),
        overlap: ScheduleOverlapPolicy.ALLOW_ALL,
      });
      const workflowId = await oneStarted(server, id);
      const handle = server.client.workflow.getHandle(workflowId);
      const result = await handle.result();
      await replayed(handle, id);
      return result;
    };
    // 00:30 UTC on the 9th is 07:30 on the 9th in Vietnam; 17:15 UTC on the 8th is 00:15 on the 9th, for the day before.
    expect(await backfilled('digest', '2026-03-09T00:00:00Z', '2026-03-09T01:00:00Z')).toMatchObject({
      day: '2026-03-09',
    });
    // A Monday, in an office of which nobody is owed anything yet.
    expect(await backfilled('weekly', '2026-03-09T00:00:00Z', '2026-03-09T01:00:00Z')).toEqual({
      ...{ day: '2026-03-09', mails: 0 },
    });
    expect(await backfilled('campaign-progress', '2026-03-08T17:00:00Z', '2026-03-08T18:00:00Z')).toMatchObject({
      day: '2026-03-08',
    });
  });
});

async function oneStarted(server: TestServer, scheduleId: string): Promise<string> {
  for (;;) {
    const { info } = await server.client.schedule.getHandle(scheduleId).describe();
    const id = info.recentActions.at(-1)?.action.workflow.workflowId;
    if (id) return id;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
