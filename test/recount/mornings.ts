import { seedReference } from '../../activities/matters';
import { type Fates, readStatement, type Statement } from '../../activities/recount/read';
import { toDay, toIso } from '../../law';
import { type Office, openOffice } from '../support/matters';
import type { TestServer } from '../support/temporal';
import { aCase, at, decidedOn, type NewCase, writeNew } from './cases';

export { aCase, at, decidedOn, type NewCase };

/** An office that gets up every morning: wake-ups, digests, mails, statement. */
export interface Mornings extends Office {
  /** A case as it is opened or taken over, with its first wake-up. */
  open(matter: NewCase, now: number): Promise<string>;
  wake(matterIds: readonly string[], now: number): Promise<void>;
  /** The mails of the outbox are taken by the mail server. */
  deliver(now: number): Promise<void>;
  /** 07:20 wake-ups, 07:30 digests, 07:35 mails. */
  morning(day: string, matterIds: readonly string[]): Promise<void>;
  state(day: string, revision?: number, time?: string): Promise<Statement>;
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
}

export async function openMornings(server?: TestServer): Promise<Mornings> {
  const office = await openOffice(server === undefined ? {} : { server });
  const { pool, prisma } = office.database;
  await seedReference(prisma, at('2025-01-02'));
  const sql = async <T extends object>(text: string, values: unknown[] = []) =>
    (await pool.query<T>(text, values)).rows;
  const wake = async (ids: readonly string[], now: number) => {
    for (const matterId of ids) await office.activities.wakeUp({ matterId, now });
  };
  const deliver = async (now: number) => {
    await sql(
      `WITH taken AS (UPDATE outbox SET state = 'accepted', attempts = attempts + 1 WHERE state = 'pending' RETURNING id, attempts)
       INSERT INTO delivery (id, outbox_id, attempt, at, state) SELECT gen_random_uuid(), id, attempts, $1, 'accepted' FROM taken`,
      [new Date(now)],
    );
  };
  return {
    ...office,
    wake,
    deliver,
    sql,
    async open(matter, now) {
      const id = await writeNew(pool, matter, now);
      await wake([id], now);
      return id;
    },
    async morning(day, ids) {
      await wake(ids, at(day, '07:20'));
      await office.activities.composeDigests({ day, now: at(day, '07:30') });
      await deliver(at(day, '07:35'));
    },
    async state(day, revision = 1, time = '07:45') {
      await office.activities.writeStatement({ day, revision, now: at(day, time), asked: 0, revived: 0 });
      return (await readStatement(pool, { day, units: null, mostGaps: 100 }))!;
    },
  };
}

/** All provinces, fresh and earlier, in one. */
export const total = ({ provinces }: Statement): Fates =>
  provinces
    .map(({ fates }) => fates)
    .reduce(
      (sum, one) =>
        Object.fromEntries(
          Object.entries(one).map(([name, n]) => [name, n + (sum[name as keyof Fates] ?? 0)]),
        ) as unknown as Fates,
      {} as Fates,
    );

/** ISO days from one to another, both included. */
export const days = (from: string, to: string): string[] =>
  Array.from({ length: toDay(to) - toDay(from) + 1 }, (_, i) => toIso(toDay(from) + i));
