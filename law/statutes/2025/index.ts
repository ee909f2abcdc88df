import type { Duty } from '../../model';
import { NOTIFICATION } from './article-35-notification';
import { VOLUNTARY_PERIOD } from './article-36-voluntary-period';
import { ENDING } from './article-55-ending';
import { DECISION } from './articles-33-34-decision';
import { VERIFICATION } from './articles-37-38-verification';
import { POSTPONEMENT_TO_ENTRUSTMENT } from './articles-46-50-postponement-entrustment';
import { MONEY_AND_PROPERTY } from './articles-53-59-money-property';
import { INTERIM_AND_BANKRUPTCY } from './articles-62-64-interim-bankruptcy';
import { PREVENTIVE_MEASURES } from './articles-66-70-95-preventive-measures';
import { COERCION } from './articles-72-80-coercion';
import { VALUATION_AND_AUCTION } from './articles-81-86-valuation-auction';
import { FIRST_COMPLAINT } from './articles-96-106-complaint-first';
import { SECOND_COMPLAINT } from './articles-98-106-complaint-second';
import { PROTEST, RECOMMENDATION } from './articles-112-113-procuracy';
import { COMPLAINT_SERVICE } from './circular-13-complaint-service';

/** Law 106/2025/QH15 with its decrees, in force since 1 July 2026, in the order of its articles. */
export const STATUTE_2025: readonly Duty[] = [
  ...DECISION,
  ...NOTIFICATION,
  ...VOLUNTARY_PERIOD,
  ...VERIFICATION,
  ...POSTPONEMENT_TO_ENTRUSTMENT,
  ...MONEY_AND_PROPERTY,
  ...ENDING,
  ...INTERIM_AND_BANKRUPTCY,
  ...PREVENTIVE_MEASURES,
  ...COERCION,
  ...VALUATION_AND_AUCTION,
  ...FIRST_COMPLAINT,
  ...SECOND_COMPLAINT,
  ...COMPLAINT_SERVICE,
  ...PROTEST,
  ...RECOMMENDATION,
];
