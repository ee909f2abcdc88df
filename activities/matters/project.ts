/** The projection of a matter: what the engine says of its events, as rows. Pure; the same for one command and for an import. */

import { morningOf, nextWake, wakeFor } from '../../alerts';
import { findEvent, type LawInForce, standing, toIso, vietnamDay } from '../../law';
import type { Deadline, Facts, Hold, LoggedEvent, MatterKind, Standing } from '../../law/model';
import { derivedId } from '../mail/ids';
import { chainsOf, type DeadlineChain, type KeptChains } from './chains';
import { type DeadlineRow, instant, type MoneyRow, type PauseRow, type SpanRow } from './rows';
import { ladderOf, type Rules } from './rules';

/** What the engine needs to know of a matter, and by whose time its limits are told; a new matter has nothing kept. */
export interface Subject extends Partial<KeptChains> {
  readonly id: string;
  readonly unitId: string;
  readonly officerId: string | null;
  readonly kind: MatterKind;
  readonly facts: Facts;
  readonly events: readonly LoggedEvent[];
  /** Dates kept by decision; a new matter has none. */
  readonly holds?: readonly Hold[];
}

export interface Projection {
  readonly standing: Standing;
  /** Of each deadline, in the same order. */
  readonly chains: readonly DeadlineChain[];
  readonly pauses: readonly PauseRow[];
  readonly spans: readonly SpanRow[];
  readonly money: readonly MoneyRow[];
  /** Epoch ms; null when nothing is awaited. */
  readonly nextWake: number | null;
  /** Earliest due date of what this agency still owes, ISO. */
  readonly nextDue: string | null;
}

/**
 * Everything that follows from a matter's events as of `now` (epoch ms).
 * @param slips `false`: without derivations, where only dates and statuses are asked for
 */
export function project(
  subject: Subject,
  rules: Rules,
  now: number,
  { slips = true }: { slips?: boolean } = {},
): Projection {
  const { kind, facts, events, holds = [], id } = subject;
  const { law } = rules;
  const result = standing({ law, kind, facts, events, holds, today: vietnamDay(now), now, slips });
  const chains = chainsOf(subject, result.deadlines, now);
  return {
    standing: result,
    chains,
    pauses: result.pauses.map(pause => ({
      matter_id: id,
      event_id: pause.eventId,
      kind: pause.kind,
      from_day: toIso(pause.from),
      to_day: pause.to === undefined ? null : toIso(pause.to),
      basis: pause.basis,
    })),
    spans: result.spans.map(span => ({
      matter_id: id,
      class: span.class,
      from_day: toIso(span.from),
      to_day: span.to === undefined ? null : toIso(span.to),
    })),
    money: moneyOf(id, kind, result.events),
    nextWake: wakeOf(subject, result, chains, rules, now),
    nextDue: nextDueOf(result.deadlines),
  };
}

function moneyOf(matterId: string, kind: MatterKind, events: readonly LoggedEvent[]): MoneyRow[] {
  return events.flatMap(event => {
    const movement = findEvent(kind, event.type)?.money;
    const amount = event.attrs.amount;
    if (movement === undefined || amount === undefined) return [];
    return [
      { matter_id: matterId, event_id: event.id, kind: movement, on: toIso(event.occurredOn), amount: String(amount) },
    ];
  });
}

/** The next threshold or change of status, or the end of a pause whose last day is known already. */
function wakeOf(subject: Subject, { pauses }: Standing, chains: readonly DeadlineChain[], rules: Rules, now: number) {
  const matterId = subject.id;
  const ends = pauses.flatMap(pause => (pause.to === undefined ? [] : [wakeFor(morningOf(pause.to), matterId)]));
  const awaited = [nextWake(chains, ladderOf(rules, subject), matterId, now), ...ends.filter(end => end > now)];
  const instants = awaited.filter(at => at !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}

function nextDueOf(deadlines: readonly Deadline[]): string | null {
  const owed = deadlines.filter(
    one => (one.status === 'open' || one.status === 'overdue') && !one.lapse && one.role !== 'external',
  );
  return owed.length === 0 ? null : toIso(Math.min(...owed.map(one => one.due)));
}

/** One version of a deadline as its row. The id comes from (matter, key, version). */
export function deadlineRow(
  matterId: string,
  deadline: Deadline,
  version: number,
  changeReason: string | null,
  law: LawInForce,
  now: number,
): DeadlineRow {
  return {
    id: deadlineId(matterId, deadline.key, version),
    matter_id: matterId,
    key: deadline.key,
    version,
    duty_id: deadline.dutyId,
    law: deadline.law,
    basis: deadline.basis,
    role: deadline.role,
    unit_kind: deadline.unitKind,
    started_on: toIso(deadline.startedOn),
    due: toIso(deadline.due),
    due_at: deadline.dueAt === undefined ? null : instant(deadline.dueAt),
    due_latest: toIso(deadline.dueLatest),
    status: deadline.status,
    closed_on: deadline.closedOn === undefined ? null : toIso(deadline.closedOn),
    closed_by_event: deadline.closedByEvent ?? null,
    provisional: deadline.provisional,
    lapse: deadline.lapse,
    slip: deadline.slip,
    calendar_version: law.calendar.version,
    pack_version: law.packs[deadline.law].version,
    change_reason: changeReason,
    created_at: instant(now),
    since: null,
  };
}

export const deadlineId = (matterId: string, key: string, version: number): string =>
  derivedId('deadline', matterId, key, String(version));
