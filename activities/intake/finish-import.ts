import type { PoolClient } from 'pg';
import { countsToJson } from '../../campaigns';
import { toIso, vietnamDay } from '../../law';
import type { CampaignPlan } from '../../registers/campaign-plan';
import { warning } from '../../registers/issue';
import { loadCampaignPlan, type CampaignPlan as StoredPlan } from '../campaigns';
import { inTransaction } from '../matters';
import { followPlan } from '../plans';
import type { IntakeDesk } from './desk';
import { loadOffice } from './directory';
import { figuresText } from './figures';
import { figuresOf } from './figures-of';
import { loadImport } from './import-record';
import { noteIssues } from './staging';
import { storedPlan } from './stored-plan';
import { removeUpload } from './upload-file';

// The matter a complaint grew from may have been on a later page, so the links are made when every page is written.
const LINK = `
UPDATE matter SET parent_id = (r.data ->> 'parentId')::uuid
FROM import_row r
WHERE r.import_id = $1::uuid AND matter.id = r.matter_id AND matter.import_id = $1::uuid AND r.data ->> 'parentId' IS NOT NULL
  AND EXISTS (SELECT 1 FROM matter parent WHERE parent.id = (r.data ->> 'parentId')::uuid)`;

// What was written a minute ago the planner believes to be a handful of rows, until the server happens to look: it then joined row
// by row, minutes for a register of 23,000.
const ANALYZE = 'ANALYZE import_row, matter';

// When all of a file was known already and came with one earlier import, its figures are that import's.
const SCOPE = `
SELECT array_agg(DISTINCT m.import_id) AS imports FROM import_row r JOIN matter m ON m.id = r.matter_id
WHERE r.import_id = $1::uuid AND r.data ->> 'what' = 'matter'`;

const FINISH = `
UPDATE import SET state = 'done', report = coalesce(report, '{}'::jsonb) || $2::jsonb, finished_at = to_timestamp($3 / 1000.0), path = NULL
WHERE id = $1::uuid`;

/** Counts what the file brought, prints the closing figures, applies a campaign's plan, and clears up. Safe to repeat. */
export async function finishImport(
  desk: IntakeDesk,
  { importId, now }: { importId: string; now: number },
): Promise<void> {
  const record = await loadImport(desk.pool, importId);
  if (record.state === 'done' || record.state === 'refused') return removeUpload(record.path);
  const plan = await planOf(desk, importId);
  if (plan) await applyPlan(desk, importId, storedPlan(plan, await loadOffice(desk.pool)), now);
  await inTransaction(desk.pool, async client => {
    await client.query(ANALYZE);
    await client.query(LINK, [importId]);
    const counts = await figuresOf(client, await scopeOf(client, importId), toIso(vietnamDay(now)));
    const done = plan
      ? `Kế hoạch «${plan.name}»: ${plan.targets.length} chỉ tiêu, ${new Set(plan.items.map(item => item.task)).size} nhiệm vụ, ${plan.items.length} đầu việc.`
      : '';
    const text = [figuresText(counts), done].filter(part => part !== '').join('\n');
    await client.query(FINISH, [importId, JSON.stringify({ figures: countsToJson(counts), text }), now]);
    await client.query('DELETE FROM import_row WHERE import_id = $1::uuid', [importId]);
  });
  await removeUpload(record.path);
}

/** Writes the campaign and brings its work items' matters up to it; what the record refuses is a line of the report. */
async function applyPlan(desk: IntakeDesk, importId: string, plan: StoredPlan, now: number): Promise<void> {
  await loadCampaignPlan(desk.prisma, plan, now);
  const refused = await followPlan(desk, plan, now);
  await noteIssues(
    desk.pool,
    importId,
    refused.map(({ task, item, vi, en }) => ({
      ...{ sheet: 'Nhiệm vụ', row: 0, column: null },
      ...warning('work-item-refused', `Đầu việc ${task}.${item}: ${vi}`, `Work item ${task}.${item}: ${en}`),
    })),
  );
}

async function planOf(desk: IntakeDesk, importId: string): Promise<CampaignPlan | null> {
  const { rows } = await desk.pool.query<{ plan: CampaignPlan | null }>(
    `SELECT report -> 'campaign' AS plan FROM import WHERE id = $1::uuid`,
    [importId],
  );
  return rows[0]?.plan ?? null;
}

async function scopeOf(client: PoolClient, importId: string): Promise<string> {
  const imports = (await client.query<{ imports: string[] | null }>(SCOPE, [importId])).rows[0]?.imports ?? [];
  return imports.length === 1 && imports[0] ? imports[0] : importId;
}
