import type { Pool } from 'pg';
import { OfficeRefused } from '../../activities/organisation/refused';
import type { Officer, PrismaClient, Unit } from '../../prisma/generated/client';
import { isUuid } from '../actor';
import { notFound, wrongFields } from '../http/problem';

/** The officer a path names by code or id. @throws Problem 404 */
export async function officerOf(prisma: PrismaClient, ref: string): Promise<Officer> {
  const officer = await prisma.officer.findFirst({ where: isUuid(ref) ? { id: ref } : { code: ref } });
  if (officer) return officer;
  throw notFound(
    'Không có cán bộ mang mã hoặc id này. Xem GET /v1/officers.',
    'No officer has this code or id. See GET /v1/officers.',
  );
}

/** The unit a body or query names by code. @throws Problem 422 naming `field` */
export async function unitOf(prisma: PrismaClient, code: string, field = 'unit'): Promise<Unit> {
  const unit = await prisma.unit.findUnique({ where: { code } });
  if (unit) return unit;
  throw wrongFields('unknown_unit', [
    { field, vi: `Không có đơn vị mã "${code}".`, en: `There is no unit "${code}".` },
  ]);
}

const BELOW = `
WITH RECURSIVE below (id) AS (
  SELECT $1::uuid UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
) SELECT id FROM below`;

/** Ids of a unit and of those below it. */
export const withThoseBelow = async (pool: Pool, unitId: string): Promise<string[]> =>
  (await pool.query<{ id: string }>(BELOW, [unitId])).rows.map(row => row.id);

/** What a change refused says, as a 422 that names the field. */
export async function refusable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof OfficeRefused)) throw error;
    throw wrongFields(error.code, [{ field: error.field, vi: error.vi, en: error.en }]);
  }
}
