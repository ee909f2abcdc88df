import type { PrismaClient } from '../../prisma/generated/client';
import { OFFICE } from '../support/database';

/** Two legal officers of the small province; its head (`TST-001`) may sign too, an enforcer (`TST-005`) may not. */
export const AUTHOR = 'TST-021';
export const SECOND = 'TST-022';
/** Was a legal officer until the end of 2025. */
export const FORMER = 'TST-023';

export async function seedSigners(prisma: PrismaClient): Promise<void> {
  for (const code of [AUTHOR, SECOND, FORMER]) {
    const { id } = await prisma.officer.create({
      data: { code, name: `Cán bộ ${code}`, email: `${code.toLowerCase()}@thoihan.test`, unitId: OFFICE.province },
    });
    await prisma.officerRole.create({
      data: {
        ...{ officerId: id, unitId: OFFICE.province, role: 'legal_officer', validFrom: new Date('2016-01-01') },
        validTo: code === FORMER ? new Date('2025-12-31') : null,
      },
    });
  }
}
