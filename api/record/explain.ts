/** Why somebody was told of a limit on a day, or nobody was. */

import { lawAsOf } from '../../activities/law';
import { addresseeOf } from '../../activities/matters/alert-rows';
import { holdsAsOf, type KeptMatter, loadMatter } from '../../activities/matters/load';
import { ladderOf, type Rules, rulesReader } from '../../activities/matters/rules';
import { type Telling, tellings } from '../../alerts/ladder';
import { type LawInForce, standing, toDay, toIso, vietnamDay } from '../../law';
import type { Deadline } from '../../law/model';
import { endOfDay } from './dates';
import {
  type ExplainedLimit,
  type Explanation,
  type Reason,
  reason,
  type Step,
  type ToldPerson,
} from './explain-words';
import { dutyTitle, type Stores } from './view';

interface Version {
  readonly id: string;
  readonly key: string;
  readonly since: number;
}
const VERSIONS = `
SELECT DISTINCT ON (key) id, key, (extract(epoch FROM coalesce(since, created_at)) * 1000)::float8 AS since
FROM deadline WHERE matter_id = $1::uuid AND created_at < $2 ORDER BY key, version DESC`;

interface AlertRow extends ToldPerson {
  readonly deadlineId: string;
  readonly threshold: string;
  /** Made by the end of the day. */
  readonly known: boolean;
}
const local = (instant: string) => `to_char(${instant} AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-DD"T"HH24:MI')`;
// As they stood at $2: what was mailed, answered and acknowledged later had not happened yet. A mail's answer is that of its last attempt; a
// report of non-delivery without an attempt after it has no hour, and counts.
const ALERTS = `
SELECT a.deadline_id AS "deadlineId", a.threshold, r.code AS officer, meant.code AS "insteadOf", a.channel, ${local('a.created_at')} AS "createdAt",
  a.created_at < $2 AS known,
  CASE WHEN a.state IN ('acknowledged', 'queued') AND k.id IS NULL THEN CASE WHEN o.id IS NULL THEN 'waiting' ELSE 'queued' END ELSE a.state END
    AS state,
  CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('kind', o.kind, 'because', o.suppressed_because,
    'state', CASE WHEN o.tried_later THEN coalesce(d.state, 'pending') ELSE o.state END, 'at', ${local('d.at')}) END AS mail,
  CASE WHEN k.id IS NULL THEN NULL ELSE json_build_object('at', ${local('k.at')}, 'by', w.code, 'promisedOn', k.promised_on::text) END AS acknowledged
FROM alert a
JOIN officer r ON r.id = a.recipient_id
LEFT JOIN officer meant ON meant.id = a.instead_of
LEFT JOIN LATERAL (
  SELECT *, EXISTS (SELECT 1 FROM delivery WHERE outbox_id = outbox.id AND at >= $2) AS tried_later
  FROM outbox WHERE id = a.outbox_id AND created_at < $2
) AS o ON true
LEFT JOIN LATERAL (SELECT state, at FROM delivery WHERE outbox_id = o.id AND at < $2 ORDER BY attempt DESC LIMIT 1) AS d ON true
LEFT JOIN LATERAL (SELECT * FROM acknowledgement WHERE alert_id = a.id AND at < $2 ORDER BY at DESC LIMIT 1) AS k ON true
LEFT JOIN officer w ON w.id = k.officer_id
WHERE a.matter_id = $1::uuid ORDER BY a.created_at, a.id`;

/** What the day is looked at with. */
interface Scene {
  readonly matter: KeptMatter;
  readonly law: LawInForce;
  readonly rules: Rules;
  readonly versions: ReadonlyMap<string, Version>;
  readonly alerts: readonly AlertRow[];
  readonly day: number;
  /** Epoch ms up to which is looked. */
  readonly end: number;
}

/**
 * Everything about who was told of a matter's limits on a day: limits as they were known at its end, by the law and calendar of then, with
 * the absences and acknowledgements of then; unit and officer are those of today.
 * @param on ISO date, not in the future
 * @param now epoch ms
 */
export async function explainDay(stores: Stores, matterId: string, on: string, now: number): Promise<Explanation> {
  const end = Math.min(endOfDay(on).getTime(), now + 1);
  const matter = await loadMatter(stores.pool, matterId);
  const law = await lawAsOf(stores.pool, matter.unitId, new Date(end - 1));
  const holds = await holdsAsOf(stores.pool, matterId, new Date(end));
  const rules = { ...(await rulesReader(stores.pool)(now, matter)), law };
  const events = matter.events.filter(event => event.recordedAt < end);
  const { kind, facts } = matter;
  const { deadlines } = standing({ law, kind, facts, events, holds, today: toDay(on), now: end - 1, slips: false });
  const versions = (await stores.pool.query<Version>(VERSIONS, [matterId, new Date(end)])).rows;
  const alerts = (await stores.pool.query<AlertRow>(ALERTS, [matterId, new Date(end)])).rows;
  const byKey = new Map(versions.map(one => [one.key, one]));
  const scene = { matter, law, rules, versions: byKey, alerts, day: toDay(on), end };
  const known = new Set(deadlines.map(({ key }) => key));
  const later = matter.deadlines.filter(one => !known.has(one.key) && one.startedOn <= on);
  return {
    matter: { id: matter.id, number: matter.number },
    on,
    calendar: law.calendar.version,
    limits: [...deadlines].sort((a, b) => a.due - b.due).map(deadline => limitOf(scene, deadline)),
    unknown: later.map(one => ({
      ...{ key: one.key, dutyId: one.dutyId, due: one.due, recordedOn: toIso(vietnamDay(one.since)) },
      ...dutyTitle(law, one.dutyId, one.law as Deadline['law']),
    })),
  };
}

function limitOf(scene: Scene, deadline: Deadline): ExplainedLimit {
  const { matter, rules, versions, day, end } = scene;
  const version = versions.get(deadline.key);
  const seen = matter.seen.filter(one => one.deadlineId === version?.id && one.at < end);
  const chain = { deadline, since: version?.since ?? end, seen };
  const all = tellings(chain, ladderOf(rules, matter)).sort((a, b) => a.told - b.told);
  const alerts = scene.alerts.filter(one => one.deadlineId === version?.id);
  const onDay = (at: number) => vietnamDay(at) === day;
  const touched = all.filter(one => [one.base, one.at, one.told].some(onDay));
  const steps = touched.map(one => stepOf(scene, one, alerts));
  return {
    ...{ key: deadline.key, dutyId: deadline.dutyId, status: deadline.status, due: toIso(deadline.due) },
    ...{ dueLatest: toIso(deadline.dueLatest), policy: all[0]?.policyId ?? null },
    ...dutyTitle(scene.law, deadline.dutyId, deadline.law),
    steps,
    reason: steps.length > 0 ? null : quiet(deadline, all, end),
  };
}

function stepOf({ matter, rules, day, end }: Scene, telling: Telling, alerts: readonly AlertRow[]): Step {
  const { threshold, base, at, told } = telling;
  const ofStep = alerts.filter(one => one.threshold === threshold.code);
  const people = ofStep.filter(({ known }) => known).map(({ deadlineId: _, threshold: __, known: ___, ...one }) => one);
  return {
    ...{
      code: threshold.code,
      level: threshold.recipient,
      fell: toIso(vietnamDay(base)),
      told: toIso(vietnamDay(told)),
    },
    people,
    reason: people.length > 0 ? null : whyNobody(),
  };

  function whyNobody(): Reason {
    if (told > at && told > end - 1) return reason('held', vietnamDay(told));
    if (at > base && at > end - 1) return reason('nobody_reads', vietnamDay(at));
    if (told > end - 1) return reason('later_today', vietnamDay(told));
    if (addresseeOf(threshold.recipient, matter, rules.office, day) === null) return reason('nobody');
    const first = ofStep[0];
    return first ? reason('told_later', toDay(first.createdAt.slice(0, 10))) : reason('missing');
  }
}

/** Why nothing of a limit fell on the day. */
function quiet({ status, closedOn, lapse }: Deadline, all: readonly Telling[], end: number): Reason {
  if (closedOn !== undefined || lapse) return reason('closed', closedOn);
  if (status === 'paused') return reason('paused');
  const next = all.find(({ told }) => told >= end);
  if (next) return reason('next', vietnamDay(next.told));
  const last = all.at(-1);
  return last ? reason('all_told', vietnamDay(last.told)) : reason('no_steps');
}
