/** The count of each morning: what should have been told, held against what was. See docs/decisions/0020. */

import type { Pool } from 'pg';
import type { RecountActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { tellOperators } from './operators';
import { writeStatement } from './statement';
import { tellAgain } from './tell-again';

export { brokenStatement, type KeptStatement, statementOf } from './statement';

/** Gaps that computing the matter again may close. */
const MATTERS = `
SELECT DISTINCT g.matter_id AS id FROM alert_statement_gap AS g
WHERE g.statement = $1::int AND g.kind = 'unaccounted'
ORDER BY 1 LIMIT $2`;

/** Matters with something unaccounted for, at most `limit`. */
const mattersWithGaps = async (pool: Pool, { statement, limit }: { statement: number; limit: number }) =>
  (await pool.query<{ id: string }>(MATTERS, [statement, limit])).rows.map(row => row.id);

/** Activities of the recount. */
export function createRecountActivities(deps: Pick<ActivityDeps, 'pool' | 'mail' | 'publicUrl'>): RecountActivities {
  return {
    writeStatement: input => writeStatement(deps.pool, input),
    mattersWithGaps: input => mattersWithGaps(deps.pool, input),
    tellAgain: input => tellAgain(deps.pool, input),
    tellOperators: input => tellOperators(deps, input),
  };
}
