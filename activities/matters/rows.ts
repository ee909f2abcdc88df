/**
 * Rows as they are written: column names, days as ISO dates, instants as ISO date-times, đồng as decimal text. One shape
 * serves the single command and the import of thousands; see `insert.ts`.
 */

import type { RecipientRole } from '../../alerts';
import type { DeadlineStatus, Facts, MatterKind } from '../../law/model';

export interface MatterRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly number: string;
  readonly reporting_year: number;
  readonly unit_id: string;
  readonly officer_id: string | null;
  readonly parent_id: string | null;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly stage: string;
  readonly law: string;
  readonly last_seq: number;
  readonly next_wake_at: string | null;
  readonly next_due: string | null;
  readonly import_id: string | null;
  readonly created_at: string;
}

export interface PartyRow {
  readonly matter_id: string;
  /** creditor, debtor, related, complainant, complained_of. */
  readonly side: string;
  readonly name: string;
  readonly address: string | null;
}

export interface EventRow {
  readonly id: string;
  readonly matter_id: string;
  readonly seq: number;
  readonly type: string;
  readonly occurred_on: string;
  readonly at_minute: number | null;
  readonly attrs: Facts;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly command_id: string;
  readonly corrects_id: string | null;
  readonly retracted: boolean;
  readonly reason: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

export interface DeadlineRow {
  readonly id: string;
  readonly matter_id: string;
  readonly key: string;
  readonly version: number;
  readonly duty_id: string;
  readonly law: string;
  readonly basis: string;
  readonly role: string;
  readonly unit_kind: string;
  readonly started_on: string;
  readonly due: string;
  readonly due_at: string | null;
  readonly due_latest: string;
  readonly status: DeadlineStatus;
  readonly closed_on: string | null;
  readonly closed_by_event: string | null;
  readonly provisional: boolean;
  readonly lapse: boolean;
  readonly slip: unknown;
  readonly calendar_version: string;
  readonly pack_version: string;
  readonly change_reason: string | null;
  readonly created_at: string;
  /** When its date was first written, if an earlier version had the same. */
  readonly since: string | null;
}

export interface PauseRow {
  readonly matter_id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly from_day: string;
  readonly to_day: string | null;
  readonly basis: string;
}

export interface SpanRow {
  readonly matter_id: string;
  readonly class: string;
  readonly from_day: string;
  readonly to_day: string | null;
}

export interface MoneyRow {
  readonly matter_id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly on: string;
  readonly amount: string;
}

export interface AlertRow {
  readonly id: string;
  readonly matter_id: string;
  readonly deadline_id: string;
  readonly threshold: string;
  readonly recipient_id: string;
  readonly channel: 'digest' | 'at_once';
  readonly urgency: string;
  readonly due_at: string;
  readonly created_at: string;
  readonly state: 'waiting' | 'queued' | 'silent';
  readonly outbox_id: string | null;
  readonly policy_version_id: string | null;
  readonly level: RecipientRole;
  readonly instead_of: string | null;
}

export interface OutboxRow {
  readonly id: string;
  readonly message_id: string;
  readonly kind: string;
  readonly recipient_id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly next_try_at: string;
  readonly created_at: string;
}

/** Epoch ms as PostgreSQL reads it. */
export const instant = (epochMs: number): string => new Date(epochMs).toISOString();
