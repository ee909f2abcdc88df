import type { ClientBase } from 'pg';
import { DEFAULT_POLICY } from '../../alerts';

/** Every version of the policy and its thresholds as the recount reads them. Version 0 comes with the program and was always there. */
export interface PolicyRows {
  readonly policies: readonly object[];
  readonly rules: readonly object[];
}

const VERSIONS = `
SELECT row_number() OVER (ORDER BY id)::int AS policy, id, province_id, version, valid_from, hold_days FROM alert_policy_version`;
const RULES = `SELECT version_id, duty_class, code, "offset", counted_from, recipient FROM alert_policy`;

/** Data only: which policy counts when, and for which deadline, is reckoned in SQL. */
export async function policyRows(client: ClientBase): Promise<PolicyRows> {
  const { rows: versions } = await client.query<{ id: string; policy: number; valid_from: Date }>(VERSIONS);
  const { rows: thresholds } = await client.query<{ version_id: string }>(RULES);
  const number = new Map(versions.map(({ id, policy }) => [id, policy]));
  const builtIn = { policy: 0, province_id: null, version: 0, valid_from: '-infinity' };
  return {
    policies: [{ ...builtIn, hold_days: DEFAULT_POLICY.settings.holdDays }, ...versions],
    rules: [
      ...DEFAULT_POLICY.thresholds.map(({ dutyClass, code, offset, from, recipient }) => ({
        ...{ policy: 0, duty_class: dutyClass, code, offset, counted_from: from, recipient },
      })),
      ...thresholds.map(({ version_id, ...rule }) => ({ ...rule, policy: number.get(version_id)! })),
    ],
  };
}
