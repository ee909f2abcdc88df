/**
 * The figures of `campaigns/counts.ts` from the projections, per unit and enforcer, in one pass. Parameters of every statement:
 * $1 unit ids or null (all), $2 import id or null (all), $3 first day of the window or null (from the beginning), $4 the day whose
 * evening the figures speak for.
 */
const SCOPE = `($1::uuid[] IS NULL OR m.unit_id = ANY($1)) AND ($2::uuid IS NULL OR m.import_id = $2::uuid)`;
const FROM = `coalesce($3::date, '-infinity'::date)`;

/**
 * A case exists for statistics from its enforcement decision, which opens its first classification span. Its class is that of the
 * last span begun by $4; ended before the window, it is no longer counted. Sums taken before the window lessen what a
 * case carries over. What was collected on a case counts as money with conditions even if the case has since been found to have
 * none; a case entrusted or withdrawn leaves with its whole sum, a part entrusted or withdrawn with that part.
 */
export const CASE_COUNTS = `
WITH spans AS (
  SELECT s.matter_id, min(s.from_day) AS begun,
    (array_agg(s.class ORDER BY s.from_day DESC, s.to_day DESC NULLS FIRST))[1] AS class,
    max(s.from_day) AS class_since
  FROM classification_span s JOIN matter m ON m.id = s.matter_id
  WHERE s.from_day <= $4::date AND ${SCOPE}
  GROUP BY s.matter_id
), moved AS (
  SELECT mm.matter_id,
    coalesce(sum(mm.amount) FILTER (WHERE mm."on" < ${FROM} AND mm.kind <> 'paid_out'), 0) AS before,
    coalesce(sum(mm.amount) FILTER (WHERE mm."on" >= ${FROM} AND mm.kind = 'collected'), 0) AS collected,
    coalesce(sum(mm.amount) FILTER (WHERE mm."on" >= ${FROM} AND mm.kind IN ('terminated', 'reduced')), 0) AS struck,
    coalesce(sum(mm.amount) FILTER (WHERE mm."on" >= ${FROM} AND mm.kind = 'entrusted'), 0) AS entrusted,
    coalesce(sum(mm.amount) FILTER (WHERE mm."on" >= ${FROM} AND mm.kind = 'withdrawn'), 0) AS withdrawn
  FROM money_movement mm JOIN matter m ON m.id = mm.matter_id
  WHERE mm."on" <= $4::date AND ${SCOPE}
  GROUP BY mm.matter_id
), counted AS (
  SELECT m.unit_id, m.officer_id, c.credit, s.class, s.begun < ${FROM} AS carried,
    s.class IN ('with_conditions', 'done', 'terminated') AS with_conditions,
    s.class NOT IN ('entrusted', 'withdrawn', 'separate_register') AS enforced,
    greatest(c.amount - coalesce(v.before, 0), 0) AS amount,
    coalesce(v.collected, 0) AS collected, coalesce(v.struck, 0) AS struck,
    coalesce(v.entrusted, 0) AS part_entrusted, coalesce(v.withdrawn, 0) AS part_withdrawn
  FROM matter m
  JOIN enforcement_case c ON c.matter_id = m.id
  JOIN spans s ON s.matter_id = m.id
  LEFT JOIN moved v ON v.matter_id = m.id
  WHERE (m.closed_on IS NULL OR m.closed_on >= ${FROM})
    AND (s.class NOT IN ('done', 'terminated', 'entrusted', 'withdrawn') OR s.class_since >= ${FROM})
), sums AS (
  SELECT *,
    amount - part_entrusted - part_withdrawn AS own,
    -- A case terminated as a whole without a noted sum takes the rest of its own with it.
    CASE WHEN class = 'terminated' AND struck = 0
      THEN greatest(amount - part_entrusted - part_withdrawn - collected, 0) ELSE struck END AS ended
  FROM counted
)
SELECT unit_id AS "unitId", officer_id AS "officerId",
  count(*) FILTER (WHERE carried AND class <> 'separate_register')::int AS "carriedOver",
  count(*) FILTER (WHERE NOT carried AND class <> 'separate_register')::int AS new,
  count(*) FILTER (WHERE class = 'entrusted')::int AS entrusted,
  count(*) FILTER (WHERE class = 'withdrawn')::int AS withdrawn,
  count(*) FILTER (WHERE with_conditions)::int AS "withConditions",
  count(*) FILTER (WHERE class = 'without_conditions')::int AS "withoutConditions",
  count(*) FILTER (WHERE class = 'postponed_or_suspended')::int AS "postponedOrSuspended",
  count(*) FILTER (WHERE class = 'done')::int AS completed,
  count(*) FILTER (WHERE class = 'terminated')::int AS terminated,
  count(*) FILTER (WHERE class = 'separate_register')::int AS "separateRegister",
  coalesce(sum(amount) FILTER (WHERE carried AND class <> 'separate_register'), 0) AS "m_carriedOver",
  coalesce(sum(amount) FILTER (WHERE NOT carried AND class <> 'separate_register'), 0) AS "m_new",
  coalesce(sum(CASE WHEN class = 'entrusted' THEN amount WHEN enforced THEN part_entrusted END), 0) AS "m_entrusted",
  coalesce(sum(CASE WHEN class = 'withdrawn' THEN amount WHEN enforced THEN part_withdrawn END), 0) AS "m_withdrawn",
  coalesce(sum(CASE WHEN with_conditions THEN own WHEN enforced THEN collected + ended END), 0) AS "m_withConditions",
  coalesce(sum(own - collected - ended) FILTER (WHERE class = 'without_conditions'), 0) AS "m_withoutConditions",
  coalesce(sum(own - collected - ended) FILTER (WHERE class = 'postponed_or_suspended'), 0) AS "m_postponedOrSuspended",
  coalesce(sum(collected) FILTER (WHERE enforced), 0) AS "m_completed",
  coalesce(sum(ended) FILTER (WHERE enforced), 0) AS "m_terminated",
  coalesce(sum(amount) FILTER (WHERE class = 'separate_register'), 0) AS "m_separateRegister",
  count(*) FILTER (WHERE credit AND with_conditions)::int AS "creditWithConditions",
  count(*) FILTER (WHERE credit AND class IN ('done', 'terminated'))::int AS "creditDone",
  coalesce(sum(CASE WHEN with_conditions THEN own ELSE collected + ended END) FILTER (WHERE credit AND enforced), 0)
    AS "creditMoneyWithConditions",
  coalesce(sum(collected + ended) FILTER (WHERE credit AND enforced), 0) AS "creditMoneyDone"
FROM sums
GROUP BY unit_id, officer_id`;

/**
 * Coercions of the window: a case's coercion decisions, or, where a register notes only the act, the acts. An event that was
 * corrected or taken back does not count.
 */
export const COERCION_COUNTS = `
WITH per_case AS (
  SELECT m.unit_id, m.officer_id,
    count(*) FILTER (WHERE e.type = 'coercion-decided') AS decided,
    count(*) FILTER (WHERE e.type = 'coerced') AS carried_out,
    count(*) FILTER (WHERE e.type = 'coerced' AND e.attrs -> 'withForces' = 'true'::jsonb) AS with_forces
  FROM event e JOIN matter m ON m.id = e.matter_id
  WHERE e.type IN ('coercion-decided', 'coerced') AND e.occurred_on BETWEEN ${FROM} AND $4::date AND NOT e.retracted
    AND NOT EXISTS (SELECT 1 FROM event x WHERE x.corrects_id = e.id) AND ${SCOPE}
  GROUP BY m.id
)
SELECT unit_id AS "unitId", officer_id AS "officerId",
  sum(greatest(decided, carried_out))::int AS total, sum(with_forces)::int AS interagency
FROM per_case GROUP BY unit_id, officer_id`;

/** Complaints and denunciations that were open at some time in the window, and those of them ended in it. */
export const COMPLAINT_COUNTS = `
SELECT m.unit_id AS "unitId", m.officer_id AS "officerId", count(*)::int AS received,
  count(*) FILTER (WHERE m.closed_on <= $4::date)::int AS settled
FROM matter m
WHERE m.kind IN ('complaint', 'denunciation') AND m.opened_on <= $4::date
  AND (m.closed_on IS NULL OR m.closed_on >= ${FROM}) AND ${SCOPE}
GROUP BY m.unit_id, m.officer_id`;
