import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { tooLarge } from '../http/errors';
import { Problem } from '../http/problem';

/** A file that arrived whole, waiting in the uploads folder. */
export interface Upload {
  readonly fileName: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Slack for the boundaries and headings of a multipart body. */
const MULTIPART_SLACK = 16 * 1024;

/**
 * Refuses by `Content-Length` before a byte is read. The rest of the body is left to Node, which discards it, so that the
 * sender sees the answer instead of a broken line.
 */
export function refuseTooLarge(request: FastifyRequest, limit: number): void {
  if (Number(request.headers['content-length'] ?? 0) > limit + MULTIPART_SLACK) throw tooLarge(limit);
}

/**
 * Streams an upload to disk while hashing and counting it; memory use doesn't grow with the file. Raw bodies
 * (`application/octet-stream`, spreadsheet or CSV types; name in `?fileName=`) and one-file multipart forms are taken.
 * @throws Problem 413 over the limit, 422 for a missing name or an empty file; then nothing stays on disk
 */
export async function receive(
  request: FastifyRequest,
  rawName: string | undefined,
  dir: string,
  limit: number,
): Promise<Upload> {
  const { stream, fileName } = await source(request, rawName);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) return done(tooLarge(limit));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, meter, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if ((stream as { truncated?: boolean }).truncated) throw tooLarge(limit);
    if (bytes === 0) throw new Problem(422, 'empty_file', 'Tệp rỗng.', 'The file is empty.');
  } catch (error) {
    await discard(path);
    throw error;
  }
  return { fileName, path, sha256: hash.digest('hex'), bytes };
}

/** Removes an uploaded file that is not needed (any more). */
export const discard = (path: string): Promise<void> => rm(path, { force: true });

async function source(
  request: FastifyRequest,
  rawName: string | undefined,
): Promise<{ stream: Readable; fileName: string }> {
  if (!request.isMultipart()) {
    if (rawName === undefined) {
      throw new Problem(
        422,
        'file_name_missing',
        'Thiếu ?fileName=<tên tệp>; tên tệp được ghi trong nhật ký nhập.',
        '?fileName=<name> is missing; it is kept with the import.',
      );
    }
    return { stream: request.body as Readable, fileName: baseName(rawName) };
  }
  const part = await request.file();
  if (!part) {
    throw new Problem(422, 'file_missing', 'Biểu mẫu không có tệp nào.', 'The form holds no file.');
  }
  return { stream: part.file, fileName: baseName(rawName ?? part.filename) };
}

/** The last part of a path of either kind; a name is shown back, never used as a path. */
const baseName = (name: string): string => name.normalize('NFC').split(/[/\\]/).at(-1)?.slice(0, 200) ?? '';
