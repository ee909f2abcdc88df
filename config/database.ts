import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../prisma/generated/client';
import type { Logger } from './log';

/** One pool, seen through Prisma for the model and through `pg` where rows come by the thousand. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Open the database lazily: the first query connects, and fails after 5 s instead of waiting for ever.
 * @param max connections at most; keep it at or above the number of activities that run at once.
 * @param log hears of idle connections that the server ended; the pool replaces them by itself.
 */
export function openDatabase(url: string, { max = 10, log }: { max?: number; log?: Logger } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    application_name: 'thoihan',
  });
  pool.on('error', error => {
    if (log) log.warn({ reason: error.message }, 'database connection lost');
    else process.emitWarning(`database connection lost: ${error.message}`);
  });
  // A connection in use tells its user by failing the query; unheard, its own error event would end the process.
  pool.on('connect', client => {
    client.on('error', () => undefined);
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const DAY_MS = 86_400_000;

/** A law day (days since 1970-01-01, +07:00) as the UTC midnight that Prisma reads and writes for `@db.Date`. */
export const dayToDb = (day: number): Date => new Date(day * DAY_MS);

/** The reverse of `dayToDb`. */
export const dayFromDb = (date: Date): number => Math.floor(date.getTime() / DAY_MS);
