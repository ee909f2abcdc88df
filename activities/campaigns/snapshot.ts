import type { Pool, PoolClient } from 'pg';
import { addCounts, type Counts, countsToJson, NO_COUNTS } from '../../campaigns';
import { inTransaction } from '../matters/transaction';
import { type CountCell, countCells } from './counts';

const CAMPAIGN = `
SELECT unit_id AS "unitId", to_char(starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(starts_on - 1, 'YYYY-MM-DD') AS "eve",
  EXISTS (SELECT 1 FROM campaign_baseline b WHERE b.campaign_id = campaign.id) AS frozen
FROM campaign WHERE id = $1 FOR UPDATE`;

const SNAPSHOT = `
INSERT INTO campaign_snapshot (campaign_id, as_of, subject_id, subject, counts, computed_at)
SELECT $1, $2::date, r.subject_id, r.subject, r.counts, $3
FROM json_to_recordset($4::json) AS r(subject_id uuid, subject text, counts jsonb)
ON CONFLICT (campaign_id, as_of, subject_id) DO UPDATE SET counts = EXCLUDED.counts, computed_at = EXCLUDED.computed_at`;

const BASELINE = `
INSERT INTO campaign_baseline (campaign_id, unit_id, frozen_at, as_of, counts)
SELECT $1, r.subject_id, $3, $2::date, r.counts
FROM json_to_recordset($4::json) AS r(subject_id uuid, subject text, counts jsonb)
WHERE r.subject = 'unit'
ON CONFLICT (campaign_id, unit_id) DO NOTHING`;

/** Figures of one unit (with all below it) or one enforcer. */
export interface SubjectCounts {
  readonly id: string;
  readonly kind: 'unit' | 'officer';
  readonly counts: Counts;
}

/**
 * Write the figures of the campaign's units and enforcers as of the evening of `day` (ISO date), in one transaction; a repeat
 * writes them anew. The first snapshot on or after the campaign's start also freezes the baseline: the figures of the evening
 * before the start, as the record tells them at that moment. It is never computed again.
 */
export function snapshotCampaign(
  pool: Pool,
  { campaignId, day, now }: { campaignId: string; day: string; now: number },
): Promise<{ subjects: number }> {
  return inTransaction(pool, async client => {
    const campaign = (await client.query<Campaign>(CAMPAIGN, [campaignId])).rows[0];
    // A campaign taken back between listing and now has no figures to keep.
    if (!campaign) return { subjects: 0 };
    if (!campaign.frozen && day >= campaign.startsOn) {
      await write(client, BASELINE, campaignId, campaign.eve, now, campaign.unitId);
    }
    return { subjects: await write(client, SNAPSHOT, campaignId, day, now, campaign.unitId) };
  });
}

interface Campaign {
  readonly unitId: string;
  readonly startsOn: string;
  /** The day before the start. */
  readonly eve: string;
  readonly frozen: boolean;
}

async function write(
  client: PoolClient,
  statement: string,
  campaignId: string,
  asOf: string,
  now: number,
  root: string,
): Promise<number> {
  const cells = await countCells(client, { campaignId, asOf });
  const subjects = await subjectCounts(client, root, cells);
  const rows = subjects.map(subject => ({
    subject_id: subject.id,
    subject: subject.kind,
    counts: countsToJson(subject.counts),
  }));
  await client.query(statement, [campaignId, asOf, new Date(now), JSON.stringify(rows)]);
  return rows.length;
}

const ANCESTORS = `
WITH RECURSIVE tree AS (
  SELECT id, ARRAY[id] AS path FROM unit WHERE id = $1::uuid
  UNION ALL
  SELECT unit.id, tree.path || unit.id FROM unit JOIN tree ON unit.parent_id = tree.id
)
SELECT id, path FROM tree`;

/** Cells added up for each unit of the tree below `root` (what lies under it included) and for each enforcer. */
export async function subjectCounts(
  db: Pick<PoolClient, 'query'>,
  root: string,
  cells: readonly CountCell[],
): Promise<SubjectCounts[]> {
  const units = (await db.query<{ id: string; path: string[] }>(ANCESTORS, [root])).rows;
  const path = new Map(units.map(unit => [unit.id, unit.path]));
  const sums = new Map<string, SubjectCounts>(units.map(({ id }) => [id, { id, kind: 'unit', counts: NO_COUNTS }]));
  for (const cell of cells) {
    for (const id of path.get(cell.unitId) ?? []) add(sums, id, 'unit', cell.counts);
    if (cell.officerId !== null) add(sums, cell.officerId, 'officer', cell.counts);
  }
  return [...sums.values()];
}

function add(sums: Map<string, SubjectCounts>, id: string, kind: SubjectCounts['kind'], counts: Counts): void {
  sums.set(id, { id, kind, counts: addCounts(sums.get(id)?.counts ?? NO_COUNTS, counts) });
}
