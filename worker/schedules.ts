import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  type ScheduleOptionsStartWorkflowAction,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { TASK_QUEUE } from '../activities/contract';
import type { bounces, campaignProgress, digest, dispatch, recount, reportPlans, webhooks, weekly } from '../workflows';

type Action = ScheduleOptionsStartWorkflowAction<
  | typeof digest
  | typeof campaignProgress
  | typeof reportPlans
  | typeof dispatch
  | typeof webhooks
  | typeof bounces
  | typeof weekly
  | typeof recount
>;
type Schedule = ScheduleOptions<Action> & Required<Pick<ScheduleOptions<Action>, 'policies'>>;

const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** What happens by the clock, once for the whole installation. */
export const schedules = (taskQueue = TASK_QUEUE): readonly Schedule[] => [
  {
    scheduleId: 'digest',
    spec: { calendars: [{ hour: 7, minute: 30 }], timezone: TIME_ZONE },
    action: { type: 'startWorkflow', workflowType: 'digest', workflowId: 'digest', args: [], taskQueue },
    // A morning mail is of use until the evening. Older ones are not made up for: their alerts wait, and go with the next.
    policies: { catchupWindow: '12 hours', overlap: ScheduleOverlapPolicy.BUFFER_ONE },
  },
  {
    scheduleId: 'weekly',
    // Every day: which day opens a week is for the calendar to say.
    spec: { calendars: [{ hour: 7, minute: 30 }], timezone: TIME_ZONE },
    action: { type: 'startWorkflow', workflowType: 'weekly', workflowId: 'weekly', args: [], taskQueue },
    // One that was missed is still of use within its week; days that open none cost nothing.
    policies: { catchupWindow: '4 days', overlap: ScheduleOverlapPolicy.BUFFER_ALL },
  },
  {
    scheduleId: 'campaign-progress',
    // A quarter past midnight, for the day that has just ended: only then are its counts final.
    spec: { calendars: [{ hour: 0, minute: 15 }], timezone: TIME_ZONE },
    action: {
      type: 'startWorkflow',
      workflowType: 'campaignProgress',
      workflowId: 'campaign-progress',
      args: [],
      taskQueue,
    },
    // Every day of a campaign needs its figures, however long the server was away: all missed days, one after the other.
    policies: { catchupWindow: '60 days', overlap: ScheduleOverlapPolicy.BUFFER_ALL },
  },
  {
    scheduleId: 'report-plans',
    // On the last day of a period its reports are opened, so that they stand in the mail of that morning and the next.
    spec: { calendars: [{ hour: 0, minute: 30 }], timezone: TIME_ZONE },
    action: { type: 'startWorkflow', workflowType: 'reportPlans', workflowId: 'report-plans', args: [], taskQueue },
    // A month's end that was missed must be made up for.
    policies: { catchupWindow: '60 days', overlap: ScheduleOverlapPolicy.BUFFER_ALL },
  },
  {
    scheduleId: 'dispatch',
    spec: { intervals: [{ every: '1 minute' }] },
    action: { type: 'startWorkflow', workflowType: 'dispatch', workflowId: 'dispatch', args: [], taskQueue },
    // The outbox remembers; a minute that was missed, or is still at work, needs no second run.
    policies: { catchupWindow: '1 minute', overlap: ScheduleOverlapPolicy.SKIP },
  },
  {
    scheduleId: 'webhooks',
    spec: { intervals: [{ every: '1 minute' }] },
    action: { type: 'startWorkflow', workflowType: 'webhooks', workflowId: 'webhooks', args: [], taskQueue },
    // As with mails: what waits is in a table.
    policies: { catchupWindow: '1 minute', overlap: ScheduleOverlapPolicy.SKIP },
  },
  {
    scheduleId: 'bounces',
    spec: { intervals: [{ every: '5 minutes' }] },
    action: { type: 'startWorkflow', workflowType: 'bounces', workflowId: 'bounces', args: [], taskQueue },
    // Reports wait in their mailbox.
    policies: { catchupWindow: '5 minutes', overlap: ScheduleOverlapPolicy.SKIP },
  },
  {
    scheduleId: 'recount',
    // A quarter of an hour after the digests; days off as well, for limits run on them.
    spec: { calendars: [{ hour: 7, minute: 45 }], timezone: TIME_ZONE },
    action: { type: 'startWorkflow', workflowType: 'recount', workflowId: 'recount', args: [], taskQueue },
    // Late on its own day it still says how the morning went; the days before are in the next statement, which counts since the last one.
    policies: { catchupWindow: '12 hours', overlap: ScheduleOverlapPolicy.BUFFER_ONE },
  },
];

/** Creates the schedules, or brings them up to date. Safe to repeat; one that somebody paused stays paused. */
export async function ensureSchedules(client: Client, taskQueue = TASK_QUEUE): Promise<void> {
  for (const schedule of schedules(taskQueue)) {
    try {
      await client.schedule.create(schedule);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await client.schedule.getHandle(schedule.scheduleId).update(current => ({
        spec: schedule.spec,
        action: schedule.action,
        policies: schedule.policies,
        state: current.state,
      }));
    }
  }
}
