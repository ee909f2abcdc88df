import type { Indicator } from './indicators';

/** A target as the plan gives it. Values in hundredths of a percent; bands are open below and closed above («từ trên … đến …»). */
export interface Target {
  readonly indicator: Indicator;
  /** Null: every unit, and the whole scope. */
  readonly unitId: string | null;
  readonly tierAbove: number | null;
  readonly tierUpTo: number | null;
  readonly value: number;
}

/**
 * The target of a unit of a given size (cases taken in, thụ lý): its own if it has one, else that of its size band, else the
 * general one; null when the plan sets none. The whole scope is asked for with the id of its root.
 */
export function targetFor(
  targets: readonly Target[],
  indicator: Indicator,
  unit: { readonly unitId: string; readonly size: number },
): number | null {
  const fits = targets.filter(
    target =>
      target.indicator === indicator &&
      (target.unitId === null || target.unitId === unit.unitId) &&
      (target.tierAbove === null || unit.size > target.tierAbove) &&
      (target.tierUpTo === null || unit.size <= target.tierUpTo),
  );
  const rank = (target: Target) =>
    (target.unitId === null ? 2 : 0) + (target.tierAbove === null && target.tierUpTo === null ? 1 : 0);
  return fits.sort((a, b) => rank(a) - rank(b))[0]?.value ?? null;
}

/** Whether a value reaches its target: a rate from below, a reduction (negative target) from above. */
export const reaches = (value: number, target: number): boolean => (target < 0 ? value <= target : value >= target);
