/** What is not as it should be, each by name: after the steps of `derive-sql.ts` and `fates-sql.ts`. */

import { dutyClass } from './derive-sql';

// A table of its own: the planner then knows how few, or how many, there are. What was told before the calendar last changed was told by another
// calendar and is not judged.
const LATELY = `
CREATE TEMP TABLE rc_lately ON COMMIT DROP AS
WITH changed AS (
  SELECT greatest((SELECT max(greatest(loaded_at, signed_at)) FROM calendar_year),
    (SELECT max(greatest(signed_at, withdrawn_at)) FROM unit_closure), '-infinity') AS at
)
SELECT a.deadline_id, a.matter_id, a.threshold AS code, a.created_at
FROM rc_moment, changed, alert AS a
WHERE a.created_at > rc_moment.since AND a.created_at <= rc_moment.at AND a.created_at > changed.at`;

// Told before its time by the calendar (working time of persons only delays, and may be known later), or of a threshold that the policy has not.
// What no longer counts is not judged.
const STRANGE = `
CREATE TEMP TABLE rc_strange ON COMMIT DROP AS
WITH seen AS (
  SELECT lately.*, t.base_at AS fell_at, t.level, ${dutyClass('ended.upto - begun.upto')} AS duty_class
  FROM rc_lately AS lately
  JOIN deadline AS d ON d.id = lately.deadline_id AND d.current AND d.status IN ('open', 'overdue')
  JOIN matter AS m ON m.id = d.matter_id
  JOIN rc_unit AS u ON u.unit_id = m.unit_id
  LEFT JOIN rc_day AS begun ON begun.cal = u.cal AND begun.day = d.started_on
  LEFT JOIN rc_day AS ended ON ended.cal = u.cal AND ended.day = d.due
  LEFT JOIN rc_threshold AS t ON t.deadline_id = lately.deadline_id AND t.code = lately.code
)
SELECT DISTINCT seen.deadline_id, seen.matter_id, seen.code, coalesce(seen.level, rule.recipient, 'officer') AS level, seen.fell_at,
  CASE WHEN seen.fell_at IS NULL AND rule.recipient IS NULL THEN 'groundless' ELSE 'early' END AS kind
FROM seen
LEFT JOIN LATERAL (
  SELECT recipient FROM rc_rule AS r WHERE r.duty_class = seen.duty_class AND r.code = seen.code LIMIT 1
) AS rule ON true
WHERE seen.fell_at IS NULL OR seen.created_at < seen.fell_at`;

const GAPS = `
CREATE TEMP TABLE rc_gap ON COMMIT DROP AS
SELECT (row_number() OVER (ORDER BY kind, fell_at, deadline_id, code))::int AS place, one.*
FROM (
  SELECT fate AS kind, CASE fate WHEN 'nobody' THEN 'nobody' ELSE why END AS why, matter_id, deadline_id, code, level, at AS fell_at
  FROM rc_fate WHERE fate IN ('unaccounted', 'nobody')
  UNION ALL
  SELECT kind, CASE kind WHEN 'early' THEN 'early' ELSE 'no_such_threshold' END, matter_id, deadline_id, code, level, fell_at FROM rc_strange
) AS one`;

export const GAP_STEPS: readonly string[] = [LATELY, 'ANALYZE rc_lately', STRANGE, GAPS];

export const STRANGE_COUNTS = `
SELECT count(*) FILTER (WHERE kind = 'early')::int AS early, count(*) FILTER (WHERE kind = 'groundless')::int AS groundless FROM rc_strange`;

const GAP_LINE = `concat_ws(' ', place, kind, why, matter_id, deadline_id, threshold, level,
  extract(epoch FROM date_trunc('milliseconds', fell_at)))`;

/** Kept gaps of the statement $1, and the hash over them; of a statement without gaps the hash of nothing. */
export const KEEP_GAPS = `
INSERT INTO alert_statement_gap (statement, place, kind, why, matter_id, deadline_id, threshold, level, fell_at)
SELECT $1::int, place, kind, why, matter_id, deadline_id, code, level, fell_at FROM rc_gap`;
export const HASH_OF_NEW_GAPS = `
SELECT encode(sha256(convert_to(coalesce(string_agg(${GAP_LINE.replace('threshold', 'code')}, E'\\n' ORDER BY place), ''), 'UTF8')), 'hex') AS hash
FROM rc_gap`;
export const HASH_OF_GAPS = `
SELECT encode(sha256(convert_to(coalesce(string_agg(${GAP_LINE}, E'\\n' ORDER BY place), ''), 'UTF8')), 'hex') AS hash
FROM alert_statement_gap WHERE statement = $1::int`;
