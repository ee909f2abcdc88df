import { fromCivil } from '../day';
import type { AllowedEvent, Bar, Day, Deadline, EventDef, Facts, LawId, Span } from '../model';
import { holds } from './facts';
import type { History } from './history';

/** Stage of a matter of which nothing has been recorded that names one. */
export const FIRST_STAGE = 'new';

/** The mark that no event raises. */
export const OVERDUE = 'overdue';

/** No event of this domain is older; earlier dates in registers are typing errors. */
export const FIRST_EVENT_DAY = fromCivil(1990, 1, 1);

/** The stage entered last, up to the end of the matter. */
export function stageOf({ events, closedAt }: History, defs: ReadonlyMap<string, EventDef>, facts: Facts): string {
  let stage = FIRST_STAGE;
  const before = new Map<string, string>();
  const until = closedAt < 0 ? events.length - 1 : closedAt;
  for (let i = 0; i <= until; i++) {
    const { type, attrs } = events[i]!;
    const def = defs.get(type);
    if (def?.pauses) before.set(def.pauses.kind, stage);
    const back = def?.returns ? before.get(def.resumes?.[0] ?? '') : undefined;
    const known = def?.stageWhen ? { ...facts, ...attrs } : facts;
    stage = back ?? def?.stageWhen?.find(({ when }) => holds(when, known))?.as ?? def?.stage ?? stage;
  }
  return stage;
}

/**
 * What is so beside the stage: marks raised by events and not lowered since; they fall with the end of the matter, or with the limits
 * named to carry them. `overdue` is derived: a statutory limit of the agency has run out.
 */
export function marksOf(
  { events, closedAt }: History,
  defs: ReadonlyMap<string, EventDef>,
  deadlines: readonly Deadline[],
  today: Day,
): string[] {
  const raised = new Map<string, readonly string[]>();
  if (closedAt < 0) {
    for (const { type } of events) {
      const change = defs.get(type)?.marks;
      for (const mark of change?.lowers ?? []) raised.delete(mark);
      if (change?.raises) raised.set(change.raises, change.lapsesWith ?? []);
    }
  }
  const running = (dutyId: string) =>
    deadlines.some(
      one => one.dutyId === dutyId && one.closedOn === undefined && (one.status === 'paused' || today <= one.due),
    );
  const marks = [...raised]
    .filter(([, carriers]) => carriers.length === 0 || carriers.some(running))
    .map(([mark]) => mark);
  const overdue = deadlines.some(({ status, lapse, basis }) => status === 'overdue' && !lapse && basis === 'law');
  return overdue ? [...marks, OVERDUE] : marks;
}

/** Dated classes for statistics; a change within a day keeps the last. A matter that ends without a class of its own ends its span. */
export function spansOf({ events, closedAt }: History, defs: ReadonlyMap<string, EventDef>, facts: Facts): Span[] {
  const spans: { class: string; from: number; to?: number }[] = [];
  events.forEach((event, position) => {
    const def = defs.get(event.type);
    if (!def) return;
    const known = { ...facts, ...event.attrs };
    const into = def.classifiesWhen?.find(({ when }) => holds(when, known))?.as ?? def.classifies;
    const last = spans[spans.length - 1];
    if (into === undefined) {
      if (position === closedAt && last && last.to === undefined) last.to = event.occurredOn;
      return;
    }
    if (last && last.to === undefined) {
      if (last.class === into) return;
      if (last.from === event.occurredOn) {
        spans.pop();
        const before = spans[spans.length - 1];
        if (before?.class === into && before.to === event.occurredOn) {
          delete before.to;
          return;
        }
      } else last.to = event.occurredOn;
    }
    spans.push({ class: into, from: event.occurredOn });
  });
  return spans;
}

/** Event types that may still be recorded when the matter has ended: what its end itself calls for. */
export function afterEnd(
  deadlines: readonly Deadline[],
  dischargedBy: (deadline: Deadline) => readonly string[],
): Set<string> {
  const types = new Set<string>();
  for (const deadline of deadlines) {
    if (deadline.closedOn !== undefined) continue;
    for (const type of dischargedBy(deadline)) types.add(type);
  }
  return types;
}

/** Position of the latest event of any of the types; -1 if there is none. */
export function latestOf(history: History, types: readonly string[]): number {
  let latest = -1;
  for (const type of types) latest = Math.max(latest, history.positions.get(type)?.at(-1) ?? -1);
  return latest;
}

/** Position of the earliest event of any of the types; -1 if there is none. */
export function earliestOf(history: History, types: readonly string[]): number {
  let earliest = -1;
  for (const type of types) {
    const first = history.positions.get(type)?.[0];
    if (first !== undefined && (earliest < 0 || first < earliest)) earliest = first;
  }
  return earliest;
}

/** How often a kind of event has been recorded, and how often it may be. */
export const recorded = (history: History, type: string): number => history.positions.get(type)?.length ?? 0;
export const mostOf = ({ once, most }: EventDef): number => (once ? 1 : (most ?? Number.POSITIVE_INFINITY));

/** The rule that keeps an event out of the life of a matter with these facts under a law. */
export const barOf = ({ barred }: EventDef, facts: Facts, law: LawId): Bar | undefined =>
  barred?.find(({ when, under }) => (under === undefined || under === law) && holds(when, facts));

/** What must have happened before an event under a law. */
export const requiredBy = ({ requires = [], requiresUnder }: EventDef, law: LawId): readonly (readonly string[])[] =>
  requiresUnder?.[law] ? [...requires, ...requiresUnder[law]] : requires;

/** The event that bars this kind of event: one it may not follow, since what it needs last happened; -1 if none does. */
export function barredBy(history: History, def: EventDef, law: LawId): number {
  if (!def.refusedAfter) return -1;
  let since = -1;
  for (const group of requiredBy(def, law)) since = Math.max(since, latestOf(history, group));
  const barring = latestOf(history, def.refusedAfter);
  return barring > since ? barring : -1;
}

/** What may be recorded next, and from which day on. */
export function allowedEvents(
  history: History,
  defs: ReadonlyMap<string, EventDef>,
  facts: Facts,
  law: LawId,
  stillOwed: () => ReadonlySet<string>,
): AllowedEvent[] {
  const ended = history.closedAt >= 0 ? stillOwed() : null;
  const allowed: AllowedEvent[] = [];
  for (const def of defs.values()) {
    if (ended && !def.afterEnd && !ended.has(def.type)) continue;
    if (recorded(history, def.type) >= mostOf(def)) continue;
    if (barOf(def, facts, law) || barredBy(history, def, law) >= 0) continue;
    let notBefore = FIRST_EVENT_DAY;
    let possible = true;
    for (const group of requiredBy(def, law)) {
      const first = earliestOf(history, group);
      if (first < 0) possible = false;
      else notBefore = Math.max(notBefore, history.events[first]!.occurredOn);
    }
    if (possible) allowed.push({ type: def.type, notBefore });
  }
  return allowed;
}
