import { type AlertPolicy, DEFAULT_POLICY } from './policy';

/** A version of the policy as it is kept. */
export interface PolicyVersion {
  /** null: for every province without versions of its own. */
  readonly provinceId: string | null;
  readonly policy: AlertPolicy;
}

/** A version that begins no later than an earlier one takes that one's place. */
export const standingVersions = (versions: readonly PolicyVersion[]): PolicyVersion[] =>
  versions.filter(
    one =>
      !versions.some(
        later =>
          later.provinceId === one.provinceId &&
          later.policy.version > one.policy.version &&
          later.policy.validFrom <= one.policy.validFrom,
      ),
  );

/**
 * The policies of a province in the order in which they are in force: the general ones, and from its own first one on its own alone. The
 * policy of the program is the first of all, and was always there.
 */
export function policiesOf(versions: readonly PolicyVersion[], provinceId: string): readonly AlertPolicy[] {
  const builtIn = { provinceId: null, policy: { ...DEFAULT_POLICY, version: 0 } };
  const kept = standingVersions([builtIn, ...versions]);
  const own = kept.filter(one => one.provinceId === provinceId).map(one => one.policy);
  const ownFrom = Math.min(...own.map(one => one.validFrom));
  const general = kept.filter(one => one.provinceId === null && one.policy.validFrom < ownFrom).map(one => one.policy);
  const all = [...general, ...own].sort((a, b) => a.validFrom - b.validFrom);
  return all.map(one => (one.version === 0 ? DEFAULT_POLICY : one));
}

/** The one in force at an instant (epoch ms). */
export const policyAt = (policies: readonly AlertPolicy[], now: number): AlertPolicy =>
  policies.findLast(one => one.validFrom <= now) ?? policies[0]!;
