/** New entries of a matter's event log. */

import { toIso } from '../../law';
import type { Day, Facts, LoggedEvent } from '../../law/model';
import { derivedId } from '../mail/ids';
import type { KeptMatter } from './load';
import { type EventRow, instant } from './rows';
import { GENESIS, seal } from './seal';

export interface Entry {
  readonly type: string;
  readonly occurredOn: Day;
  readonly atMinute?: number;
  readonly attrs: Facts;
  readonly recordedBy: string;
  readonly commandId: string;
  readonly correctsId?: string;
  readonly retracted?: boolean;
  readonly reason?: string;
}

/** Where a chain of events ends. */
export interface ChainEnd {
  readonly matterId: string;
  readonly seq: number;
  readonly hash: string;
}

/** Id of the event a command makes: the same command, the same event. */
export const eventId = (matterId: string, commandId: string): string => derivedId('event', matterId, commandId);

export const chainEnd = (matter: Pick<KeptMatter, 'id' | 'lastSeq' | 'lastHash'>): ChainEnd => ({
  matterId: matter.id,
  seq: matter.lastSeq,
  hash: matter.lastHash ?? GENESIS,
});

/** The next link of the chain, as its row and as the engine reads it. `now` is when we learnt of it. */
export function append(
  end: ChainEnd,
  entry: Entry,
  now: number,
): { row: EventRow; logged: LoggedEvent; end: ChainEnd } {
  const seq = end.seq + 1;
  const id = eventId(end.matterId, entry.commandId);
  const row = seal(
    {
      id,
      matter_id: end.matterId,
      seq,
      type: entry.type,
      occurred_on: toIso(entry.occurredOn),
      at_minute: entry.atMinute ?? null,
      attrs: entry.attrs,
      recorded_at: instant(now),
      recorded_by: entry.recordedBy,
      command_id: entry.commandId,
      corrects_id: entry.correctsId ?? null,
      retracted: entry.retracted ?? false,
      reason: entry.reason ?? null,
    },
    end.hash,
  );
  const logged: LoggedEvent = {
    id,
    seq,
    type: entry.type,
    occurredOn: entry.occurredOn,
    attrs: entry.attrs,
    recordedAt: now,
    ...(entry.atMinute === undefined ? {} : { atMinute: entry.atMinute }),
    ...(entry.correctsId === undefined ? {} : { correctsId: entry.correctsId }),
    ...(entry.retracted ? { retracted: true } : {}),
  };
  return { row, logged, end: { ...end, seq, hash: row.hash } };
}
