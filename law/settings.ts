import type { LawSettings } from './model';

/** A signed choice on a provision: which rule, what was chosen, the ISO date of the second signature. */
export interface RuleChoice {
  readonly subject: string;
  readonly choice: string;
  readonly on: string;
}

/** The settings that follow from signed choices on provisions; what nobody decided stays as the program has it. Pure. */
export function settingsOf(choices: readonly RuleChoice[]): LawSettings {
  const decided = new Map(choices.map(one => [one.subject, one]));
  const tet = decided.get('coercion-blackout-tet')?.choice;
  const digital = decided.get('valid-notice-date');
  return {
    ...((tet === 'first-day' || tet === 'statutory-days') && { tetAnchor: tet }),
    ...(digital?.choice === 'announced' && { digitalFrom: digital.on }),
  };
}
