import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type CommandAnswer, type MatterCommand, matterWorkflowId } from '../../activities/contract';
import { toIso } from '../../law';
import type { Facts } from '../../law/model';
import { inParallel } from '../support/in-parallel';
import { OFFICE, recorderOf } from '../support/office';
import type { World } from './world';

/** What may be recorded of a case besides what it was opened with, and the facts it takes. */
const DEEDS: readonly (readonly [event: string, facts?: Facts])[] = [
  ['enforcer-assigned'],
  ['file-opened'],
  ['sent-to-procuracy'],
  ['sent-to-procuracy'],
  ['valid-notice', { channel: 'direct' }],
  ['verification-done', { result: 'has_means' }],
  ['verification-done', { result: 'no_means' }],
  ['no-condition-ground-found'],
  ['no-condition-decided'],
  ['no-condition-published'],
  ['freeze-minutes-drawn'],
  ['freeze-decided', { number: '5/QĐ' }],
  ['complaint-received', { class: 'a' }],
  ['postponed', { ground: 'b' }],
  ['postponement-ground-ended'],
  ['suspended'],
  ['suspension-ground-ended'],
  ['resumed'],
];
const ENFORCERS = [OFFICE.enforcer1, OFFICE.enforcer2, OFFICE.enforcer3];

/** An answer takes milliseconds; a command that failed four times is tried again after five seconds. */
const PATIENCE_MS = 30_000;

export interface Deeds {
  readonly done: Record<string, number>;
  readonly refused: Record<string, number>;
  /** Commands that arrived a second time, after they were carried out. */
  repeated: number;
}

/** So many people at once. */
const PEOPLE = 16;

/** What people do on one day: about one deed for every five matters, the odd correction, promise, transfer and absence. */
export async function live(world: World, matters: readonly string[], deeds: Deeds): Promise<void> {
  const { chance } = world;
  const day = await world.today();
  const count = Math.ceil(matters.length / 5);
  // Thrown before anybody acts: who is quicker must not change the dice.
  const busy = new Set(Array.from({ length: count }, () => chance.pick(matters)));
  const wanted: Wanted[] = [];
  for (const matterId of busy) {
    const command = await commandFor(world, matterId, day);
    if (command !== null) wanted.push({ matterId, command, twice: chance.oneIn(6) });
  }
  await inParallel(wanted.length, PEOPLE, n => act(world, wanted[n]!, deeds));
  await absences(world, day);
}

interface Wanted {
  readonly matterId: string;
  readonly command: MatterCommand;
  /** Arrives twice, by another way: the same answer, nothing written. */
  readonly twice: boolean;
}

async function act(world: World, { matterId, command, twice }: Wanted, deeds: Deeds): Promise<void> {
  const answer = await send(world, matterId, command, command.commandId);
  const into = answer.refused === null ? deeds.done : deeds.refused;
  const name = answer.refused ?? command.type;
  into[name] = (into[name] ?? 0) + 1;
  if (answer.refused !== null || !twice) return;
  const second = await send(world, matterId, command, randomUUID());
  if (second.refused === 'ended') return;
  expect(second).toEqual(answer);
  deeds.repeated += 1;
}

async function commandFor(world: World, matterId: string, day: number): Promise<MatterCommand | null> {
  const { chance } = world;
  const commandId = randomUUID();
  const dice = chance.below(20);
  if (dice < 12) {
    const [event, attrs] = chance.oneIn(60) ? (['completed'] as const) : chance.pick(DEEDS);
    const at = event === 'freeze-minutes-drawn' ? { at: '09:30' } : {};
    // Some deeds are written down late.
    const occurredOn = toIso(day - (chance.oneIn(5) ? chance.below(6) : 0));
    return { type: 'recordEvent', commandId, event, occurredOn, by: recorderOf(event), ...at, ...(attrs && { attrs }) };
  }
  if (dice < 14) {
    const events = await world.sql<{ id: string; on: string }>(
      `SELECT id, occurred_on::text AS "on" FROM event WHERE matter_id = $1 AND corrects_id IS NULL ORDER BY seq`,
      [matterId],
    );
    const { id, on } = chance.pick(events);
    const retract = chance.oneIn(3) && events.length > 3 && id !== events[0]!.id;
    const earlier = toIso(new Date(on).getTime() / 86_400_000 - 1);
    const how = retract ? { retract: true } : { occurredOn: earlier };
    return { type: 'correctEvent', commandId, eventId: id, ...how, reason: 'typing_error', by: OFFICE.branch1Head };
  }
  if (dice < 18) {
    const told = await world.sql<{ key: string; by: string }>(
      `SELECT d.key, a.recipient_id AS by FROM alert a JOIN deadline d ON d.id = a.deadline_id
       WHERE a.matter_id = $1 AND d.current AND d.status IN ('open', 'overdue') AND a.state IN ('queued', 'waiting') ORDER BY a.id`,
      [matterId],
    );
    if (told.length === 0) return null;
    const { key, by } = chance.pick(told);
    const promise = chance.oneIn(2) ? { promisedOn: toIso(day + 1 + chance.below(14)) } : {};
    return { type: 'acknowledge', commandId, deadlineKey: key, by, ...promise };
  }
  return { type: 'reassign', commandId, officerId: chance.pick(ENFORCERS), by: OFFICE.branch1Head };
}

/** @returns the answer, or why it was refused */
async function send(
  { server }: World,
  matterId: string,
  command: MatterCommand,
  updateId: string,
): Promise<{ refused: string | null; seq?: number; eventId?: string | null }> {
  const handle = server.client.workflow.getHandle(matterWorkflowId(matterId));
  try {
    const { seq, eventId } = await server.client.withDeadline(Date.now() + PATIENCE_MS, () =>
      handle.executeUpdate<CommandAnswer, [MatterCommand]>(command.type, { args: [command], updateId }),
    );
    return { refused: null, seq, eventId };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { refused: 'ended' };
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type) return { refused: cause.type };
    throw error;
  }
}

/** Somebody is away from tomorrow or next week on; half of the time somebody stands in. */
async function absences(world: World, day: number): Promise<void> {
  const { chance } = world;
  if (!chance.oneIn(6)) return;
  const people = [...ENFORCERS, OFFICE.branch1Head, OFFICE.branch2Head, OFFICE.provinceHead];
  const who = chance.pick(people);
  const from = day + 1 + chance.below(7);
  const to = from + chance.below(9);
  await world.sql(
    `INSERT INTO absence (id, officer_id, from_day, to_day, kind) SELECT gen_random_uuid(), $1::uuid, $2::date, $3::date, 'leave'
     WHERE NOT EXISTS (SELECT 1 FROM absence WHERE officer_id = $1::uuid AND from_day <= $3::date AND to_day >= $2::date)`,
    [who, toIso(from), toIso(to)],
  );
  const other = chance.pick(people);
  if (other === who || chance.oneIn(2)) return;
  await world.sql(
    `INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES (gen_random_uuid(), $1, $2, $3, $4, '1/QĐ')`,
    [who, other, toIso(from), toIso(to)],
  );
}
