import type { Pool } from 'pg';

/** Rests between two looks; the host's timer in the program. */
export type Pause = (ms: number) => Promise<unknown>;

const ASLEEP = `SELECT count(*)::int AS n FROM matter WHERE next_wake_at <= $1`;
/** What is due since less than this is no outage, but a matter about to wake. */
const LATE_MS = 60_000;
const LOOK_MS = 1_000;
/** So many looks without one matter fewer: what is left does not wake (its workflow is lost); the morning's statement names it. */
const LOOKS = 10;

/**
 * Wait until the matters that should have woken by `now` (epoch ms) have. On a usual morning that is none: they wake before the digests. After
 * an outage that ended in the day, thousands wake while the digests are due already, and what they tell would miss the mail of the day.
 * @returns how many were given up on
 */
export async function awaitWakeUps(pool: Pool, now: number, pause: Pause): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let idle = 0; ; ) {
    const { n } = (await pool.query<{ n: number }>(ASLEEP, [new Date(now - LATE_MS)])).rows[0]!;
    idle = n < fewest ? 0 : idle + 1;
    fewest = Math.min(fewest, n);
    if (fewest === 0 || idle === LOOKS) return fewest;
    await pause(LOOK_MS);
  }
}
