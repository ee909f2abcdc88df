import type { PlanActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { rulesReader } from '../matters';
import type { PlanDesk } from './desk';
import { openReportPlans } from './reports';

export { type ReportPeriod, reportPeriodsEndingOn } from './report-periods';
export { followPlan, type RefusedItem, workItemId } from './work-items';

/** What plans work with, from what the process brings. */
export const planDesk = ({ pool, temporal }: Pick<ActivityDeps, 'pool' | 'temporal'>): PlanDesk => ({
  pool,
  temporal,
  rules: rulesReader(pool),
});

/** The activity that opens reports. */
export function createPlanActivities(deps: Pick<ActivityDeps, 'pool' | 'temporal'>): PlanActivities {
  const desk = planDesk(deps);
  return { openReportPlans: input => openReportPlans(desk, input) };
}
