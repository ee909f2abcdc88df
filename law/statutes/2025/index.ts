import type { Duty, EventRule } from '../../model';
import { ADMINISTRATIVE_JUDGMENT } from './administrative-judgment';
import { PRIVATE_OFFICES } from './article-31-private-offices';
import { NOTIFICATION, NOTIFICATION_RULES } from './article-35-notification';
import { VOLUNTARY_PERIOD } from './article-36-voluntary-period';
import { VERIFICATION } from './article-37-verification';
import { NO_CONDITION } from './article-38-no-condition';
import { PAYOUT } from './article-54-payout';
import { ENDING, ENDING_RULES } from './article-55-ending';
import { COMPLAINT_LIMITATION, COMPLAINT_LIMITATION_RULES } from './article-96-complaint-limitation';
import { DENUNCIATION, DENUNCIATION_RULES } from './article-110-denunciation';
import { RECEIPT, RECEIPT_RULES } from './articles-13-34-receipt';
import { DECISION } from './articles-33-34-decision';
import { OWNERSHIP_AND_SUCCESSION } from './articles-39-41-ownership-succession';
import { EXEMPTION, EXEMPTION_RULES } from './articles-43-45-exemption';
import { POSTPONEMENT } from './articles-46-48-postponement-suspension';
import { ENTRUSTMENT } from './articles-49-50-entrustment';
import { EVIDENCE_AND_PROPERTY } from './articles-57-59-evidence-property';
import { INTERIM_AND_BANKRUPTCY } from './articles-62-64-interim-bankruptcy';
import { PREVENTIVE_MEASURES } from './articles-66-70-preventive-measures';
import { COERCION, COERCION_RULES } from './articles-72-80-coercion';
import { VALUATION } from './articles-81-82-valuation';
import { SALE, SALE_RULES } from './articles-83-84-sale';
import { DELIVERY_AND_ACTS } from './articles-86-94-delivery-acts';
import { FIRST_COMPLAINT } from './articles-97-105-complaint-first';
import { COMPLAINT_EFFECT_RULES, COMPLAINT_RULES } from './articles-97-107-complaint-rules';
import { SECOND_COMPLAINT } from './articles-98-106-complaint-second';
import {
  PROCURACY_NOTICE_RULES,
  PROTEST,
  PROTEST_RULES,
  RECOMMENDATION,
  RECOMMENDATION_RULES,
  REQUEST,
  REQUEST_RULES,
} from './articles-112-113-procuracy';
import {
  COMPLAINT_SERVICE,
  COMPLAINT_SERVICE_RULES,
  DENUNCIATION_SERVICE,
  PETITION_SERVICE,
} from './circular-13-complaint-service';
import { COMPLAINTS_IN_OUTLINE } from './complaints-in-outline';
import { BUDGET_GUARANTEE } from './decree-152-budget-guarantee';
import { PAPERS_AND_SECURITIES } from './decree-152-papers-securities';
import { PRISON_CHANNEL } from './decree-152-prisons';
import { ADMINISTRATIVE_COMPLAINT } from './law-on-complaints';
import { LETTER_HANDLING, LETTER_RULES, RECEPTION, RECEPTION_RULES } from './law-on-reception';
import { REPORTING, REPORTING_RULES } from './reporting';

/** Law 106/2025/QH15 with its decrees, in force since 1 July 2026, in the order of its articles. */
export const STATUTE_2025: readonly Duty[] = [
  ...PRIVATE_OFFICES,
  ...RECEIPT,
  ...DECISION,
  ...NOTIFICATION,
  ...VOLUNTARY_PERIOD,
  ...VERIFICATION,
  ...NO_CONDITION,
  ...OWNERSHIP_AND_SUCCESSION,
  ...EXEMPTION,
  ...POSTPONEMENT,
  ...ENTRUSTMENT,
  ...PAYOUT,
  ...BUDGET_GUARANTEE,
  ...PRISON_CHANNEL,
  ...ENDING,
  ...EVIDENCE_AND_PROPERTY,
  ...INTERIM_AND_BANKRUPTCY,
  ...PREVENTIVE_MEASURES,
  ...COERCION,
  ...VALUATION,
  ...SALE,
  ...DELIVERY_AND_ACTS,
  ...PAPERS_AND_SECURITIES,
  ...COMPLAINT_LIMITATION,
  ...FIRST_COMPLAINT,
  ...SECOND_COMPLAINT,
  ...COMPLAINT_SERVICE,
  ...PETITION_SERVICE,
  ...ADMINISTRATIVE_COMPLAINT,
  ...DENUNCIATION,
  ...DENUNCIATION_SERVICE,
  ...PROTEST,
  ...RECOMMENDATION,
  ...REQUEST,
  ...RECEPTION,
  ...ADMINISTRATIVE_JUDGMENT,
  ...REPORTING,
  ...LETTER_HANDLING,
];

/** Its provisions without a length. */
export const RULES_2025: readonly EventRule[] = [
  ...RECEIPT_RULES,
  ...NOTIFICATION_RULES,
  ...EXEMPTION_RULES,
  ...COERCION_RULES,
  ...ENDING_RULES,
  ...SALE_RULES,
  ...COMPLAINTS_IN_OUTLINE,
  ...REPORTING_RULES,
  ...COMPLAINT_LIMITATION_RULES,
  ...COMPLAINT_RULES,
  ...COMPLAINT_EFFECT_RULES,
  ...COMPLAINT_SERVICE_RULES,
  ...DENUNCIATION_RULES,
  ...PROTEST_RULES,
  ...RECOMMENDATION_RULES,
  ...REQUEST_RULES,
  ...PROCURACY_NOTICE_RULES,
  ...RECEPTION_RULES,
  ...LETTER_RULES,
];
