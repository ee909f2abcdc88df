import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import type { Progress } from '../progress';
import { cacheFolder, fill, isExecutable } from './cache';
import { platformName, releasesAt, unpackRelease } from './release';
import { run } from './run';

export const TEST_SERVER_VERSION = '1.38.0';
const NAME = 'temporal-test-server';

/** It must `exec`, so that the process we started is the one we end. */
const WRAPPER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx512m -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`;
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${TEST_SERVER_VERSION}</version></dependency></dependencies>
</project>
`;

/**
 * The time-skipping test server: TEMPORAL_TEST_SERVER names one; else the user's cache; else the official release;
 * else its Java archives by Maven. Throws a Problem that lists the ways out.
 */
export async function testServer(env: NodeJS.ProcessEnv, progress: Progress): Promise<string> {
  if (env.TEMPORAL_TEST_SERVER) return env.TEMPORAL_TEST_SERVER;
  const folder = cacheFolder(env, NAME, TEST_SERVER_VERSION);
  const program = join(folder, NAME);
  if (!isExecutable(program)) {
    await fill(folder, async empty => {
      if (!(await fromRelease(env, empty, progress))) await fromMaven(empty, progress);
    });
  }
  warm(folder);
  return program;
}

async function fromRelease(env: NodeJS.ProcessEnv, empty: string, progress: Progress): Promise<boolean> {
  const stem = `temporal-test-server_${TEST_SERVER_VERSION}_${platformName().replace('darwin', 'macOS')}`;
  const base = `${releasesAt(env)}/temporalio/sdk-java/releases/download/v${TEST_SERVER_VERSION}`;
  try {
    await progress.work(`Tải ${stem}`, `Downloading ${stem}`, async () => {
      await unpackRelease({ base, archive: `${stem}.tar.gz` }, empty);
      copyFileSync(join(empty, stem, NAME), join(empty, NAME));
      chmodSync(join(empty, NAME), 0o755);
    });
    return true;
  } catch (error) {
    progress.say(`Không tải được (${error instanceof Error ? error.message : error})`, 'not reachable; trying Maven');
    return false;
  }
}

async function fromMaven(empty: string, progress: Progress): Promise<void> {
  await progress.work('Lấy máy chủ kiểm thử bằng Maven', 'Getting the test server by Maven', async () => {
    mkdirSync(join(empty, 'jars'));
    writeFileSync(join(empty, 'pom.xml'), POM);
    const args = [
      '-q',
      '-B',
      '-f',
      join(empty, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${join(empty, 'jars')}`,
    ];
    const { code, output, missing } = await run('mvn', args, { cwd: empty, limitMs: 5 * 60_000 });
    if (code === 0) return;
    throw new Problem(
      `Không có máy chủ Temporal nhảy thời gian cho kiểm thử: ${missing ? 'máy này không có Maven' : output}. Cài Maven và Java 17, mở mạng tới github.com, hoặc đặt TEMPORAL_TEST_SERVER.`,
      `No time-skipping Temporal test server: ${missing ? 'Maven is not installed here' : output}. Install Maven and Java 17, open the way to github.com, or set TEMPORAL_TEST_SERVER.`,
    );
  });
  writeFileSync(join(empty, NAME), WRAPPER, { mode: 0o755 });
}

/** Reads the archives once: from a cold disk Java would be slower than the five seconds the SDK gives it. */
function warm(folder: string): void {
  const jars = join(folder, 'jars');
  if (!isExecutable(jars)) return;
  for (const jar of readdirSync(jars)) readFileSync(join(jars, jar));
}
