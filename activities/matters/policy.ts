import type { Pool } from 'pg';
import { type AlertPolicy, DEFAULT_POLICY, type Threshold } from '../../alerts';

const FRESH_MS = 60_000;

const POLICY = `
SELECT version, duty_class AS "dutyClass", code, "offset", counted_from AS "from", recipient, channel, urgency
FROM alert_policy
WHERE active AND version = (SELECT max(version) FROM alert_policy WHERE active)
ORDER BY duty_class, code`;

type Row = Threshold & { version: number };

/**
 * The alert policy in force: the newest version of the table, read again after a minute. An empty table means the policy that a
 * new installation starts with.
 */
export function policyReader(pool: Pool): (now: number) => Promise<AlertPolicy> {
  let readAt = Number.NEGATIVE_INFINITY;
  let policy: AlertPolicy = DEFAULT_POLICY;
  return async now => {
    if (Math.abs(now - readAt) < FRESH_MS) return policy;
    const { rows } = await pool.query<Row>(POLICY);
    policy =
      rows[0] === undefined
        ? DEFAULT_POLICY
        : {
            ...DEFAULT_POLICY,
            version: rows[0].version,
            thresholds: rows.map(({ version, ...threshold }) => threshold),
          };
    readAt = now;
    return policy;
  };
}
