import type { Indicator } from '../../campaigns';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';

/** A campaign's plan (kế hoạch đợt cao điểm) as an agency issues it. Days are ISO dates, percentages hundredths of a percent. */
export interface CampaignPlan {
  readonly id: string;
  readonly name: string;
  /** The document it rests on. */
  readonly basis?: string;
  /** Root of the units it covers. */
  readonly unitId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extendedTo?: string;
  /** What counts: usually the reporting year from 1 October. */
  readonly measuredFrom: string;
  readonly measuredTo: string;
  readonly targets: readonly {
    readonly indicator: Indicator;
    readonly unitId?: string;
    readonly tierAbove?: number;
    readonly tierUpTo?: number;
    readonly value: number;
  }[];
  readonly tasks: readonly {
    readonly number: number;
    readonly title: string;
    readonly items: readonly {
      readonly number: number;
      readonly title: string;
      readonly unitId?: string;
      readonly officerId?: string;
      readonly due?: string;
      readonly doneOn?: string;
    }[];
  }[];
}

/**
 * Write a plan, or bring the campaign of that id up to it, in one transaction. Targets are replaced; tasks and work items are known
 * by their numbers, those no longer in the plan go; an item noted as done stays done unless the plan gives another day.
 */
export async function loadCampaignPlan(prisma: PrismaClient, plan: CampaignPlan, now: number): Promise<void> {
  await prisma.$transaction(
    async tx => {
      const fields = campaignFields(plan);
      await tx.campaign.upsert({
        where: { id: plan.id },
        create: { id: plan.id, createdAt: new Date(now), ...fields },
        update: fields,
      });
      await tx.campaignTarget.deleteMany({ where: { campaignId: plan.id } });
      await tx.campaignTarget.createMany({
        data: plan.targets.map(({ indicator, unitId = null, tierAbove = null, tierUpTo = null, value }) => ({
          campaignId: plan.id,
          indicator,
          unitId,
          tierAbove,
          tierUpTo,
          value,
        })),
      });
      await tx.campaignTask.deleteMany({
        where: { campaignId: plan.id, number: { notIn: plan.tasks.map(task => task.number) } },
      });
      for (const task of plan.tasks) await writeTask(tx, plan.id, task);
    },
    // A plan has some dozens of work items: far less than a second on a healthy database.
    { timeout: 20_000 },
  );
}

function campaignFields(plan: CampaignPlan) {
  return {
    name: plan.name,
    basis: plan.basis ?? null,
    unitId: plan.unitId,
    startsOn: day(plan.startsOn),
    endsOn: day(plan.endsOn),
    extendedTo: plan.extendedTo === undefined ? null : day(plan.extendedTo),
    measuredFrom: day(plan.measuredFrom),
    measuredTo: day(plan.measuredTo),
  };
}

async function writeTask(
  tx: Prisma.TransactionClient,
  campaignId: string,
  task: CampaignPlan['tasks'][number],
): Promise<void> {
  const { id: taskId } = await tx.campaignTask.upsert({
    where: { campaignId_number: { campaignId, number: task.number } },
    create: { campaignId, number: task.number, title: task.title },
    update: { title: task.title },
  });
  await tx.workItem.deleteMany({ where: { taskId, number: { notIn: task.items.map(item => item.number) } } });
  for (const item of task.items) {
    const fields = {
      title: item.title,
      unitId: item.unitId ?? null,
      officerId: item.officerId ?? null,
      due: item.due === undefined ? null : day(item.due),
      ...(item.doneOn === undefined ? {} : { doneOn: day(item.doneOn) }),
    };
    await tx.workItem.upsert({
      where: { taskId_number: { taskId, number: item.number } },
      create: { taskId, number: item.number, ...fields },
      update: fields,
    });
  }
}

/** An ISO date as the UTC midnight that a `date` column is written with. */
const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
