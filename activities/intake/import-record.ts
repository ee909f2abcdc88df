import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';
import type { Issue } from '../../registers/issue';
import type { RegisterReading } from '../../registers/read';
import { inTransaction } from '../matters';
import { clearStaging, noteIssues } from './staging';

/** An import as it was ordered. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
  readonly unitCode: string | null;
  readonly dryRun: boolean;
  readonly state: string;
}

const LOAD = `
SELECT id, file_name AS "fileName", coalesce(path, '') AS path, unit_code AS "unitCode", dry_run AS "dryRun", state
FROM import WHERE id = $1::uuid`;

/** @throws ApplicationFailure, not to be retried, when there is no such import */
export async function loadImport(pool: Pool, importId: string): Promise<ImportRecord> {
  const record = (await pool.query<ImportRecord>(LOAD, [importId])).rows[0];
  if (!record)
    throw ApplicationFailure.nonRetryable(
      `Không có lần nhập ${importId} / there is no import ${importId}`,
      'ImportNotFound',
    );
  return record;
}

const REFUSED = `
UPDATE import SET state = 'refused', rows_read = $2, rows_wrong = $3, report = $4::jsonb, finished_at = to_timestamp($5 / 1000.0)
WHERE id = $1::uuid`;

/** Ends an import whose file cannot be taken; nothing of it is written but the reasons. */
export async function refuse(
  pool: Pool,
  record: ImportRecord,
  issues: readonly Issue[],
  reading: RegisterReading | null,
  now: number,
): Promise<void> {
  const text = issues
    .filter(issue => issue.severity === 'error')
    .slice(0, 5)
    .map(issue => issue.vi)
    .join('\n');
  await inTransaction(pool, async client => {
    await clearStaging(client, record.id);
    await noteIssues(client, record.id, issues);
    const report = JSON.stringify({ sheets: reading?.sheets ?? [], text });
    await client.query(REFUSED, [record.id, reading?.rowsRead ?? 0, reading?.rowsRefused ?? 0, report, now]);
  });
}
