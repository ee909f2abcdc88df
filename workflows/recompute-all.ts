import { continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { RecomputeActivities } from '../activities/contract';
import { reach } from './effects';
import { type RecomputeProgress, recomputeProgress } from './messages';
import { slidingWindow } from './sliding-window';

/** People and wake-ups go first. */
const LAST = { priorityKey: 5 };

const { openMattersPage } = proxyActivities<RecomputeActivities>({
  // One indexed read.
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
  priority: LAST,
});

const PAGE = 500;
/** Signals under way at a time, so that the matters' recomputations trickle in beside the day's work. */
const IN_FLIGHT = 20;

export interface RecomputeInput {
  /** Why, for the one who finds it in the list: `calendar-2027.2`, `law-2025-v3`. */
  readonly reason: string;
  /** Only matters of this unit and of units below it. */
  readonly unitId?: string;
  /** How far earlier runs got; for continue-as-new only. */
  readonly soFar?: RecomputeProgress;
}

/**
 * The law or the calendar changed: has every open matter run the engine again. A matter without a workflow gets it back, so this
 * also mends what a restored backup left behind.
 */
export async function recomputeAll({ reason, unitId, soFar }: RecomputeInput): Promise<RecomputeProgress> {
  let done: RecomputeProgress = soFar ?? { reason, signalled: 0, missing: 0, after: null };
  setHandler(recomputeProgress, () => done);

  const within = unitId === undefined ? {} : { unitId };
  const page = await openMattersPage({ after: done.after, limit: PAGE, ...within });
  await slidingWindow(page, IN_FLIGHT, async matterId => {
    const how = await reach({ matterId, signal: 'recompute', args: [] }, LAST);
    if (how === 'reached') done = { ...done, signalled: done.signalled + 1 };
    if (how === 'revived') done = { ...done, signalled: done.signalled + 1, missing: done.missing + 1 };
  });
  const last = page.at(-1);
  if (page.length < PAGE || last === undefined) return done;
  // A page is about 1,500 events: one page to a history.
  return continueAsNew<typeof recomputeAll>({ reason, ...within, soFar: { ...done, after: last } });
}
