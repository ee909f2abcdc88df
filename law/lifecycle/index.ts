import type { EventDef, MatterKind } from '../model';
import { ADMINISTRATIVE_JUDGMENT } from './administrative-judgment';
import { COMPLAINT } from './complaint';
import { ENFORCEMENT_CASE } from './enforcement-case';
import { DENUNCIATION, PETITION, RECEPTION } from './letters';
import { PLAN } from './plan';
import { PROCURACY_PROTEST, PROCURACY_RECOMMENDATION } from './procuracy';

/** What can happen to a matter of each kind. The same under both laws: the events are facts, the duties are law. */
export const LIFECYCLES: Readonly<Record<MatterKind, readonly EventDef[]>> = {
  enforcement_case: ENFORCEMENT_CASE,
  complaint: COMPLAINT,
  denunciation: DENUNCIATION,
  petition: PETITION,
  procuracy_protest: PROCURACY_PROTEST,
  procuracy_recommendation: PROCURACY_RECOMMENDATION,
  reception: RECEPTION,
  administrative_judgment: ADMINISTRATIVE_JUDGMENT,
  plan: PLAN,
};
