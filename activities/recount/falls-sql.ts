/**
 * A query for all falls of the deadlines in `table`, each by its policy, reached or not, as the calendar alone has them. A warning on or before
 * the day on which the clock started is none, unless the day was looked back from or set. Limits in hours run through nights and days off.
 */
export const falls = (table: string): string => `
  SELECT w.deadline_id, w.policy, f.code, f.recipient AS level, 'due' AS phase, f."offset", f.fall_day, f.at
  FROM ${table} AS w
  JOIN rc_fall AS f ON f.policy = w.policy AND f.cal = w.cal AND f.duty_class = w.duty_class AND f.counted_from = 'due' AND f.day = w.due
  WHERE f."offset" = 0 OR w.floats OR f.fall_day > w.started_on
  UNION ALL
  SELECT w.deadline_id, w.policy, f.code, f.recipient, 'overdue', f."offset", f.fall_day, f.at
  FROM ${table} AS w
  JOIN rc_fall AS f ON f.policy = w.policy AND f.cal = w.cal AND f.duty_class = w.duty_class AND f.counted_from = 'overdue'
    AND f.day = w.due_latest
  UNION ALL
  SELECT deadline_id, policy, code, recipient, counted_from, "offset", NULL, at FROM (
    SELECT w.deadline_id, w.floats, w.started_on, r.*,
      w.due_at + make_interval(hours => r."offset", mins => CASE r.counted_from WHEN 'overdue' THEN 1 ELSE 0 END) AS at
    FROM ${table} AS w JOIN rc_rule AS r ON r.policy = w.policy AND r.duty_class = 'hours'
    WHERE w.duty_class = 'hours'
  ) AS hour
  WHERE counted_from = 'overdue' OR "offset" = 0 OR floats OR at >= started_on::timestamp AT TIME ZONE INTERVAL '+07:00'`;
