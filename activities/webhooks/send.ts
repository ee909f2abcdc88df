import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { guardedLookup, targetFault, type WebhookPolicy } from './target';

/** How an attempt ended. `error` is a code, never what the receiver said. */
export interface Outcome {
  readonly ok: boolean;
  readonly status: number | null;
  readonly error: string | null;
  /** Seconds after which the receiver wants to be asked again. */
  readonly retryAfter: number | null;
}

/** A receiver that has not answered by then is asked again later. */
export const PATIENCE_MS = 10_000;
/** What a receiver says is of no interest; a stream of it without end is cut. */
const MOST_BYTES = 64 * 1024;

const failed = (error: string): Outcome => ({ ok: false, status: null, error, retryAfter: null });

/** Post a body, once, with no redirect followed. Never throws. */
export async function post(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  policy: WebhookPolicy,
  patienceMs = PATIENCE_MS,
): Promise<Outcome> {
  if (targetFault(target, policy) !== null) return failed('EFORBIDDEN');
  const url = new URL(target);
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: false,
        lookup: guardedLookup(policy),
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'thoihan-webhook/1',
        },
      });
      request.once('response', resolve).once('error', reject).end(body);
    });
    await drained(answer);
    const status = answer.statusCode ?? 0;
    const ok = status >= 200 && status < 300;
    return { ok, status, error: null, retryAfter: ok ? null : secondsOf(answer.headers['retry-after']) };
  } catch (error) {
    if (signal.aborted) return failed('ETIMEDOUT');
    return failed((error as { code?: string }).code ?? (error as Error).name);
  }
}

/** Reads the answer to its end, so that the receiver has certainly sent one. */
function drained(answer: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        answer.destroy();
        resolve();
      }
    });
    answer.once('end', resolve).once('error', reject);
  });
}

const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
