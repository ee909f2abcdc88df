import type { Pool } from 'pg';
import { headsOf, inTransaction, type NewMatter, projectionRows, writeMatters } from '../../activities/matters';
import { toIso, vietnamDay } from '../../law';
import { rules } from '../record/workbench';

export { aCase, at, decidedOn } from '../record/workbench';
export type NewCase = NewMatter;

/** Writes a matter as the importer (with an import) or the program (without) does. */
export const writeNew = (pool: Pool, matter: NewMatter, now: number): Promise<string> =>
  inTransaction(pool, async client => {
    const heads = await headsOf(client, [matter.unitId], toIso(vietnamDay(now)));
    await writeMatters(client, [projectionRows(matter, rules, heads.get(matter.unitId), now)]);
    return matter.id;
  });
