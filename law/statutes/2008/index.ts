import type { Duty } from '../../model';
import { DECISION } from './articles-31-38-decision';
import { NOTIFICATION_AND_VERIFICATION } from './articles-39-46-notification-verification';
import { HANDOVER, MONEY_AND_POSTPONEMENT } from './articles-47-57-money-postponement';
import { COERCION_AND_SALE } from './articles-67-105-coercion-sale';
import { COMPLAINT, COMPLAINT_CIRCULAR, DENUNCIATION, PROTEST } from './articles-140-161-complaint-procuracy';

/** Law 26/2008/QH12 as amended, with its decrees, until 30 June 2026, in the order of its articles. */
export const STATUTE_2008: readonly Duty[] = [
  ...DECISION,
  ...NOTIFICATION_AND_VERIFICATION,
  ...MONEY_AND_POSTPONEMENT,
  ...COERCION_AND_SALE,
  ...HANDOVER,
  ...COMPLAINT,
  ...COMPLAINT_CIRCULAR,
  ...DENUNCIATION,
  ...PROTEST,
];
