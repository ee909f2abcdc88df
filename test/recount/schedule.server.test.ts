import { ScheduleOverlapPolicy } from '@temporalio/client';
import { createActivities } from '../../activities';
import { readStatement } from '../../activities/recount/read';
import { createLog } from '../../config/log';
import { ensureSchedules } from '../../worker/schedules';
import { replayed } from '../support/histories';
import { LINK_KEYS } from '../support/link-keys';
import { matterOf } from '../support/matters';
import { OFFICE } from '../support/office';
import { startRelay, type TestRelay } from '../support/relay';
import { realServer, type TestServer } from '../support/temporal';
import { aCase, at, days, decidedOn, type Mornings, openMornings, total } from './mornings';

const DAY = '2026-08-14';

describe('the recount on a real server', () => {
  let server: TestServer;
  let office: Mornings;
  let relay: TestRelay;
  let stop: () => Promise<void>;
  let matterId: string;
  beforeAll(async () => {
    [server, relay] = await Promise.all([realServer(), startRelay()]);
    office = await openMornings(server);
    matterId = await office.open(aCase(decidedOn('2026-08-03'), { importId: null }), at('2026-08-03', '09:00'));
    for (const day of days('2026-08-04', DAY)) await office.morning(day, [matterId]);
    await ensureSchedules(server.client);
    stop = await server.serve(
      createActivities({
        prisma: office.database.prisma,
        pool: office.database.pool,
        temporal: async () => server.client,
        mail: { smtpUrl: relay.url, from: 'Thời Hạn <thoihan@thoihan.test>', operators: 'truc@thoihan.test' },
        log: createLog('fatal', 'test'),
        linkKeys: LINK_KEYS,
        publicUrl: 'http://127.0.0.1:4000',
        uploadsDir: '/nonexistent',
      }),
    );
  }, 120_000);
  afterAll(async () => {
    await stop?.();
    await relay?.close();
    await server?.close();
    await office?.close();
  });

  const read = (day: string) => readStatement(office.database.pool, { day, units: null, mostGaps: 10 });

  test('runs at 07:45 in Vietnam, days off as well', async () => {
    const { info, policies } = await server.client.schedule.getHandle('recount').describe();
    for (const next of info.nextActionTimes) expect(next.toISOString()).toMatch(/T00:45:00\.000Z$/);
    expect(policies).toMatchObject({ catchupWindow: 12 * 3_600_000, overlap: ScheduleOverlapPolicy.BUFFER_ONE });
  });

  test('a gap is named and healed, though the matter had lost its workflow; what cannot be healed is told to the operators', async () => {
    // One alert is gone, the mail of another as well.
    await office.sql(
      `DELETE FROM alert WHERE id = (SELECT a.id FROM alert a JOIN deadline d ON d.id = a.deadline_id
         WHERE d.current AND d.status IN ('open', 'overdue') ORDER BY a.due_at, a.id LIMIT 1)`,
    );
    await office.sql(
      `DELETE FROM outbox WHERE id = (SELECT a.outbox_id FROM alert a JOIN deadline d ON d.id = a.deadline_id
         WHERE d.current AND d.status IN ('open', 'overdue') AND a.outbox_id IS NOT NULL ORDER BY a.due_at DESC, a.id LIMIT 1)`,
    );
    // And one is cancelled and names somebody whose matter it is not: nobody can say who should have it.
    await office.sql(
      `UPDATE alert SET state = 'cancelled', recipient_id = $1 WHERE id = (SELECT a.id FROM alert a JOIN deadline d ON d.id = a.deadline_id
         WHERE d.current AND d.status IN ('open', 'overdue') AND a.outbox_id IS NOT NULL AND a.level = 'officer'
         ORDER BY a.due_at, a.id LIMIT 1)`,
      [OFFICE.enforcer3],
    );
    const handle = await server.client.workflow.start('recount', {
      workflowId: `recount-${DAY}`,
      taskQueue: 'thoihan',
      args: [{ day: DAY, healingMs: 8_000 }],
    });
    const result = await handle.result();
    const statement = (await read(DAY))!;
    expect(result).toMatchObject({ day: DAY, found: statement.found, unaccounted: total(statement).unaccounted });
    expect(statement).toMatchObject({ revision: 2, asked: 1, revived: 1, broken: null });
    const first = await office.sql<{ why: string }>(
      `SELECT DISTINCT g.why FROM alert_statement_gap g JOIN alert_statement s ON s.n = g.statement
       WHERE s.day = $1 AND s.revision = 1 AND g.kind = 'unaccounted' ORDER BY 1`,
      [DAY],
    );
    expect(first.map(row => row.why)).toEqual(expect.arrayContaining(['mail_lost', 'never_told']));
    expect(statement.gaps.map(gap => gap.why)).toEqual(['wrongly_cancelled']);
    const told = relay.accepted.filter(text => text.includes('truc@thoihan.test'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`thoihan statement --on ${DAY}`);
    await matterOf(server, matterId).handle.terminate('the test is over');
    await replayed(handle, 'recount');
  }, 90_000);

  test('a day wanted twice is counted once, and a backfill of a past day changes no other', async () => {
    const backfill = () =>
      server.client.schedule.getHandle('recount').backfill({
        start: new Date('2026-03-09T00:40:00Z'),
        end: new Date('2026-03-09T00:50:00Z'),
        overlap: ScheduleOverlapPolicy.ALLOW_ALL,
      });
    await backfill();
    const first = await written('2026-03-09');
    await backfill();
    await new Promise(resolve => setTimeout(resolve, 2_000));
    const all = await office.sql(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, hash FROM alert_statement WHERE revision = 1 ORDER BY n`,
    );
    expect(all).toEqual([
      { day: DAY, hash: expect.any(String) },
      { day: '2026-03-09', hash: first.hash },
    ]);
  }, 60_000);

  async function written(day: string) {
    for (;;) {
      const statement = await read(day);
      if (statement !== null) return statement;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
});
