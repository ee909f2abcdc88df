import type { PoolClient } from 'pg';
import type { Issue } from '../../registers/issue';
import type { MatterState, RecordEvent } from '../contract';
import type { NewMatter } from '../matters';

/** Rows of a page: enough to make one statement worth its round trip, few enough to be written in a second. */
export const PAGE = 500;

/** What waits in a staging row: a matter to write, or an event for one recorded earlier. */
export type Staged =
  | {
      readonly what: 'matter';
      readonly matter: NewMatter;
      readonly parentId: string | null /** Set once it is written and open. */;
      readonly state?: MatterState;
    }
  | { readonly what: 'event'; readonly command: RecordEvent; readonly sheet: string; readonly row: number };

const STAGE = `
INSERT INTO import_row (import_id, n, page, matter_id, data)
SELECT $1::uuid, n, n / ${PAGE}, matter_id, data
FROM json_to_recordset($2::json) AS r (n int, matter_id uuid, data jsonb)`;

const ISSUES = `
INSERT INTO import_error (id, import_id, sheet, row, "column", severity, code, message, message_en)
SELECT gen_random_uuid(), $1::uuid, sheet, row, "column", severity, code, vi, en
FROM json_to_recordset($2::json) AS r (sheet text, row int, "column" text, severity text, code text, vi text, en text)`;

const BATCH = 1_000;

/** Puts rows where the pages will find them. */
export async function stage(
  client: PoolClient,
  importId: string,
  rows: readonly { matterId: string; data: Staged }[],
  alive: () => void,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows
      .slice(from, from + BATCH)
      .map(({ matterId, data }, at) => ({ n: from + at, matter_id: matterId, data }));
    await client.query(STAGE, [importId, JSON.stringify(batch)]);
    alive();
  }
}

/** Errors and warnings, for the row-by-row report. */
export async function noteIssues(
  client: Pick<PoolClient, 'query'>,
  importId: string,
  issues: readonly Issue[],
): Promise<void> {
  for (let from = 0; from < issues.length; from += BATCH) {
    await client.query(ISSUES, [importId, JSON.stringify(issues.slice(from, from + BATCH))]);
  }
}

/** Forgets what an earlier attempt left. */
export async function clearStaging(client: PoolClient, importId: string): Promise<void> {
  await client.query('DELETE FROM import_row WHERE import_id = $1::uuid', [importId]);
  await client.query('DELETE FROM import_error WHERE import_id = $1::uuid', [importId]);
}
