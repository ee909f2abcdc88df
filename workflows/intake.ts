import { continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { IntakeActivities } from '../activities/contract';
import { type IntakeProgress, progress } from './messages';
import { slidingWindow } from './sliding-window';

const { readRegister } = proxyActivities<Pick<IntakeActivities, 'readRegister'>>({
  // 200 MB of spreadsheet take minutes. A worker killed in the middle is noticed by its heartbeat.
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30 seconds',
  // A file that can't be read stays so; its activity says that as non-retryable. Everything else is an outage and is waited out.
  retry: { maximumInterval: '30 seconds' },
});
const { writePage, startPage, finishImport } = proxyActivities<
  Pick<IntakeActivities, 'writePage' | 'startPage' | 'finishImport'>
>({
  // A page takes a second or two, much longer on a machine that is starting up. By its heartbeat, an import goes on 20 s after its
  // worker was killed.
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { maximumInterval: '30 seconds' },
});

/** Pages worked on at a time: enough to keep two cores and the database busy, few enough to leave room for people. */
const PAGES_IN_FLIGHT = 4;
/** About 14 events a page, so that a history stays under the 4,096 at which continue-as-new is suggested. */
const PAGES_PER_RUN = 200;

export interface IntakeInput {
  readonly importId: string;
  /** How far earlier runs got; for continue-as-new only. */
  readonly soFar?: IntakeProgress;
}

/** Imports one uploaded register. Killed at any moment and started again, it ends with the same rows: every step may be repeated. */
export async function intake({ importId, soFar }: IntakeInput): Promise<IntakeProgress> {
  let done: IntakeProgress = soFar ?? {
    phase: 'reading',
    rows: 0,
    pages: 0,
    pagesDone: 0,
    written: 0,
    open: 0,
    started: 0,
  };
  setHandler(progress, () => done);

  if (done.phase === 'reading') {
    const plan = await readRegister({ importId, now: Date.now() });
    done = { ...done, phase: 'writing', rows: plan.rows, pages: plan.pages };
  }

  const from = done.pagesDone;
  const upTo = Math.min(done.pages, from + PAGES_PER_RUN);
  const pages = Array.from({ length: upTo - from }, (_, i) => from + i);
  await slidingWindow(pages, PAGES_IN_FLIGHT, async page => {
    const { written, open } = await writePage({ importId, page, now: Date.now() });
    const { started } = await startPage({ importId, page, now: Date.now() });
    done = {
      ...done,
      pagesDone: done.pagesDone + 1,
      written: done.written + written,
      open: done.open + open,
      started: done.started + started,
    };
  });
  if (upTo < done.pages) return continueAsNew<typeof intake>({ importId, soFar: done });

  done = { ...done, phase: 'finishing' };
  await finishImport({ importId, now: Date.now() });
  done = { ...done, phase: 'done' };
  return done;
}
