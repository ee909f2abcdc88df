export { type AlgebraFault, checkAlgebra } from './algebra';
export { addCounts, type Counts, type Derived, derive, NO_COUNTS, TALLY_FIELDS, type Tally } from './counts';
export {
  grouped,
  hundredthsText,
  INDICATORS,
  type Indicator,
  indicatorOf,
  percentText,
  type Ratio,
  rate,
  ratioOf,
} from './indicators';
export { type CountsJson, countsFromJson, countsToJson } from './json';
export { type Pace, type PaceInput, paceOf } from './pace';
export {
  type CampaignFigures,
  campaignText,
  figuresText,
  type TargetFigures,
  type WorkFigures,
} from './report';
export { reaches, type Target, targetFor } from './targets';
