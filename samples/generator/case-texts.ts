import type { BookCase } from './book-m03';
import { iso, officeDay, written } from './days';
import { bank, company, person } from './names';
import type { Random } from './random';

type Texts = Pick<
  BookCase,
  | 'accepted'
  | 'exOfficio'
  | 'judgment'
  | 'judged'
  | 'court'
  | 'debtor'
  | 'address'
  | 'secondDebtor'
  | 'creditor'
  | 'content'
  | 'note'
>;

export interface CaseTexts {
  /** Everything of a case that no published figure fixes. `amount` in nghìn đồng. */
  invent(random: Random, known: { decided: number; amount: number; credit: boolean }): Texts;
}

const STREETS = ['thôn Mẫu 1', 'thôn Mẫu 2', 'tổ 5', 'tổ 12', 'bản Minh Họa', 'thôn Ví Dụ', 'khu phố 3'];
const CIVIL = ['DS-ST', 'QĐST-DS', 'HNGĐ-ST', 'QĐST-HNGĐ', 'DS-PT', 'KDTM-ST'];

/** Invents the people, judgment and obligation of cases in one place. */
export function caseTexts(place: string, province: string): CaseTexts {
  const courts = [`TAND ${place}`, `TAND tỉnh ${province}`];
  return {
    invent(random, { decided, amount, credit }) {
      const exOfficio = !credit && amount < 30_000 && random.chance(0.78);
      const judged = officeDay(decided - random.int(20, 200), decided - 20);
      const organisation = credit ? random.chance(0.5) : random.chance(0.04);
      const year = iso(judged).slice(0, 4);
      const kind = credit
        ? 'KDTM-ST'
        : exOfficio
          ? random.pick(['HS-ST', 'HS-ST', 'HSST', 'HNGĐ-ST', 'DS-ST'])
          : random.pick(CIVIL);
      return {
        accepted: officeDay(decided - random.int(0, 5), decided),
        exOfficio,
        judgment: judgmentNumber(random, kind, year),
        judged,
        court: random.chance(0.9) ? courts[0]! : courts[1]!,
        debtor: organisation ? company(random) : person(random),
        address: `${random.pick(STREETS)}, ${place}`,
        ...(random.chance(0.01) ? { secondDebtor: person(random) } : {}),
        creditor: credit ? bank(random) : exOfficio ? 'Ngân sách nhà nước' : person(random),
        content: credit
          ? 'Trả nợ gốc và lãi'
          : exOfficio
            ? random.pick(['Án phí', 'Án phí, phạt tiền', 'Truy thu', 'Án phí dân sự sơ thẩm'])
            : random.pick(['Trả nợ', 'Bồi thường', 'Chia tài sản chung', 'Thanh toán hợp đồng']),
        ...(random.chance(0.004) ? { note: `Đã sửa đổi, bổ sung ngày ${written(decided + 3)}` } : {}),
      };
    },
  };
}

function judgmentNumber(random: Random, kind: string, year: string): string {
  const n = random.int(1, 320);
  const one = `${String(n).padStart(2, '0')}/${year}/${kind}`;
  if (random.chance(0.004)) return `${one} & ${random.int(1, 90)}/${year}/${kind.replace('ST', 'PT')}`;
  return random.chance(0.01) ? one.replace('/', ' / ').replace('-', '- ') : one;
}
