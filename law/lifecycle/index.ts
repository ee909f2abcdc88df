import type { EventDef, MatterKind } from '../model';
import { ADMINISTRATIVE_COMPLAINT } from './administrative-complaint';
import { ADMINISTRATIVE_JUDGMENT } from './administrative-judgment';
import { COMPLAINT } from './complaint';
import { DENUNCIATION } from './denunciation';
import { ENFORCEMENT_CASE } from './enforcement-case';
import { PETITION } from './petition';
import { PLAN } from './plan';
import { PROCURACY_PROTEST, PROCURACY_RECOMMENDATION, PROCURACY_REQUEST } from './procuracy';
import { RECEPTION } from './reception';

/** What can happen to a matter of each kind. The same under both laws: the events are facts, the duties are law. */
export const LIFECYCLES: Readonly<Record<MatterKind, readonly EventDef[]>> = {
  enforcement_case: ENFORCEMENT_CASE,
  complaint: COMPLAINT,
  administrative_complaint: ADMINISTRATIVE_COMPLAINT,
  denunciation: DENUNCIATION,
  petition: PETITION,
  procuracy_protest: PROCURACY_PROTEST,
  procuracy_recommendation: PROCURACY_RECOMMENDATION,
  procuracy_request: PROCURACY_REQUEST,
  reception: RECEPTION,
  administrative_judgment: ADMINISTRATIVE_JUDGMENT,
  plan: PLAN,
};
