import type { Calendar } from '../law/calendar';
import type { Day } from '../law/model';
import { type Ratio, rate } from './indicators';

export interface PaceInput {
  /** Done so far, of what has conditions (cases or đồng). */
  readonly ratio: Ratio;
  /** Hundredths of a percent. */
  readonly target: number;
  /** First and last day of the measuring window. */
  readonly from: Day;
  readonly to: Day;
  /** The day whose evening the ratio speaks for. */
  readonly asOf: Day;
  readonly calendar: Calendar;
}

export interface Pace {
  /** Share of the window's working days that have passed, hundredths of a percent. */
  readonly elapsed: number;
  /** What the target would ask for by now at a steady pace, hundredths of a percent. */
  readonly expected: number;
  /** Value minus expectation, hundredths of a percentage point; null when there is nothing to divide by. */
  readonly ahead: number | null;
  readonly workingDaysLeft: number;
  /** Still missing to the target, at today's denominator; zero when it is reached. */
  readonly missing: bigint;
  /** Needed per working day left, rounded up; null when none is left and something is missing. */
  readonly perWorkingDay: bigint | null;
}

/** Where a rate stands against a steady pace through the window, and what each working day left has to bring. */
export function paceOf({ ratio, target, from, to, asOf, calendar }: PaceInput): Pace {
  const total = calendar.countWorking(from - 1, to);
  const passed = asOf < from ? 0 : calendar.countWorking(from - 1, Math.min(asOf, to));
  const share: Ratio = { of: BigInt(passed), to: BigInt(Math.max(total, 1)) };
  const expected = rate({ of: share.of * BigInt(target), to: share.to * 10_000n }, 2) ?? 0;
  const value = rate(ratio, 2);
  const wanted = ceilDiv(ratio.to * BigInt(target), 10_000n);
  const missing = wanted > ratio.of ? wanted - ratio.of : 0n;
  const workingDaysLeft = total - passed;
  return {
    elapsed: rate(share, 2) ?? 0,
    expected,
    ahead: value === null ? null : value - expected,
    workingDaysLeft,
    missing,
    perWorkingDay: missing === 0n ? 0n : workingDaysLeft === 0 ? null : ceilDiv(missing, BigInt(workingDaysLeft)),
  };
}

const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
