import type { PoolClient } from 'pg';
import { checkEvent, vietnamDay } from '../../law';
import { canonical } from '../../law/canonical';
import type { LoggedEvent } from '../../law/model';
import type { CorrectEvent } from '../contract';
import type { MatterDesk } from './desk';
import { childId } from './effects';
import { insertEvents } from './insert';
import type { KeptMatter } from './load';
import { append, chainEnd, type Entry } from './log';
import type { Outcome } from './outcome';
import { project } from './project';
import { refresh } from './refresh';
import { CommandRefused, refuse } from './refusal';
import type { Rules } from './rules';
import { whenOf } from './when';

/**
 * Append an event that replaces or takes back an earlier one. What is not named stays as it was. Refused when another event would
 * afterwards lack what it needs.
 */
export async function correctEvent(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  command: CorrectEvent,
  now: number,
): Promise<Outcome> {
  const rules = await desk.rules(now, matter);
  const before = project(matter, rules, now).standing.events;
  const target = matter.events.find(event => event.id === command.eventId) ?? unknownEvent(command.eventId);
  const root = rootOf(matter.events, target);
  const standing = before.find(event => event.id === root.id) ?? takenBack(command.eventId);

  const entry = command.retract ? retraction(command, target) : replacement(command, standing, root, now);
  if (command.retract) await refuseWhileChildIsOpen(client, target);
  const { row, logged, end } = append(chainEnd(matter), entry, now);
  const after = { ...matter, events: [...matter.events, logged], lastSeq: end.seq, lastHash: end.hash };
  const projection = project(after, rules, now);
  refuseWhatBreaks(matter, before, projection.standing.events, rules, now);

  await insertEvents(client, [row]);
  const reason = `correction:${command.reason}`;
  const { changes, urgent } = await refresh(client, after, projection, reason, rules, desk, now);
  const detail = {
    event: entry.type,
    eventId: logged.id,
    seq: logged.seq,
    correctsId: target.id,
    reason: command.reason,
  };
  return { matter: after, projection, changes, eventId: logged.id, effects: [], urgent, detail };
}

function rootOf(events: readonly LoggedEvent[], event: LoggedEvent): LoggedEvent {
  const corrected = events.find(other => other.id === event.correctsId);
  return corrected === undefined ? event : rootOf(events, corrected);
}

const retraction = (command: CorrectEvent, target: LoggedEvent): Entry => ({
  type: target.type,
  occurredOn: target.occurredOn,
  attrs: {},
  recordedBy: command.by,
  commandId: command.commandId,
  correctsId: target.id,
  retracted: true,
  reason: command.reason,
});

function replacement(command: CorrectEvent, standing: LoggedEvent, root: LoggedEvent, now: number): Entry {
  const when =
    command.occurredOn === undefined && command.at === undefined
      ? { occurredOn: standing.occurredOn, ...(standing.atMinute === undefined ? {} : { atMinute: standing.atMinute }) }
      : newWhen(command, standing, now);
  const attrs = { ...standing.attrs, ...command.attrs };
  const same = when.occurredOn === standing.occurredOn && when.atMinute === standing.atMinute;
  if (same && canonical(attrs) === canonical(standing.attrs)) {
    refuse(
      'nothing_corrected',
      'Nội dung sửa trùng với nội dung đang ghi. Hãy nêu ngày, giờ hoặc thuộc tính cần sửa.',
      'The correction says what is recorded already. Name the date, time or attribute to change.',
    );
  }
  const { by: recordedBy, commandId, reason } = command;
  return { type: root.type, ...when, attrs, recordedBy, commandId, correctsId: root.id, reason };
}

function newWhen(command: CorrectEvent, standing: LoggedEvent, now: number) {
  if (command.occurredOn !== undefined) {
    const named = whenOf(command.occurredOn, command.at, now);
    const keepsTime = command.at === undefined && standing.atMinute !== undefined;
    return keepsTime ? { ...named, atMinute: standing.atMinute } : named;
  }
  return { ...whenOf('1970-01-01', command.at, now), occurredOn: standing.occurredOn };
}

/** Events that were in order and would not be any more. Registers come in with gaps, so what was out of order before may stay so. */
function refuseWhatBreaks(
  matter: KeptMatter,
  before: readonly LoggedEvent[],
  after: readonly LoggedEvent[],
  rules: Rules,
  now: number,
): void {
  const wrongBefore = outOfOrder(matter, before, rules, now);
  for (const [id, refusal] of outOfOrder(matter, after, rules, now)) {
    if (!wrongBefore.has(id)) throw new CommandRefused(refusal);
  }
}

/** Each event checked against those that occurred before it. */
function outOfOrder({ kind, facts }: KeptMatter, events: readonly LoggedEvent[], { law }: Rules, now: number) {
  const today = vietnamDay(now);
  const wrong = new Map<string, NonNullable<ReturnType<typeof checkEvent>>>();
  for (const [index, event] of events.entries()) {
    const refusal = checkEvent({ law, kind, facts, events: events.slice(0, index), today }, event);
    if (refusal) wrong.set(event.id, refusal);
  }
  return wrong;
}

async function refuseWhileChildIsOpen(client: PoolClient, target: LoggedEvent): Promise<void> {
  const { rows } = await client.query('SELECT number FROM matter WHERE id = $1::uuid AND closed_on IS NULL', [
    childId(target.id),
  ]);
  if (rows[0] === undefined) return;
  refuse(
    'child_open',
    `Sự kiện này đã mở việc ${rows[0].number}, nay chưa kết thúc. Hãy kết thúc việc đó trước khi rút sự kiện.`,
    `This event opened matter ${rows[0].number}, which is still open. End that matter before taking the event back.`,
  );
}

const unknownEvent = (id: string): never =>
  refuse(
    'unknown_event',
    `Việc này không có sự kiện ${id}. Xem mã sự kiện trong dòng thời gian của việc.`,
    `This matter has no event ${id}. See the ids in the matter's timeline.`,
  );

const takenBack = (id: string): never =>
  refuse(
    'already_retracted',
    `Sự kiện ${id} đã được rút trước đó. Nếu cần, hãy ghi lại như một sự kiện mới.`,
    `Event ${id} was taken back before. If it is needed, record it as a new event.`,
  );
