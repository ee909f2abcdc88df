/** Versions of the alert policy: kept once, never changed. */

import type { Pool } from 'pg';
import { type AlertPolicy, policiesOf, policyAt, standingVersions } from '../../alerts';
import { instantOf, toDay, toIso, vietnamDay } from '../../law';
import { audit } from '../law/audit';
import { LawRefused } from '../law/refused';
import { policyVersions } from '../matters/policy';
import { inTransaction } from '../matters/transaction';
import { documentOf, type PolicyDocument, policyOf, readPolicy } from './document';

/** A version as lists show it. Instants are ISO. */
export interface KeptPolicy {
  readonly id: string;
  /** Unit code; null: for everybody. */
  readonly province: string | null;
  readonly version: number;
  readonly validFrom: string;
  readonly author: string;
  readonly reason: string;
}

const LIST = `
SELECT v.id, u.code AS province, v.version, to_char(v.valid_from AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-DD') AS "validFrom", v.author, v.reason
FROM alert_policy_version v LEFT JOIN unit u ON u.id = v.province_id ORDER BY u.code NULLS FIRST, v.version`;

/** Every version kept, the general ones first. */
export const keptPolicies = async (pool: Pool): Promise<readonly KeptPolicy[]> =>
  (await pool.query<KeptPolicy>(LIST)).rows;

const PROVINCE = `SELECT id FROM unit WHERE code = $1 AND kind = 'province'`;

/** Id of a province by its code; null for everybody. @throws LawRefused `unknown_province` */
export async function provinceId(pool: Pool, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const found = (await pool.query<{ id: string }>(PROVINCE, [code])).rows[0];
  if (found) return found.id;
  throw new LawRefused(
    'unknown_province',
    `Không có tỉnh ${code}. Ghi mã của cơ quan cấp tỉnh, hoặc null cho tất cả.`,
    `There is no province ${code}. Give the code of a province's agency, or null for everybody.`,
    [{ field: 'province', vi: `Không có tỉnh ${code}.`, en: `There is no province ${code}.` }],
  );
}

/** The policy in force for a province (null: for a province without its own) at an instant, epoch ms. */
export const policyInForce = async (pool: Pool, province: string | null, now: number): Promise<AlertPolicy> =>
  policyAt(policiesOf(await policyVersions(pool), province ?? ''), now);

/**
 * A kept version as a file.
 * @param code of the province, null: for everybody
 * @throws LawRefused `unknown_province`, `unknown_version`
 */
export async function policyVersion(pool: Pool, code: string | null, version: number): Promise<PolicyDocument> {
  // A province that is not there is said to be that, not to lack a version.
  await provinceId(pool, code);
  const listed = (await keptPolicies(pool)).find(one => one.province === code && one.version === version);
  const found = (await policyVersions(pool)).find(one => one.policy.id === listed?.id);
  if (found && listed) return documentOf(found.policy, code, listed.reason);
  throw new LawRefused(
    'unknown_version',
    `Không có bản ${version} của ${code ?? 'chính sách chung'}. Xem các bản: thoihan policy list.`,
    `There is no version ${version} of ${code ?? 'the general policy'}. The versions: thoihan policy list.`,
  );
}

// The lock makes the next number the next for two who load at once.
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('alert policy versions'))`;
const VERSION = `
INSERT INTO alert_policy_version (id, province_id, version, valid_from, author, reason, created_at, hold_days, longest_promise_days, mail_cap,
  digest_cap, office_from_minute, office_to_minute)
SELECT $1::uuid, $2::uuid, 1 + greatest((SELECT coalesce(max(version), 0) FROM alert_policy_version WHERE province_id IS NOT DISTINCT FROM $2::uuid),
  CASE WHEN $2::uuid IS NULL THEN 1 ELSE 0 END), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
ON CONFLICT (id) DO NOTHING RETURNING version`;
const THRESHOLDS = `
INSERT INTO alert_policy (id, version_id, duty_class, code, "offset", counted_from, recipient, channel, urgency)
SELECT gen_random_uuid(), $1::uuid, "dutyClass", code, "offset", "from", recipient, channel, urgency
FROM json_to_recordset($2::json) AS r ("dutyClass" text, code text, "offset" int, "from" text, recipient text, channel text, urgency text)`;

export interface LoadPolicy {
  /** Made by the caller: the same load again is the same version. */
  readonly id: string;
  readonly document: unknown;
  /** Officer code, or `system`. */
  readonly by: string;
  readonly now: number;
}

/** A version just loaded, and the numbers of those that were to be in force later and now never will be. */
export interface LoadedPolicy extends KeptPolicy {
  readonly replaces: readonly number[];
}

/**
 * Keep a version; it is in force from its day on, for limits nobody could be told of before.
 * @throws LawRefused `bad_policy` with everything that is wrong, `unknown_province`; then nothing is written
 */
export async function loadPolicy(pool: Pool, { id, document: given, by, now }: LoadPolicy): Promise<LoadedPolicy> {
  const { document, problems } = readPolicy(given, toIso(vietnamDay(now)));
  if (document === null) {
    throw new LawRefused(
      'bad_policy',
      `Chính sách nhắc việc có ${problems.length} chỗ sai; chưa ghi gì.`,
      `The alert policy has ${problems.length} mistakes; nothing was written.`,
      problems,
    );
  }
  const province = await provinceId(pool, document.province);
  const { settings, thresholds } = policyOf(document);
  await inTransaction(pool, async client => {
    await client.query(LOCK);
    const { rows } = await client.query<{ version: number }>(VERSION, [
      ...[id, province, new Date(instantOf(toDay(document.validFrom), 0)), by, document.reason, new Date(now)],
      ...[settings.holdDays, settings.longestPromiseDays, settings.mailCap, settings.digestCap],
      ...[settings.officeFromMinute, settings.officeToMinute],
    ]);
    if (rows[0] === undefined) return;
    await client.query(THRESHOLDS, [id, JSON.stringify(thresholds)]);
    const { version } = rows[0];
    await audit(client, now, by, 'loadPolicy', `policy:${document.province ?? 'general'}/${version}`, {
      validFrom: document.validFrom,
    });
  });
  const kept = (await keptPolicies(pool)).find(one => one.id === id)!;
  const upToIt = (await policyVersions(pool)).filter(
    one => one.provinceId === province && one.policy.version <= kept.version,
  );
  const still = standingVersions(upToIt);
  const gone = standingVersions(upToIt.filter(one => one.policy.id !== id)).filter(one => !still.includes(one));
  return { ...kept, replaces: gone.map(one => one.policy.version) };
}
