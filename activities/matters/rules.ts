import type { Pool } from 'pg';
import type { AlertPolicy } from '../../alerts';
import type { LawInForce } from '../../law';
import { lawReader } from '../law';
import { policyReader } from './policy';

/** What rules the computing of projections. */
export interface Rules {
  readonly law: LawInForce;
  readonly policy: AlertPolicy;
}

/** For whom rules are asked: the unit, and the law's stamp read with the matter (`KeptMatter` has both). */
export interface RuledBy {
  readonly unitId: string;
  readonly lawStamp: number;
}

/** The rules for a matter at `now` (epoch ms): its law never older than the stamp, the policy of the last minute. */
export type RulesReader = (now: number, of: RuledBy) => Promise<Rules>;

export function rulesReader(pool: Pool): RulesReader {
  const lawAt = lawReader(pool);
  const policyAt = policyReader(pool);
  return async (now, { unitId, lawStamp }) => ({
    law: await lawAt(now, unitId, lawStamp),
    policy: await policyAt(now),
  });
}
