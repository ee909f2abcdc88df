/** The statutes and lifecycles the engine runs on, and a check that they fit together. Data only, no clock. */

import { LIFECYCLES } from './lifecycle';
import { STAGE_NAMES } from './lifecycle/stages';
import type { Duty, EventRule, LawId } from './model';
import { RULES_2008, STATUTE_2008 } from './statutes/2008';
import { RULES_2025, STATUTE_2025 } from './statutes/2025';
import { type CatalogueProblem, problemsOf } from './validate';

export { LIFECYCLES, STAGE_NAMES };

/** Every duty of each law. */
export const STATUTES: Readonly<Record<LawId, readonly Duty[]>> = { '2025': STATUTE_2025, '2008': STATUTE_2008 };

/** Provisions of each law that have no length of their own. */
export const RULES: Readonly<Record<LawId, readonly EventRule[]>> = { '2025': RULES_2025, '2008': RULES_2008 };

/** Days between which each pack decides (ISO, inclusive); cases not ended on 1 July 2026 pass to the new law (Điều 116(3)). */
export const PACKS: readonly {
  law: LawId;
  version: string;
  inForceFrom: string;
  inForceTo: string | null;
  basis: string;
}[] = [
  {
    law: '2025',
    version: '2026.11.1',
    inForceFrom: '2026-07-01',
    inForceTo: null,
    basis: 'Luật 106/2025/QH15; NĐ 152/2026/NĐ-CP',
  },
  {
    law: '2008',
    version: '2026.11.1',
    inForceFrom: '2009-07-01',
    inForceTo: '2026-06-30',
    basis: 'Luật 26/2008/QH12 (sửa đổi 2014, 2022); NĐ 62/2015/NĐ-CP',
  },
];

/** Everything in the catalogue that does not fit together; empty when all is well. */
export const validateCatalogue = (
  statutes = STATUTES,
  lifecycles = LIFECYCLES,
  stages = STAGE_NAMES,
  rules = RULES,
): readonly CatalogueProblem[] => problemsOf(statutes, lifecycles, stages, rules);
