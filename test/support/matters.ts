import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { createActivities } from '../../activities';
import type { Activities, CommandAnswer, MatterCommand, MatterState } from '../../activities/contract';
import { matterStart, matterWorkflowType } from '../../activities/matter-start';
import { insertDetails, insertMatters } from '../../activities/matters/insert';
import { createLog } from '../../config/log';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from './database';
import { LINK_KEYS } from './link-keys';
import { recorderOf } from './office';
import type { TestServer } from './temporal';

/** A database with the small province in it, and the real activities on it. */
export interface Office {
  readonly database: TestDatabase;
  readonly activities: Activities;
  close(): Promise<void>;
}

/**
 * @param server where activities find the client that starts and signals workflows; needed by imports and where matters tell each other
 * @param smtpUrl where mails go; without it nobody takes them
 */
export async function openOffice({
  server,
  smtpUrl = 'smtp://127.0.0.1:9',
}: {
  server?: TestServer;
  smtpUrl?: string;
} = {}): Promise<Office> {
  const database = await freshDatabase({ max: 28 });
  await seedOffice(database.prisma);
  const activities = createActivities({
    prisma: database.prisma,
    pool: database.pool,
    temporal: async () => {
      if (!server) throw new Error('this office has no Temporal server');
      return server.client;
    },
    mail: { smtpUrl, from: 'Thời Hạn <thoihan@thoihan.test>' },
    log: createLog('fatal', 'test'),
    linkKeys: LINK_KEYS,
    publicUrl: 'http://127.0.0.1:4000',
    uploadsDir: '/nonexistent',
  });
  return { database, activities, close: () => database.close() };
}

let numbers = 0;

/** A case of the first enforcer, nothing recorded yet. */
export async function newCase(
  office: Office,
  openedOn: string,
  origin: 'on_request' | 'interim' = 'on_request',
): Promise<MatterState> {
  const id = randomUUID();
  numbers += 1;
  const client = await office.database.pool.connect();
  try {
    await insertMatters(client, [
      {
        id,
        kind: 'enforcement_case',
        number: `${numbers}/QĐ-THADS`,
        reporting_year: 2026,
        unit_id: OFFICE.branch1,
        officer_id: OFFICE.enforcer1,
        parent_id: null,
        opened_on: openedOn,
        closed_on: null,
        stage: 'intake',
        law: '2025',
        last_seq: 0,
        next_wake_at: null,
        next_due: null,
        import_id: null,
        created_at: `${openedOn}T00:00:00Z`,
      },
    ]);
    await insertDetails(client, [
      { kind: 'enforcement_case', matter_id: id, origin, amount: '100000000', credit: false },
    ]);
  } finally {
    client.release();
  }
  return office.activities.loadState({ matterId: id });
}

/** A matter's workflow, spoken to as a person does. */
export interface Matter {
  readonly id: string;
  readonly handle: WorkflowHandle;
  send(command: MatterCommand): Promise<CommandAnswer>;
  record(
    event: string,
    occurredOn: string,
    more?: { attrs?: Record<string, string | number | boolean>; commandId?: string; at?: string },
  ): Promise<CommandAnswer>;
}

export function matterOf(server: TestServer, id: string): Matter {
  const handle = server.client.workflow.getHandle(`matter-${id}`);
  const send = (command: MatterCommand) =>
    handle.executeUpdate<CommandAnswer, [MatterCommand]>(command.type, {
      args: [command],
      updateId: command.commandId,
    });
  return {
    id,
    handle,
    send,
    record: (event, occurredOn, { commandId = randomUUID(), ...more } = {}) =>
      send({ type: 'recordEvent', commandId, event, occurredOn, by: recorderOf(event), ...more }),
  };
}

export async function startMatter(server: TestServer, state: MatterState): Promise<Matter> {
  await server.client.workflow.start(matterWorkflowType(state.kind), matterStart(state));
  return matterOf(server, state.matterId);
}

export interface DeadlineNow {
  readonly dutyId: string;
  readonly startedOn: string;
  readonly due: string;
  readonly status: string;
  readonly version: number;
}

/** Deadlines in force of a matter, by duty. */
export async function deadlinesOf(office: Office, matterId: string): Promise<Record<string, DeadlineNow>> {
  const { rows } = await office.database.pool.query<DeadlineNow>(
    `SELECT duty_id AS "dutyId", started_on::text AS "startedOn", due::text, status::text, version FROM deadline WHERE matter_id = $1 AND current`,
    [matterId],
  );
  return Object.fromEntries(rows.map(row => [row.dutyId, row]));
}

/** Events of a matter as they were appended. */
export async function eventsOf(
  office: Office,
  matterId: string,
): Promise<{ seq: number; type: string; commandId: string }[]> {
  const { rows } = await office.database.pool.query(
    `SELECT seq, type, command_id AS "commandId" FROM event WHERE matter_id = $1 ORDER BY seq`,
    [matterId],
  );
  return rows;
}

export interface AlertNow {
  readonly dutyId: string;
  readonly threshold: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly createdAt: number;
}

/** Alerts of a matter in the order they fell due. */
export async function alertsOf(office: Office, matterId: string): Promise<AlertNow[]> {
  const { rows } = await office.database.pool.query<AlertNow>(
    `SELECT d.duty_id AS "dutyId", a.threshold, (extract(epoch FROM a.due_at) * 1000)::float8 AS "dueAt",
       (extract(epoch FROM a.created_at) * 1000)::float8 AS "createdAt"
     FROM alert a JOIN deadline d ON d.id = a.deadline_id WHERE a.matter_id = $1 ORDER BY a.due_at, a.threshold`,
    [matterId],
  );
  return rows;
}
