import { type Counts, derive } from './counts';

/**
 * Indicators of campaigns and yearly targets. Rates are integers in hundredths of a percent (97,23 % = 9723), computed once from
 * unrounded counts, halves away from zero.
 */
export type Indicator =
  /** Tỷ lệ thi hành xong về việc / về tiền, on what has conditions. */
  | 'cases_rate'
  | 'money_rate'
  /** Change of what is carried forward against the baseline; −8 % is a target of −800. */
  | 'cases_backlog_change'
  | 'money_backlog_change'
  /** Settled complaints and denunciations of all received. */
  | 'complaints_rate';

export const INDICATORS: Record<Indicator, { vi: string; en: string }> = {
  cases_rate: { vi: 'Tỷ lệ thi hành xong về việc', en: 'Cases done' },
  money_rate: { vi: 'Tỷ lệ thi hành xong về tiền', en: 'Money done' },
  cases_backlog_change: { vi: 'Tăng, giảm số việc chuyển kỳ sau', en: 'Change of backlog, cases' },
  money_backlog_change: { vi: 'Tăng, giảm số tiền chuyển kỳ sau', en: 'Change of backlog, money' },
  complaints_rate: { vi: 'Tỷ lệ giải quyết khiếu nại, tố cáo', en: 'Complaints settled' },
};

/** Numerator and denominator of an indicator. */
export interface Ratio {
  readonly of: bigint;
  readonly to: bigint;
}

/** The ratio behind an indicator; null where it needs a baseline and there is none. */
export function ratioOf(indicator: Indicator, counts: Counts, baseline: Counts | null): Ratio | null {
  switch (indicator) {
    case 'cases_rate':
      return { of: BigInt(derive(counts.cases).done), to: BigInt(counts.cases.withConditions) };
    case 'money_rate':
      return { of: derive(counts.money).done, to: counts.money.withConditions };
    case 'complaints_rate':
      return { of: BigInt(counts.complaints.settled), to: BigInt(counts.complaints.received) };
    case 'cases_backlog_change':
      return (
        baseline && change(BigInt(derive(counts.cases).carriedForward), BigInt(derive(baseline.cases).carriedForward))
      );
    case 'money_backlog_change':
      return baseline && change(derive(counts.money).carriedForward, derive(baseline.money).carriedForward);
  }
}

const change = (now: bigint, then: bigint): Ratio => ({ of: now - then, to: then });

/** Value of an indicator in hundredths of a percent; null when there is nothing to divide by. */
export function indicatorOf(indicator: Indicator, counts: Counts, baseline: Counts | null = null): number | null {
  const ratio = ratioOf(indicator, counts, baseline);
  return ratio && rate(ratio, 2);
}

/** A ratio as a percentage in units of 10^-decimals percent, halves away from zero; null when the denominator is zero. */
export function rate({ of, to }: Ratio, decimals: 0 | 1 | 2): number | null {
  if (to === 0n) return null;
  const scaled = of * 100n * 10n ** BigInt(decimals) * 2n;
  const sign = scaled < 0n !== to < 0n ? -1n : 1n;
  const abs = (n: bigint) => (n < 0n ? -n : n);
  return Number((sign * (abs(scaled) + abs(to))) / (2n * abs(to)));
}

/** `97,2 %` straight from the counts, so that nothing is rounded twice; `–` when there is nothing to divide by. */
export function percentText(ratio: Ratio | null, decimals: 0 | 1 | 2 = 2): string {
  const value = ratio && rate(ratio, decimals);
  return value === null ? '–' : `${fixed(value, decimals)} %`;
}

/** Hundredths of a percent, such as a target, in Vietnamese: `70,00 %`. */
export const hundredthsText = (value: number): string => `${fixed(value, 2)} %`;

function fixed(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole},${digits.slice(-decimals)}`;
}

/** `1.302.149.296.000`: dots between thousands, as the agencies write. */
export const grouped = (n: number | bigint): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
