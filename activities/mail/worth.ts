/** What reminders were worth: acted on, and how soon. */

import type { ClientBase, Pool } from 'pg';

/** Of one kind of reminder: a step, the level and the channel by which it went. `told` is the sum of the other counts. */
export interface Worth {
  readonly threshold: string;
  readonly level: string;
  readonly channel: string;
  readonly told: number;
  /** Acknowledged or done by the end of the next working day. */
  readonly acted: number;
  /** Acknowledged or done afterwards; a warning before its limit ran out. */
  readonly later: number;
  /** A warning after which the limit ran out before anybody acted. */
  readonly tooLate: number;
  /** Nobody has acted, and nothing has run out since. */
  readonly ignored: number;
  /** Nobody has acted yet, and the next working day is not over. */
  readonly fresh: number;
}

/** Whether an instant lies in the time asked about; by an index, since there are alerts of years. */
const within = (at: string): string =>
  `${at} >= $1::date::timestamp AT TIME ZONE INTERVAL '+07:00' AND ${at} < ($2::date + 1)::timestamp AT TIME ZONE INTERVAL '+07:00'`;

// Told is what a mail carried that the relay took, from then on, or what somebody acknowledged by another door. Acting is acknowledging it,
// or recording what closed the limit. What was only noted beside another (silent), or was settled before it was told (cancelled), is not
// counted.
const WORTH = `
WITH heard AS (
  SELECT a.*, s.at AS heard_at
  FROM delivery s JOIN outbox o ON o.id = s.outbox_id AND o.state = 'accepted' JOIN alert a ON a.outbox_id = o.id
  WHERE s.state = 'accepted' AND ${within('s.at')} AND a.state IN ('queued', 'acknowledged')
  UNION ALL
  SELECT a.*, a.created_at
  FROM alert a LEFT JOIN outbox o ON o.id = a.outbox_id AND o.state = 'accepted'
  WHERE ${within('a.created_at')} AND (a.state = 'acknowledged' OR (a.state = 'queued' AND o.id IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM delivery s WHERE s.outbox_id = o.id AND s.state = 'accepted')
), told AS (
  SELECT a.threshold, a.level, a.channel, a.heard_at, (a.heard_at AT TIME ZONE INTERVAL '+07:00')::date AS day,
    (d.due_latest + 1)::timestamp AT TIME ZONE INTERVAL '+07:00' AS ends,
    least((SELECT min(k.at) FROM acknowledgement k JOIN alert seen ON seen.id = k.alert_id
        WHERE seen.deadline_id = a.deadline_id AND seen.level = a.level AND k.at >= a.heard_at),
      CASE WHEN e.recorded_at >= a.heard_at THEN e.recorded_at END) AS acted_at
  FROM heard a JOIN deadline d ON d.id = a.deadline_id JOIN matter m ON m.id = a.matter_id LEFT JOIN event e ON e.id = d.closed_by_event
  WHERE ($3::uuid[] IS NULL OR m.unit_id = ANY($3::uuid[]))
), days AS (
  SELECT day, (SELECT min(next::date) FROM generate_series(day + 1, day + 30, INTERVAL '1 day') AS next WHERE is_working_day(next::date)) AS next_day
  FROM (SELECT DISTINCT day FROM told) AS morning
), judged AS (
  SELECT told.*, CASE
      WHEN acted_at < (next_day + 1)::timestamp AT TIME ZONE INTERVAL '+07:00' THEN 'acted'
      WHEN heard_at < ends AND coalesce(acted_at, $4) >= ends THEN 'too_late'
      WHEN acted_at IS NOT NULL THEN 'later'
      WHEN $4 < (next_day + 1)::timestamp AT TIME ZONE INTERVAL '+07:00' THEN 'fresh'
      ELSE 'ignored'
    END AS outcome
  FROM told JOIN days USING (day)
)
SELECT threshold, level, channel, count(*)::int AS told,
  count(*) FILTER (WHERE outcome = 'acted')::int AS acted, count(*) FILTER (WHERE outcome = 'later')::int AS later,
  count(*) FILTER (WHERE outcome = 'too_late')::int AS "tooLate", count(*) FILTER (WHERE outcome = 'ignored')::int AS ignored,
  count(*) FILTER (WHERE outcome = 'fresh')::int AS fresh
FROM judged GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`;

export interface WorthQuery {
  /** ISO days (+07:00) on which reminders were told, both included. */
  readonly from: string;
  readonly to: string;
  /** null: every unit. */
  readonly units: readonly string[] | null;
  /** Epoch ms. */
  readonly now: number;
}

/** Reminders of a time by kind, with what became of them. */
export const worthOf = async (client: ClientBase | Pool, { from, to, units, now }: WorthQuery): Promise<Worth[]> =>
  (await client.query<Worth>(WORTH, [from, to, units, new Date(now)])).rows;
