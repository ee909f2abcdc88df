import type { LawInForce } from '../in-force';
import type { Day, EventRule, LawId } from '../model';
import { NEW_LAW } from './transition';

/** The provision in use under the law of a day; none where that law has no such row, or it waits for a countersignature. */
export function ruleOn(law: LawInForce, id: string, day: Day): EventRule | undefined {
  const under: LawId = day >= NEW_LAW ? '2025' : '2008';
  return law.rules[under].find(rule => rule.id === id && rule.active);
}
