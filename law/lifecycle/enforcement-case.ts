import type { EventDef } from '../model';
import { ACT_EVENTS } from './enforcement/acts';
import { BUDGET_GUARANTEE_EVENTS } from './enforcement/budget-guarantee';
import { COERCION_EVENTS } from './enforcement/coercion';
import { COMPLAINT_SIDE } from './enforcement/complaints';
import { ENDING_EVENTS } from './enforcement/ending';
import { TERMINATION_AND_ENTRUSTMENT } from './enforcement/entrustment';
import { INTAKE } from './enforcement/intake';
import { NOTIFICATION_EVENTS } from './enforcement/notification';
import { PAPERS_AND_SECURITIES } from './enforcement/papers-securities';
import { POSTPONEMENT_EVENTS } from './enforcement/postponement';
import { PREVENTIVE_EVENTS } from './enforcement/preventive';
import { PRISON_EVENTS } from './enforcement/prison';
import { PRIVATE_OFFICE_EVENTS } from './enforcement/private-office';
import { SALE_EVENTS } from './enforcement/sale';
import { VERIFICATION_EVENTS } from './enforcement/verification';

/** The life of an enforcement case, in the order in which it is usually lived. */
export const ENFORCEMENT_CASE: readonly EventDef[] = [
  ...INTAKE,
  ...NOTIFICATION_EVENTS,
  ...VERIFICATION_EVENTS,
  ...POSTPONEMENT_EVENTS,
  ...TERMINATION_AND_ENTRUSTMENT,
  ...PREVENTIVE_EVENTS,
  ...COERCION_EVENTS,
  ...ACT_EVENTS,
  ...SALE_EVENTS,
  ...PAPERS_AND_SECURITIES,
  ...PRISON_EVENTS,
  ...BUDGET_GUARANTEE_EVENTS,
  ...PRIVATE_OFFICE_EVENTS,
  ...ENDING_EVENTS,
  ...COMPLAINT_SIDE,
];
