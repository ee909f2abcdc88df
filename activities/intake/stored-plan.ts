import type { CampaignPlan as ReadPlan } from '../../registers/campaign-plan';
import type { CampaignPlan } from '../campaigns';
import type { Office } from './directory';

/** A plan as read from its workbook, in the ids of the record. */
export function storedPlan(plan: ReadPlan, office: Office): CampaignPlan {
  const unitId = (code: string | null) => (code === null ? undefined : office.units.get(code)?.id);
  const tasks = new Map<
    number,
    CampaignPlan['tasks'][number] & { items: CampaignPlan['tasks'][number]['items'][number][] }
  >();
  for (const item of plan.items) {
    const task = tasks.get(item.task) ?? { number: item.task, title: item.taskTitle, items: [] };
    const unit = unitId(item.unitCode);
    task.items.push({
      number: item.item,
      title: item.title,
      ...(unit === undefined ? {} : { unitId: unit }),
      ...(item.officerId === null ? {} : { officerId: item.officerId }),
      ...(item.due === null ? {} : { due: item.due }),
      ...(item.doneOn === null ? {} : { doneOn: item.doneOn }),
    });
    tasks.set(item.task, task);
  }
  return {
    id: plan.id,
    name: plan.name,
    ...(plan.basis === null ? {} : { basis: plan.basis }),
    unitId: unitId(plan.unitCode)!,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    ...(plan.extendedTo === null ? {} : { extendedTo: plan.extendedTo }),
    measuredFrom: plan.measuredFrom,
    measuredTo: plan.measuredTo,
    targets: plan.targets.map(({ indicator, value, unitCode }) => {
      const unit = unitId(unitCode);
      return { indicator, value, ...(unit === undefined ? {} : { unitId: unit }) };
    }),
    tasks: [...tasks.values()],
  };
}
