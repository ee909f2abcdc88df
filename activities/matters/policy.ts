import type { Pool } from 'pg';
import { type AlertPolicy, DEFAULT_POLICY, type PolicySettings, type Threshold } from '../../alerts';

const FRESH_MS = 60_000;

const POLICY = `
SELECT v.id, v.version, (extract(epoch FROM v.valid_from) * 1000)::float8 AS "validFrom", v.hold_days AS "holdDays", v.longest_promise_days AS "longestPromiseDays", v.mail_cap AS "mailCap",
  v.digest_cap AS "digestCap", v.office_from_minute AS "officeFromMinute", v.office_to_minute AS "officeToMinute",
  (SELECT json_agg(json_build_object('dutyClass', duty_class, 'code', code, 'offset', "offset", 'from', counted_from,
      'recipient', recipient, 'channel', channel, 'urgency', urgency) ORDER BY duty_class, code)
    FROM alert_policy WHERE version_id = v.id) AS thresholds
FROM alert_policy_version v
WHERE v.province_id IS NULL AND v.valid_from <= $1
ORDER BY v.version DESC LIMIT 1`;

type Row = PolicySettings & { id: string; version: number; validFrom: number; thresholds: Threshold[] | null };

/**
 * The alert policy in force: the newest general version, read again after a minute. Without any, the policy that a new installation
 * starts with.
 */
export function policyReader(pool: Pool): (now: number) => Promise<AlertPolicy> {
  let readAt = Number.NEGATIVE_INFINITY;
  let policy: AlertPolicy = DEFAULT_POLICY;
  return async now => {
    if (Math.abs(now - readAt) < FRESH_MS) return policy;
    const { rows } = await pool.query<Row>(POLICY, [new Date(now)]);
    policy = rows[0] === undefined ? DEFAULT_POLICY : policyOf(rows[0]);
    readAt = now;
    return policy;
  };
}

const policyOf = ({ id, version, validFrom, thresholds, ...settings }: Row): AlertPolicy => ({
  ...{ id, version, validFrom, thresholds: thresholds ?? [], settings },
  repeatingDuties: DEFAULT_POLICY.repeatingDuties,
});
