import type { Matter, PrismaClient } from '../../prisma/generated/client';
import { type Actor, isUuid } from '../actor';
import { notFound, Problem } from '../http/problem';
import { demand } from '../permission';

/** What may narrow a number that several units or years have. */
export interface Narrowing {
  /** Unit code. */
  readonly unit?: string | undefined;
  /** Reporting year, named by its end. */
  readonly year?: number | undefined;
}

const MOST_CANDIDATES = 20;

/**
 * Finds a matter by id or by number (`123/QĐ-THADS`) and checks that the actor may touch it. Numbers repeat between units and
 * years: an ambiguous one is refused (422 `ambiguous_number`) with the candidates.
 */
export async function findMatter(prisma: PrismaClient, actor: Actor, ref: string, narrow: Narrowing): Promise<Matter> {
  const matter = isUuid(ref)
    ? await prisma.matter.findUnique({ where: { id: ref } })
    : await byNumber(prisma, ref, narrow);
  if (!matter) {
    throw notFound(
      'Không có việc nào mang id hoặc số này. Tìm bằng GET /v1/matters.',
      'No matter has this id or number. Look with GET /v1/matters.',
    );
  }
  await demand(prisma, actor, matter.unitId);
  return matter;
}

async function byNumber(prisma: PrismaClient, text: string, narrow: Narrowing): Promise<Matter | null> {
  const number = text.normalize('NFC').trim();
  const found = await prisma.matter.findMany({
    where: {
      number: { in: [number, number.toUpperCase()] },
      ...(narrow.unit === undefined ? {} : { unit: { code: narrow.unit } }),
      ...(narrow.year === undefined ? {} : { reportingYear: narrow.year }),
    },
    include: { unit: { select: { code: true } } },
    orderBy: [{ reportingYear: 'desc' }, { id: 'asc' }],
    take: MOST_CANDIDATES,
  });
  if (found.length < 2) return found[0] ?? null;
  throw new Problem(
    422,
    'ambiguous_number',
    `Có ${found.length} việc cùng số này. Thêm ?unit=<mã đơn vị>&year=<năm báo cáo>, hoặc dùng id.`,
    `${found.length} matters have this number. Add ?unit=<unit code>&year=<reporting year>, or use the id.`,
    {
      candidates: found.map(m => ({
        id: m.id,
        kind: m.kind,
        number: m.number,
        unit: m.unit.code,
        year: m.reportingYear,
      })),
    },
  );
}
