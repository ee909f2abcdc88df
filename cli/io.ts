/** What a command may touch of the world, so that tests can stand in for it. */
export interface Io {
  /** One line (or several) on standard output. */
  out(text: string): void;
  /** One line on standard error. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard error is a terminal, so a progress bar may move. */
  readonly tty: boolean;
  readonly stdin: AsyncIterable<Buffer | string>;
}

export const processIo: Io = {
  out: text => void process.stdout.write(`${text}\n`),
  err: text => void process.stderr.write(`${text}\n`),
  env: process.env,
  tty: Boolean(process.stderr.isTTY),
  stdin: process.stdin,
};

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command ended without doing what was asked, in both languages. */
export class Failure extends Error {
  constructor(
    readonly exit: ExitCode,
    readonly code: string,
    readonly vi: string,
    readonly en: string,
    /** Further lines: fields at fault, candidates. */
    readonly lines: readonly string[] = [],
  ) {
    super(en);
    this.name = 'Failure';
  }
}

/** Prints a failure: text for people, one JSON object with `--json`; always on standard error. */
export function report(io: Io, failure: Failure, json: boolean): void {
  const { code, vi, en, lines } = failure;
  if (json) {
    io.err(JSON.stringify({ error: { code, vi, en, ...(lines.length > 0 ? { lines } : {}) } }));
    return;
  }
  io.err(vi);
  if (en !== vi) io.err(en);
  for (const line of lines) io.err(`  ${line}`);
}
