/** What a rehearsal found, for reading. */

import type { ClientBase, Pool } from 'pg';
import type { LawId, MatterKind } from '../../law/model';
import { MATCHES, valuesOf, type Which } from './verdicts';

/** Counts of the changes of one unit, officer or duty; of all where it names none. */
export interface ChangeCounts {
  readonly changes: number;
  readonly earlier: number;
  readonly later: number;
  readonly new: number;
  readonly gone: number;
  readonly overdueAtOnce: number;
  readonly pending: number;
  readonly rejected: number;
}

export interface RehearsalReport {
  readonly total: ChangeCounts;
  readonly units: readonly (ChangeCounts & { readonly unit: string; readonly name: string })[];
  readonly officers: readonly (ChangeCounts & { readonly officer: string | null; readonly unit: string })[];
  readonly duties: readonly (ChangeCounts & { readonly dutyId: string; readonly law: string })[];
}

const COUNTS = `
count(*)::int AS changes, count(*) FILTER (WHERE c.kind = 'earlier')::int AS earlier, count(*) FILTER (WHERE c.kind = 'later')::int AS later,
count(*) FILTER (WHERE c.kind = 'new')::int AS new, count(*) FILTER (WHERE c.kind = 'gone')::int AS gone,
count(*) FILTER (WHERE c.overdue_at_once)::int AS "overdueAtOnce", count(*) FILTER (WHERE c.verdict = 'pending')::int AS pending,
count(*) FILTER (WHERE c.verdict = 'rejected')::int AS rejected`;

/** Changes counted in all, by unit, by officer and by duty, most first. */
export async function rehearsalReport(client: ClientBase | Pool, id: string): Promise<RehearsalReport> {
  const of = async (columns: string, joins: string, group: string) => {
    const text = `SELECT ${columns}${COUNTS} FROM rehearsal_change c ${joins} WHERE rehearsal_id = $1::uuid ${group}`;
    return (await client.query(text, [id])).rows;
  };
  const unit = 'JOIN unit u ON u.id = c.unit_id';
  return {
    total: (await of('', '', ''))[0] as ChangeCounts,
    units: await of('u.code AS unit, u.name, ', unit, 'GROUP BY 1, 2 ORDER BY changes DESC, 1'),
    officers: await of(
      'o.code AS officer, u.code AS unit, ',
      `${unit} LEFT JOIN officer o ON o.id = c.officer_id`,
      'GROUP BY 1, 2 ORDER BY changes DESC, 2, 1',
    ),
    duties: await of('c.duty_id AS "dutyId", c.law, ', '', 'GROUP BY 1, 2 ORDER BY changes DESC, 1, 2'),
  };
}

/** One change, with the matter people know. Days are ISO dates. */
export interface ListedChange {
  readonly matterId: string;
  readonly number: string;
  readonly matterKind: MatterKind;
  readonly key: string;
  readonly dutyId: string;
  readonly law: LawId;
  readonly unit: string;
  readonly officer: string | null;
  readonly kind: 'earlier' | 'later' | 'new' | 'gone';
  readonly overdueAtOnce: boolean;
  readonly dueBefore: string | null;
  readonly dueLatestBefore: string | null;
  readonly due: string | null;
  readonly dueLatest: string | null;
  readonly verdict: 'pending' | 'approved' | 'rejected';
  readonly reason: string | null;
  readonly decidedBy: string | null;
}

const LIST = `
SELECT c.matter_id AS "matterId", m.number, m.kind::text AS "matterKind", c.key, c.duty_id AS "dutyId", c.law, u.code AS unit,
  o.code AS officer, c.kind::text AS kind, c.overdue_at_once AS "overdueAtOnce", c.due_before::text AS "dueBefore",
  c.due_latest_before::text AS "dueLatestBefore", c.due::text AS due, c.due_latest::text AS "dueLatest", c.verdict::text AS verdict,
  c.reason, c.decided_by AS "decidedBy"
FROM rehearsal_change c JOIN matter m ON m.id = c.matter_id JOIN unit u ON u.id = c.unit_id LEFT JOIN officer o ON o.id = c.officer_id
WHERE ${MATCHES} AND ($10::uuid IS NULL OR (c.matter_id, c.key) > ($10::uuid, $11::text))
ORDER BY c.matter_id, c.key LIMIT $12`;

/** The changes that match, in the order of matters, after the one named. */
export async function rehearsalChanges(
  client: ClientBase | Pool,
  id: string,
  which: Which,
  { after, limit }: { after: { matterId: string; key: string } | null; limit: number },
): Promise<readonly ListedChange[]> {
  const values = [...valuesOf(id, which), after?.matterId ?? null, after?.key ?? null, limit];
  return (await client.query<ListedChange>(LIST, values)).rows;
}
