import type { Duty, EventRule } from '../../model';
import { ADMINISTRATIVE_JUDGMENT } from './administrative-judgment';
import { ENTRUSTMENT } from './article-57-entrustment';
import { RECEIPT_AND_DECISION } from './articles-28-36-receipt-decision';
import { NOTIFICATION } from './articles-38-43-notification';
import { VERIFICATION, VERIFICATION_RULES } from './articles-44-46-verification';
import { ENDING_RULES, PAYOUT_AND_POSTPONEMENT } from './articles-47-53-payout-postponement';
import { PREVENTIVE_MEASURES } from './articles-67-69-preventive-measures';
import { COERCION, COERCION_RULES } from './articles-72-88-coercion';
import { VALUATION_AND_AUCTION, VALUATION_AND_AUCTION_RULES } from './articles-98-104-valuation-auction';
import { DELIVERY } from './articles-100-113-delivery';
import { ACTS_AND_EVIDENCE } from './articles-118-126-acts-evidence';
import { INTERIM_AND_BANKRUPTCY } from './articles-130-137-interim-bankruptcy';
import { COMPLAINT, COMPLAINT_RULES } from './articles-140-148-complaint';
import {
  DENUNCIATION,
  PROTEST,
  RECOMMENDATION_RULES,
  REQUEST,
  REQUEST_RULES,
} from './articles-157-161-denunciation-procuracy';
import {
  COMPLAINT_CIRCULAR,
  COMPLAINT_CIRCULAR_RULES,
  DENUNCIATION_CIRCULAR,
  PETITION_CIRCULAR,
} from './circular-13-complaint-process';
import { COMPLAINTS_IN_OUTLINE } from './complaints-in-outline';
import { ADMINISTRATIVE_COMPLAINT } from './law-on-complaints';
import { DENUNCIATION_LAW, DENUNCIATION_LAW_RULES } from './law-on-denunciations';
import { LETTER_HANDLING, RECEPTION, RECEPTION_RULES } from './law-on-reception';
import { REPORTING, REPORTING_RULES } from './reporting';

/** Law 26/2008/QH12 as amended, with its decrees, until 30 June 2026, in the order of its articles. */
export const STATUTE_2008: readonly Duty[] = [
  ...RECEIPT_AND_DECISION,
  ...NOTIFICATION,
  ...VERIFICATION,
  ...PAYOUT_AND_POSTPONEMENT,
  ...ENTRUSTMENT,
  ...PREVENTIVE_MEASURES,
  ...COERCION,
  ...VALUATION_AND_AUCTION,
  ...DELIVERY,
  ...ACTS_AND_EVIDENCE,
  ...INTERIM_AND_BANKRUPTCY,
  ...COMPLAINT,
  ...COMPLAINT_CIRCULAR,
  ...PETITION_CIRCULAR,
  ...ADMINISTRATIVE_COMPLAINT,
  ...DENUNCIATION,
  ...DENUNCIATION_LAW,
  ...DENUNCIATION_CIRCULAR,
  ...PROTEST,
  ...ADMINISTRATIVE_JUDGMENT,
  ...REPORTING,
  ...REQUEST,
  ...RECEPTION,
  ...LETTER_HANDLING,
];

/** Its provisions without a length. */
export const RULES_2008: readonly EventRule[] = [
  ...VERIFICATION_RULES,
  ...COERCION_RULES,
  ...ENDING_RULES,
  ...VALUATION_AND_AUCTION_RULES,
  ...COMPLAINTS_IN_OUTLINE,
  ...REPORTING_RULES,
  ...COMPLAINT_RULES,
  ...COMPLAINT_CIRCULAR_RULES,
  ...DENUNCIATION_LAW_RULES,
  ...RECOMMENDATION_RULES,
  ...REQUEST_RULES,
  ...RECEPTION_RULES,
];
