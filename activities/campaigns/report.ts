import {
  type CampaignFigures,
  type Counts,
  type CountsJson,
  countsFromJson,
  derive,
  INDICATORS,
  type Indicator,
  indicatorOf,
  NO_COUNTS,
  paceOf,
  ratioOf,
  type Target,
  type TargetFigures,
  targetFor,
  type WorkFigures,
} from '../../campaigns';
import type { Calendar } from '../../law/calendar';
import { toDay, vnDate } from '../../law/day';
import { countCells, type Queryable, UnknownScopeError } from './counts';
import { subjectCounts } from './snapshot';

const CAMPAIGN = `
SELECT id, name, unit_id AS "unitId", to_char(starts_on, 'YYYY-MM-DD') AS "startsOn",
  to_char(coalesce(extended_to, ends_on), 'YYYY-MM-DD') AS "endsOn",
  to_char(measured_from, 'YYYY-MM-DD') AS "measuredFrom", to_char(measured_to, 'YYYY-MM-DD') AS "measuredTo"
FROM campaign WHERE id = $1`;

const TARGETS = `
SELECT indicator, unit_id AS "unitId", tier_above AS "tierAbove", tier_up_to AS "tierUpTo", value
FROM campaign_target WHERE campaign_id = $1`;

const BASELINE = `SELECT counts FROM campaign_baseline WHERE campaign_id = $1 AND unit_id = $2::uuid`;

const UNITS = `SELECT id, name FROM unit WHERE id = ANY($1::uuid[]) ORDER BY code`;

const WORK = `
SELECT count(DISTINCT t.id)::int AS tasks, count(w.id)::int AS items, count(w.id) FILTER (WHERE done.done_on <= $2::date)::int AS done,
  count(w.id) FILTER (WHERE w.due < $2::date AND (done.done_on IS NULL OR done.done_on > $2::date))::int AS overdue
FROM campaign_task t
LEFT JOIN work_item w ON w.task_id = t.id
-- Done as the plan says, or as recorded on the item's own matter.
LEFT JOIN LATERAL (
  SELECT coalesce(w.done_on, min(d.closed_on)) AS done_on
  FROM plan p JOIN deadline d ON d.matter_id = p.matter_id
  WHERE p.campaign_id = t.campaign_id AND p.task_number = t.number AND p.item_number = w.number
    AND d.current AND d.duty_id = 'work-item-due' AND d.status IN ('met', 'late')
) done ON true
WHERE t.campaign_id = $1`;

interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly measuredFrom: string;
  readonly measuredTo: string;
}

/**
 * Everything a campaign's report shows, as of the evening of `asOf` (ISO date): the whole, its targets and pace, each unit that has
 * cases, the work items. Print it with `campaignText`.
 * @throws UnknownScopeError when there is no such campaign.
 */
export async function campaignReport(
  db: Queryable,
  { campaignId, asOf, calendar }: { campaignId: string; asOf: string; calendar: Calendar },
): Promise<CampaignFigures> {
  const campaign = (await db.query<Campaign>(CAMPAIGN, [campaignId])).rows[0];
  if (!campaign) throw new UnknownScopeError(`Không có đợt cao điểm "${campaignId}" / no such campaign`);
  const subjects = await subjectCounts(db, campaign.unitId, await countCells(db, { campaignId, asOf }));
  const byUnit = new Map(subjects.filter(s => s.kind === 'unit').map(s => [s.id, s.counts]));
  const counts = byUnit.get(campaign.unitId) ?? NO_COUNTS;
  const targets = (await db.query<Target>(TARGETS, [campaignId])).rows;
  const frozen = (await db.query<{ counts: CountsJson }>(BASELINE, [campaignId, campaign.unitId])).rows[0];
  const baseline = frozen ? countsFromJson(frozen.counts) : null;
  const below = [...byUnit].filter(([id, its]) => id !== campaign.unitId && derive(its.cases).takenIn > 0);
  const units = (await db.query<{ id: string; name: string }>(UNITS, [below.map(([id]) => id)])).rows;
  const goal = (indicator: Indicator, unitId: string, its: Counts) =>
    targetFor(targets, indicator, { unitId, size: derive(its.cases).takenIn });

  return {
    name: campaign.name,
    window: `${vnDate(campaign.startsOn)} – ${vnDate(campaign.endsOn)}`,
    measured: `${vnDate(campaign.measuredFrom)} – ${vnDate(campaign.measuredTo)}`,
    asOf: vnDate(asOf),
    counts,
    targets: (Object.keys(INDICATORS) as Indicator[]).flatMap(indicator => {
      const target = goal(indicator, campaign.unitId, counts);
      return target === null ? [] : [targetFigures(indicator, target, counts, baseline, campaign, asOf, calendar)];
    }),
    units: units.map(({ id, name }) => {
      const its = byUnit.get(id) ?? NO_COUNTS;
      return { name, counts: its, casesTarget: goal('cases_rate', id, its), moneyTarget: goal('money_rate', id, its) };
    }),
    work: (await db.query<WorkFigures>(WORK, [campaignId, asOf])).rows[0]!,
  };
}

function targetFigures(
  indicator: Indicator,
  target: number,
  counts: Counts,
  baseline: Counts | null,
  campaign: Campaign,
  asOf: string,
  calendar: Calendar,
): TargetFigures {
  const ratio = ratioOf(indicator, counts, baseline);
  // A reduction of backlog has no steady pace: it moves with what comes in as well as with what is done.
  const paced = (indicator === 'cases_rate' || indicator === 'money_rate') && ratio !== null;
  const window = { from: toDay(campaign.measuredFrom), to: toDay(campaign.measuredTo), asOf: toDay(asOf) };
  return {
    indicator,
    target,
    value: indicatorOf(indicator, counts, baseline),
    pace: paced ? paceOf({ ratio, target, ...window, calendar }) : null,
  };
}
