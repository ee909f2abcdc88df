import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem';
import type { Progress } from '../progress';
import { cacheFolder, fill, isExecutable } from './cache';
import { goInstall } from './go';
import { platformName, releasesAt, unpackRelease } from './release';

export const SERVER_VERSION = '1.31.2';
export const UI_VERSION = '2.50.1';

/** What is fetched together: its programs with the Go modules they are built from, and its official archive. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly programs: Readonly<Record<string, string>>;
  readonly repository: string;
  readonly archive: string;
}

const SERVER: Package = {
  name: 'temporal-server',
  version: SERVER_VERSION,
  programs: {
    'temporal-server': `go.temporal.io/server/cmd/server@v${SERVER_VERSION}`,
    'temporal-sql-tool': `go.temporal.io/server/cmd/tools/sql@v${SERVER_VERSION}`,
  },
  repository: 'temporalio/temporal',
  archive: 'temporal',
};
const UI: Package = {
  name: 'temporal-ui',
  version: UI_VERSION,
  programs: { 'temporal-ui': `github.com/temporalio/ui-server/v2/cmd/server@v${UI_VERSION}` },
  repository: 'temporalio/ui-server',
  archive: 'ui-server',
};

export interface ServerBinaries {
  readonly server: string;
  readonly sqlTool: string;
}

/**
 * The pinned Temporal server and its schema tool: TEMPORAL_SERVER names one; else the user's cache; else the official
 * release with its checksum; else a build by the Go toolchain. Throws a Problem that lists the ways out.
 */
export async function serverBinaries(env: NodeJS.ProcessEnv, progress: Progress): Promise<ServerBinaries> {
  const named = env.TEMPORAL_SERVER;
  if (named) {
    mustRun('TEMPORAL_SERVER', named);
    const beside = join(dirname(named), 'temporal-sql-tool');
    if (isExecutable(beside)) return { server: named, sqlTool: beside };
  }
  const folder = await ensure(env, SERVER, progress);
  return { server: named || join(folder, 'temporal-server'), sqlTool: join(folder, 'temporal-sql-tool') };
}

/** The pinned web page of Temporal, found in the same order (TEMPORAL_UI_SERVER names one). */
export async function uiBinary(env: NodeJS.ProcessEnv, progress: Progress): Promise<string> {
  const named = env.TEMPORAL_UI_SERVER;
  if (named) {
    mustRun('TEMPORAL_UI_SERVER', named);
    return named;
  }
  return join(await ensure(env, UI, progress), 'temporal-ui');
}

function mustRun(variable: string, path: string): void {
  if (isExecutable(path)) return;
  throw new Problem(
    `${variable}=${path} không phải chương trình chạy được.`,
    `${variable}=${path} is not an executable file.`,
  );
}

/** Folder of the package's programs in the cache, fetched or built when it is not there yet. */
async function ensure(env: NodeJS.ProcessEnv, wanted: Package, progress: Progress): Promise<string> {
  const folder = cacheFolder(env, wanted.name, wanted.version);
  const names = Object.keys(wanted.programs);
  if (names.every(name => isExecutable(join(folder, name)))) return folder;
  await fill(folder, async empty => {
    if (await download(env, wanted, empty, progress)) return;
    for (const [name, module] of Object.entries(wanted.programs)) {
      await progress.work(`Đang biên dịch ${name}`, `still building ${name}`, () =>
        goInstall(env, module, empty, join(empty, name)),
      );
    }
    keepOnly(empty, names);
  });
  return folder;
}

async function download(env: NodeJS.ProcessEnv, wanted: Package, folder: string, progress: Progress): Promise<boolean> {
  const { archive: stem, version, repository } = wanted;
  const archive = `${stem}_${version}_${platformName()}.tar.gz`;
  try {
    await progress.work(`Tải ${archive}`, `Downloading ${archive}`, async () => {
      await unpackRelease({ base: `${releasesAt(env)}/${repository}/releases/download/v${version}`, archive }, folder);
      keepOnly(folder, Object.keys(wanted.programs));
    });
    return true;
  } catch (error) {
    progress.say(
      `Không dùng được bản chính thức (${reasonOf(error)}); biên dịch từ mã nguồn, lần đầu mất vài phút`,
      'The official release cannot be used; building from source, which takes minutes the first time',
    );
    return false;
  }
}

/** What went wrong, from the depth of the error: `fetch failed` alone tells nobody anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Leaves the wanted programs and nothing else; the web page's program is called `ui-server` in its archive. */
function keepOnly(folder: string, names: readonly string[]): void {
  const packed = join(folder, 'ui-server');
  if (names.includes('temporal-ui') && existsSync(packed)) renameSync(packed, join(folder, 'temporal-ui'));
  for (const name of names) if (!isExecutable(join(folder, name))) throw new Error(`the archive holds no ${name}`);
  for (const entry of readdirSync(folder))
    if (!names.includes(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
}
