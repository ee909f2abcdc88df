import type { Pool, PoolClient } from 'pg';
import { addCounts, type Counts, NO_COUNTS, TALLY_FIELDS, type Tally } from '../../campaigns';
import { CASE_COUNTS, COERCION_COUNTS, COMPLAINT_COUNTS } from './counts-sql';

/** Either way of asking the database: a pool, or one connection inside a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

/** What is counted: everything below a unit, what one import brought, or a campaign (its unit, its measuring window). */
export type CountScope =
  | { readonly unitId: string; readonly from?: string; readonly asOf: string }
  | { readonly importId: string; readonly from?: string; readonly asOf: string }
  | { readonly campaignId: string; readonly asOf: string };

/** Counts of the matters that one enforcer (or nobody yet) keeps in one unit. */
export interface CountCell {
  readonly unitId: string;
  readonly officerId: string | null;
  readonly counts: Counts;
}

export class UnknownScopeError extends Error {
  override readonly name = 'UnknownScopeError';
}

/**
 * The figures of a scope as of the evening of `asOf`, over the window that begins on `from` (ISO dates; without it, since the
 * beginning). Computed from what the record says today of that day, not from what was known then.
 * @throws UnknownScopeError when there is no such unit or campaign.
 */
export async function countsAsOf(db: Queryable, scope: CountScope): Promise<Counts> {
  return (await countCells(db, scope)).reduce((sum, cell) => addCounts(sum, cell.counts), NO_COUNTS);
}

/** The same, by unit and enforcer; the cells share no matter. */
export async function countCells(db: Queryable, scope: CountScope): Promise<CountCell[]> {
  const { unitIds, importId, from } = await resolve(db, scope);
  const parameters = [unitIds, importId, from, scope.asOf];
  const cells = new Map<string, CountCell>();
  const add = (row: Where, counts: Partial<Counts>) => {
    const key = `${row.unitId} ${row.officerId}`;
    const { unitId, officerId } = row;
    const before = cells.get(key)?.counts ?? NO_COUNTS;
    cells.set(key, { unitId, officerId, counts: addCounts(before, { ...NO_COUNTS, ...counts }) });
  };
  for (const row of (await db.query<CaseRow>(CASE_COUNTS, parameters)).rows) add(row, caseCounts(row));
  for (const row of (await db.query<CoercionRow>(COERCION_COUNTS, parameters)).rows) {
    add(row, { coercions: { total: row.total, interagency: row.interagency } });
  }
  for (const row of (await db.query<ComplaintRow>(COMPLAINT_COUNTS, parameters)).rows) {
    add(row, { complaints: { received: row.received, settled: row.settled } });
  }
  return [...cells.values()];
}

interface Where {
  readonly unitId: string;
  readonly officerId: string | null;
}
type CaseRow = Where &
  Tally<number> & { readonly [field in keyof Tally<bigint> as `m_${field}`]: string } & {
    readonly creditWithConditions: number;
    readonly creditDone: number;
    readonly creditMoneyWithConditions: string;
    readonly creditMoneyDone: string;
  };
type CoercionRow = Where & Counts['coercions'];
type ComplaintRow = Where & Counts['complaints'];

function caseCounts(row: CaseRow): Partial<Counts> {
  return {
    cases: Object.fromEntries(TALLY_FIELDS.map(field => [field, row[field]])) as unknown as Tally<number>,
    money: Object.fromEntries(
      TALLY_FIELDS.map(field => [field, BigInt(row[`m_${field}`])]),
    ) as unknown as Tally<bigint>,
    credit: {
      withConditions: row.creditWithConditions,
      done: row.creditDone,
      moneyWithConditions: BigInt(row.creditMoneyWithConditions),
      moneyDone: BigInt(row.creditMoneyDone),
    },
  };
}

const UNIT_TREE = `
WITH RECURSIVE tree AS (
  SELECT id FROM unit WHERE id = $1::uuid
  UNION
  SELECT unit.id FROM unit JOIN tree ON unit.parent_id = tree.id
)
SELECT id FROM tree`;

const CAMPAIGN = `SELECT unit_id AS "unitId", to_char(measured_from, 'YYYY-MM-DD') AS "from" FROM campaign WHERE id = $1`;

async function resolve(
  db: Queryable,
  scope: CountScope,
): Promise<{ unitIds: string[] | null; importId: string | null; from: string | null }> {
  if ('importId' in scope) return { unitIds: null, importId: scope.importId, from: scope.from ?? null };
  if ('campaignId' in scope) {
    const campaign = (await db.query<{ unitId: string; from: string }>(CAMPAIGN, [scope.campaignId])).rows[0];
    if (!campaign) throw new UnknownScopeError(`Không có đợt cao điểm "${scope.campaignId}" / no such campaign`);
    return resolve(db, { unitId: campaign.unitId, from: campaign.from, asOf: scope.asOf });
  }
  const unitIds = (await db.query<{ id: string }>(UNIT_TREE, [scope.unitId])).rows.map(row => row.id);
  if (unitIds.length === 0) throw new UnknownScopeError(`Không có đơn vị "${scope.unitId}" / no such unit`);
  return { unitIds, importId: null, from: scope.from ?? null };
}
