import type { Calendar } from '../law/calendar';
import { instantOf, vietnamDay } from '../law/day';
import type { Day } from '../law/model';

const MORNING = 6 * 60;
const SPREAD_MS = 75 * 60_000;
const DIGEST = 7 * 60 + 30;
/** How long the digests of one morning may take to go out. */
const DIGEST_SPREAD_MS = 45 * 60_000;

/** 06:00 (+07:00) of the day: the instant at which what is counted in days takes effect, early enough for the 07:30 digest. */
export const morningOf = (day: Day): number => instantOf(day, MORNING);

/**
 * When a matter wakes for something that takes effect at `instant`: for a morning, 06:00 plus a share of 75 minutes that belongs
 * to the matter, so that a province's matters do not all wake in the same second; any other instant as it is.
 */
export function wakeFor(instant: number, matterId: string): number {
  const morning = morningOf(vietnamDay(instant));
  return instant === morning ? morning + (hash(matterId) % SPREAD_MS) : instant;
}

/** The working day whose 07:30 digest is the first to tell of what is known from `instant` (epoch ms) on. */
export function digestDayOf(instant: number, calendar: Calendar): Day {
  const day = vietnamDay(instant);
  const first = instant <= instantOf(day, DIGEST) ? day : day + 1;
  return calendar.isWorking(first) ? first : calendar.addWorking(first, 1);
}

/**
 * When a digest is handed over that was written at `now` (epoch ms): at once, or, on a morning with more mails than the relay takes in
 * a quarter of an hour, at the reader's own place within 45 minutes.
 * @param mails how many are to go out this morning
 * @param perMinute what the relay takes; undefined: no limit is known
 */
export function digestSlot(now: number, readerId: string, mails: number, perMinute: number | undefined): number {
  const crowded = perMinute !== undefined && mails > perMinute * 15;
  return crowded ? now + (hash(readerId) % DIGEST_SPREAD_MS) : now;
}

/** FNV-1a, 32 bits: the same on every host and in every release, which a library's hash need not be. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return h;
}
