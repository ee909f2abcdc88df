import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { MatterState } from '../contract';
import { matterWorkflowType, sleepingStart } from '../matter-start';
import { inTransaction, type NewMatter, projectionRows, stampsNow, writeMatters } from '../matters';
import type { PlanDesk } from './desk';

/**
 * Writes the plans that are not there yet, in one transaction, and makes sure that the workflow of each open one runs. Repeating it writes
 * nothing twice: a plan is known by its id.
 * @returns how many were new
 */
export async function openPlans(desk: PlanDesk, plans: readonly NewMatter[], now: number): Promise<number> {
  if (plans.length === 0) return 0;
  const client = await desk.temporal();
  const states: MatterState[] = [];
  const opened = await inTransaction(desk.pool, async db => {
    const stamps = await stampsNow(db);
    const rows = [];
    for (const plan of plans) {
      const rules = await desk.rules(now, { unitId: plan.unitId, ...stamps });
      rows.push(projectionRows(plan, rules, now));
    }
    states.push(...rows.map(row => row.state).filter(state => !state.closed));
    return (await writeMatters(db, rows)).size;
  });
  for (const state of states) await start(client, state);
  return opened;
}

/** A plan written before has its workflow already, unless the process died in between: then it starts here. */
async function start(client: Client, state: MatterState): Promise<void> {
  try {
    await client.workflow.start(matterWorkflowType(state.kind), sleepingStart(state, Date.now()));
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
  }
}
