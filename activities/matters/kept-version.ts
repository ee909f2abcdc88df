/** How a computed deadline stands to the version of it that is kept. */

import { toIso } from '../../law';
import type { Deadline } from '../../law/model';
import type { KeptDeadline } from './load';

/** A status that changes within a version. */
export interface Restatus {
  readonly id: string;
  readonly status: string;
  readonly closed_on: string | null;
  readonly closed_by_event: string | null;
}

export const closed = (status: string): boolean => status === 'met' || status === 'late' || status === 'void';

/** Whether a kept version stays the one in force, as against a new one that takes its place. */
export const goesOn = (before: KeptDeadline, deadline: Deadline): boolean =>
  !moved(before, deadline) && !(closed(before.status) && restatement(before, deadline));

function moved(before: KeptDeadline, deadline: Deadline): boolean {
  return (
    before.startedOn !== toIso(deadline.startedOn) ||
    before.due !== toIso(deadline.due) ||
    before.dueAt !== (deadline.dueAt ?? null) ||
    before.dueLatest !== toIso(deadline.dueLatest) ||
    before.law !== deadline.law
  );
}

export function restatement(before: KeptDeadline, deadline: Deadline): Restatus | null {
  const closedOn = deadline.closedOn === undefined ? null : toIso(deadline.closedOn);
  const closedBy = deadline.closedByEvent ?? null;
  if (before.status === deadline.status && before.closedOn === closedOn && before.closedByEvent === closedBy)
    return null;
  return { id: before.id, status: deadline.status, closed_on: closedOn, closed_by_event: closedBy };
}
