import { createActivities } from '../../activities';
import type { Activities, RecordEvent } from '../../activities/contract';
import { seedReference } from '../../activities/matters';
import { createLog } from '../../config/log';
import { toIso, toTime, vietnamDay, vietnamMinute } from '../../law';
import { aCase, decidedOn } from '../record/workbench';
import { writeNew } from '../recount/cases';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { type Matter, startMatter } from '../support/matters';
import { startRelay, type TestRelay } from '../support/relay';
import { realServer, type TestServer } from '../support/temporal';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One matter in a house of its own, so that nobody else's work saves or disturbs it. */
export interface House {
  readonly server: TestServer;
  readonly database: TestDatabase;
  readonly relay: TestRelay;
  readonly activities: Activities;
  readonly smtpUrl: string;
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const server = await realServer();
  const database = await freshDatabase({ max: 28 });
  await seedOffice(database.prisma);
  await seedReference(database.prisma, Date.now() - 30 * DAY);
  const relay = await startRelay();
  const activities = createActivities({
    prisma: database.prisma,
    pool: database.pool,
    temporal: async () => server.client,
    mail: { smtpUrl: relay.url, from: 'Thời Hạn <thoihan@thoihan.test>' },
    log: createLog('fatal', 'kill'),
    linkKeys: LINK_KEYS,
    publicUrl: 'http://127.0.0.1:4000',
    uploadsDir: '/nonexistent',
  });
  return {
    ...{ server, database, relay, activities, smtpUrl: relay.url },
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await database.pool.query<T>(text, values)).rows,
    async close() {
      await relay.close();
      await server.close();
      await database.close();
    },
  };
}

/** The command that records a freeze by minutes drawn at an instant: limits of 24 hours, which wait for no office hours. */
export const freeze = (drawn: number): RecordEvent => ({
  ...{ type: 'recordEvent', commandId: 'freeze-minutes', event: 'freeze-minutes-drawn', by: OFFICE.enforcer1 },
  ...{ occurredOn: toIso(vietnamDay(drawn)), at: toTime(vietnamMinute(drawn)) },
});

const decidedLastWeek = () => decidedOn(toIso(vietnamDay(Date.now() - 7 * DAY)));

/** A case decided a week ago, as it stood then: whatever time has brought since is still to be told. */
export const caseOfLastWeek = ({ database }: House): Promise<string> =>
  writeNew(database.pool, aCase(decidedLastWeek(), { importId: null }), Date.now() - 7 * DAY);

/** A case with a freeze of which one mail is due at once: of the 24 hours for the decision less than four are left. */
export function frozenCase({ database }: House): Promise<string> {
  const drawn = Date.now() - 21 * HOUR;
  const occurredOn = vietnamDay(drawn);
  const events = [
    ...decidedLastWeek(),
    { type: 'freeze-minutes-drawn', occurredOn, atMinute: vietnamMinute(drawn) },
    { type: 'sent-to-procuracy', occurredOn },
  ];
  return writeNew(database.pool, aCase(events, { importId: null }), drawn + 10 * MINUTE);
}

/** Its workflow, which wakes at once. */
export async function wakeNow({ server, activities }: House, matterId: string): Promise<Matter> {
  const state = await activities.loadState({ matterId });
  return startMatter(server, { ...state, nextWake: Date.now() });
}
