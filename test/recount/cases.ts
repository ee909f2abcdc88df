import type { Pool } from 'pg';
import { inTransaction, type NewMatter, projectionRows, writeMatters } from '../../activities/matters';
import { rulesOf } from '../record/workbench';

export { aCase, at, decidedOn } from '../record/workbench';
export type NewCase = NewMatter;

/** Writes a matter as the importer (with an import) or the program (without) does. */
export const writeNew = (pool: Pool, matter: NewMatter, now: number): Promise<string> =>
  inTransaction(pool, async client => {
    await writeMatters(client, [projectionRows(matter, await rulesOf(pool, matter.unitId, now), now)]);
    return matter.id;
  });
