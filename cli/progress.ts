import type { SingleBar } from 'cli-progress';
import type { Io } from './io';

/** Shows that something moves. */
export interface Progress {
  /** A new part of the work. `total` 0: it is not known how long it takes. */
  part(name: string, total: number): void;
  at(done: number): void;
  end(): void;
}

/** A bar on a terminal; elsewhere one line for each part, so that logs stay readable. */
export async function progressOn(io: Io): Promise<Progress> {
  return io.tty ? bar() : lines(io);
}

async function bar(): Promise<Progress> {
  const { SingleBar: Bar } = await import('cli-progress');
  let running: SingleBar | undefined;
  let name = '';
  return {
    part(next, total) {
      if (next === name) return running?.setTotal(total || 1);
      running?.stop();
      name = next;
      running = new Bar({
        format: `${next} [{bar}] {percentage} % | {value}/{total}`,
        clearOnComplete: false,
        hideCursor: true,
      });
      running.start(total || 1, 0);
    },
    at: done => running?.update(done),
    end: () => running?.stop(),
  };
}

function lines(io: Io): Progress {
  let name = '';
  return {
    part(next) {
      if (next !== name) io.err(`${next}…`);
      name = next;
    },
    at: () => {},
    end: () => {},
  };
}
