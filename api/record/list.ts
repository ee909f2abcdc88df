import type { z } from 'zod';
import { Prisma, type PrismaClient } from '../../prisma/generated/client';
import { decodeCursor, type Page, page } from '../http/paging';
import { matterLineOf, withNames } from './line';
import type { matterLine } from './schemas';

export interface MatterFilter {
  readonly kind?: string | undefined;
  /** Unit code; matters of units below it are listed as well. */
  readonly unit?: string | undefined;
  /** Officer code. */
  readonly officer?: string | undefined;
  readonly stage?: string | undefined;
  /** ISO date: earliest open due date strictly before it. */
  readonly dueBefore?: string | undefined;
  /** Late by law; with kind `plan`, late against the plan. */
  readonly overdue?: boolean | undefined;
  readonly closed?: boolean | undefined;
  /** Unit ids the actor may see; null: all. */
  readonly visible: readonly string[] | null;
}

/**
 * One page of matters, the most urgent first: by earliest open due date (those without one last), then by id. A keyset page,
 * so that a page never repeats or loses a row because another one was written meanwhile.
 */
export async function listMatters(
  prisma: PrismaClient,
  filter: MatterFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<z.infer<typeof matterLine>>> {
  const key = decodeCursor(cursor, 2);
  const where = Prisma.join([...conditions(filter), ...(key ? [after(key)] : [])], ' AND ');
  const keys = await prisma.$queryRaw<{ id: string }[]>`
    SELECT m.id::text
    FROM matter m
    WHERE ${where}
    ORDER BY m.next_due ASC NULLS LAST, m.id ASC
    LIMIT ${limit + 1}`;
  const rows = await prisma.matter.findMany({ where: { id: { in: keys.map(k => k.id) } }, include: withNames });
  const byId = new Map(rows.map(row => [row.id, row]));
  const lines = keys.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [matterLineOf(row)] : [];
  });
  return page(lines, limit, line => [line.nextDue, line.id]);
}

function after([nextDue, id]: readonly (string | number | null)[]): Prisma.Sql {
  if (nextDue === null) return Prisma.sql`(m.next_due IS NULL AND m.id > ${id}::uuid)`;
  return Prisma.sql`(m.next_due > ${nextDue}::date OR (m.next_due = ${nextDue}::date AND m.id > ${id}::uuid) OR m.next_due IS NULL)`;
}

function conditions(filter: MatterFilter): Prisma.Sql[] {
  const sql: Prisma.Sql[] = [Prisma.sql`TRUE`];
  if (filter.kind !== undefined) sql.push(Prisma.sql`m.kind::text = ${filter.kind}`);
  if (filter.stage !== undefined) sql.push(Prisma.sql`m.stage = ${filter.stage}`);
  if (filter.dueBefore !== undefined) sql.push(Prisma.sql`m.next_due < ${filter.dueBefore}::date`);
  if (filter.closed !== undefined) {
    sql.push(filter.closed ? Prisma.sql`m.closed_on IS NOT NULL` : Prisma.sql`m.closed_on IS NULL`);
  }
  if (filter.officer !== undefined) {
    sql.push(Prisma.sql`m.officer_id = (SELECT id FROM officer WHERE code = ${filter.officer})`);
  }
  if (filter.unit !== undefined) {
    sql.push(Prisma.sql`m.unit_id IN (
      WITH RECURSIVE below AS (
        SELECT id FROM unit WHERE code = ${filter.unit}
        UNION SELECT child.id FROM unit child JOIN below ON child.parent_id = below.id
      ) SELECT id FROM below)`);
  }
  if (filter.overdue !== undefined) {
    // Plans and reports of the agency's own are late against nobody's law: they are listed when asked for by their kind.
    const apart = filter.kind === undefined ? Prisma.sql` AND m.kind <> 'plan'` : Prisma.empty;
    const late = Prisma.sql`(EXISTS (SELECT 1 FROM deadline d WHERE d.matter_id = m.id AND d.current AND d.status = 'overdue' AND NOT d.lapse)${apart})`;
    sql.push(filter.overdue ? late : Prisma.sql`NOT ${late}`);
  }
  if (filter.visible !== null) sql.push(Prisma.sql`m.unit_id = ANY(${[...filter.visible]}::uuid[])`);
  return sql;
}
