import type { WatchedDeadline } from '../../alerts';
import { toDay } from '../../law/day';

/** A duty of the law of 10 days: from Monday 3 August 2026, due Thursday 13 August 2026, undisputed, open. */
export function deadline(over: Partial<WatchedDeadline> = {}): WatchedDeadline {
  const due = over.due ?? toDay('2026-08-13');
  return {
    key: 'initial-verification#e1',
    dutyId: 'initial-verification',
    basis: 'law',
    role: 'enforcer',
    unitKind: 'days',
    startedOn: toDay('2026-08-03'),
    dueLatest: due,
    status: 'open',
    lapse: false,
    ...over,
    due,
  };
}
