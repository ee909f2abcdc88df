import type { PoolClient } from 'pg';
import { checkEvent, findEvent, toIso, vietnamDay } from '../../law';
import type { RecordEvent } from '../contract';
import type { MatterDesk } from './desk';
import { effectsOf } from './effects';
import { insertEvents } from './insert';
import type { KeptMatter } from './load';
import { append, chainEnd } from './log';
import type { Outcome } from './outcome';
import { project } from './project';
import { refresh } from './refresh';
import { CommandRefused } from './refusal';
import { rolesOf } from './roles';
import { whenOf } from './when';

/** Append an event that the law allows, and let everything that follows from it follow. */
export async function recordEvent(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  command: RecordEvent,
  now: number,
): Promise<Outcome> {
  const rules = await desk.rules(now, matter);
  const { kind, facts, events } = matter;
  const proposed = { type: command.event, attrs: command.attrs ?? {}, ...whenOf(command.occurredOn, command.at, now) };
  const today = vietnamDay(now);
  const by = await rolesOf(client, command.by, toIso(today));
  const refusal = checkEvent({ law: rules.law, kind, facts, events, today }, { ...proposed, ...(by && { by }) });
  if (refusal) throw new CommandRefused(refusal);

  const entry = { ...proposed, recordedBy: command.by, commandId: command.commandId };
  const { row, logged, end } = append(chainEnd(matter), entry, now);
  await insertEvents(client, [row]);
  const after = { ...matter, events: [...events, logged], lastSeq: end.seq, lastHash: end.hash };
  const projection = project(after, rules, now);
  const { changes, urgent } = await refresh(client, after, projection, `event:${logged.type}`, rules, desk, now);
  return {
    matter: after,
    projection,
    changes,
    eventId: logged.id,
    urgent,
    effects: await effectsOf(
      client,
      desk,
      after,
      projection.standing,
      findEvent(kind, logged.type),
      logged,
      command.by,
      now,
    ),
    detail: { event: logged.type, eventId: logged.id, seq: logged.seq },
  };
}
