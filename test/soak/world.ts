import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../../activities/contract';
import { seedReference } from '../../activities/matters';
import { instantOf, vietnamDay } from '../../law';
import type { TestDatabase } from '../support/database';
import { openOffice } from '../support/matters';
import { startRelay, type TestRelay } from '../support/relay';
import { seedLegalOfficer } from '../support/signers';
import { type TimeSkippingServer, timeSkippingServer } from '../support/temporal';
import { Chance } from './chance';

/**
 * Everything a year runs on: a database, the time-skipping server, a relay, a worker whose work fails now and then. The worker itself stays:
 * that server hands what a killed one held to nobody else (kills are tried on the real server, `test/journey`).
 */
export interface World {
  readonly database: TestDatabase;
  readonly server: TimeSkippingServer;
  readonly relay: TestRelay;
  /** As the program has them: what tests call themselves. */
  readonly activities: Activities;
  readonly chance: Chance;
  readonly failures: { before: number; after: number };
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  today(): Promise<number>;
  /** Lets time run to a moment of a day (minutes after midnight, +07:00), with all that wakes before it. */
  until(day: number, minute: number): Promise<number>;
  close(): Promise<void>;
}

/** One in so many calls of a local activity fails, before the transaction or after its commit. */
const FAILING = 40;

/**
 * Activities of which some calls fail as an outage makes them fail: before anything was done, or after it was done and before anybody
 * heard of it. Temporal tries again.
 */
function faulty(activities: Activities, chance: Chance, failures: World['failures']): Partial<Activities> {
  const trying =
    <Input, Result>(work: (input: Input) => Promise<Result>) =>
    async (input: Input): Promise<Result> => {
      if (chance.oneIn(FAILING)) {
        failures.before += 1;
        throw ApplicationFailure.retryable('the database went away', 'Outage');
      }
      const result = await work(input);
      if (chance.oneIn(FAILING)) {
        failures.after += 1;
        throw ApplicationFailure.retryable('the answer was lost', 'Outage');
      }
      return result;
    };
  return {
    ...activities,
    wakeUp: trying(activities.wakeUp),
    recompute: trying(activities.recompute),
    applyCommand: trying(activities.applyCommand),
  };
}

export async function openWorld(seed: number): Promise<World> {
  const chance = new Chance(seed);
  const server = await timeSkippingServer();
  const relay = await startRelay();
  const { database, activities, close } = await openOffice({ server, smtpUrl: relay.url });
  await seedLegalOfficer(database.prisma);
  await seedReference(database.prisma, await server.env.currentTimeMs());
  const failures = { before: 0, after: 0 };
  const stop = await server.serve(faulty(activities, new Chance(seed), failures));
  return {
    ...{ database, server, relay, activities, chance, failures },
    sql: async <T extends object>(text: string, values: unknown[] = []) =>
      (await database.pool.query<T>(text, values)).rows,
    today: async () => vietnamDay(await server.env.currentTimeMs()),
    async until(day, minute) {
      const moment = instantOf(day, minute);
      const now = await server.env.currentTimeMs();
      if (moment > now) await server.env.sleep(moment - now);
      return Math.max(moment, now);
    },
    async close() {
      await stop();
      await relay.close();
      await server.close();
      await close();
    },
  };
}
