import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CommandOutcome, CorrectEvent, RecordEvent } from '../../activities/contract';
import {
  createMatterActivities,
  type NewEvent,
  type NewMatter,
  projectionRows,
  type Rules,
  rebuildProjection,
  reportingYearOf,
  rulesReader,
  stampsNow,
  verifyChain,
  writeMatters,
} from '../../activities/matters';
import { DEFAULT_POLICY, EMPTY_OFFICE } from '../../alerts';
import { createLog } from '../../config/log';
import { builtInLaw, instantOf, toDay } from '../../law';
import type { Facts } from '../../law/model';
import { freshDatabase, OFFICE, seedOffice } from '../support/database';
import { recorderOf } from '../support/office';

/** Epoch ms of a Vietnamese date and time. */
export const at = (day: string, time = '09:00'): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return instantOf(toDay(day), hours! * 60 + minutes!);
};

/** The rules of the program, with nobody in office. */
export const rules: Rules = { law: builtInLaw(), policies: [DEFAULT_POLICY], office: EMPTY_OFFICE };

/** The rules as a database has them for a unit. */
export const rulesOf = async (pool: Pool, unitId: string, now: number): Promise<Rules> =>
  rulesReader(pool)(now, { unitId, ...(await stampsNow(pool)) });

let numbers = 0;

/** A case of the first enforcer, on request, taken over from a register; `more` replaces any of it. */
export function aCase(events: readonly NewEvent[], more: Partial<NewMatter> = {}): NewMatter {
  numbers += 1;
  return {
    id: randomUUID(),
    number: `${numbers}/QĐ-THADS`,
    reportingYear: reportingYearOf(events[0]!.occurredOn),
    unitId: OFFICE.branch1,
    unitCode: 'TST-KV1',
    officerId: OFFICE.enforcer1,
    officerCode: 'TST-005',
    parentId: null,
    importId: randomUUID(),
    detail: { kind: 'enforcement_case', origin: 'on_request', amount: '120000000' },
    parties: [{ side: 'debtor', name: 'Nguyễn Văn A', address: null }],
    events,
    recordedBy: 'system',
    ...more,
  };
}

export const on = (day: string, type: string, attrs: Facts = {}): NewEvent => ({ type, occurredOn: toDay(day), attrs });

/** A case whose enforcement decision was issued on a day. */
export const decidedOn = (day: string): NewEvent[] => [on(day, 'request-received'), on(day, 'decision-issued')];

/** A database with the small province, and the activities of matters on it. */
export async function openBench() {
  const database = await freshDatabase({ max: 12 });
  await seedOffice(database.prisma);
  const { pool } = database;
  let asked = 0;
  const activities = createMatterActivities({
    pool,
    temporal: () => {
      asked += 1;
      return Promise.reject(new Error('nothing here speaks to Temporal'));
    },
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'Thời Hạn <thoihan@thoihan.test>' },
    publicUrl: 'http://127.0.0.1:4000',
    log: createLog('silent'),
  });
  let commands = 0;
  const send = (matterId: string, command: CorrectEvent | RecordEvent, now: number): Promise<CommandOutcome> =>
    activities.applyCommand({ matterId, command, now });

  return {
    ...database,
    activities,

    /** Write a new matter as the importer does. */
    async write(matter: NewMatter, now: number): Promise<string> {
      const client = await pool.connect();
      try {
        await writeMatters(client, [projectionRows(matter, await rulesOf(pool, matter.unitId, now), now)]);
        return matter.id;
      } finally {
        client.release();
      }
    },

    /** One wake-up, and whether it asked Temporal for a dispatch of mails that may go at once. */
    async wakeUp(matterId: string, now: number) {
      const before = asked;
      const { state } = await activities.wakeUp({ matterId, now });
      return { state, urgent: asked > before };
    },

    /** Live through wake-ups up to noon of a day, as the workflow does. */
    async liveUntil(matterId: string, end: string): Promise<void> {
      let { nextWake } = await activities.loadState({ matterId });
      while (nextWake !== null && nextWake <= at(end, '12:00')) {
        nextWake = (await activities.wakeUp({ matterId, now: nextWake })).state.nextWake;
      }
    },

    /** An officer is away, ISO days, both included. */
    away: (officer: string, from: string, to: string) =>
      pool.query(
        `INSERT INTO absence (id, officer_id, from_day, to_day, kind) VALUES (gen_random_uuid(), $1, $2, $3, 'leave')`,
        [officer, from, to],
      ),

    /** Record an event at 09:00 of a day (by default the day it occurred), by an officer of the first branch who may. */
    record(matterId: string, event: string, occurredOn: string, attrs: Facts = {}, now = at(occurredOn)) {
      commands += 1;
      const command = {
        type: 'recordEvent',
        commandId: `c-${commands}`,
        event,
        occurredOn,
        attrs,
        by: recorderOf(event),
      } as const;
      return send(matterId, command, now);
    },

    correct(matterId: string, eventId: string, change: Partial<CorrectEvent>, now: number) {
      commands += 1;
      const command = {
        type: 'correctEvent',
        commandId: `c-${commands}`,
        eventId,
        reason: 'typing_error',
        by: OFFICE.enforcer1,
      } as const;
      return send(matterId, { ...command, ...change }, now);
    },

    /** Rows of a query. */
    async rows<T extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
      return (await pool.query<T>(text, values)).rows;
    },

    /** How many rows each table holds: to see that nothing was written. */
    async counts(): Promise<Record<string, number>> {
      const tables = [
        'matter',
        'event',
        'deadline',
        'pause',
        'classification_span',
        'money_movement',
        'alert',
        'outbox',
        'command',
        'audit',
      ];
      const parts = tables.map(table => `SELECT '${table}' AS name, count(*)::int AS n FROM ${table}`);
      const { rows } = await pool.query<{ name: string; n: number }>(parts.join(' UNION ALL '));
      return Object.fromEntries(rows.map(row => [row.name, row.n]));
    },

    brokenAt: (matterId: string) => verifyChain(pool, matterId),
    rebuildDiffers: (matterId: string, now: number) => rebuildProjection(pool, matterId, rules, now),
  };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;
