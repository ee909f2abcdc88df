import { randomUUID } from 'node:crypto';
import { EXIT, Failure, type Io } from './io';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface ProblemBody {
  readonly code?: string;
  readonly vi?: string;
  readonly en?: string;
  readonly detail?: string;
  readonly errors?: readonly { field: string; vi: string; en: string }[];
  readonly candidates?: readonly Record<string, unknown>[];
}

const PATIENCE_MS = 30_000;

/** The server as the command line speaks to it. Every refusal becomes a Failure with the server's own texts. */
export class ApiClient {
  private readonly base: string;

  /** @param officer who speaks; without it the officer THOIHAN_OFFICER names, if any */
  constructor(
    io: Io,
    private readonly officer: string | undefined = io.env.THOIHAN_OFFICER,
  ) {
    this.base = (io.env.THOIHAN_URL || `http://127.0.0.1:${io.env.API_PORT || 4000}`).replace(/\/+$/, '');
  }

  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.ask<T>('GET', path, query, {});
  }

  /** All items of a paged list, at most `most`. */
  async all<T>(path: string, query: Query, most: number): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const limit = Math.min(200, most - items.length);
      const page = await this.get<{ items: T[]; next: string | null }>(path, { ...query, limit, cursor });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && items.length < most);
    return items;
  }

  /** A command. The same `commandId` means the same command, so it may be sent again when no answer came. */
  command<T>(path: string, query: Query, body: unknown, commandId: string = randomUUID()): Promise<T> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': commandId };
    return this.ask<T>('POST', path, query, { headers, body: JSON.stringify(body) }, commandId);
  }

  address(path: string, query: Query): URL {
    const url = new URL(`${this.base}${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }

  /** `X-Officer`, when there is one. */
  identity(): Record<string, string> {
    return this.officer ? { 'x-officer': this.officer } : {};
  }

  unreachable(reason: string, commandId?: string): Failure {
    const again = commandId === undefined ? [] : [`--command-id ${commandId}`];
    return new Failure(
      EXIT.unreachable,
      'unreachable',
      `Không liên lạc được với máy chủ ở ${this.base} (${reason}). Hãy chạy "npm start", hoặc đặt THOIHAN_URL cho đúng.`,
      `The server at ${this.base} cannot be reached (${reason}). Run "npm start", or set THOIHAN_URL.`,
      again,
    );
  }

  private async ask<T>(method: string, path: string, query: Query, init: RequestInit, commandId?: string): Promise<T> {
    const answer = await this.reach(method, path, query, init, commandId);
    if (!answer.ok) throw await refusal(answer, commandId);
    return (await answer.json()) as T;
  }

  private async reach(
    method: string,
    path: string,
    query: Query,
    init: RequestInit,
    commandId?: string,
  ): Promise<Response> {
    try {
      return await fetch(this.address(path, query), {
        ...init,
        method,
        headers: { ...init.headers, ...this.identity() },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
      throw this.unreachable(cause, commandId);
    }
  }
}

/** A refusal of the server as a Failure. */
export async function refusal(answer: Response, commandId?: string): Promise<Failure> {
  const text = await answer.text();
  return failureOf(answer.status, text, commandId);
}

/** @param status HTTP status; @param text body of the answer */
export function failureOf(status: number, text: string, commandId?: string): Failure {
  const problem = parse(text);
  const told = problem.vi ?? '';
  const lines = [
    ...(problem.errors ?? []).filter(e => !told.includes(e.vi)).map(e => `${e.field}: ${e.vi} / ${e.en}`),
    ...(problem.code === 'ambiguous_number' ? ['--unit <mã đơn vị> --year <năm báo cáo>'] : []),
    ...(problem.candidates ?? []).map(c => Object.values(c).join('  ')),
    ...(status >= 500 && commandId !== undefined ? [`--command-id ${commandId}`] : []),
  ];
  return new Failure(
    status === 503 || status === 504 ? EXIT.unreachable : EXIT.refused,
    problem.code ?? `http_${status}`,
    problem.vi ?? problem.detail ?? `Máy chủ trả lời ${status}.`,
    problem.en ?? `The server answered ${status}.`,
    lines,
  );
}

function parse(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {}; // not JSON (a proxy in between): the status alone is told
  }
}

/** A matter's number or id as a part of a path. */
export const matterPath = (ref: string): string => `/v1/matters/${encodeURIComponent(ref.normalize('NFC'))}`;
