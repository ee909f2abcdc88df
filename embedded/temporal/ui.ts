import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSpec } from '../service';

export interface UiOptions {
  readonly dataDir: string;
  readonly program: string;
  readonly port: number;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly logFile: string;
}

/** How to run Temporal's web page, bound to the loopback (its default is every interface). */
export function temporalUi(options: UiOptions): ServiceSpec {
  const folder = join(options.dataDir, 'temporal-ui');
  mkdirSync(join(folder, 'config'), { recursive: true });
  writeFileSync(
    join(folder, 'config', 'development.yaml'),
    [
      `temporalGrpcAddress: ${options.temporalAddress}`,
      'host: 127.0.0.1',
      `port: ${options.port}`,
      'enableUi: true',
      `defaultNamespace: ${options.namespace}`,
      'disableNewsFetch: true',
      'refreshInterval: 0s',
      'cors:',
      '  allowOrigins:',
      `    - http://127.0.0.1:${options.port}`,
      '',
    ].join('\n'),
  );
  return {
    name: 'temporal-ui',
    command: options.program,
    args: ['--root', folder, '--env', 'development', 'start'],
    env: process.env,
    cwd: folder,
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    stopLimitMs: 3_000,
    ready: () => webAnswers(`http://127.0.0.1:${options.port}/`),
    readyLimitMs: 30_000,
  };
}

/** Does this page answer 200? Throws when nothing listens. */
export async function webAnswers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  await answer.arrayBuffer();
  return answer.ok;
}
