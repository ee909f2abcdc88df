import type { Pool } from 'pg';
import { DEFAULT_POLICY, type PolicySettings, type PolicyVersion, type Threshold } from '../../alerts';
import { stamped } from './office';

const VERSIONS = `
SELECT v.id, v.province_id AS "provinceId", v.version, (extract(epoch FROM v.valid_from) * 1000)::float8 AS "validFrom",
  v.hold_days AS "holdDays", v.longest_promise_days AS "longestPromiseDays", v.mail_cap AS "mailCap",
  v.digest_cap AS "digestCap", v.office_from_minute AS "officeFromMinute", v.office_to_minute AS "officeToMinute",
  (SELECT json_agg(json_build_object('dutyClass', duty_class, 'code', code, 'offset', "offset", 'from', counted_from,
      'recipient', recipient, 'channel', channel, 'urgency', urgency) ORDER BY duty_class, code)
    FROM alert_policy WHERE version_id = v.id) AS thresholds
FROM alert_policy_version v ORDER BY v.version`;

type Row = PolicySettings & {
  readonly id: string;
  readonly provinceId: string | null;
  readonly version: number;
  readonly validFrom: number;
  readonly thresholds: Threshold[] | null;
};

const versionOf = ({ id, provinceId, version, validFrom, thresholds, ...settings }: Row): PolicyVersion => ({
  provinceId,
  policy: {
    ...{ id, version, validFrom, thresholds: thresholds ?? [], settings },
    repeatingDuties: DEFAULT_POLICY.repeatingDuties,
  },
});

/** Every version of the policy that is kept, general ones and those of provinces. */
export const policyVersions = async (pool: Pool): Promise<readonly PolicyVersion[]> =>
  (await pool.query<Row>(VERSIONS)).rows.map(versionOf);

/** All versions, at least as new as the stamp read with a matter (`policyStamp`). */
export const policiesAt = stamped(policyVersions);
