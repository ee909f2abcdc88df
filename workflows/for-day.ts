import { defineSearchAttributeKey } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';
import { vietnamDay } from './vietnam-day';

const SCHEDULED_AT = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * The Vietnamese day for which a schedule wanted this run; late, caught up or backfilled, the day stays the same.
 * Started by hand it is today (by the workflow's clock).
 */
export const scheduledDay = (): number =>
  vietnamDay(workflowInfo().typedSearchAttributes.get(SCHEDULED_AT)?.getTime() ?? Date.now());
