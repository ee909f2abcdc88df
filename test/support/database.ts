import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../../config/database';

const MIGRATIONS = resolve(__dirname, '../../prisma/migrations');

/** A migrated database of its own, dropped by `close`. */
export interface TestDatabase extends Database {
  readonly url: string;
  readonly name: string;
}

function maintenanceUrl(): string {
  const url = process.env.THOIHAN_TEST_PG;
  if (!url) throw new Error('THOIHAN_TEST_PG must name a PostgreSQL server on which databases may be created');
  return url;
}

async function asMaintainer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const onServer = (database: string): string => {
  const url = new URL(maintenanceUrl());
  url.pathname = `/${database}`;
  return url.href;
};

const migrations = (): string[] =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8'));

/** Name of a migrated template: that of the runner, or one made here, named after the migrations it holds. */
async function template(client: pg.Client): Promise<string> {
  if (process.env.THOIHAN_TEST_TEMPLATE) return process.env.THOIHAN_TEST_TEMPLATE;
  const scripts = migrations();
  const name = `thoihan_template_${createHash('sha256').update(scripts.join('\n')).digest('hex').slice(0, 12)}`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS "${name}_making"`);
      await client.query(`CREATE DATABASE "${name}_making"`);
      const making = new pg.Client({ connectionString: onServer(`${name}_making`) });
      await making.connect();
      for (const script of scripts) await making.query(script);
      await making.end();
      await client.query(`ALTER DATABASE "${name}_making" RENAME TO "${name}"`);
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
  return name;
}

/** Copy the migrated template: an empty database with every table and invariant, for one test file. */
export async function freshDatabase({ max = 8 }: { max?: number } = {}): Promise<TestDatabase> {
  const name = `thoihan_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asMaintainer(async client => {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${await template(client)}"`);
  });
  const url = onServer(name);
  const database = openDatabase(url, { max });
  return {
    ...database,
    url,
    name,
    async close() {
      await database.close();
      await asMaintainer(client => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}
export { OFFICE, seedOffice } from './office';
