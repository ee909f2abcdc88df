import type { ExpectedDeadline, Life, Vector } from '../../handbook/vectors';
import { type Deadline, type LawId, type LoggedEvent, toDay, toIso, toIsoMinute, toMinute } from '../../law';

/** What is asked of an engine. */
export const questionOf = ({ dutyId, on, at, facts, law }: Vector & { law: LawId }) => ({
  dutyId,
  law,
  on,
  ...(at !== undefined && { at }),
  ...(facts !== undefined && { facts }),
});

/** What it must answer. */
export const answerOf = ({ dutyId, due, dueLatest, kind, provisional, law }: Vector & { law: LawId }) => ({
  dutyId,
  law,
  due,
  dueLatest: dueLatest ?? due,
  kind,
  provisional,
});

/** The part of an answer that a vector speaks of. */
export const spoken = ({ dutyId, law, due, dueLatest, kind, provisional }: Record<string, unknown>) => ({
  ...{ dutyId, law, due, dueLatest, kind, provisional },
});

/** The log of a life, each event recorded in its turn. */
export const logOf = ({ events }: Life): LoggedEvent[] =>
  events.map(({ type, on, at, attrs }, i) => ({
    id: `e${i + 1}`,
    seq: i + 1,
    type,
    occurredOn: toDay(on),
    ...(at !== undefined && { atMinute: toMinute(at) }),
    attrs: attrs ?? {},
    recordedAt: 0,
  }));

/** A deadline as lives write it. */
export const written = (deadline: Deadline): ExpectedDeadline => ({
  dutyId: deadline.dutyId,
  law: deadline.law,
  startedOn: toIso(deadline.startedOn),
  due: deadline.dueAt === undefined ? toIso(deadline.due) : toIsoMinute(deadline.dueAt),
  ...(deadline.dueLatest !== deadline.due && { dueLatest: toIso(deadline.dueLatest) }),
  status: deadline.status,
  ...(deadline.closedOn !== undefined && { closedOn: toIso(deadline.closedOn) }),
});
