import { officerNames } from './names';
import type { SampleOffice, SampleOfficer, SampleUnit } from './people';
import { Random } from './random';

const FOUNDED = '2009-07-01';
const DISSOLVED = '2025-06-30';

export interface OldBranch {
  readonly code: string;
  /** e.g. `huyện Bảo Thắng`. */
  readonly place: string;
  /** Other names it had. */
  readonly also?: readonly string[];
  /** Share of the province's cases. */
  readonly share: number;
  readonly enforcers: number;
}

/** A province as it was organised until 30 June 2025: the Cục, and a Chi cục for each district. */
export function oldProvince(
  seed: number,
  code: string,
  province: string,
  cucEnforcers: number,
  branches: readonly OldBranch[],
): SampleOffice {
  const root: SampleUnit = {
    code,
    name: `Cục Thi hành án dân sự tỉnh ${province}`,
    kind: 'province',
    parentCode: null,
    aliases: [`Cục THADS tỉnh ${province}`, `Cục THADS ${province}`, `Cục Thi hành án dân sự ${province}`],
    validFrom: FOUNDED,
    validTo: DISSOLVED,
  };
  const units = branches.map(
    (branch): SampleUnit => ({
      code: `${code}-${branch.code}`,
      name: `Chi cục Thi hành án dân sự ${branch.place}`,
      kind: 'branch',
      parentCode: code,
      aliases: [branch.place, ...(branch.also ?? [])].flatMap(place => [
        `Chi cục THADS ${place}`,
        `Chi cục Thi hành án dân sự ${place}, tỉnh ${province}`,
        `Chi cục THADS ${place}, ${province}`,
        `THADS ${place}`,
      ]),
      validFrom: FOUNDED,
      validTo: DISSOLVED,
    }),
  );
  const random = new Random(seed);
  const posts = [
    ...posting(code, cucEnforcers, 'province_head'),
    ...branches.flatMap(branch => posting(`${code}-${branch.code}`, branch.enforcers, 'branch_head')),
  ];
  const names = officerNames(random, posts.length);
  const officers = posts.map(([unitCode, role], at): SampleOfficer => {
    const number = String(at + 1).padStart(3, '0');
    return {
      code: `${code}-${number}`,
      name: names[at]!,
      email: `${code.toLowerCase()}.${number}@thads.example`,
      unitCode,
      roles: role === 'enforcer' ? ['enforcer'] : [role, 'enforcer'],
      roleFrom: FOUNDED,
    };
  });
  return { units: [root, ...units], officers };
}

const posting = (unit: string, enforcers: number, head: 'province_head' | 'branch_head') =>
  Array.from({ length: enforcers }, (_, at) => [unit, at === 0 ? head : 'enforcer'] as const);

/** Tỉnh Lào Cai, 2016 – 2021: Cục, one city, one town, seven districts. */
export const laoCaiOffice = (): SampleOffice => oldProvince(1601, 'LCA-CU', 'Lào Cai', 6, LAO_CAI_BRANCHES);

export const LAO_CAI_BRANCHES: readonly OldBranch[] = [
  { code: 'TP', place: 'thành phố Lào Cai', also: ['TP. Lào Cai', 'TP Lào Cai'], share: 27, enforcers: 9 },
  { code: 'BT', place: 'huyện Bảo Thắng', also: ['Bảo Thắng'], share: 16, enforcers: 6 },
  { code: 'BY', place: 'huyện Bảo Yên', also: ['Bảo Yên'], share: 10, enforcers: 4 },
  { code: 'BX', place: 'huyện Bát Xát', also: ['Bát Xát'], share: 10, enforcers: 4 },
  { code: 'BH', place: 'huyện Bắc Hà', also: ['Bắc Hà'], share: 7, enforcers: 3 },
  { code: 'MK', place: 'huyện Mường Khương', also: ['Mường Khương'], share: 7, enforcers: 3 },
  { code: 'SP', place: 'thị xã Sa Pa', also: ['huyện Sa Pa', 'Sa Pa'], share: 8, enforcers: 3 },
  { code: 'SMC', place: 'huyện Si Ma Cai', also: ['Si Ma Cai'], share: 4, enforcers: 2 },
  { code: 'VB', place: 'huyện Văn Bàn', also: ['Văn Bàn'], share: 11, enforcers: 4 },
];

/** Tỉnh Bến Tre, 2017: Cục, one city, eight districts. */
export const benTreOffice = (): SampleOffice => oldProvince(1702, 'BTR-CU', 'Bến Tre', 4, BEN_TRE_BRANCHES);

export const BEN_TRE_BRANCHES: readonly OldBranch[] = [
  { code: 'TP', place: 'thành phố Bến Tre', also: ['TP. Bến Tre', 'TP Bến Tre'], share: 18, enforcers: 4 },
  { code: 'CT', place: 'huyện Châu Thành', share: 12, enforcers: 3 },
  { code: 'CL', place: 'huyện Chợ Lách', share: 8, enforcers: 2 },
  { code: 'MCN', place: 'huyện Mỏ Cày Nam', share: 11, enforcers: 3 },
  { code: 'MCB', place: 'huyện Mỏ Cày Bắc', share: 9, enforcers: 2 },
  { code: 'GT', place: 'huyện Giồng Trôm', share: 11, enforcers: 3 },
  { code: 'BD', place: 'huyện Bình Đại', share: 10, enforcers: 2 },
  { code: 'BT', place: 'huyện Ba Tri', share: 11, enforcers: 3 },
  { code: 'TPH', place: 'huyện Thạnh Phú', share: 10, enforcers: 2 },
];
