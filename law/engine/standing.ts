import type { LawInForce } from '../in-force';
import type { Day, Facts, Hold, LoggedEvent, MatterKind, Standing } from '../model';
import type { Names } from './clocks';
import { deadlinesOf } from './deadlines';
import { foldEvents } from './fold';
import { historyOf } from './history';
import { pauseIntervals } from './pauses';
import { afterEnd, allowedEvents, marksOf, spansOf, stageOf } from './progress';
import { type Book, bookOf } from './statutes';
import { lawOf, regimeOf } from './transition';

export interface StandingInput {
  /** The law by which the matter is judged. */
  readonly law: LawInForce;
  readonly kind: MatterKind;
  /** Facts of the matter: origin, class, level, … */
  readonly facts: Facts;
  /** The log as kept, corrections and retractions included, in any order. */
  readonly events: readonly LoggedEvent[];
  /** The day for which the matter is judged; events after it have not happened yet. */
  readonly today: Day;
  /** Epoch milliseconds; sharpens limits in hours. */
  readonly now?: number;
  /** Deadlines of this matter that were kept at an earlier date by decision. */
  readonly holds?: readonly Hold[];
}

const namesOf = (book: Book): Names => {
  return type => {
    const def = book.events.get(type);
    return { vi: def?.nameVi ?? type, en: def?.nameEn ?? type };
  };
};

/** The effective events of a log as of a day. */
export const eventsUpTo = (log: readonly LoggedEvent[], today: Day): LoggedEvent[] =>
  foldEvents(log).filter(event => event.occurredOn <= today);

/**
 * Everything the law says of one matter as of a day: stage, deadlines with their slips, pauses, classes, what may come next.
 * Pure: the same input gives the same standing.
 */
export function standing(input: StandingInput): Standing {
  const { kind, facts, today, now } = input;
  const { statutes, calendar } = input.law;
  const book = bookOf(statutes, kind);
  const events = eventsUpTo(input.events, today);
  const history = historyOf(events, book.events);
  const closing = history.events[history.closedAt];
  const pauses = pauseIntervals(events, book.events);
  const holds = new Map((input.holds ?? []).map(hold => [hold.key, hold]));
  const regime = regimeOf(closing?.occurredOn ?? null, facts, today);
  const lastTurn = events.findLastIndex(({ type }) => {
    const def = book.events.get(type);
    return def?.pauses !== undefined || def?.resumes !== undefined;
  });
  const scene = { history, defs: book.events, intervals: pauses, lastTurn, calendar, today, now, holds };
  const deadlines = deadlinesOf(book, facts, regime, scene, namesOf(book));
  const stillOwed = () =>
    afterEnd(deadlines, ({ law, dutyId }) => book.packs[law].byId.get(dutyId)?.dischargedBy ?? []);
  return {
    stage: stageOf(history, book.events, facts),
    marks: marksOf(history, book.events, deadlines, today),
    closed: closing !== undefined,
    ...(closing && { closedOn: closing.occurredOn }),
    law: lawOf(regime),
    deadlines,
    pauses,
    spans: spansOf(history, book.events, facts),
    allowed: allowedEvents(history, book.events, facts, lawOf(regime), stillOwed),
    events,
  };
}
