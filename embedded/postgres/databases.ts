import { Client } from 'pg';

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the databases that are missing. `url` points at the maintenance database. */
export function ensureDatabases(url: string, names: readonly string[]): Promise<void> {
  return withClient(url, async client => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const existing = new Set(rows.map(row => row.datname));
    for (const name of names.filter(name => !existing.has(name))) await client.query(`CREATE DATABASE "${name}"`);
  });
}

export async function tableExists(url: string, table: string): Promise<boolean> {
  return withClient(url, async client => {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
    return rows[0]?.there === true;
  });
}

/** Names of the migrations that this database has finished. */
export function finishedMigrations(url: string): Promise<Set<string>> {
  return withClient(url, async client => {
    const { rows: there } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
    );
    if (there[0]?.there !== true) return new Set();
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map(row => row.name));
  });
}
