import { officerNames } from './names';
import type { SampleOffice, SampleOfficer, SampleRole, SampleUnit } from './people';
import { Random } from './random';

const FOUNDED = '2025-07-01';
const BRANCHES = 9;

/** The demonstration province as agencies are organised since 1 July 2025: one agency, nine regional divisions, about sixty people. */
export function demoOffice(): SampleOffice {
  const root: SampleUnit = {
    code: 'LCA',
    name: 'Thi hành án dân sự tỉnh Lào Cai (minh họa)',
    kind: 'province',
    parentCode: null,
    aliases: ['Thi hành án dân sự tỉnh Lào Cai', 'THADS tỉnh Lào Cai'],
    validFrom: FOUNDED,
    validTo: null,
  };
  const branches = Array.from({ length: BRANCHES }, (_, at): SampleUnit => {
    const n = at + 1;
    return {
      code: `LCA-KV${n}`,
      name: `Phòng Thi hành án dân sự khu vực ${n}`,
      kind: 'branch',
      parentCode: 'LCA',
      aliases: [
        `Phòng THADS khu vực ${n}`,
        `Phòng THADS khu vực ${n} - Lào Cai`,
        `Phòng Thi hành án dân sự khu vực ${n} - Lào Cai`,
        `THADS KV${n}`,
      ],
      validFrom: FOUNDED,
      validTo: null,
    };
  });
  const posts: (readonly [string, readonly SampleRole[]])[] = [
    ['LCA', ['province_head']],
    ...Array.from({ length: 4 }, () => ['LCA', ['complaint_handler']] as const),
    ['LCA', ['legal_officer']],
    ['LCA', ['clerk']],
    ['LCA', ['administrator']],
    ...branches.flatMap(branch => [
      [branch.code, ['branch_head', 'enforcer']] as const,
      ...Array.from({ length: 4 }, () => [branch.code, ['enforcer']] as const),
      [branch.code, ['clerk']] as const,
    ]),
  ];
  const names = officerNames(new Random(2026), posts.length);
  return {
    units: [root, ...branches],
    officers: posts.map(([unitCode, roles], at): SampleOfficer => {
      const number = String(at + 1).padStart(3, '0');
      return {
        code: `LCA-${number}`,
        name: names[at]!,
        email: `lca.${number}@thads.example`,
        unitCode,
        roles,
        roleFrom: FOUNDED,
      };
    }),
  };
}
