import type { Context } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';

/**
 * Heartbeats for every activity that has a heartbeat time-out, as long as it runs, so that a worker that died is noticed within that
 * time. An activity that hangs is still ended by its start-to-close time-out.
 */
export class Pulse implements ActivityInboundCallsInterceptor {
  constructor(private readonly context: Context) {}

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const { heartbeatTimeoutMs } = this.context.info;
    if (!heartbeatTimeoutMs) return next(input);
    const pulse = setInterval(() => this.context.heartbeat(), heartbeatTimeoutMs / 4);
    try {
      return await next(input);
    } finally {
      clearInterval(pulse);
    }
  }
}
