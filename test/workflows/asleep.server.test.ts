import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { MatterState } from '../../activities/contract';
import { matterWorkflowType, sleepingStart } from '../../activities/matter-start';
import { toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { eventsByKind, replayed } from '../support/histories';
import { eventsOf, type Matter, matterOf, newCase, type Office, openOffice } from '../support/matters';
import { realServer, type TestServer } from '../support/temporal';

const HOUR = 3_600_000;
const day = (back = 0) => toIso(vietnamDay(Date.now()) - back);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 50));
}

describe('a matter that sleeps from its start', () => {
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

  const sleeping = async (wakesIn: number): Promise<Matter> => {
    const state: MatterState = { ...(await newCase(office, day(3))), nextWake: Date.now() + wakesIn };
    await server.client.workflow.start(matterWorkflowType(state.kind), sleepingStart(state, Date.now()));
    return matterOf(server, state.matterId);
  };
  const events = (matter: Matter) => eventsByKind(matter.handle);

  test('costs nothing but its start until its first wake-up, and then wakes', async () => {
    const later = await sleeping(HOUR);
    const soon = await sleeping(4_000);
    await until(async () => (await events(soon)).MARKER_RECORDED !== undefined);
    const { startTime, executionTime } = await soon.handle.describe();
    expect(executionTime!.getTime() - startTime.getTime()).toBeGreaterThan(3_000);
    expect(await events(later)).toEqual({ WORKFLOW_EXECUTION_STARTED: 1, total: 1 });
    // What may be recorded next is the same as before, so the history does not tell it again; the matter still knows it.
    const { events: all } = await soon.handle.fetchHistory();
    const details = all!.find(event => event.markerRecordedEventAttributes)!.markerRecordedEventAttributes!.details!;
    const result = Buffer.from(details.result!.payloads![0]!.data!).toString();
    expect(JSON.parse(result).state).toMatchObject({ matterId: soon.id, closed: false });
    expect(result).not.toContain('request-received');
    expect(await soon.handle.query('state')).toEqual(await office.activities.loadState({ matterId: soon.id }));
    await replayed(soon.handle, 'asleep-until-it-woke');
  });

  test('an update begins it at once, whether it is taken or refused', async () => {
    const taken = await sleeping(HOUR);
    expect(await taken.record('request-received', day(2))).toMatchObject({ seq: 1, refusal: null });
    await replayed(taken.handle, 'asleep-until-an-update');

    const refused = await sleeping(HOUR);
    const error = await refused.record('completed', day()).catch(failed => failed);
    expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
    expect((error.cause as ApplicationFailure).type).toBe('event_not_allowed');
    expect(await refused.record('request-received', day(2))).toMatchObject({ seq: 1 });
    expect(await eventsOf(office, refused.id)).toHaveLength(1);
  });

  test('what another matter tells it is recorded at once, and a recomputation reaches it', async () => {
    const told = await sleeping(HOUR);
    const command = {
      type: 'recordEvent',
      commandId: 'told',
      event: 'request-received',
      occurredOn: day(2),
      by: OFFICE.enforcer1,
    } as const;
    const tell = () => office.activities.signalMatter({ matterId: told.id, signal: 'tell', args: [command] });
    expect(await tell()).toBe('reached');
    await until(async () => (await eventsOf(office, told.id)).length === 1);
    // A signal may arrive twice; the matter knows the command.
    expect(await tell()).toBe('reached');

    const recomputed = await sleeping(HOUR);
    const all = { workflowId: 'recompute-all', taskQueue: 'thoihan', args: [{ reason: 'test' }] };
    await server.client.workflow.execute('recomputeAll', all);
    await until(async () => (await events(recomputed)).MARKER_RECORDED !== undefined);
    expect(await eventsOf(office, told.id)).toHaveLength(1);
  });

  test('a signal brings back a workflow that is gone, and leaves one in peace that has ended in law', async () => {
    const lost = await sleeping(HOUR);
    await lost.handle.terminate();
    const recompute = (matter: Matter) =>
      office.activities.signalMatter({ matterId: matter.id, signal: 'recompute', args: [] });
    expect(await recompute(lost)).toBe('revived');
    await until(async () => (await events(lost)).MARKER_RECORDED !== undefined);

    await lost.record('request-received', day(2));
    await lost.record('request-refused', day(1));
    await lost.handle.result();
    expect(await recompute(lost)).toBe('ended');
  });
});
