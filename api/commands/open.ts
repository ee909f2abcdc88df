import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { MatterState } from '../../activities/contract';
import { matterStart, matterWorkflowType } from '../../activities/matter-start';
import {
  inTransaction,
  type NewMatter,
  projectionRows,
  rulesReader,
  stampsNow,
  writeMatters,
} from '../../activities/matters';
import { checkEvent, vietnamDay } from '../../law';
import type { Facts } from '../../law/model';
import type { ApiContext } from '../deps';
import { Problem } from '../http/problem';
import { connected } from './send';

/** What opening needs to know of a matter, every code resolved. */
export type Opening = Omit<NewMatter, 'importId' | 'events'> & { readonly first: NewMatter['events'][number] };

/**
 * Writes a new matter with its first event and all that follows from it in one transaction, then starts its workflow. Repeating
 * it with the same id writes nothing new and makes sure that the workflow runs.
 * @throws Problem 422 when the law refuses the first event or the number is taken; 503 when Temporal can't be reached
 */
export async function openMatter(ctx: ApiContext, facts: Facts, opening: Opening): Promise<MatterState> {
  const now = ctx.now();
  const client = await connected(ctx.temporal);
  const kind = opening.detail.kind;
  const { type, occurredOn, atMinute, attrs = {} } = opening.first;
  const proposed = { type, occurredOn, attrs, ...(atMinute === undefined ? {} : { atMinute }) };
  const today = vietnamDay(now);
  const { unitId } = opening;
  const law = await ctx.lawAt(now, unitId);
  const refusal = checkEvent({ law, kind, facts, events: [], today }, proposed);
  if (refusal) throw new Problem(422, refusal.code, refusal.vi, refusal.en);

  const { first, ...rest } = opening;
  await inTransaction(ctx.pool, async db => {
    const rules = await rulesReader(ctx.pool)(now, { unitId, ...(await stampsNow(db)) });
    const rows = projectionRows({ ...rest, importId: null, events: [first] }, rules, now);
    const written = await writeMatters(db, [rows]);
    if (!written.has(opening.id)) await demandSame(ctx, opening);
  });
  const state = await ctx.loadState({ matterId: opening.id });
  if (state.closed) return state;
  try {
    await client.workflow.start(matterWorkflowType(kind), matterStart(state));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return state;
}

/** Nothing was written: either this very command did it before, or another matter has the number. */
async function demandSame(ctx: ApiContext, { id, number, reportingYear, unitCode }: Opening): Promise<void> {
  if (await ctx.prisma.matter.findUnique({ where: { id }, select: { id: true } })) return;
  throw new Problem(
    422,
    'number_taken',
    `Số ${number} đã có ở đơn vị ${unitCode} trong năm báo cáo ${reportingYear}. Kiểm tra lại số, hoặc mở việc cũ.`,
    `Number ${number} is taken in unit ${unitCode} and reporting year ${reportingYear}. Check it, or open the existing matter.`,
    { errors: [{ field: 'number', vi: 'Số đã có.', en: 'The number is taken.' }] },
  );
}
