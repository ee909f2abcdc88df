import { findEvent, LIFECYCLES } from '../../law';
import type { MatterKind } from '../../law/model';
import type { PrismaClient } from '../../prisma/generated/client';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Ids of the small province that `seedOffice` writes. */
export const OFFICE = {
  province: id(1),
  branch1: id(2),
  branch2: id(3),
  provinceHead: id(11),
  handler: id(12),
  branch1Head: id(13),
  branch2Head: id(14),
  enforcer1: id(15),
  enforcer2: id(16),
  /** Works at the second branch. */
  enforcer3: id(17),
} as const;

/** Who of the first branch may record an event: the enforcer what enforcers record, the head of the branch the rest. */
export function recorderOf(event: string): string {
  const defs = (Object.keys(LIFECYCLES) as MatterKind[]).flatMap(kind => findEvent(kind, event) ?? []);
  return defs.length > 0 && defs.every(({ roles }) => !roles.includes('enforcer'))
    ? OFFICE.branch1Head
    : OFFICE.enforcer1;
}

/** One province, two branches, seven officers, in office since 2016. */
export async function seedOffice(prisma: PrismaClient): Promise<typeof OFFICE> {
  const since = new Date('2016-01-01');
  await prisma.unit.createMany({
    data: [
      {
        id: OFFICE.province,
        code: 'TST',
        name: 'Thi hành án dân sự tỉnh Thử Nghiệm',
        kind: 'province',
        validFrom: since,
      },
      {
        id: OFFICE.branch1,
        code: 'TST-KV1',
        name: 'Phòng THADS khu vực 1',
        kind: 'branch',
        parentId: OFFICE.province,
        validFrom: since,
      },
      {
        id: OFFICE.branch2,
        code: 'TST-KV2',
        name: 'Phòng THADS khu vực 2',
        kind: 'branch',
        parentId: OFFICE.province,
        validFrom: since,
      },
    ],
  });
  const people = [
    [OFFICE.provinceHead, 'TST-001', OFFICE.province, 'province_head'],
    [OFFICE.handler, 'TST-002', OFFICE.province, 'complaint_handler'],
    [OFFICE.branch1Head, 'TST-003', OFFICE.branch1, 'branch_head'],
    [OFFICE.branch2Head, 'TST-004', OFFICE.branch2, 'branch_head'],
    [OFFICE.enforcer1, 'TST-005', OFFICE.branch1, 'enforcer'],
    [OFFICE.enforcer2, 'TST-006', OFFICE.branch1, 'enforcer'],
    [OFFICE.enforcer3, 'TST-007', OFFICE.branch2, 'enforcer'],
  ] as const;
  await prisma.officer.createMany({
    data: people.map(([officer, code, unitId]) => ({
      id: officer,
      code,
      name: `Cán bộ ${code}`,
      email: `${code.toLowerCase()}@thoihan.test`,
      unitId,
    })),
  });
  await prisma.officerRole.createMany({
    data: people.map(([officerId, , unitId, role]) => ({ officerId, unitId, role, validFrom: since })),
  });
  return OFFICE;
}
