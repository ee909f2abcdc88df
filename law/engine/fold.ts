import type { LoggedEvent } from '../model';

/** A day's events without a time come after those with one: minutes are written first, decisions follow. */
const minuteOf = (event: LoggedEvent): number => event.atMinute ?? 1441;

/** Order of occurrence: day, time of day, then the order in which they were recorded. */
export const byOccurrence = (a: LoggedEvent, b: LoggedEvent): number =>
  a.occurredOn - b.occurredOn || minuteOf(a) - minuteOf(b) || a.seq - b.seq;

/**
 * The events that count: each corrected event with the content of its latest standing correction, retracted ones left out, in
 * order of occurrence. A folded event keeps the id, seq and recordedAt of the first writing, so that what hangs on it keeps its key.
 * A retraction may itself be retracted; a retracted correction gives back what it had replaced.
 */
export function foldEvents(log: readonly LoggedEvent[]): LoggedEvent[] {
  if (!log.some(event => event.correctsId !== undefined)) return [...log].sort(byOccurrence);

  const bySeq = [...log].sort((a, b) => a.seq - b.seq);
  const byId = new Map(bySeq.map(event => [event.id, event]));
  const takenBack = new Set<string>();
  for (let i = bySeq.length - 1; i >= 0; i--) {
    const { id, retracted, correctsId } = bySeq[i]!;
    if (retracted && correctsId !== undefined && !takenBack.has(id)) takenBack.add(correctsId);
  }

  /** The event a chain of corrections began with. */
  const rootOf = (event: LoggedEvent): LoggedEvent | undefined => {
    let root: LoggedEvent | undefined = event;
    while (root?.correctsId !== undefined) root = byId.get(root.correctsId);
    return root;
  };
  const content = new Map<LoggedEvent, LoggedEvent>();
  for (const event of bySeq) {
    if (event.retracted || takenBack.has(event.id)) continue;
    const root = rootOf(event);
    if (root && !root.retracted && !takenBack.has(root.id)) content.set(root, event);
  }
  return [...content]
    .map(([root, latest]) => {
      if (root === latest) return root;
      const { correctsId: _, ...rest } = latest;
      return { ...rest, id: root.id, seq: root.seq, recordedAt: root.recordedAt };
    })
    .sort(byOccurrence);
}
