import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { basename } from 'node:path';
import { type ApiClient, failureOf } from './api-client';
import { EXIT, Failure } from './io';

export interface UploadOptions {
  readonly dryRun: boolean;
  readonly unit: string | undefined;
  readonly commandId: string;
  /** Told after each piece that was handed to the system. */
  readonly onProgress: (sent: number, total: number) => void;
}

/**
 * Sends a file to the server piece by piece, with its length, so that one over the limit is refused before it is sent.
 * @returns the parsed answer
 */
export async function upload<T>(api: ApiClient, file: string, options: UploadOptions): Promise<T> {
  const size = await sizeOf(file);
  const { dryRun, unit, commandId } = options;
  const url = api.address('/v1/imports', { fileName: basename(file), dryRun, unit });
  const headers = {
    ...api.identity(),
    'content-type': 'application/octet-stream',
    'content-length': size,
    'idempotency-key': commandId,
  };
  return new Promise<T>((resolve, reject) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const source = createReadStream(file);
    const request = ask(url, { method: 'POST', headers }, answer => {
      const parts: Buffer[] = [];
      answer.on('data', part => parts.push(part));
      answer.once('error', error => reject(api.unreachable(error.name, commandId)));
      answer.once('end', () => {
        source.destroy();
        request.destroy();
        const text = Buffer.concat(parts).toString();
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(JSON.parse(text) as T);
        else reject(failureOf(status, text, commandId));
      });
    });
    let sent = 0;
    request.once('error', error => reject(api.unreachable((error as { code?: string }).code ?? error.name, commandId)));
    source.on('data', part => {
      sent += part.length;
      options.onProgress(sent, size);
    });
    source.once('error', error => {
      request.destroy();
      reject(unreadable(file, error));
    });
    source.pipe(request);
  });
}

async function sizeOf(file: string): Promise<number> {
  try {
    const info = await stat(file);
    if (info.isFile()) return info.size;
  } catch (error) {
    throw unreadable(file, error);
  }
  throw unreadable(file, { code: 'EISDIR' });
}

function unreadable(file: string, error: unknown): Failure {
  const code = (error as { code?: string }).code ?? 'read';
  return new Failure(
    EXIT.refused,
    'unreadable',
    `Không đọc được ${file} (${code}).`,
    `${file} cannot be read (${code}).`,
  );
}
