import { type Counts, NO_COUNTS } from '../../campaigns';

/** Lào Cai 2016-2021 as its agency reported to the provincial council. */
export const LAO_CAI: Counts = {
  ...NO_COUNTS,
  cases: {
    ...NO_COUNTS.cases,
    new: 23_419,
    entrusted: 200,
    withdrawn: 19,
    withConditions: 22_669,
    withoutConditions: 531,
    completed: 21_000,
    terminated: 1_041,
  },
  money: {
    ...NO_COUNTS.money,
    new: 1_302_149_296_000n,
    entrusted: 80_000_000_000n,
    withdrawn: 1_585_156_000n,
    withConditions: 1_026_755_382_000n,
    withoutConditions: 193_808_758_000n,
    completed: 380_000_000_000n,
    terminated: 5_296_980_000n,
  },
  coercions: { total: 241, interagency: 73 },
};
