/**
 * The hash chain of a matter's events. Each hash covers every field of its event and the hash before it, so that a changed,
 * removed or inserted row breaks the chain from there on.
 */

import { canonical, sha256 } from '../../law/canonical';
import type { EventRow } from './rows';

/** What the first event of a matter continues. */
export const GENESIS = '0'.repeat(64);

export type UnsealedEvent = Omit<EventRow, 'prev_hash' | 'hash'>;

/** Close an event under the hash of the one before. */
export const seal = (event: UnsealedEvent, prevHash: string): EventRow => ({
  ...event,
  prev_hash: prevHash,
  hash: hashOf(event, prevHash),
});

/** SHA-256, hexadecimal, over the canonical JSON (keys in order, no spaces) of the event and `prevHash`. */
export function hashOf(event: UnsealedEvent, prevHash: string): string {
  const { id, matter_id, seq, type, occurred_on, at_minute, attrs, recorded_at, recorded_by, command_id } = event;
  const { corrects_id, retracted, reason } = event;
  const fields = {
    ...{ id, matter_id, seq, type, occurred_on, at_minute, attrs, recorded_at, recorded_by, command_id },
    ...{ corrects_id, retracted, reason, prev_hash: prevHash },
  };
  return sha256(canonical(fields));
}

/** Number of the first event whose hash, or whose link to the one before, is wrong; null when the chain holds. */
export function brokenAt(events: readonly EventRow[]): number | null {
  let previous = GENESIS;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || event.prev_hash !== previous || event.hash !== hashOf(event, previous))
      return index + 1;
    previous = event.hash;
  }
  return null;
}
