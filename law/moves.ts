/** What a change of law or calendar does to the deadlines of one matter: two standings of the same day, side by side. Pure. */

import type { Day, Deadline } from './model';

/** `new`: owed only under the changed law; `gone`: no longer owed under it; else the date moves. */
export type MoveKind = 'earlier' | 'later' | 'new' | 'gone';

/** When a deadline ends. */
export type End = Pick<Deadline, 'due' | 'dueLatest' | 'dueAt'>;

export interface Move {
  readonly key: string;
  readonly dutyId: string;
  readonly law: Deadline['law'];
  readonly kind: MoveKind;
  readonly before: End | null;
  readonly after: End | null;
  /** Late on the very day the change takes effect, and not late without it. */
  readonly overdueAtOnce: boolean;
}

const OPEN: readonly Deadline['status'][] = ['open', 'paused', 'overdue'];
const isOpen = (deadline: Deadline | undefined): deadline is Deadline =>
  deadline !== undefined && OPEN.includes(deadline.status);
const late = (deadline: Deadline | undefined): boolean => deadline?.status === 'overdue' && !deadline.lapse;

/** Negative when `a` ends before `b`: by what it is warned on first, then by what makes it a breach. */
function compareEnds(a: End, b: End): number {
  const moments: readonly (readonly [Day, Day])[] = [
    [a.due, b.due],
    [a.dueAt ?? 0, b.dueAt ?? 0],
    [a.dueLatest, b.dueLatest],
  ];
  for (const [one, other] of moments) if (one !== other) return one - other;
  return 0;
}

const endOf = ({ due, dueLatest, dueAt }: Deadline): End => ({
  due,
  dueLatest,
  ...(dueAt !== undefined && { dueAt }),
});

/**
 * The open deadlines that differ. A closed deadline never counts: what is done stays done under any law.
 * @param before as the law in force has them on the day
 * @param after as the changed law has them on the same day
 */
export function movesOf(before: readonly Deadline[], after: readonly Deadline[]): Move[] {
  const was = new Map(before.map(deadline => [deadline.key, deadline]));
  const is = new Map(after.map(deadline => [deadline.key, deadline]));
  const moves: Move[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)];
    const common = (deadline: Deadline, kind: MoveKind) => ({
      ...{ key, kind, dutyId: deadline.dutyId, law: deadline.law },
      before: isOpen(old) ? endOf(old) : null,
      after: isOpen(now) ? endOf(now) : null,
      overdueAtOnce: late(now) && !late(old),
    });
    if (isOpen(old) && isOpen(now)) {
      const by = compareEnds(endOf(now), endOf(old));
      if (by !== 0) moves.push(common(now, by < 0 ? 'earlier' : 'later'));
    } else if (isOpen(old)) moves.push(common(old, 'gone'));
    else if (isOpen(now)) moves.push(common(now, 'new'));
  }
  return moves;
}
