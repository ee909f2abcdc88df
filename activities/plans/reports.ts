import { toDay, toIso, vietnamDay } from '../../law';
import { derivedId } from '../mail/ids';
import { type NewMatter, reportingYearOf } from '../matters';
import type { PlanDesk } from './desk';
import { openPlans } from './open';
import { type ReportPeriod, reportPeriodsEndingOn } from './report-periods';

const UNITS = `
SELECT id, code, kind::text AS kind FROM unit
WHERE kind IN ('province', 'branch') AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to >= $1::date) ORDER BY code`;

/** Reports of a period that are there already, whoever opened them. */
const THERE = `
SELECT p.matter_id AS id, m.unit_id AS unit, p.form FROM plan p JOIN matter m ON m.id = p.matter_id
WHERE p.period_end = $1::date AND p.form <> 'work_item'`;

interface ReportingUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: 'province' | 'branch';
}

/** The agency sends the list of ended cases; statistics are made at both levels. */
const owes = ({ kind }: ReportingUnit, { form }: ReportPeriod): boolean => form !== 'ended_list' || kind === 'province';

/**
 * Opens the reports whose period ends on `day` (ISO date), one for each unit and form. Each is known by unit, form and period end, so
 * that a repeat, a backfill or a report opened by hand doubles nothing.
 * @param now epoch ms
 */
export async function openReportPlans(
  desk: PlanDesk,
  { day, now }: { day: string; now: number },
): Promise<{ opened: number }> {
  const periods = reportPeriodsEndingOn(toDay(day));
  if (periods.length === 0) return { opened: 0 };
  const { rows: units } = await desk.pool.query<ReportingUnit>(UNITS, [day]);
  const { rows: there } = await desk.pool.query<{ id: string; unit: string; form: string }>(THERE, [day]);
  const byHand = (unit: ReportingUnit, { form }: ReportPeriod, id: string) =>
    there.some(one => one.unit === unit.id && one.form === form && one.id !== id);
  const plans = units.flatMap(unit =>
    periods
      .filter(period => owes(unit, period))
      .map(period => ({ period, plan: planOf(unit, period, now) }))
      .filter(({ period, plan }) => !byHand(unit, period, plan.id))
      .map(({ plan }) => plan),
  );
  return { opened: await openPlans(desk, plans, now) };
}

function planOf(unit: ReportingUnit, { form, months, periodEnd, title }: ReportPeriod, now: number): NewMatter {
  const id = derivedId('report-plan', unit.id, form, periodEnd);
  const set = Math.min(toDay(periodEnd), vietnamDay(now));
  return {
    id,
    number: title,
    reportingYear: reportingYearOf(toDay(periodEnd)),
    unitId: unit.id,
    unitCode: unit.code,
    officerId: null,
    officerCode: null,
    parentId: null,
    importId: null,
    detail: { kind: 'plan', form, level: unit.kind, period_end: periodEnd, months, title },
    parties: [],
    events: [
      { type: 'report-period-set', occurredOn: set, attrs: { endsOn: periodEnd }, commandId: `set-${toIso(set)}` },
    ],
    recordedBy: 'system',
  };
}
