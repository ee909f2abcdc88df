import type { DeadlineChange, Effect } from '../contract';
import type { DeadlineChanges } from './changes';
import type { KeptMatter } from './load';
import type { Projection } from './project';

/** What carrying out a command came to, before it is put into the words of the contract. */
export interface Outcome {
  readonly matter: KeptMatter;
  readonly projection: Projection;
  readonly changes: DeadlineChanges | null;
  readonly eventId: string | null;
  readonly effects: readonly Effect[];
  /** A mail was written that may go out at once. */
  readonly urgent: boolean;
  /** For the audit trail: ids and codes. */
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** Deadlines opened, moved or closed. */
export function changedDeadlines(matter: KeptMatter, changes: DeadlineChanges | null): DeadlineChange[] {
  if (changes === null) return [];
  const opened = changes.inserted.map(row => ({ key: row.key, dutyId: row.duty_id, status: row.status, due: row.due }));
  const kept = new Map(matter.deadlines.map(one => [one.id, one]));
  const settled = [...changes.restated, ...changes.withdrawn.map(id => ({ id, status: 'void' }))].flatMap(
    ({ id, status }) => {
      const one = kept.get(id);
      return one === undefined ? [] : [{ key: one.key, dutyId: one.dutyId, status, due: one.due }];
    },
  );
  return [...opened, ...settled];
}
