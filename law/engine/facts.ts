import type { Condition, Duty, Fact, Facts, Period, Trigger } from '../model';

/** Whether a condition holds: `unknown` when a fact it names is not known and nothing else speaks against it. */
export function judge(condition: Condition | undefined, facts: Facts): 'holds' | 'fails' | 'unknown' {
  if (!condition) return 'holds';
  let verdict: 'holds' | 'unknown' = 'holds';
  for (const name in condition) {
    const wanted = condition[name] as Fact | readonly Fact[];
    const fact = facts[name];
    if (fact === undefined) verdict = 'unknown';
    else if (Array.isArray(wanted) ? !wanted.includes(fact) : wanted !== fact) return 'fails';
  }
  return verdict;
}

export const holds = (condition: Condition | undefined, facts: Facts): boolean => judge(condition, facts) === 'holds';

/** Whether a clock may start under these facts. */
export const admits = ({ when, unless }: Pick<Trigger, 'when' | 'unless'>, facts: Facts): boolean =>
  holds(when, facts) && !(unless && asList(unless).some(condition => holds(condition, facts)));

const asList = (unless: Condition | readonly Condition[]): readonly Condition[] =>
  Array.isArray(unless) ? unless : [unless as Condition];

/** The length of a duty's limit under these facts: the first variant that holds, else its own period. */
export const periodOf = (duty: Duty, facts: Facts): Period =>
  duty.variants?.find(variant => holds(variant.when, facts))?.period ?? duty.period;
