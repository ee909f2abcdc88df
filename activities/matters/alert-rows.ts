import { type AlertPolicy, reachedThresholds, type ThresholdHit } from '../../alerts';
import type { Calendar } from '../../law';
import type { Deadline } from '../../law/model';
import { derivedId } from '../mail/ids';
import type { Heads } from './heads';
import { type AlertRow, instant } from './rows';

/** A deadline in force, with the id of its row and the thresholds told of before. */
export interface AlertedDeadline {
  readonly id: string;
  readonly deadline: Deadline;
  readonly told: readonly string[];
}

export interface Addressees {
  readonly matterId: string;
  readonly officerId: string | null;
  readonly heads: Heads;
}

/** Thresholds that fell by `now` and of which nobody was told yet, oldest first. */
export function newHits(
  deadlines: readonly AlertedDeadline[],
  policy: AlertPolicy,
  calendar: Calendar,
  now: number,
): { hit: ThresholdHit; deadlineId: string }[] {
  const byKey = new Map(deadlines.map(one => [one.deadline.key, one]));
  const watched = deadlines.map(one => one.deadline);
  return reachedThresholds(watched, policy, calendar, now).flatMap(hit => {
    const { id, told } = byKey.get(hit.deadlineKey)!;
    return told.includes(hit.code) ? [] : [{ hit, deadlineId: id }];
  });
}

/**
 * Officer id an alert speaks to: who answers for the matter; without one, the next head above. Null when nobody is there at all.
 * An absent officer stays the one who is told: his mail is read by whoever stands in for him (see `../mail/digest-rows.ts`).
 */
export function addresseeOf(recipient: ThresholdHit['recipient'], { officerId, heads }: Addressees): string | null {
  const ladder = [officerId, heads.branchHead, heads.provinceHead];
  const first = { officer: 0, branch_head: 1, province_head: 2 }[recipient];
  return ladder.slice(first).find(id => id !== null) ?? null;
}

/** The alert of one hit. Its id comes from (deadline version, threshold, recipient), so that a repeat makes the same row. */
export function alertRow(
  { hit, deadlineId }: { hit: ThresholdHit; deadlineId: string },
  matterId: string,
  recipientId: string,
  now: number,
): AlertRow {
  const id = derivedId('alert', deadlineId, hit.code, recipientId);
  const atOnce = hit.channel === 'at_once';
  return {
    id,
    matter_id: matterId,
    deadline_id: deadlineId,
    threshold: hit.code,
    recipient_id: recipientId,
    channel: hit.channel,
    urgency: hit.urgency,
    due_at: instant(hit.dueAt),
    created_at: instant(now),
    state: atOnce ? 'queued' : 'waiting',
    outbox_id: atOnce ? id : null,
    policy_version_id: hit.policyId,
    level: hit.recipient,
    instead_of: null,
  };
}

/**
 * One urgent mail for each person and limit, however many thresholds passed at once (an event recorded late, a worker that stood still): the
 * last one's mail carries those before it, which stay silent.
 * @param alerts oldest threshold first
 */
export function inOneMail(alerts: readonly AlertRow[]): AlertRow[] {
  const nameOf = (alert: AlertRow) => `${alert.deadline_id} ${alert.recipient_id}`;
  const carriers = new Map(
    alerts.flatMap((alert, n) => (alert.channel === 'at_once' ? [[nameOf(alert), { id: alert.id, n }]] : [])),
  );
  return alerts.map((alert, n) => {
    const carrier = carriers.get(nameOf(alert));
    return carrier === undefined || carrier.n <= n
      ? alert
      : { ...alert, channel: 'digest', state: 'silent', outbox_id: carrier.id };
  });
}

/**
 * Alerts of a matter taken over from a register. Yesterday's reminders are not sent one by one: of the thresholds that had passed
 * already, each person gets the latest of each deadline in the next digest; the ones before it are kept as `silent`.
 */
export function takeOverAlerts(
  deadlines: readonly AlertedDeadline[],
  policy: AlertPolicy,
  calendar: Calendar,
  addressees: Addressees,
  now: number,
): AlertRow[] {
  const rows = newHits(deadlines, policy, calendar, now).flatMap(one => {
    const recipient = addresseeOf(one.hit.recipient, addressees);
    if (recipient === null) return [];
    const digest = { ...one, hit: { ...one.hit, channel: 'digest' as const } };
    return [alertRow(digest, addressees.matterId, recipient, now)];
  });
  const latest = new Map(rows.map(row => [`${row.deadline_id} ${row.recipient_id}`, row.id]));
  return rows.map(row =>
    latest.get(`${row.deadline_id} ${row.recipient_id}`) === row.id ? row : { ...row, state: 'silent' },
  );
}
