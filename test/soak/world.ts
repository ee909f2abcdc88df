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
  /** As the worker has them, failing ones among them: what stands in for schedules, which that server has not. */
  readonly activities: Activities;
  readonly chance: Chance;
  readonly failures: Failures;
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  today(): Promise<number>;
  /** Lets time run to a moment of a day (minutes after midnight, +07:00), with all that wakes before it. */
  until(day: number, minute: number): Promise<number>;
  close(): Promise<void>;
}

/** One in so many calls fails, before anything was done or after all of it was. */
const FAILING = {
  wakeUp: 40,
  recompute: 10,
  applyCommand: 40,
  composeDigests: 5,
  dispatchMail: 10,
  writeStatement: 5,
} as const;
type Failing = keyof typeof FAILING;

/** How many calls of each failed. */
export type Failures = Record<Failing, { before: number; after: number }>;

const none = (): Failures =>
  Object.fromEntries(Object.keys(FAILING).map(name => [name, { before: 0, after: 0 }])) as Failures;

/**
 * Activities of which some calls fail as an outage makes them fail: before anything was done, or after it was done and before anybody
 * heard of it. Temporal tries again.
 */
function faulty(activities: Activities, chance: Chance, failures: Failures): Activities {
  const trying =
    (name: Failing, work: (input: never) => Promise<unknown>) =>
    async (input: never): Promise<unknown> => {
      if (chance.oneIn(FAILING[name])) {
        failures[name].before += 1;
        throw outage('the database went away');
      }
      const result = await work(input);
      if (chance.oneIn(FAILING[name])) {
        failures[name].after += 1;
        throw outage('the answer was lost');
      }
      return result;
    };
  const names = Object.keys(FAILING) as Failing[];
  return { ...activities, ...Object.fromEntries(names.map(name => [name, trying(name, activities[name])])) };
}

const OUTAGE = 'Outage';
// The pause before a local activity is tried again runs in the worker, where no time can be skipped.
const outage = (message: string) =>
  ApplicationFailure.create({ message, type: OUTAGE, nonRetryable: false, nextRetryDelay: '5 milliseconds' });

/** Calls again what an outage broke off, as Temporal does. */
export async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || error.type !== OUTAGE) throw error;
    }
  }
}

/** @param kept matters the worker keeps in memory */
export async function openWorld(seed: number, kept: number): Promise<World> {
  const chance = new Chance(seed);
  const server = await timeSkippingServer();
  const relay = await startRelay();
  const { database, activities, close } = await openOffice({ server, smtpUrl: relay.url });
  await seedLegalOfficer(database.prisma);
  await seedReference(database.prisma, await server.env.currentTimeMs());
  const failures = none();
  const failing = faulty(activities, new Chance(seed), failures);
  const stop = await server.serve(failing, { kept });
  return {
    ...{ database, server, relay, chance, failures, activities: failing },
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
