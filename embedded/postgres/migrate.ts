import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../binaries/run';
import { Problem } from '../problem';
import { ROOT } from '../root';
import { finishedMigrations } from './databases';

const MIGRATIONS = join(ROOT, 'prisma', 'migrations');
const LIMIT_MS = 10 * 60_000;

/** Names of the migrations of this clone that the database has not finished. */
export async function missingMigrations(url: string): Promise<string[]> {
  const finished = await finishedMigrations(url);
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !finished.has(entry.name))
    .map(entry => entry.name)
    .sort();
}

/** Applies missing migrations with Prisma's command line, on the engine that needs no download. */
export async function migrate(url: string): Promise<void> {
  if ((await missingMigrations(url)).length === 0) return;
  const { code, output } = await run(
    process.execPath,
    [join(ROOT, 'node_modules', 'prisma', 'build', 'index.js'), 'migrate', 'deploy'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: url,
        PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, 'prisma', 'engine', 'schema-engine.mjs'),
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
      limitMs: LIMIT_MS,
    },
  );
  if (code === 0) return;
  throw new Problem(
    'Không áp dụng được thay đổi cấu trúc dữ liệu (prisma migrate deploy):',
    `The migrations could not be applied (prisma migrate deploy):\n${output}`,
  );
}
