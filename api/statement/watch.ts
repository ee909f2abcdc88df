/**
 * Whether the statement of the morning is there. Reads the database and nothing else: no Temporal, no worker, no outbox, for it is those
 * that have failed when it is missing.
 */

import type { Pool } from 'pg';
import { type StatementDuty, statementDuty } from '../../activities/recount/read';
import { instantOf, toIso, vietnamDay } from '../../law';

/** The statement is counted at 07:45 and must be there at 08:00 (+07:00). */
const COUNTED_AT = 7 * 60 + 45;
const WANTED_BY = 8 * 60;

export interface StatementState extends StatementDuty {
  readonly missing: boolean;
}

/** The statement that must be there at `now` (epoch ms): from 08:00 on that of today, before that of yesterday. */
export async function statementState(pool: Pool, now: number): Promise<StatementState> {
  const today = vietnamDay(now);
  const day = now >= instantOf(today, WANTED_BY) ? today : today - 1;
  const duty = await statementDuty(pool, toIso(day), new Date(instantOf(day, COUNTED_AT)));
  return { ...duty, missing: duty.wanted && duty.at === null };
}

/** What to do about a missing statement, in both languages. */
export const missingWords = (day: string) => ({
  vi: `Không có bản thống kê nhắc hạn ngày ${day}: có thể Temporal hoặc worker đang dừng. Xem GET /health/ready, thoihan statement; chạy lại: lịch "recount".`,
  en: `There is no statement of alerts of ${day}: Temporal or the worker may have stopped. See GET /health/ready, thoihan statement; to run it again: schedule "recount".`,
});
