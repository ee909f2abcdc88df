/**
 * When thresholds fall and are told: steps to a level above wait while nobody reads for the level below, an acknowledgement holds the further
 * steps of its phase, and a promised day that has passed is told itself. After the steps of `derive-sql.ts`.
 */

import { falls } from './falls-sql';

const HEAD_ROLES = `('branch_head', 'department_head', 'province_head')`;
const morning = (day: string): string => `(${day} + TIME '06:00') AT TIME ZONE INTERVAL '+07:00'`;
const midnightAfter = (day: string): string => `(${day} + 1)::timestamp AT TIME ZONE INTERVAL '+07:00'`;

const FALLEN = `
CREATE TEMP TABLE rc_fallen ON COMMIT DROP AS
SELECT * FROM (${falls('rc_watched')}) AS every_fall WHERE at <= (SELECT at FROM rc_moment)`;

// ───────────── Days on which nobody reads ─────────────

// Longer back than any step waits (a year), nobody's absence matters.
const AWAY = `
CREATE TEMP TABLE rc_away ON COMMIT DROP AS
SELECT a.officer_id, a.from_day + i AS day
FROM rc_moment, absence AS a, generate_series(greatest(0, today - 1500 - a.from_day), least(a.to_day, today) - a.from_day) AS i
UNION
SELECT o.id, today - i FROM rc_moment, officer AS o, generate_series(0, 1500) AS i
WHERE NOT o.active AND o.id IN (SELECT officer_id FROM rc_watched)`;

// Everybody asked, one for the other, on a day on which an officer is away; each once, so that circles end.
const REACH = `
CREATE TEMP TABLE rc_reach ON COMMIT DROP AS
WITH RECURSIVE reach AS (
  SELECT officer_id, day, officer_id AS id FROM rc_away
  UNION
  SELECT reach.officer_id, reach.day, d.delegate_id
  FROM reach JOIN delegation AS d ON d.delegator_id = reach.id AND reach.day BETWEEN d.from_day AND d.to_day
)
SELECT * FROM reach`;

// Somebody who stands in, directly or one for the other, is at work; or, for one who has left, somebody heads the unit.
const UNREAD = `
CREATE TEMP TABLE rc_unread_officer ON COMMIT DROP AS
WITH read AS (
  SELECT reach.officer_id, reach.day
  FROM rc_reach AS reach JOIN officer AS o ON o.id = reach.id AND o.active
  WHERE reach.id <> reach.officer_id
    AND NOT EXISTS (SELECT 1 FROM absence AS x WHERE x.officer_id = reach.id AND reach.day BETWEEN x.from_day AND x.to_day)
  UNION
  SELECT away.officer_id, away.day
  FROM rc_away AS away
  JOIN officer AS left_ ON left_.id = away.officer_id AND NOT left_.active
  JOIN officer_role AS r ON r.unit_id = left_.unit_id AND r.role IN ${HEAD_ROLES}
    AND away.day BETWEEN r.valid_from AND coalesce(r.valid_to, away.day)
  JOIN officer AS head ON head.id = r.officer_id AND head.active AND head.id <> left_.id
)
SELECT * FROM rc_away EXCEPT SELECT * FROM read`;

// By whose time is counted: the officer's (by officer), and the branch head's (by unit: who that is may change from day to day).
const UNREAD_BELOW = `
CREATE TEMP TABLE rc_unread ON COMMIT DROP AS
SELECT 'officer' AS below, officer_id AS who, day FROM rc_unread_officer
UNION
SELECT 'branch_head', above.unit_id, unread.day
FROM rc_unread_officer AS unread
JOIN officer AS o ON o.id = unread.officer_id AND o.active
JOIN officer_role AS r ON r.officer_id = o.id AND r.role IN ('branch_head', 'department_head')
  AND unread.day BETWEEN r.valid_from AND coalesce(r.valid_to, unread.day)
JOIN rc_above AS above ON above.id = r.unit_id
WHERE NOT EXISTS (
  SELECT 1 FROM rc_above AS nearer
  JOIN officer_role AS other ON other.unit_id = nearer.id AND other.role IN ('branch_head', 'department_head')
    AND unread.day BETWEEN other.valid_from AND coalesce(other.valid_to, unread.day)
  JOIN officer AS head ON head.id = other.officer_id AND head.active
  WHERE nearer.unit_id = above.unit_id
    AND (nearer.depth, -(other.valid_from - DATE '1970-01-01'), other.officer_id)
      < (above.depth, -(r.valid_from - DATE '1970-01-01'), r.officer_id)
)`;

// The step's n-th working day on which somebody reads for the level below; after a year it waits no longer.
const MOVED = `
CREATE TEMP TABLE rc_moved ON COMMIT DROP AS
WITH step AS (
  SELECT DISTINCT who.below, who.who, w.cal, w.due_latest, f."offset", f.fall_day
  FROM rc_fallen AS f
  JOIN rc_watched AS w USING (deadline_id)
  CROSS JOIN LATERAL (SELECT CASE f.level WHEN 'branch_head' THEN 'officer' ELSE 'branch_head' END AS below,
    CASE f.level WHEN 'branch_head' THEN w.officer_id ELSE w.unit_id END AS who) AS who
  WHERE f.phase = 'overdue' AND f."offset" >= 1 AND f.level <> 'officer' AND f.fall_day IS NOT NULL
    AND (who.below, who.who) IN (SELECT below, who FROM rc_unread)
)
SELECT below, who, cal, due_latest, "offset", coalesce(
  (SELECT d.day FROM rc_day AS d
    WHERE d.cal = step.cal AND d.working AND d.day > step.due_latest AND d.day < step.due_latest + 366
      AND NOT EXISTS (SELECT 1 FROM rc_unread AS x WHERE x.below = step.below AND x.who = step.who AND x.day = d.day)
    ORDER BY d.day OFFSET step."offset" - 1 LIMIT 1),
  (SELECT min(d.day) FROM rc_day AS d WHERE d.cal = step.cal AND d.working AND d.day > step.due_latest + 365)) AS day
FROM step
WHERE EXISTS (SELECT 1 FROM rc_unread AS x
  WHERE x.below = step.below AND x.who = step.who AND x.day > step.due_latest AND x.day <= step.fall_day)`;

// ───────────── Acknowledgements ─────────────

// Who acknowledged what was meant for another stands a level above.
const SEEN = `
CREATE TEMP TABLE rc_seen ON COMMIT DROP AS
SELECT a.deadline_id, k.at, k.promised_on, CASE
    WHEN a.instead_of IS NULL THEN a.level
    WHEN a.level = 'officer' THEN 'branch_head'
    ELSE 'province_head'
  END AS level
FROM acknowledgement AS k
JOIN alert AS a ON a.id = k.alert_id AND a.state = 'acknowledged'
WHERE k.at <= (SELECT at FROM rc_moment) AND a.deadline_id IN (SELECT deadline_id FROM rc_watched WHERE in_force)`;

// Before the breach it holds warnings, at most up to the due day; after it the steps of the breach.
const HOLDS = `
CREATE TEMP TABLE rc_hold ON COMMIT DROP AS
WITH held AS (
  SELECT s.deadline_id, s.at AS after, w.cal, w.due, s.at < CASE
      WHEN w.due_at IS NULL THEN ${midnightAfter('w.due_latest')}
      ELSE w.due_at + INTERVAL '1 minute'
    END AS warning, coalesce(s.promised_on, worked.day) AS last_day
  FROM rc_seen AS s
  JOIN rc_watched AS w USING (deadline_id)
  LEFT JOIN rc_day AS base ON base.cal = w.cal AND base.day = (s.at AT TIME ZONE INTERVAL '+07:00')::date
  LEFT JOIN rc_worked AS worked ON worked.cal = w.cal AND worked.nth = base.upto + w.hold_days
), limited AS (
  SELECT deadline_id, after, cal, CASE WHEN warning THEN 'due' ELSE 'overdue' END AS phase,
    CASE WHEN warning THEN least(last_day, due) ELSE last_day END AS last_day
  FROM held
)
SELECT limited.deadline_id, limited.phase, limited.after, ${midnightAfter('limited.last_day')} AS before, ${morning('worked.day')} AS until
FROM limited
JOIN rc_day AS base ON base.cal = limited.cal AND base.day = limited.last_day
JOIN rc_worked AS worked ON worked.cal = limited.cal AND worked.nth = base.upto + 1`;

// Told to who promised and to the level above, on the working morning after the promised day.
const PROMISES = `
CREATE TEMP TABLE rc_promise ON COMMIT DROP AS
SELECT DISTINCT s.deadline_id, 'promise-' || to_char(s.promised_on, 'YYYY-MM-DD') AS code, told.level, ${morning('worked.day')} AS at
FROM rc_seen AS s
JOIN rc_watched AS w USING (deadline_id)
JOIN rc_day AS base ON base.cal = w.cal AND base.day = s.promised_on
JOIN rc_worked AS worked ON worked.cal = w.cal AND worked.nth = base.upto + 1
CROSS JOIN LATERAL unnest(ARRAY[s.level, CASE s.level WHEN 'officer' THEN 'branch_head' ELSE 'province_head' END]) AS told (level)
WHERE s.promised_on IS NOT NULL`;

// \`base_at\`: by the calendar alone; \`at\`: in the working time of who had the time to act; \`told\`: when nothing holds it any more.
const THRESHOLDS = `
CREATE TEMP TABLE rc_threshold ON COMMIT DROP AS
WITH timed AS NOT MATERIALIZED (
  SELECT w.deadline_id, w.matter_id, w.unit_id, w.officer_id, w.province_id, w.in_force, w.settled_at, w.since, f.code, f.level, f.phase,
    f.at AS base_at, coalesce(${morning('moved.day')}, f.at) AS at
  FROM rc_fallen AS f
  JOIN rc_watched AS w USING (deadline_id)
  LEFT JOIN rc_moved AS moved ON f.phase = 'overdue' AND moved.cal = w.cal AND moved.due_latest = w.due_latest
    AND moved."offset" = f."offset" AND moved.below = CASE f.level WHEN 'branch_head' THEN 'officer' WHEN 'province_head' THEN 'branch_head' END
    AND moved.who = CASE f.level WHEN 'branch_head' THEN w.officer_id ELSE w.unit_id END
    AND f.fall_day IS NOT NULL
), held AS (
  SELECT t.deadline_id, t.code, max(h.until) AS until
  FROM timed AS t JOIN rc_hold AS h ON h.deadline_id = t.deadline_id AND h.phase = t.phase AND t.at > h.after AND t.at < h.before
  GROUP BY t.deadline_id, t.code
), every_one AS (
  SELECT t.deadline_id, matter_id, unit_id, officer_id, province_id, in_force, settled_at, since, t.code, level, base_at, at,
    greatest(at, held.until) AS told
  FROM timed AS t LEFT JOIN held ON held.deadline_id = t.deadline_id AND held.code = t.code
  UNION ALL
  SELECT deadline_id, matter_id, unit_id, officer_id, province_id, in_force, settled_at, since, code, level, at, at, at
  FROM rc_promise JOIN rc_watched USING (deadline_id) WHERE at <= (SELECT at FROM rc_moment)
)
SELECT deadline_id, matter_id, unit_id, officer_id, province_id, in_force, settled_at, code, level, base_at, at, told,
  greatest(told, since) AS told_from,
  greatest(told + CASE WHEN (told AT TIME ZONE INTERVAL '+07:00')::time = TIME '06:00' THEN INTERVAL '75 minutes' ELSE INTERVAL '0' END,
    since) AS told_by
FROM every_one
WHERE in_force OR (greatest(told, since) > (SELECT since FROM rc_moment) AND (settled_at IS NULL OR told <= settled_at))`;

/** Steps after those that say what is watched. */
export const LADDER_STEPS: readonly string[] = [
  FALLEN,
  AWAY,
  'ANALYZE rc_away',
  REACH,
  UNREAD,
  UNREAD_BELOW,
  'ANALYZE rc_unread',
  'CREATE INDEX ON rc_day (cal, day)',
  MOVED,
  'ANALYZE rc_moved',
  SEEN,
  'ANALYZE rc_seen',
  HOLDS,
  'ANALYZE rc_hold',
  PROMISES,
  THRESHOLDS,
];
