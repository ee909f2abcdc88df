import type { Pool } from 'pg';
import type { LinkKeys } from '../../config/link-keys';
import type { MailActivities } from '../contract';
import { askAboutDoubts, claimMails, holdBack, markAbandoned, settle } from './claims';
import { signLinks } from './links';
import type { ClaimedMail, Relay } from './relay';

/** As many as the relay's connections take twice over: with a slow relay, the claims of a batch do not wait long. */
const BATCH = 6;
/** With a quick one, a batch grows to this, so that the database is asked seldom. */
const LARGEST_BATCH = 96;
const QUICK_MS = 2_000;
const PULSE_MS = 5_000;
const REVIEW_MS = 5_000;

export interface Dispatcher {
  readonly pool: Pool;
  readonly relay: Relay;
  readonly linkKeys: LinkKeys;
  /** Mails in one minute of the clock, by all workers together; absent: as many as there are. */
  readonly perMinute?: number | undefined;
  /** Looks over what waits before it is taken, every few seconds of a run; `now` is epoch ms. */
  readonly review?: (now: number) => Promise<unknown>;
  /** Milliseconds since some fixed moment, from a clock that never jumps. */
  readonly elapsed: () => number;
  /** Told every few seconds that work goes on. */
  readonly heartbeat: (progress: DispatchCounts) => void;
}

type DispatchCounts = Awaited<ReturnType<MailActivities['dispatchMail']>>;

/**
 * Hand over everything that is ready, a batch at a time, until nothing is or the relay does not answer. Safe to run twice at
 * once and to repeat: each mail is claimed by one run. `now` (epoch ms) is when the run began; its later instants are counted
 * from there.
 */
export async function dispatch(
  { pool, relay, linkKeys, perMinute, review, elapsed, heartbeat }: Dispatcher,
  now: number,
): Promise<DispatchCounts> {
  const started = elapsed();
  const clock = () => now + Math.round(elapsed() - started);
  const counts = { accepted: 0, deferred: 0, bounced: 0, unknown: await markAbandoned(pool, now) };
  const pulse = setInterval(() => heartbeat(counts), PULSE_MS);
  let size = BATCH;
  let reviewed = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      const began = elapsed();
      if (review !== undefined && began - reviewed >= REVIEW_MS) {
        await review(clock());
        reviewed = began;
      }
      await holdBack(pool);
      const mails = await claimMails(pool, clock(), size, perMinute);
      const attempts = await Promise.all(
        mails.map(async mail => {
          const attempt = await relay.send(signed(mail, linkKeys));
          counts[await settle(pool, mail, attempt, clock())] += 1;
          return attempt;
        }),
      );
      heartbeat(counts);
      if (mails.length === 0 || attempts.some(attempt => attempt.relayDown)) {
        await askAboutDoubts(pool, clock());
        return counts;
      }
      size = elapsed() - began < QUICK_MS ? Math.min(size * 2, LARGEST_BATCH) : BATCH;
    }
  } finally {
    clearInterval(pulse);
  }
}

/** The mail with its links signed for the one who reads it; without a reader they stay bare, and open nothing. */
function signed(mail: ClaimedMail, keys: LinkKeys): ClaimedMail {
  const { recipientId, text, html } = mail;
  if (recipientId === null) return mail;
  const sign = (given: string) => signLinks(keys, given, recipientId);
  return { ...mail, text: sign(text), html: html === null ? null : sign(html) };
}
