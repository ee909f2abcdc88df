import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem';
import type { Progress } from '../progress';
import { cacheFolder, fill, isExecutable } from './cache';
import { goInstall } from './go';
import { platformName, unpackRelease } from './release';

export const SERVER_VERSION = '1.31.2';
export const UI_VERSION = '2.50.1';

/** Programs and the Go modules they are built from. */
const SERVER = {
  'temporal-server': `go.temporal.io/server/cmd/server@v${SERVER_VERSION}`,
  'temporal-sql-tool': `go.temporal.io/server/cmd/tools/sql@v${SERVER_VERSION}`,
};
const UI = { 'temporal-ui': `github.com/temporalio/ui-server/v2/cmd/server@v${UI_VERSION}` };

export interface ServerBinaries {
  readonly server: string;
  readonly sqlTool: string;
}

/**
 * The pinned Temporal server and its schema tool: TEMPORAL_SERVER names one; else the user's cache; else the official
 * release with its checksum; else a build by the Go toolchain. Throws a Problem that lists the ways out.
 */
export async function serverBinaries(env: NodeJS.ProcessEnv, progress: Progress): Promise<ServerBinaries> {
  const cached = cacheFolder('temporal-server', SERVER_VERSION);
  const named = env.TEMPORAL_SERVER;
  if (named) {
    if (!isExecutable(named))
      throw new Problem(
        `TEMPORAL_SERVER=${named} không phải chương trình chạy được.`,
        `TEMPORAL_SERVER=${named} is not an executable file.`,
      );
    const beside = join(dirname(named), 'temporal-sql-tool');
    if (isExecutable(beside)) return { server: named, sqlTool: beside };
  }
  await ensurePrograms(
    cached,
    SERVER,
    `temporal_${SERVER_VERSION}`,
    `https://github.com/temporalio/temporal/releases/download/v${SERVER_VERSION}`,
    progress,
  );
  return { server: named ?? join(cached, 'temporal-server'), sqlTool: join(cached, 'temporal-sql-tool') };
}

/** The pinned web page of Temporal, found in the same order (TEMPORAL_UI_SERVER names one). */
export async function uiBinary(env: NodeJS.ProcessEnv, progress: Progress): Promise<string> {
  if (env.TEMPORAL_UI_SERVER) return env.TEMPORAL_UI_SERVER;
  const cached = cacheFolder('temporal-ui', UI_VERSION);
  await ensurePrograms(
    cached,
    UI,
    `ui-server_${UI_VERSION}`,
    `https://github.com/temporalio/ui-server/releases/download/v${UI_VERSION}`,
    progress,
  );
  return join(cached, 'temporal-ui');
}

async function ensurePrograms(
  folder: string,
  programs: Record<string, string>,
  archiveStem: string,
  base: string,
  progress: Progress,
): Promise<void> {
  const names = Object.keys(programs);
  if (names.every(name => isExecutable(join(folder, name)))) return;
  await fill(folder, async empty => {
    const archive = `${archiveStem}_${platformName()}.tar.gz`;
    try {
      await progress.work(`Tải ${archive}`, `Downloading ${archive}`, async () => {
        await unpackRelease({ base, archive }, empty);
        keepOnly(empty, names);
      });
      return;
    } catch (error) {
      const why =
        error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
      progress.say(
        `Không tải được bản chính thức (${why}); biên dịch từ mã nguồn, lần đầu mất vài phút`,
        'No official release reachable; building from source, which takes minutes the first time',
      );
    }
    for (const [name, module] of Object.entries(programs)) {
      await progress.work(`Đang biên dịch ${name}`, `still building ${name}`, () =>
        goInstall(module, empty, join(empty, name)),
      );
    }
    keepOnly(empty, names);
  });
}

/** Leaves the wanted programs and nothing else; the web page's program is called `ui-server` in its archive. */
function keepOnly(folder: string, names: readonly string[]): void {
  const packed = join(folder, 'ui-server');
  if (names.includes('temporal-ui') && existsSync(packed)) renameSync(packed, join(folder, 'temporal-ui'));
  for (const name of names) if (!isExecutable(join(folder, name))) throw new Error(`the archive holds no ${name}`);
  for (const entry of readdirSync(folder))
    if (!names.includes(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
}
