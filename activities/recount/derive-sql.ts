/**
 * Which thresholds should have been told by a moment: reckoned in SQL from deadlines, policy, calendar, absences and acknowledgements, beside
 * the program's own reckoning (`alerts/`) and sharing nothing with it, so that one can be held against the other. Each step makes one
 * temporary table of the transaction it runs in; the next one reads it. Here: what is watched, and by which policy; `ladder-sql.ts`: when
 * each threshold falls and is told. Alerts are looked at afterwards (`fates-sql.ts`).
 */

import { falls } from './falls-sql';

/** The moment of counting, and the one of the statement before. $1 now, $2 since; instants. */
export const MOMENT = [
  `CREATE TEMP TABLE rc_moment (at timestamptz, today date, since timestamptz, since_day date) ON COMMIT DROP`,
  `INSERT INTO rc_moment
SELECT at, (at AT TIME ZONE INTERVAL '+07:00')::date, since, (since AT TIME ZONE INTERVAL '+07:00')::date
FROM (SELECT $1::timestamptz AS at, $2::timestamptz AS since) AS given`,
] as const;

/** Versions of the policy, $1 as JSON, see `rules.ts`. */
export const POLICIES = [
  `CREATE TEMP TABLE rc_policy (policy int, province_id uuid, version int, valid_from timestamptz, hold_days int) ON COMMIT DROP`,
  `INSERT INTO rc_policy SELECT * FROM json_to_recordset($1::json) AS r (policy int, province_id uuid, version int, valid_from timestamptz,
  hold_days int)`,
] as const;

/** Their thresholds, $1 as JSON. */
export const RULES = [
  `CREATE TEMP TABLE rc_rule (policy int, duty_class text, code text, "offset" int, counted_from text, recipient text) ON COMMIT DROP`,
  `INSERT INTO rc_rule SELECT * FROM json_to_recordset($1::json) AS r (policy int, duty_class text, code text, "offset" int, counted_from text,
  recipient text)`,
] as const;

/** Duties of the class \`repeating\`. $1 ids. */
export const REPEATING = [
  `CREATE TEMP TABLE rc_repeating (duty_id text) ON COMMIT DROP`,
  `INSERT INTO rc_repeating SELECT unnest($1::text[])`,
] as const;

// Each unit with itself and those above it.
const ABOVE = `
CREATE TEMP TABLE rc_above ON COMMIT DROP AS
WITH RECURSIVE up AS (
  SELECT id AS unit_id, id, parent_id, kind, 0 AS depth FROM unit
  UNION ALL
  SELECT up.unit_id, above.id, above.parent_id, above.kind, depth + 1 FROM up JOIN unit AS above ON above.id = up.parent_id
)
SELECT unit_id, id, kind, depth FROM up`;

// A unit's province is the nearest above it (or itself); without one the top of its tree. Units with the same closures share a calendar.
const UNITS = `
CREATE TEMP TABLE rc_unit ON COMMIT DROP AS
WITH placed AS (
  SELECT DISTINCT ON (unit_id) unit_id, id AS province_id
  FROM rc_above ORDER BY unit_id, kind = 'province' DESC, CASE WHEN kind = 'province' THEN depth ELSE -depth END
), closed AS (
  SELECT above.unit_id, array_agg(c.id ORDER BY c.id) AS closures
  FROM rc_above AS above JOIN unit_closure AS c ON c.unit_id = above.id
  WHERE c.countersigner IS NOT NULL AND c.withdrawn_at IS NULL
  GROUP BY above.unit_id
)
SELECT unit_id, province_id, coalesce(closures, '{}') AS closures,
  dense_rank() OVER (ORDER BY coalesce(closures, '{}'))::int AS cal
FROM placed LEFT JOIN closed USING (unit_id)`;

// Days with the number of working days up to and with each: adding working days is then a join.
const DAYS = `
CREATE TEMP TABLE rc_day ON COMMIT DROP AS
WITH cals AS (SELECT DISTINCT cal, closures FROM rc_unit), days AS (
  SELECT DATE '1990-01-01' + i AS day
  FROM rc_moment, generate_series(0, today + 800 - DATE '1990-01-01') AS i
), official AS (
  SELECT days.day, coalesce(known.working, extract(isodow FROM days.day) < 6) AS working
  FROM days LEFT JOIN calendar_day_latest AS known ON known.day = days.day
), laid AS (
  SELECT cal, day, working AND (closures = '{}' OR NOT EXISTS (
    SELECT 1 FROM unit_closure AS c WHERE c.id = ANY(closures) AND official.day BETWEEN c.from_day AND c.to_day)) AS working
  FROM cals CROSS JOIN official
)
SELECT cal, day, working, (sum(working::int) OVER (PARTITION BY cal ORDER BY day))::int AS upto FROM laid`;

const WORKED = `
CREATE TEMP TABLE rc_worked ON COMMIT DROP AS SELECT cal, upto AS nth, day FROM rc_day WHERE working`;

// Of each province the policies in the order in which they are in force: the general ones, and from its own first one on its own alone.
// A version that begins no later than an earlier one takes that one's place.
const BOOK = `
CREATE TEMP TABLE rc_book ON COMMIT DROP AS
WITH kept AS (
  SELECT * FROM rc_policy AS p WHERE NOT EXISTS (
    SELECT 1 FROM rc_policy AS later
    WHERE later.province_id IS NOT DISTINCT FROM p.province_id AND later.version > p.version AND later.valid_from <= p.valid_from)
), listed AS (
  SELECT province.province_id, kept.policy, kept.valid_from, kept.hold_days
  FROM (SELECT DISTINCT province_id FROM rc_unit) AS province
  JOIN kept ON kept.province_id = province.province_id OR (kept.province_id IS NULL AND kept.valid_from < coalesce(
    (SELECT min(own.valid_from) FROM kept AS own WHERE own.province_id = province.province_id), 'infinity'))
)
SELECT listed.*, lead(valid_from) OVER (PARTITION BY province_id ORDER BY valid_from) AS next_from FROM listed`;

// A deadline due after \`last_day\` has no threshold behind it yet; one due before \`first_day\` had its last before the statement before.
const BOUNDS = `
CREATE TEMP TABLE rc_bounds ON COMMIT DROP AS
WITH reach AS (
  SELECT coalesce(max(-"offset") FILTER (WHERE duty_class <> 'hours'), 0) AS days_before,
    coalesce(max("offset") FILTER (WHERE duty_class <> 'hours'), 0) AS days_after,
    coalesce(max(abs("offset")) FILTER (WHERE duty_class = 'hours'), 0) / 24 + 2 AS hours_in_days
  FROM rc_rule
)
SELECT
  (SELECT least(min(d.day), since_day - hours_in_days) FROM rc_day AS d
    WHERE d.upto >= (SELECT min(upto) FROM rc_day WHERE day = since_day) - days_after - 1) AS first_day,
  (SELECT greatest(max(d.day), today + hours_in_days) FROM rc_day AS d
    JOIN rc_day AS at_today ON at_today.cal = d.cal AND at_today.day = today
    WHERE d.upto <= at_today.upto + days_before + 1) AS last_day
FROM rc_moment, reach`;

/**
 * Class of a deadline \`d\` in the policy: by whose it is, then by its length as it fell out. \`counted\` is the number of working days from
 * the day after its start to its due day.
 */
export const dutyClass = (counted: string): string => `CASE
  WHEN d.lapse OR d.role = 'external' THEN 'window'
  WHEN d.due_at IS NOT NULL THEN 'hours'
  WHEN d.basis = 'plan' THEN 'plan'
  WHEN d.basis = 'service' THEN 'service_target'
  WHEN d.unit_kind = 'atOnce' THEN 'at_once'
  WHEN d.duty_id IN (SELECT duty_id FROM rc_repeating) THEN 'repeating'
  WHEN d.unit_kind = 'before' OR d.due <= d.started_on THEN 'up_to_30_days'
  WHEN d.due - d.started_on <= 35 AND ${counted} <= 5 THEN 'up_to_5_working_days'
  WHEN d.due - d.started_on <= 45 THEN 'up_to_30_days'
  ELSE 'longer'
END`;

const COLUMNS = `id, matter_id, duty_id, basis, role, unit_kind, started_on, due, due_at, due_latest, lapse,
    coalesce(since, created_at) AS since`;

// In force; and what was, when something of it fell since the statement before. It was settled when the event that closed it was
// recorded, or when the version that replaced it was written. The policy is the one in force when the date was first written.
const WATCHED = `
CREATE TEMP TABLE rc_watched ON COMMIT DROP AS
WITH candidate AS (
  SELECT ${COLUMNS}, true AS in_force, NULL::timestamptz AS settled_at
  FROM deadline
  WHERE current AND status IN ('open', 'overdue') AND due <= (SELECT last_day FROM rc_bounds)
  UNION ALL
  SELECT ${COLUMNS}, false, CASE
      WHEN NOT current THEN (SELECT min(later.created_at) FROM deadline AS later
        WHERE later.matter_id = gone.matter_id AND later.key = gone.key AND later.version = gone.version + 1)
      ELSE (SELECT recorded_at FROM event WHERE event.id = gone.closed_by_event)
    END
  FROM deadline AS gone
  WHERE (NOT current OR status NOT IN ('open', 'overdue'))
    AND due <= (SELECT last_day FROM rc_bounds) AND due_latest >= (SELECT first_day FROM rc_bounds)
)
SELECT d.id AS deadline_id, d.matter_id, m.unit_id, m.officer_id, u.province_id, u.cal, d.started_on, d.due, d.due_latest, d.due_at,
  d.unit_kind IN ('before', 'onDay') AS floats, d.since, d.in_force, d.settled_at, ${dutyClass('ended.upto - begun.upto')} AS duty_class,
  book.policy, book.hold_days, book.next_from
FROM candidate AS d
JOIN matter AS m ON m.id = d.matter_id
JOIN rc_unit AS u ON u.unit_id = m.unit_id
JOIN rc_book AS book ON book.province_id = u.province_id AND book.valid_from <= d.since
  AND (book.next_from IS NULL OR book.next_from > d.since)
LEFT JOIN rc_day AS begun ON begun.cal = u.cal AND begun.day = d.started_on
LEFT JOIN rc_day AS ended ON ended.cal = u.cal AND ended.day = d.due`;

// The day of each threshold, once for all deadlines of a class that are due on one day. A warning is counted back from the due day, or from the
// working day before it when that is off; what follows a breach is counted on from the latest due day. Both are the n-th working day.
const FALLS = `
CREATE TEMP TABLE rc_fall ON COMMIT DROP AS
WITH spans AS (
  SELECT cal, duty_class, due, due_latest FROM rc_watched GROUP BY cal, duty_class, due, due_latest
), keys AS (
  SELECT cal, duty_class, 'due' AS counted_from, due AS day FROM spans
  UNION
  SELECT cal, duty_class, 'overdue', due_latest FROM spans
), fallen AS (
  SELECT keys.*, r.policy, r.code, r.recipient, r."offset",
    CASE WHEN counted_from = 'overdue' AND r."offset" = 0 THEN keys.day ELSE worked.day END AS fall_day
  FROM keys
  JOIN rc_rule AS r USING (duty_class, counted_from)
  JOIN rc_day AS base ON base.cal = keys.cal AND base.day = keys.day
  LEFT JOIN rc_worked AS worked ON worked.cal = keys.cal AND worked.nth = base.upto + r."offset"
  WHERE r.duty_class <> 'hours'
)
SELECT fallen.*, (fall_day + TIME '06:00') AT TIME ZONE INTERVAL '+07:00' AS at FROM fallen`;

// Where a later policy came after the date was written: all from then on.
const UNDECIDED = `
CREATE TEMP TABLE rc_undecided ON COMMIT DROP AS
SELECT w.deadline_id, w.cal, w.started_on, w.due, w.due_latest, w.due_at, w.floats, w.since, w.duty_class, book.policy, book.hold_days,
  book.valid_from, book.next_from
FROM rc_watched AS w JOIN rc_book AS book USING (province_id)
WHERE w.next_from IS NOT NULL AND (book.next_from IS NULL OR book.next_from > w.since)`;

// A chain keeps the policy by which somebody could be told before the next was in force.
const KEPT_POLICY = `
UPDATE rc_watched AS w SET policy = picked.policy, hold_days = picked.hold_days
FROM (
  SELECT DISTINCT ON (u.deadline_id) u.deadline_id, u.policy, u.hold_days
  FROM rc_undecided AS u
  LEFT JOIN (
    SELECT deadline_id, policy, min(at) AS at FROM (${falls('rc_undecided')}) AS every_fall GROUP BY deadline_id, policy
  ) AS first USING (deadline_id, policy)
  WHERE u.next_from IS NULL OR greatest(coalesce(first.at, 'infinity'), u.since) < u.next_from
  ORDER BY u.deadline_id, u.valid_from
) AS picked
WHERE picked.deadline_id = w.deadline_id AND picked.policy <> w.policy`;

/** The steps after moment, policies, rules and repeating duties; each table is counted before the next statement is planned. */
export const WATCH_STEPS: readonly string[] = [
  ABOVE,
  UNITS,
  DAYS,
  'ANALYZE rc_moment, rc_above, rc_unit, rc_day',
  WORKED,
  'ANALYZE rc_worked',
  BOOK,
  BOUNDS,
  WATCHED,
  'ANALYZE rc_watched',
  FALLS,
  'ANALYZE rc_fall',
  UNDECIDED,
  'ANALYZE rc_undecided',
  KEPT_POLICY,
];
