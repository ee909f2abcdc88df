import { type LadderRules, LEVELS, type Office, reachedThresholds, type ThresholdHit } from '../../alerts';
import { vietnamDay } from '../../law';
import { derivedId } from '../mail/ids';
import type { DeadlineChain } from './chains';
import { type AlertRow, instant } from './rows';

/** A deadline in force, with the id of its row and the thresholds told of before. */
export interface AlertedDeadline {
  readonly id: string;
  readonly chain: DeadlineChain;
  readonly told: readonly string[];
}

/** Whose matter it is. */
export interface Placed {
  readonly id: string;
  readonly unitId: string;
  readonly officerId: string | null;
}

/** Officer ids. */
export interface Addressee {
  readonly recipientId: string;
  /** For whom it was meant, when nobody reads there. */
  readonly insteadOf: string | null;
}

/** Thresholds that fell by `now` and of which nobody was told yet, oldest first. */
export function newHits(
  deadlines: readonly AlertedDeadline[],
  ladder: LadderRules,
  now: number,
): { hit: ThresholdHit; deadlineId: string }[] {
  const byKey = new Map(deadlines.map(one => [one.chain.deadline.key, one]));
  const chains = deadlines.map(one => one.chain);
  return reachedThresholds(chains, ladder, now).flatMap(hit => {
    const { id, told } = byKey.get(hit.deadlineKey)!;
    return told.includes(hit.code) ? [] : [{ hit, deadlineId: id }];
  });
}

/**
 * Whom an alert speaks to on a day: who answers for the matter, or heads it at the threshold's level; where there is nobody, the next above.
 * An absent officer for whom somebody stands in stays the one who is told (who reads his mail: `../mail/digest-rows.ts`). Where nobody
 * reads, the next above is told instead; where nobody reads at any level, it waits for the one it was meant for. Null when nobody is there
 * at all.
 */
export function addresseeOf(
  recipient: ThresholdHit['recipient'],
  { unitId, officerId }: Placed,
  office: Office,
  day: number,
): Addressee | null {
  const heads = office.headsOf(unitId, day);
  const people = [officerId, heads.branchHead, heads.provinceHead]
    .slice(LEVELS.indexOf(recipient))
    .filter(id => id !== null);
  const meant = people[0];
  if (meant === undefined) return null;
  const recipientId = people.find(id => !office.unread(id, day)) ?? meant;
  return { recipientId, insteadOf: recipientId === meant ? null : meant };
}

/** The alert of one hit. Its id comes from (deadline version, threshold, recipient), so that a repeat makes the same row. */
export function alertRow(
  { hit, deadlineId }: { hit: ThresholdHit; deadlineId: string },
  matterId: string,
  { recipientId, insteadOf }: Addressee,
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
    instead_of: insteadOf,
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
  matter: Placed,
  ladder: LadderRules,
  office: Office,
  now: number,
): AlertRow[] {
  const day = vietnamDay(now);
  const rows = newHits(deadlines, ladder, now).flatMap(one => {
    const addressee = addresseeOf(one.hit.recipient, matter, office, day);
    if (addressee === null) return [];
    const digest = { ...one, hit: { ...one.hit, channel: 'digest' as const } };
    return [alertRow(digest, matter.id, addressee, now)];
  });
  const latest = new Map(rows.map(row => [`${row.deadline_id} ${row.recipient_id}`, row.id]));
  return rows.map(row =>
    latest.get(`${row.deadline_id} ${row.recipient_id}`) === row.id ? row : { ...row, state: 'silent' },
  );
}
