/** How a step shows itself: `say` prints a line of its own, `work` stays alive on screen until it is done. */
export interface Progress {
  say(vi: string, en: string): void;
  work<T>(vi: string, en: string, job: () => Promise<T>): Promise<T>;
}

const BEAT_MS = 15_000;

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * Progress on a stream. On a terminal a running step shows its time every second on one line;
 * elsewhere (a log file, CI) it prints a line every quarter of a minute.
 */
export function progressOn(out: NodeJS.WriteStream): Progress {
  const live = out.isTTY === true;
  const line = (vi: string, en: string) => `${vi} / ${en}`;
  return {
    say: (vi, en) => void out.write(`• ${line(vi, en)}\n`),
    async work(vi, en, job) {
      const began = Date.now();
      if (live) out.write(`• ${line(vi, en)} …`);
      const beat = setInterval(
        () =>
          out.write(
            live
              ? `\r• ${line(vi, en)} … ${clock(Date.now() - began)} `
              : `  … ${line(vi, en)} ${clock(Date.now() - began)}\n`,
          ),
        live ? 1000 : BEAT_MS,
      );
      try {
        const result = await job();
        out.write(`${live ? '\r' : ''}✓ ${line(vi, en)} (${((Date.now() - began) / 1000).toFixed(1)} s)   \n`);
        return result;
      } catch (error) {
        if (live) out.write('\n');
        throw error;
      } finally {
        clearInterval(beat);
      }
    },
  };
}
