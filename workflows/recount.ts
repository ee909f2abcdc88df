import { executeChild, log, proxyActivities, sleep } from '@temporalio/workflow';
import type { IsoDate, RecountActivities, StatementSummary } from '../activities/contract';
import { morningMail } from './digest';
import { deliver } from './dispatch';
import { reach } from './effects';
import { scheduledDay } from './for-day';
import type { ForDay } from './messages';
import { recomputeAll } from './recompute-all';
import { slidingWindow } from './sliding-window';
import { isoOf } from './vietnam-day';

const { writeStatement, mattersWithGaps, tellAgain, tellOperators } = proxyActivities<RecountActivities>({
  // A count over every open deadline: seconds, a minute on a busy database. Written once for each day and revision, so it is retried
  // without end; when it cannot be written by 08:00 the program that watches from outside says so.
  startToCloseTimeout: '10 minutes',
  retry: { initialInterval: '5 seconds', maximumInterval: '1 minute' },
});

/** With more matters than that it was a stop of the whole program, and every open one is asked (`recomputeAll` keeps its history short). */
const MOST = 500;
/** Signals under way at a time, as in `recomputeAll`. */
const IN_FLIGHT = 20;
/** A matter computes again within seconds; many of them within minutes. */
const HEALING_MS = 5 * 60_000;

export interface RecountInput extends ForDay {
  /** Between the two counts, ms; five minutes without it. */
  readonly healingMs?: number;
}

export interface RecountResult {
  readonly day: IsoDate;
  readonly due: number;
  /** In the first count, and after healing. */
  readonly found: number;
  readonly unaccounted: number;
}

/**
 * The statement of a morning. What is unaccounted for is named, its matters are asked to compute again, and a second count says what came of it;
 * what is still open then is told to the operators.
 */
export async function recount(input: RecountInput = {}): Promise<RecountResult> {
  const day = input.day ?? isoOf(scheduledDay());
  const first = await writeStatement({ day, revision: 1, now: Date.now(), asked: 0, revived: 0 });
  if (first.unaccounted === 0) return result(first, first);
  const healed = await heal(first);
  await sleep(input.healingMs ?? HEALING_MS);
  const second = await writeStatement({ day, revision: 2, now: Date.now(), ...healed });
  if (second.unaccounted > 0) {
    const { told } = await tellOperators({ statement: second, now: Date.now() });
    if (told) await deliver();
    else log.error('alerts unaccounted for, and no operator to tell', { day, unaccounted: second.unaccounted });
  }
  return result(first, second);
}

const result = (first: StatementSummary, last: StatementSummary): RecountResult => ({
  day: last.day,
  due: last.due,
  found: first.unaccounted,
  unaccounted: last.unaccounted,
});

/** What was never told is computed again, what was told in vain is told again: by a digest of this day for who has had none, else by the next. */
async function heal(gaps: StatementSummary): Promise<{ asked: number; revived: number }> {
  const asked = await askMatters(gaps);
  const { alerts } = await tellAgain({ statement: gaps.statement, now: Date.now() });
  if (alerts > 0) await morningMail(gaps.day);
  return asked;
}

/** Asks the matters of a statement's gaps to compute again; a matter that lost its workflow gets it back. */
async function askMatters({ statement, day }: StatementSummary): Promise<{ asked: number; revived: number }> {
  let [asked, revived] = [0, 0];
  const matters = await mattersWithGaps({ statement, limit: MOST + 1 });
  if (matters.length > MOST) {
    const reason = `recount-${day}`;
    const done = await executeChild(recomputeAll, { workflowId: `recompute-${reason}`, args: [{ reason }] });
    return { asked: done.signalled, revived: done.missing };
  }
  await slidingWindow(matters, IN_FLIGHT, async matterId => {
    const how = await reach({ matterId, signal: 'recompute', args: [] });
    if (how !== 'ended') asked += 1;
    if (how === 'revived') revived += 1;
  });
  return { asked, revived };
}
