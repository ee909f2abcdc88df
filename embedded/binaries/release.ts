import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from './run';

/** A machine without open internet must not wait long for the first answer. */
const FIRST_ANSWER_MS = 4_000;
const DOWNLOAD_MS = 10 * 60_000;

export interface Release {
  /** Address of the folder that holds the archive and `checksums.txt`. */
  readonly base: string;
  readonly archive: string;
}

/** Where official releases lie; THOIHAN_RELEASES names a mirror for networks that are closed. */
export const releasesAt = (env: NodeJS.ProcessEnv): string => env.THOIHAN_RELEASES || 'https://github.com';

/** `linux_amd64`, `darwin_arm64`, … as release archives are named. */
export function platformName(): string {
  return `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
}

/** SHA-256 of the archive as published beside it. */
async function checksumOf({ base, archive }: Release): Promise<string> {
  const answer = await fetch(`${base}/checksums.txt`, { signal: AbortSignal.timeout(FIRST_ANSWER_MS) });
  if (!answer.ok) throw new Error(`${base}/checksums.txt: HTTP ${answer.status}`);
  const line = (await answer.text()).split('\n').find(text => text.trim().endsWith(archive));
  const sum = line?.trim().split(/\s+/)[0];
  if (!sum || !/^[0-9a-f]{64}$/.test(sum)) throw new Error(`${base}/checksums.txt does not list ${archive}`);
  return sum;
}

/** Downloads an official archive, checks its sum and unpacks it into `folder`. Throws with the reason when it cannot. */
export async function unpackRelease(release: Release, folder: string): Promise<void> {
  const expected = await checksumOf(release);
  const file = join(folder, release.archive);
  const answer = await fetch(`${release.base}/${release.archive}`, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!answer.ok || !answer.body) throw new Error(`${release.base}/${release.archive}: HTTP ${answer.status}`);
  await pipeline(Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream), createWriteStream(file));
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== expected) throw new Error(`${release.archive}: checksum ${actual}, published ${expected}`);
  const { code, output } = await run('tar', ['-xzf', file, '-C', folder], { limitMs: 120_000 });
  if (code !== 0) throw new Error(`tar: ${output}`);
}
