import type { Io } from '../../cli/io';
import { run } from '../../cli/program';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function thoihan(
  argv: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: text => void out.push(text),
    err: text => void err.push(text),
    env,
    tty: false,
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
  };
  const exit = await run(argv, io);
  return { exit, out: out.join('\n'), err: err.join('\n') };
}
