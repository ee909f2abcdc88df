import type { Cell, Merge } from '../../registers/cell';
import { written } from './days';
import type { Random } from './random';
import { dotted, Spelling } from './spelling';
import type { SheetPlan } from './workbook';

/** One case as it will be written into the book. Days as numbers, sums in nghìn đồng. */
export interface BookCase {
  readonly number: number;
  readonly suffix: string;
  readonly accepted: number;
  readonly decided: number;
  readonly exOfficio: boolean;
  readonly judgment: string;
  readonly judged: number;
  readonly court: string;
  readonly debtor: string;
  readonly address: string;
  readonly secondDebtor?: string;
  readonly creditor: string;
  readonly content: string;
  readonly amount: number;
  /** Obligation in kind instead of a sum. */
  readonly inKind?: string;
  readonly enforcer: string;
  readonly credit: boolean;
  readonly unit?: string;
  readonly entrusted?: { readonly number: number; readonly on: number };
  readonly withdrawn?: { readonly number: number; readonly on: number };
  readonly noCondition?: { readonly number: number; readonly on: number };
  readonly coerced?: { readonly number: number; readonly on: number; readonly withForces: boolean };
  readonly collected?: { readonly on: number; readonly amount: number };
  readonly terminated?: { readonly number: number; readonly on: number };
  readonly completed?: number;
  readonly note?: string;
}

/** Heading of Mẫu 03 in three rows, with the row of column numbers below. */
const TOP = [
  'STT',
  'Ngày thụ lý',
  'Quyết định thi hành án',
  null,
  'Loại',
  'Bản án, quyết định',
  null,
  null,
  'Người phải thi hành án',
  null,
  'Người được thi hành án',
  'Nội dung phải thi hành',
  'Số tiền phải thi hành (đồng)',
  'Chấp hành viên',
  'Án tín dụng, ngân hàng',
  'Kết quả thi hành án',
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  'Ghi chú',
];
const MIDDLE = [
  null,
  null,
  'Số',
  'Ngày, tháng, năm',
  null,
  'Số',
  'Ngày, tháng, năm',
  'Cơ quan ban hành',
  'Tên',
  'Địa chỉ',
  null,
  null,
  null,
  null,
  null,
  'Ủy thác (Số; Ngày; Số tiền)',
  'Thu hồi, hủy (Số; Ngày; Số tiền)',
  'Chưa có điều kiện (Số; Ngày; Số tiền)',
  'Cưỡng chế (Số; Ngày)',
  null,
  'Đã thi hành',
  null,
  'Đình chỉ (Số; Ngày; Số tiền)',
  'Thi hành xong (Ngày)',
  null,
];
const LEAVES = [
  ...Array<null>(18).fill(null),
  'Có huy động lực lượng',
  'Không huy động lực lượng',
  'Ngày',
  'Số tiền',
  null,
  null,
  null,
];
const WIDTHS = [6, 12, 17, 12, 12, 20, 12, 24, 24, 30, 24, 30, 18, 22, 8, 24, 24, 24, 22, 22, 12, 18, 24, 12, 30];
const COLUMNS = TOP.length;

/** Merged areas of the heading when it begins on row `top`. */
function headingMerges(top: number): Merge[] {
  const area = (from: number, left: number, to: number, right: number): Merge => ({
    top: top + from,
    left,
    bottom: top + to,
    right,
  });
  const tall = [1, 2, 5, 11, 12, 13, 14, 15, 25].map(column => area(0, column, 2, column));
  const groups = [
    area(0, 3, 0, 4),
    area(0, 6, 0, 8),
    area(0, 9, 0, 10),
    area(0, 16, 0, 24),
    area(1, 19, 1, 20),
    area(1, 21, 1, 22),
  ];
  const low = [3, 4, 6, 7, 8, 9, 10, 16, 17, 18, 23, 24].map(column => area(1, column, 2, column));
  return [...tall, ...groups, ...low];
}

/** A book of one agency: title, heading, and for each reporting year a banner, its cases, a closing line each quarter. */
export class BookM03 {
  private readonly rows: (readonly Cell[])[] = [];
  private readonly merges: Merge[] = [];
  private readonly bold: number[] = [];
  private readonly spelling: Spelling;

  constructor(
    private readonly random: Random,
    private readonly sheet: string,
    titles: readonly string[],
    odd: number,
  ) {
    this.spelling = new Spelling(random, odd);
    for (const title of titles) this.banner(title);
    const top = this.rows.length + 1;
    this.rows.push(
      TOP,
      MIDDLE,
      LEAVES,
      Array.from({ length: COLUMNS }, (_, at) => at + 1),
    );
    this.merges.push(...headingMerges(top));
    this.bold.push(top, top + 1, top + 2);
  }

  banner(text: string): void {
    this.rows.push([text]);
    this.merges.push({ top: this.rows.length, left: 1, bottom: this.rows.length, right: 12 });
    this.bold.push(this.rows.length);
  }

  closing(text: string): void {
    this.rows.push([null, null, text]);
    this.rows.push([null, null, 'Người kết sổ', null, null, null, null, 'Thủ trưởng đơn vị']);
  }

  add(order: number, one: BookCase): void {
    const { spelling } = this;
    this.rows.push([
      order,
      spelling.date(one.accepted),
      spelling.number(one.number, one.suffix),
      spelling.date(one.decided),
      one.exOfficio ? 'Chủ động' : 'Theo yêu cầu',
      one.judgment,
      spelling.date(one.judged),
      one.court,
      one.debtor,
      one.address,
      one.creditor,
      one.content,
      one.inKind ?? spelling.money(one.amount),
      one.enforcer,
      one.credit ? 'x' : null,
      one.entrusted ? document(one.entrusted, one.suffix, one.amount) : null,
      one.withdrawn ? document(one.withdrawn, one.suffix, one.amount) : null,
      one.noCondition ? document(one.noCondition, one.suffix, one.amount) : null,
      one.coerced?.withForces ? document(one.coerced, one.suffix) : null,
      one.coerced && !one.coerced.withForces ? document(one.coerced, one.suffix) : null,
      one.collected ? spelling.date(one.collected.on) : null,
      one.collected ? spelling.money(one.collected.amount) : null,
      one.terminated ? document(one.terminated, one.suffix, one.amount) : null,
      one.completed === undefined ? null : spelling.date(one.completed),
      one.note ?? null,
    ]);
    if (one.secondDebtor)
      this.rows.push([null, null, null, null, null, null, null, null, one.secondDebtor, one.address]);
    if (this.random.chance(0.002)) this.rows.push([]);
  }

  plan(): SheetPlan {
    return { name: this.sheet, rows: this.rows, merges: this.merges, bold: this.bold, widths: WIDTHS };
  }
}

const document = (act: { number: number; on: number }, suffix: string, amount?: number): string =>
  [`${act.number}/${suffix}`, written(act.on), ...(amount === undefined ? [] : [`${dotted(amount * 1000)} đồng`])].join(
    '; ',
  );
