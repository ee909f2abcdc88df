import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import { run } from './run';

const BUILD_LIMIT_MS = 30 * 60_000;

/**
 * Builds one program with the Go toolchain into `target`. Two programs may be called alike, so each is built into a
 * folder of its own. Throws a Problem when Go is missing, too old, or cannot fetch the modules.
 */
export async function goInstall(
  env: NodeJS.ProcessEnv,
  module: string,
  workFolder: string,
  target: string,
): Promise<void> {
  const gobin = join(workFolder, 'gobin');
  mkdirSync(gobin, { recursive: true });
  const goEnv = { ...env, GOBIN: gobin, GOFLAGS: `${env.GOFLAGS ?? ''} -trimpath`.trim() };
  const { code, output, missing } = await run('go', ['install', module], {
    env: goEnv,
    cwd: workFolder,
    limitMs: BUILD_LIMIT_MS,
  });
  if (missing) throw noWay('Máy này không có Go.', 'Go is not installed here.');
  if (code !== 0) {
    const last = output.split('\n').slice(-6).join('\n');
    if (/requires go >=|go\.mod requires|toolchain not available/.test(output))
      throw noWay(`Bản Go trên máy quá cũ: ${last}`, `Go is too old: ${last}`);
    throw noWay(`Go không biên dịch được ${module}.`, `Go could not build ${module}:\n${last}`);
  }
  const name = module.split('@')[0]?.split('/').pop() ?? '';
  renameSync(join(gobin, process.platform === 'win32' ? `${name}.exe` : name), target);
}

function noWay(vi: string, en: string): Problem {
  return new Problem(
    `${vi} Cần một trong các cách: mạng mở tới github.com để tải bản chính thức; cài Go 1.26.4 trở lên (https://go.dev/dl); đặt TEMPORAL_SERVER=/đường/dẫn/temporal-server (cùng temporal-sql-tool bên cạnh); hoặc TEMPORAL_ADDRESS=máy:cổng của cụm Temporal đang chạy.`,
    `${en} One of these is needed: open internet to github.com for the official release; Go 1.26.4 or newer (https://go.dev/dl); TEMPORAL_SERVER=/path/to/temporal-server (with temporal-sql-tool beside it); or TEMPORAL_ADDRESS=host:port of a running Temporal cluster.`,
  );
}
