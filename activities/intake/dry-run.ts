import type { PoolClient } from 'pg';
import { countsToJson } from '../../campaigns';
import { toIso, vietnamDay } from '../../law';
import type { Issue } from '../../registers/issue';
import type { RegisterReading } from '../../registers/read';
import { inTransaction } from '../matters';
import type { IntakeDesk } from './desk';
import { figuresText } from './figures';
import { figuresOf } from './figures-of';
import type { ImportRecord } from './import-record';
import { clearStaging, noteIssues, PAGE, type Staged } from './staging';
import { removeUpload } from './upload-file';
import { writeRows } from './write-page';

const FINISHED = `
UPDATE import SET state = 'done', rows_read = $2, rows_wrong = $3, matters_new = $4, matters_known = $5, report = $6::jsonb,
  finished_at = to_timestamp($7 / 1000.0), path = NULL
WHERE id = $1::uuid`;

/**
 * Does everything an import does, inside a transaction that is undone: the figures are those the import would end with, and nothing
 * stays but the report.
 */
export async function dryRun(
  desk: IntakeDesk,
  record: ImportRecord,
  reading: RegisterReading,
  issues: readonly Issue[],
  rows: readonly { matterId: string; data: Staged }[],
  now: number,
): Promise<void> {
  let fresh = 0;
  let known = 0;
  const counts = await undone(desk, async client => {
    for (let from = 0; from < rows.length; from += PAGE) {
      const page = await writeRows(client, rows.slice(from, from + PAGE), desk, now);
      fresh += page.fresh;
      known += page.known;
      desk.alive({ importId: record.id, computed: from });
    }
    return figuresOf(client, record.id, toIso(vietnamDay(now)));
  });
  const report = {
    sheets: reading.sheets,
    campaign: reading.campaign,
    figures: countsToJson(counts),
    text: figuresText(counts),
  };
  await inTransaction(desk.pool, async client => {
    await clearStaging(client, record.id);
    await noteIssues(client, record.id, issues);
    await client.query(FINISHED, [
      record.id,
      reading.rowsRead,
      reading.rowsRefused,
      fresh,
      known,
      JSON.stringify(report),
      now,
    ]);
  });
  await removeUpload(record.path);
}

async function undone<T>(desk: IntakeDesk, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await desk.pool.connect();
  try {
    await client.query('BEGIN');
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
