import type { EventDef, LoggedEvent } from '../model';

/** The effective events of a matter up to a day, with where each type occurs. */
export interface History {
  readonly events: readonly LoggedEvent[];
  /** Positions in `events` of each type, ascending. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** Position of the event that closed the matter; -1 while it is open. */
  readonly closedAt: number;
}

/** Indexes folded events, in order of occurrence. */
export function historyOf(events: readonly LoggedEvent[], defs: ReadonlyMap<string, EventDef>): History {
  const positions = new Map<string, number[]>();
  let closedAt = -1;
  events.forEach((event, position) => {
    const list = positions.get(event.type);
    if (list) list.push(position);
    else positions.set(event.type, [position]);
    if (closedAt < 0 && defs.get(event.type)?.closes) closedAt = position;
  });
  return { events, positions, closedAt };
}

/** First index in an ascending list at which `reached` holds, by halving; the length when it never does. */
export function firstIndex(list: readonly number[], reached: (position: number) => boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (reached(list[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Position of the first event of any of the types after the position; -1 if there is none. */
export function firstAfter(history: History, types: readonly string[], position: number): number {
  let first = -1;
  for (const type of types) {
    const list = history.positions.get(type);
    const at = list?.[firstIndex(list, one => one > position)];
    if (at !== undefined && (first < 0 || at < first)) first = at;
  }
  return first;
}
