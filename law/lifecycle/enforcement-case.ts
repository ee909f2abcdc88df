import type { EventDef } from '../model';
import { COERCION_EVENTS } from './enforcement/coercion';
import { COMPLAINT_SIDE } from './enforcement/complaints';
import { ENDING_EVENTS } from './enforcement/ending';
import { INTAKE } from './enforcement/intake';
import { NOTIFICATION_EVENTS } from './enforcement/notification';
import { POSTPONEMENT_EVENTS } from './enforcement/postponement';
import { SALE_EVENTS } from './enforcement/sale';
import { VERIFICATION_EVENTS } from './enforcement/verification';

/** The life of an enforcement case, in the order in which it is usually lived. */
export const ENFORCEMENT_CASE: readonly EventDef[] = [
  ...INTAKE,
  ...NOTIFICATION_EVENTS,
  ...VERIFICATION_EVENTS,
  ...POSTPONEMENT_EVENTS,
  ...COERCION_EVENTS,
  ...SALE_EVENTS,
  ...ENDING_EVENTS,
  ...COMPLAINT_SIDE,
];
