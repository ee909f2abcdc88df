/**
 * What became of each threshold that should have been told (`derive-sql.ts`): compared with alerts, outbox and acknowledgements. Every one has
 * exactly one fate.
 */

/** How long after it should have been told a threshold may be without an alert: a wake-up stands in line behind others. */
const GRACE = `INTERVAL '10 minutes'`;

// Of each officer for whom alerts wait, the last morning whose digest must be written by now: 07:30, a quarter of an hour ago or longer, of a day
// on which somebody reads and whose unit works. Whoever is asked may be the reader, so each one's unit counts.
const DIGEST = `
CREATE TEMP TABLE rc_digest ON COMMIT DROP AS
WITH closed AS (
  SELECT o.id, c.from_day, c.to_day
  FROM officer AS o JOIN rc_above AS above ON above.unit_id = o.unit_id
  JOIN unit_closure AS c ON c.unit_id = above.id AND c.countersigner IS NOT NULL AND c.withdrawn_at IS NULL
), mornings AS MATERIALIZED (
  SELECT today - i AS day
  FROM rc_moment, generate_series(0, 60) AS i
  WHERE (today - i + TIME '07:45') AT TIME ZONE INTERVAL '+07:00' <= rc_moment.at AND is_working_day(today - i)
)
SELECT reader.recipient_id, (max(mornings.day) + TIME '07:30') AT TIME ZONE INTERVAL '+07:00' AS at
FROM (SELECT DISTINCT recipient_id FROM alert WHERE state = 'waiting') AS reader
CROSS JOIN mornings
WHERE NOT EXISTS (
    SELECT 1 FROM rc_unread_officer AS unread
    JOIN absence AS x ON x.officer_id = unread.officer_id AND unread.day BETWEEN x.from_day AND x.to_day
    WHERE unread.officer_id = reader.recipient_id AND unread.day = mornings.day)
  AND NOT EXISTS (SELECT 1 FROM closed WHERE closed.id = reader.recipient_id AND mornings.day BETWEEN from_day AND to_day)
  AND NOT EXISTS (
    SELECT 1 FROM rc_reach AS asked JOIN closed ON closed.id = asked.id AND asked.day BETWEEN closed.from_day AND closed.to_day
    WHERE asked.officer_id = reader.recipient_id AND asked.day = mornings.day)
GROUP BY reader.recipient_id`;

// Best first. A mail that bounced or was set aside is somebody's task; without one it is lost.
const TOLD = `
SELECT a.deadline_id, a.threshold AS code, min(CASE
  WHEN a.state = 'acknowledged' THEN 1
  WHEN a.state = 'queued' AND o.state = 'accepted' THEN 2
  WHEN a.state = 'queued' AND o.state IN ('pending', 'sending', 'unknown', 'deferred') THEN 3
  WHEN a.state = 'queued' AND o.state IN ('bounced', 'suppressed') AND o.task_id IS NOT NULL THEN 4
  WHEN a.state = 'waiting' AND a.created_at >= coalesce(digest.at, '-infinity') THEN 5
  WHEN a.state = 'silent' THEN 6
  WHEN a.state = 'waiting' THEN 7
  WHEN a.state = 'queued' THEN 8
  ELSE 9
END) AS rank
FROM alert AS a
LEFT JOIN outbox AS o ON o.id = a.outbox_id
LEFT JOIN rc_digest AS digest ON digest.recipient_id = a.recipient_id
WHERE a.deadline_id IN (SELECT deadline_id FROM rc_watched)
GROUP BY a.deadline_id, a.threshold`;

// Whether there is anybody at all to tell at each level, by unit: the head of the unit or of the nearest one above it.
const HEADED = `
CREATE TEMP TABLE rc_headed ON COMMIT DROP AS
WITH RECURSIVE up AS (
  SELECT id AS unit_id, id, parent_id FROM unit
  UNION ALL
  SELECT up.unit_id, above.id, above.parent_id FROM up JOIN unit AS above ON above.id = up.parent_id
)
SELECT up.unit_id, bool_or(r.role = 'province_head') AS by_province_head, true AS by_any_head
FROM rc_moment, up
JOIN officer_role AS r ON r.unit_id = up.id AND r.role IN ('branch_head', 'department_head', 'province_head')
JOIN officer AS o ON o.id = r.officer_id AND o.active
WHERE today BETWEEN r.valid_from AND coalesce(r.valid_to, today)
GROUP BY up.unit_id`;

// What is as it should be is only counted (\`n\`); each gap has a row of its own.
const FATES = `
CREATE TEMP TABLE rc_fate ON COMMIT DROP AS
WITH judged AS MATERIALIZED (
  SELECT t.province_id, t.told_from > (SELECT since FROM rc_moment) AS fresh, t.matter_id, t.deadline_id, t.code, t.level, t.at, told.rank, CASE
    WHEN told.rank <= 4 OR told.rank = 6 THEN (ARRAY['acknowledged', 'accepted', 'on_the_way', 'undeliverable', '', 'silent'])[told.rank]
    WHEN NOT t.in_force THEN CASE WHEN told.rank IS NOT NULL OR t.settled_at IS NOT NULL THEN 'settled' END
    WHEN told.rank = 5 THEN 'waiting'
    WHEN told.rank IS NOT NULL THEN 'unaccounted'
    WHEN t.at > (SELECT at FROM rc_moment) THEN NULL
    WHEN t.told > (SELECT at FROM rc_moment) THEN 'held'
    WHEN t.told_by + ${GRACE} > (SELECT at FROM rc_moment) THEN NULL
    WHEN t.level = 'officer' AND t.officer_id IS NOT NULL THEN 'unaccounted'
    WHEN coalesce(CASE t.level WHEN 'province_head' THEN h.by_province_head ELSE h.by_any_head END, false) THEN 'unaccounted'
    ELSE 'nobody'
  END AS fate
  FROM rc_threshold AS t
  LEFT JOIN (${TOLD}) AS told ON told.deadline_id = t.deadline_id AND told.code = t.code
  LEFT JOIN rc_headed AS h ON h.unit_id = t.unit_id
)
SELECT province_id, fresh, fate, rank IS NOT NULL AS created, NULL::uuid AS matter_id, NULL::uuid AS deadline_id, NULL AS code, NULL AS level,
  NULL::timestamptz AS at, NULL AS why, count(*)::int AS n
FROM judged WHERE fate NOT IN ('unaccounted', 'nobody') GROUP BY 1, 2, 3, 4
UNION ALL
SELECT province_id, fresh, fate, rank IS NOT NULL, matter_id, deadline_id, code, level, at, CASE rank
  WHEN 7 THEN 'left_waiting' WHEN 8 THEN 'mail_lost' WHEN 9 THEN 'wrongly_cancelled' ELSE 'never_told' END, 1
FROM judged WHERE fate IN ('unaccounted', 'nobody')`;

/** Steps after those of the derivation. */
export const FATE_STEPS: readonly string[] = [DIGEST, HEADED, 'ANALYZE rc_digest, rc_headed', FATES];

const FATE_NAMES = [
  'acknowledged',
  'accepted',
  'on_the_way',
  'waiting',
  'held',
  'silent',
  'settled',
  'undeliverable',
  'nobody',
  'unaccounted',
] as const;
export type Fate = (typeof FATE_NAMES)[number];
export const FATES_IN_ORDER: readonly Fate[] = FATE_NAMES;

/** Counts by province, apart for what fell since the statement before. */
export const PARTS = `
SELECT province_id, fresh, sum(n)::int AS due, coalesce(sum(n) FILTER (WHERE created), 0)::int AS created,
  ${FATE_NAMES.map(fate => `coalesce(sum(n) FILTER (WHERE fate = '${fate}'), 0)::int AS ${fate}`).join(',\n  ')}
FROM rc_fate GROUP BY province_id, fresh ORDER BY province_id, fresh`;

/** Deadlines in force that were looked at. */
export const WATCHED_COUNT = `SELECT count(*)::int AS n FROM rc_watched WHERE in_force`;
