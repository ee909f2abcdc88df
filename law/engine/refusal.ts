/** Why an event cannot be recorded, as it is said. */

import type { Day, EventDef, Facts, Role } from '../model';
import { cite } from './said';

export type RefusalCode =
  | 'UNKNOWN_EVENT'
  | 'NOT_FOR_THIS_KIND'
  | 'BEFORE_1990'
  | 'IN_THE_FUTURE'
  | 'MATTER_CLOSED'
  | 'ALREADY_RECORDED'
  | 'REFUSED_AFTER'
  | 'BARRED_BY_LAW'
  | 'NEEDS_EARLIER_EVENT'
  | 'BEFORE_REQUIRED_EVENT'
  | 'TIME_BAD'
  | 'ATTR_MISSING'
  | 'ATTR_BAD'
  | 'NOT_FOR_THIS_ROLE'
  | 'WRONG_DAY'
  | 'NOT_ANNOUNCED'
  | 'WITHIN_BLACKOUT';

/** Why an event cannot be recorded, and what to do instead. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly vi: string;
  readonly en: string;
}

export interface ProposedEvent {
  readonly type: string;
  readonly occurredOn: Day;
  /** Minutes after midnight, 0 to 1440. */
  readonly atMinute?: number;
  readonly attrs: Facts;
  /** Roles of who records it on that day; without them (the system, an import) nobody is refused. */
  readonly by?: readonly Role[];
}

export const refuse = (code: RefusalCode, vi: string, en: string): Refusal => ({ code, vi, en });

/** The article of a kind of event, in brackets. */
export const article = (def: EventDef): string => (def.source ? ` (${cite(def.source)})` : '');
