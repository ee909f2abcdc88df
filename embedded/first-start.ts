import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Pool } from 'pg';
import { TASK_QUEUE } from '../activities/contract';
import { loadDemonstration } from '../activities/intake';
import { lawReader } from '../activities/law';
import { type Calendar, instantOf, toIso, vietnamDay } from '../law';
import type { Day } from '../law/model';
import type { PrismaClient } from '../prisma/generated/client';
import type { digest } from '../workflows';

/** 07:30, when the morning digest goes out. */
const DIGEST_MINUTE = 7 * 60 + 30;

export interface FirstStartDeps {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  readonly temporal: () => Promise<Client>;
  readonly dataDir: string;
  readonly tell: (vi: string, en: string) => void;
}

/** The last working day whose morning mail is due by `now` (epoch ms). */
export function latestDigestDay(calendar: Calendar, now: number): Day {
  const today = vietnamDay(now);
  return calendar.isWorking(today) && now >= instantOf(today, DIGEST_MINUTE)
    ? today
    : calendar.subtractWorking(today, 1);
}

/**
 * Once per data folder: the demonstration province into an empty database, and the latest working day's digests, so
 * that the mailbox is not empty until tomorrow morning. Broken off, the next start goes on with it.
 */
export async function firstStart(deps: FirstStartDeps, now: number): Promise<void> {
  const done = join(deps.dataDir, 'first-start');
  if (existsSync(done)) return;
  if (await holdsForeignMatters(deps.pool)) return;
  deps.tell('Đang nạp tỉnh minh họa', 'Loading the demonstration province');
  const { calendar } = await lawReader(deps.pool)(now, null);
  const day = toIso(latestDigestDay(calendar, now));
  await loadDemonstration({ ...deps, heartbeat: () => undefined }, now, async () => {
    await startDigest(await deps.temporal(), day);
    deps.tell(
      `Thư tổng hợp ngày ${day} đang được gửi vào hộp thư`,
      "that day's digests are on their way to the mailbox",
    );
  });
  writeFileSync(done, `${new Date(now).toISOString()}\n`);
}

/** Matters that came neither from the demonstration nor from a start of it that was broken off. */
async function holdsForeignMatters(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ foreign: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM matter) AND NOT EXISTS (SELECT 1 FROM import WHERE recorded_by = 'system') AS foreign`,
  );
  return rows[0]?.foreign === true;
}

async function startDigest(client: Client, day: string): Promise<void> {
  try {
    await client.workflow.start<typeof digest>('digest', {
      workflowId: `digest-first-start-${day}`,
      taskQueue: TASK_QUEUE,
      // Some thousand first wake-ups of matters stand in the same queue.
      priority: { priorityKey: 1 },
      args: [{ day }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
