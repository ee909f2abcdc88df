import type { RecordEvent } from '../../activities/contract';
import { seedReference } from '../../activities/matters';
import { toIso, toTime, vietnamDay, vietnamMinute } from '../../law';
import { aCase, decidedOn } from '../record/workbench';
import { writeNew } from '../recount/cases';
import { type Matter, type Office, openOffice, startMatter } from '../support/matters';
import { OFFICE } from '../support/office';
import { startRelay, type TestRelay } from '../support/relay';
import { realServer, type TestServer } from '../support/temporal';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One matter in a house of its own, so that nobody else's work saves or disturbs it. */
export interface House extends Office {
  readonly server: TestServer;
  readonly relay: TestRelay;
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
}

export async function openHouse(): Promise<House> {
  const server = await realServer();
  const relay = await startRelay();
  const office = await openOffice({ server, smtpUrl: relay.url });
  await seedReference(office.database.prisma, Date.now() - 30 * DAY);
  return {
    ...{ ...office, server, relay },
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await office.database.pool.query<T>(text, values)).rows,
    async close() {
      await relay.close();
      await server.close();
      await office.close();
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
