import { type Chain, DEFAULT_POLICY, type LadderRules, type WatchedDeadline } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
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

/** A limit of which nobody has said anything. */
export const alone = (deadline: WatchedDeadline): Chain => ({ deadline, since: 0, seen: [] });

/** The policy of the program, and somebody who always reads. */
export const RULES: LadderRules = { policies: [DEFAULT_POLICY], calendar: officialCalendar(), unread: null };
