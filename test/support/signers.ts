import type { PrismaClient } from '../../prisma/generated/client';
import { OFFICE } from './office';

/** The head of the small province, and a legal officer there: two persons who may sign. */
export const HEAD = 'TST-001';
export const LEGAL = 'TST-021';

export async function seedLegalOfficer(prisma: PrismaClient): Promise<void> {
  const officer = await prisma.officer.create({
    data: { code: LEGAL, name: `Cán bộ ${LEGAL}`, email: 'tst-021@thoihan.test', unitId: OFFICE.province },
  });
  await prisma.officerRole.create({
    data: { officerId: officer.id, unitId: OFFICE.province, role: 'legal_officer', validFrom: new Date('2016-01-01') },
  });
}
