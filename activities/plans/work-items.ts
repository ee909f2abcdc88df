import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { toDay, toIso, vietnamDay } from '../../law';
import type { CampaignPlan } from '../campaigns/plan';
import { commandMatter } from '../command-matter';
import type { MatterCommand, Refusal } from '../contract';
import { derivedId } from '../mail/ids';
import { loadState, type NewMatter, reportingYearOf } from '../matters';
import type { PlanDesk } from './desk';
import { openPlans } from './open';

/** A work item of a campaign that the record would not take as the plan has it. */
export interface RefusedItem {
  readonly task: number;
  readonly item: number;
  readonly vi: string;
  readonly en: string;
}

interface Wanted {
  readonly id: string;
  readonly task: number;
  readonly item: number;
  readonly title: string;
  readonly unitId: string;
  readonly officerId: string | null;
  readonly due: string;
  readonly doneOn: string | null;
}

interface Kept {
  readonly id: string;
  readonly task: number;
  readonly item: number;
  readonly open: boolean;
  readonly openedOn: string;
  readonly lastSeq: number;
  readonly unitId: string;
  readonly officerId: string | null;
  readonly due: string | null;
}

const KEPT = `
SELECT m.id, p.task_number AS task, p.item_number AS item, m.closed_on IS NULL AS open, m.opened_on::text AS "openedOn",
  m.last_seq AS "lastSeq", m.unit_id AS "unitId", m.officer_id AS "officerId",
  (SELECT d.due::text FROM deadline d WHERE d.matter_id = m.id AND d.current AND d.duty_id = 'work-item-due' AND d.status <> 'void'
    LIMIT 1) AS due
FROM plan p JOIN matter m ON m.id = p.matter_id WHERE p.campaign_id = $1 ORDER BY task, item`;
const CODES = `
SELECT (SELECT json_object_agg(id, code) FROM unit) AS units, (SELECT json_object_agg(id, code) FROM officer) AS officers`;

/**
 * Brings the matters of a campaign's work items up to its plan: an item with a due day is opened, moved, given to another, or done; one
 * that left the plan is withdrawn. What people recorded themselves stays: an item done is not opened again. Safe to repeat.
 * @param now epoch ms
 * @returns items that the record refused
 */
export async function followPlan(desk: PlanDesk, plan: CampaignPlan, now: number): Promise<RefusedItem[]> {
  const wanted = wantedOf(plan);
  const before = await keptOf(desk, plan.id);
  const known = new Set(before.map(({ id }) => id));
  const fresh = wanted.filter(({ id }) => !known.has(id));
  if (fresh.length > 0) await openPlans(desk, await newMatters(desk, plan, fresh, now), now);

  const kept = fresh.length > 0 ? await keptOf(desk, plan.id) : before;
  const byId = new Map(wanted.map(each => [each.id, each]));
  const refused: RefusedItem[] = [];
  for (const matter of kept.filter(({ open }) => open)) {
    for (const command of changes(matter, byId.get(matter.id), toIso(vietnamDay(now)))) {
      const refusal = await say(desk, matter.id, command);
      if (refusal) refused.push({ task: matter.task, item: matter.item, vi: refusal.vi, en: refusal.en });
    }
  }
  return refused;
}

const wantedOf = (plan: CampaignPlan): Wanted[] =>
  plan.tasks.flatMap(task =>
    task.items.flatMap(({ number, title, unitId = plan.unitId, officerId = null, due, doneOn = null }) =>
      due === undefined
        ? []
        : [
            {
              id: workItemId(plan.id, task.number, number),
              task: task.number,
              item: number,
              title,
              unitId,
              officerId,
              due,
              doneOn,
            },
          ],
    ),
  );

/** Id of a work item's matter: the same item of the same campaign, whatever its title, unit or day. */
export const workItemId = (campaignId: string, task: number, item: number): string =>
  derivedId('work-item', campaignId, String(task), String(item));

const keptOf = async (desk: PlanDesk, campaignId: string): Promise<Kept[]> =>
  (await desk.pool.query<Kept>(KEPT, [campaignId])).rows;

async function newMatters(
  desk: PlanDesk,
  plan: CampaignPlan,
  items: readonly Wanted[],
  now: number,
): Promise<NewMatter[]> {
  const { rows } = await desk.pool.query<{ units: Record<string, string>; officers: Record<string, string> | null }>(
    CODES,
  );
  const { units, officers } = rows[0]!;
  const today = toIso(vietnamDay(now));
  return items.map(({ id, task, item, title, unitId, officerId, due, doneOn }) => {
    // Given with the campaign's start, or before what is told as done already.
    const setOn = [plan.startsOn, today, ...(doneOn === null ? [] : [doneOn])].sort()[0]!;
    return {
      id,
      number: `${plan.id}/${task}.${item}`,
      reportingYear: reportingYearOf(toDay(due)),
      unitId,
      unitCode: units[unitId] ?? unitId,
      officerId,
      officerCode: officerId === null ? null : (officers?.[officerId] ?? null),
      parentId: null,
      importId: null,
      detail: { kind: 'plan', form: 'work_item', title, campaign_id: plan.id, task_number: task, item_number: item },
      parties: [],
      events: [
        { type: 'work-item-set', occurredOn: toDay(setOn), attrs: { dueOn: due }, commandId: 'set-1' },
        ...(doneOn === null ? [] : [{ type: 'work-item-done', occurredOn: toDay(doneOn), commandId: 'done-1' }]),
      ],
      recordedBy: 'system',
    };
  });
}

/** What must be said to a matter that is open, for it to be as the plan has it. */
function changes(kept: Kept, wanted: Wanted | undefined, today: string): MatterCommand[] {
  const commandId = (what: string) => derivedId(what, kept.id, String(kept.lastSeq));
  const record = (event: string, occurredOn: string, attrs: Record<string, string> = {}): MatterCommand => ({
    ...{ type: 'recordEvent', commandId: commandId(event), event, occurredOn, attrs, by: 'system' },
  });
  if (!wanted) return [record('plan-withdrawn', today)];
  const { unitId, officerId, due, doneOn } = wanted;
  const moved = officerId !== null && (officerId !== kept.officerId || unitId !== kept.unitId);
  return [
    ...(moved
      ? [{ type: 'reassign' as const, commandId: commandId('reassign'), officerId, unitId, by: 'system' }]
      : []),
    ...(due !== kept.due ? [record('work-item-set', today, { dueOn: due })] : []),
    ...(doneOn === null ? [] : [record('work-item-done', [doneOn, kept.openedOn].sort()[1]!)]),
  ];
}

/** Why the matter would not take it; null when it did. */
async function say(desk: PlanDesk, matterId: string, command: MatterCommand): Promise<Refusal | null> {
  try {
    await commandMatter(
      await desk.temporal(),
      input => loadState(desk, input),
      matterId,
      command,
      () => null,
    );
    return null;
  } catch (cause) {
    if (!(cause instanceof WorkflowUpdateFailedError) || !(cause.cause instanceof ApplicationFailure)) throw cause;
    const refusal = cause.cause.details?.[0] as Refusal | undefined;
    if (refusal?.vi === undefined) throw cause;
    return refusal;
  }
}
