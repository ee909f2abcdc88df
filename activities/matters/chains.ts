import type { Chain } from '../../alerts';
import type { Deadline } from '../../law/model';
import { goesOn } from './kept-version';
import type { KeptMatter } from './load';

/** A chain of the engine's own deadline. */
export interface DeadlineChain extends Chain {
  readonly deadline: Deadline;
}

/** What is kept of the deadlines of a matter, and what people said of them. */
export type KeptChains = Pick<KeptMatter, 'deadlines' | 'seen'>;

/**
 * Each computed deadline with when its date was first written and who acknowledged it. One that takes the place of a kept version begins
 * anew.
 * @param now epoch ms
 */
export function chainsOf(
  { deadlines: kept = [], seen = [] }: Partial<KeptChains>,
  computed: readonly Deadline[],
  now: number,
): DeadlineChain[] {
  const byKey = new Map(kept.map(one => [one.key, one]));
  return computed.map(deadline => {
    const before = byKey.get(deadline.key);
    if (before === undefined || !goesOn(before, deadline)) return { deadline, since: now, seen: [] };
    return { deadline, since: before.since, seen: seen.filter(({ deadlineId }) => deadlineId === before.id) };
  });
}
