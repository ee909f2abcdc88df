/** Bring what is kept of a matter up to what the engine says, in the caller's transaction. Used by every way a matter changes. */

import type { PoolClient } from 'pg';
import type { AlertedDeadline } from './alert-rows';
import { type DeadlineChanges, deadlineChanges } from './changes';
import { insertAlerts, insertOutbox } from './insert';
import type { KeptMatter } from './load';
import { type Desk, noticesFor } from './notify';
import { deadlineId, type Projection } from './project';
import type { OutboxRow } from './rows';
import type { Rules } from './rules';
import { writeDeadlines, writeMatterRow, writeSideRows } from './write';

export interface Refreshed {
  readonly changes: DeadlineChanges;
  /** A mail was written that goes out now. */
  readonly urgent: boolean;
}

/**
 * Write the projection, then the alerts of thresholds that have fallen.
 * @param reason kept on each deadline version that replaces another, e.g. `event:postponed`, `correction:typing_error`
 */
export async function refresh(
  client: PoolClient,
  matter: KeptMatter,
  projection: Projection,
  reason: string,
  rules: Rules,
  desk: Desk,
  now: number,
): Promise<Refreshed> {
  const changes = deadlineChanges(matter, projection.standing.deadlines, reason, rules.law, now);
  await writeDeadlines(client, changes, reason, now);
  await writeSideRows(client, matter, projection);
  await writeMatterRow(client, matter, projection);
  const { alerts, outbox } = await noticesFor(client, matter, inForce(matter, projection, changes), rules, desk, now);
  await insertOutbox(client, outbox);
  await insertAlerts(client, alerts);
  return { changes, urgent: readyMails(outbox, now) };
}

/** Whether one of these mails may go out at `now`; those that wait for office hours are found by the dispatcher's schedule. */
export const readyMails = (outbox: readonly OutboxRow[], now: number): boolean =>
  outbox.some(mail => Date.parse(mail.next_try_at) <= now);

/** The deadlines in force after `changes`, with the ids of their rows. */
export function inForce(
  matter: Pick<KeptMatter, 'id' | 'deadlines'>,
  { chains }: Projection,
  changes: DeadlineChanges,
): AlertedDeadline[] {
  const fresh = new Map(changes.inserted.map(row => [row.key, row.id]));
  const kept = new Map(matter.deadlines.map(one => [one.key, one]));
  return chains.map(chain => {
    const { key } = chain.deadline;
    const id = fresh.get(key);
    if (id !== undefined) return { id, chain, told: [] };
    const before = kept.get(key);
    return { id: before?.id ?? deadlineId(matter.id, key, 1), chain, told: before?.told ?? [] };
  });
}
