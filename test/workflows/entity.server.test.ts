import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { CommandAnswer, MatterState } from '../../activities/contract';
import { matterStart } from '../../activities/matter-start';
import { toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { eventsByKind, replayed } from '../support/histories';
import { deadlinesOf, eventsOf, type Matter, newCase, type Office, openOffice, startMatter } from '../support/matters';
import { realServer, type TestServer } from '../support/temporal';

const day = (back = 0) => toIso(vietnamDay(Date.now()) - back);

/** Until the condition holds; the test's own limit ends it otherwise. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 50));
}

const codeOf = (error: unknown): string | null | undefined =>
  error instanceof WorkflowUpdateFailedError ? (error.cause as ApplicationFailure).type : String(error);

describe('a matter on the real server', () => {
  let server: TestServer;
  let office: Office;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    server = await realServer();
    office = await openOffice({ server });
    stop = await server.serve(office.activities);
  }, 90_000);
  afterAll(async () => {
    await stop?.();
    await server?.close();
    await office?.close();
  });

  const length = async (matter: Matter) => (await eventsByKind(matter.handle)).total;

  test('a refused command is told why in both languages, and leaves no history', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    await matter.record('request-received', day(2));
    const before = await length(matter);
    const refusals: string[] = [];
    for (const [event, on] of [
      ['completed', day()],
      ['request-received', '2026-02-31'],
      ['request-received', day(-1)],
    ] as const) {
      const error = await matter.record(event, on).catch(failed => failed);
      refusals.push(String(codeOf(error)));
      expect(error.cause.details[0]).toMatchObject({
        code: codeOf(error),
        vi: expect.any(String),
        en: expect.any(String),
      });
    }
    expect(refusals).toEqual(['event_not_allowed', 'bad_date', 'future_event']);
    expect(await length(matter)).toBe(before);
    expect(await eventsOf(office, matter.id)).toHaveLength(1);
  });

  test('what only the law can refuse is refused by the record, with its own reason', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    await matter.record('request-received', day(2));
    // Two commands at once: while the first is recorded, only the record knows what may follow it.
    const first = matter.record('decision-issued', day(1));
    const [one, two] = await Promise.allSettled([first, matter.record('decision-issued', day(1))]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await eventsOf(office, matter.id)).map(event => event.type)).toEqual([
      'request-received',
      'decision-issued',
    ]);
  });

  test('the same command twice is one event and one answer, at once and later', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    const commandId = randomUUID();
    const say = () => matter.record('request-received', day(2), { commandId });
    const [first, second] = await Promise.all([say(), say()]);
    await matter.record('judgment-received', day(2));
    const third = await say();
    // By another update id Temporal can't know that it is the same; the record does.
    const command = {
      type: 'recordEvent',
      commandId,
      event: 'request-received',
      occurredOn: day(2),
      by: OFFICE.enforcer1,
    };
    const fourth = await matter.handle.executeUpdate('recordEvent', { args: [command] });
    for (const answer of [second, third, fourth]) expect(answer).toEqual(first);
    expect((await eventsOf(office, matter.id)).map(event => event.commandId)).toHaveLength(2);
  });

  test('two people at once are served one after the other', async () => {
    const matter = await startMatter(server, await newCase(office, day(5)));
    await matter.record('request-received', day(4));
    await matter.record('decision-issued', day(3));
    const answers = await Promise.all([
      matter.record('notification-sent', day(2)),
      matter.record('sent-to-procuracy', day(2)),
      matter.record('enforcer-assigned', day(3)),
    ]);
    expect(answers.map(answer => answer.seq).sort()).toEqual([3, 4, 5]);
    expect((await eventsOf(office, matter.id)).map(event => event.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a full history is continued as new: state, answers and clocks go along', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    const commandId = randomUUID();
    const first = await matter.record('request-received', day(2), { commandId });
    const { runId } = await matter.handle.describe();

    // Repeats of what is known write nothing. 4 MiB are what the server calls full, so they are made big.
    const known = { type: 'recordEvent', commandId, event: 'request-received', occurredOn: day(2), by: 'system' };
    // Each is answered for before the next comes: a task that brought ten of them at once would be more than a gRPC message may hold.
    const bigSignal = async () => {
      await matter.handle.signal('tell', { ...known, attrs: { filling: '.'.repeat(400_000) } });
      await matter.handle.query('pending');
    };
    for (let sent = 0; sent < 14; sent += 1) await bigSignal();
    await until(async () => (await matter.handle.describe()).runId !== runId);

    expect(await matter.handle.query('state')).toEqual(await office.activities.loadState({ matterId: matter.id }));
    expect(await matter.handle.query('pending')).toMatchObject({ remembered: 1, commands: [] });
    // In the new run Temporal knows nothing of the update id; the matter itself remembers the command.
    expect(await matter.record('request-received', day(2), { commandId })).toEqual(first);
    await matter.record('judgment-received', day(2));
    expect((await eventsOf(office, matter.id)).map(event => event.type)).toEqual([
      'request-received',
      'judgment-received',
    ]);
    await replayed(matter.handle, 'continued-as-new');
  }, 90_000);

  test('recomputation reaches every open matter, and gives those without a workflow one', async () => {
    const running = await startMatter(server, await newCase(office, day(3)));
    await running.record('judgment-received', day(2));
    await running.record('request-received', day(2));
    const orphan = await newCase(office, day(3));
    // As if the calendar had changed after the projection was written.
    await office.database.pool.query(`UPDATE deadline SET calendar_version = 'old' WHERE matter_id = $1`, [running.id]);

    const result = await server.client.workflow.execute('recomputeAll', {
      workflowId: 'recompute-all',
      taskQueue: 'thoihan',
      args: [{ reason: 'test' }],
    });
    expect(result).toMatchObject({ missing: 1 });
    const versions = () =>
      office.database.pool.query(
        `SELECT 1 FROM deadline WHERE matter_id = $1 AND calendar_version = 'old' AND current`,
        [running.id],
      );
    await until(async () => (await versions()).rowCount === 0);
    const revived = await server.client.workflow.getHandle(`matter-${orphan.matterId}`).describe();
    expect(revived.status.name).toBe('RUNNING');
  });

  test('lists can be asked by what a matter is, whose it is, and when it is next due', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    await matter.record('judgment-received', day(2));
    await matter.record('request-received', day(2));
    const { nextDue, unit, officer, stage } = (await matter.handle.query('state')) as MatterState;
    const query = [
      `WorkflowId = 'matter-${matter.id}'`,
      `ThKind = 'enforcement_case'`,
      `ThUnit = '${unit}'`,
      `ThOfficer = '${officer}'`,
      `ThStage = '${stage}'`,
      `ThNextDue = '${nextDue}T00:00:00+07:00'`,
    ].join(' AND ');
    await until(async () => (await server.client.workflow.count(query)).count === 1);
  });

  test('a matter that has ended takes a correction, and lives on when that undoes its end', async () => {
    const state = await newCase(office, day(5));
    const matter = await startMatter(server, state);
    await matter.record('request-received', day(4));
    const ended = await matter.record('request-refused', day(3));
    expect(await matter.handle.result()).toMatchObject({ closed: true });

    const command = {
      type: 'correctEvent',
      commandId: randomUUID(),
      eventId: ended.eventId,
      retract: true,
      reason: 'wrong_matter',
      by: OFFICE.enforcer1,
    };
    const answer = await server.client.workflow.executeUpdateWithStart<never, CommandAnswer, [typeof command]>(
      'correctEvent',
      {
        args: [command],
        updateId: command.commandId,
        startWorkflowOperation: new WithStartWorkflowOperation('enforcementCase', {
          ...matterStart(await office.activities.loadState({ matterId: matter.id })),
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowIdConflictPolicy: 'USE_EXISTING',
        }) as never,
      },
    );
    expect(answer.seq).toBe(3);
    expect(await matter.handle.query('state')).toMatchObject({ closed: false });
    await matter.record('judgment-received', day(4));
    expect((await deadlinesOf(office, matter.id))['enforcement-decision-on-request']?.status).toBe('open');
  });

  test('while the database is away a command waits, and is recorded once when it is back', async () => {
    const matter = await startMatter(server, await newCase(office, day(3)));
    const { name } = office.database;
    await asAdmin(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    const answer = matter.record('request-received', day(2));
    await until(async () =>
      ((await matter.handle.query('pending')) as { commands: { tryAt: number }[] }).commands.some(one => one.tryAt > 0),
    );
    await asAdmin(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    expect(await answer).toMatchObject({ seq: 1 });
    expect(await eventsOf(office, matter.id)).toHaveLength(1);
  }, 90_000);
});

async function asAdmin(sql: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.THOIHAN_TEST_PG });
  await client.connect();
  await client.query(sql);
  await client.end();
}
