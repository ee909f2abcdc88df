import { run } from '../binaries/run';
import type { Cluster } from '../postgres/cluster';
import { ensureDatabases, tableExists } from '../postgres/databases';
import { Problem } from '../problem';

/** Temporal's two databases, and the schema of each as its tool names it. */
const DATABASES = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const;

/** Creates Temporal's databases and brings their schema to the pinned version. Safe to repeat. */
export async function prepareTemporalDatabases(cluster: Cluster, sqlTool: string): Promise<void> {
  await ensureDatabases(
    cluster.url('postgres'),
    DATABASES.map(database => database.name),
  );
  await Promise.all(
    DATABASES.map(async ({ name, schema }) => {
      if (!(await tableExists(cluster.url(name), 'schema_version')))
        await tool(cluster, sqlTool, name, ['setup-schema', '-v', '0.0']);
      await tool(cluster, sqlTool, name, ['update-schema', '--schema-name', schema]);
    }),
  );
}

async function tool(cluster: Cluster, sqlTool: string, database: string, args: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(cluster.port),
    SQL_USER: cluster.user,
    SQL_PASSWORD: cluster.password,
    SQL_DATABASE: database,
  };
  const { code, output } = await run(sqlTool, args, { env, limitMs: 120_000 });
  if (code === 0) return;
  throw new Problem(
    `Không chuẩn bị được cơ sở dữ liệu ${database} của Temporal:`,
    `temporal-sql-tool ${args.join(' ')} on ${database}:\n${output.split('\n').slice(-6).join('\n')}`,
  );
}
