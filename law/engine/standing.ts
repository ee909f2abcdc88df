import type { LawInForce } from '../in-force';
import type { Day, Deadline, Facts, Hold, LoggedEvent, MatterKind, Standing } from '../model';
import { deadlinesOf } from './deadlines';
import { foldEvents } from './fold';
import { historyOf } from './history';
import { pauseIntervals } from './pauses';
import { afterEnd, allowedEvents, marksOf, spansOf, stageOf } from './progress';
import { bookOf } from './statutes';
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
  /** `false`: dates and statuses only, with empty slips, for less than half the time. */
  readonly slips?: boolean;
}

/** The effective events of a log as of a day. */
export const eventsUpTo = (log: readonly LoggedEvent[], today: Day): LoggedEvent[] =>
  foldEvents(log).filter(event => event.occurredOn <= today);

/** A matter judged as of a day: its deadlines and what they were reckoned from. */
function judge({ law, kind, facts, events: log, today, now, holds = [], slips = true }: StandingInput) {
  const book = bookOf(law.statutes, kind);
  const events = eventsUpTo(log, today);
  const history = historyOf(events, book.events);
  const closing = history.events[history.closedAt];
  const intervals = pauseIntervals(events, book.events);
  const regime = regimeOf(closing?.occurredOn ?? null, facts, today);
  const lastTurn = events.findLastIndex(({ type }) => {
    const def = book.events.get(type);
    return def?.pauses !== undefined || def?.resumes !== undefined;
  });
  const kept = new Map(holds.map(hold => [hold.key, hold]));
  const time = { calendar: law.calendar, today, now, holds: kept, slips };
  const deadlines = deadlinesOf(book, facts, regime, { history, defs: book.events, intervals, lastTurn, ...time });
  return { book, events, history, closing, pauses: intervals, regime, deadlines };
}

/** The deadlines of a matter as of a day, their slips left empty: for comparing dates of many matters. Pure. */
export const deadlinesAsOf = (input: Omit<StandingInput, 'slips'>): readonly Deadline[] =>
  judge({ ...input, slips: false }).deadlines;

/**
 * Everything the law says of one matter as of a day: stage, deadlines with their slips, pauses, classes, what may come next.
 * Pure: the same input gives the same standing.
 */
export function standing(input: StandingInput): Standing {
  const { facts, today } = input;
  const { book, events, history, closing, pauses, regime, deadlines } = judge(input);
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
