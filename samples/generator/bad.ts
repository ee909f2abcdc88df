import type { Cell } from '../../registers/cell';
import type { SheetPlan } from './workbook';

/** Small files, each with one thing wrong. All but the named one of their rows are good; the unit is the sample Chi cục of Bảo Thắng. */
const HEADINGS = [
  'STT',
  'Số QĐ THA',
  'Ngày QĐ THA',
  'Loại',
  'Số bản án',
  'Ngày bản án',
  'Người phải thi hành án',
  'Người được thi hành án',
  'Số tiền phải thi hành',
  'Đơn vị',
  'Ngày thụ lý',
  'Đình chỉ',
  'Thi hành xong',
  'Ghi chú',
];
const UNIT = 'Chi cục THADS huyện Bảo Thắng';
type Row = Partial<Record<(typeof HEADINGS)[number], Cell>>;

const good = (n: number): Row => ({
  STT: n,
  'Số QĐ THA': `${n}/QĐ-CCTHADS`,
  'Ngày QĐ THA': '15/10/2019',
  Loại: 'Theo yêu cầu',
  'Số bản án': '12/2019/DS-ST',
  'Ngày bản án': '02/08/2019',
  'Người phải thi hành án': 'Nguyễn Văn Mẫu',
  'Người được thi hành án': 'Trần Thị Ví',
  'Số tiền phải thi hành': '12.500.000 đồng',
  'Đơn vị': UNIT,
  'Ngày thụ lý': '14/10/2019',
});

const table = (headings: readonly string[], rows: readonly Row[]): Cell[][] => [
  [...headings],
  ...rows.map(row => headings.map(heading => row[heading] ?? null)),
];
const with_ = (n: number, wrong: Row): Row => ({ ...good(n), ...wrong });
const three = (wrong: Row): Cell[][] => table(HEADINGS, [good(1), with_(2, wrong), good(3)]);

/** File name without ending → rows. Written as CSV where every cell is text, as a workbook otherwise. */
export const BAD_ROWS: Readonly<Record<string, Cell[][]>> = {
  'thieu-cot': table(
    HEADINGS.filter(heading => heading !== 'Ngày QĐ THA'),
    [good(1), good(2), good(3)],
  ),
  'ngay-31-02': three({ 'Ngày QĐ THA': '31/02/2020' }),
  'ngay-1900': three({ 'Ngày QĐ THA': '01/01/1900' }),
  'ngay-tuong-lai': three({ 'Ngày QĐ THA': '15/10/2091' }),
  'trung-so': three({ 'Số QĐ THA': '01/QD-CCTHADS' }),
  'don-vi-la': three({ 'Đơn vị': 'Chi cục THADS huyện Không Có' }),
  'tien-co-chu': three({ 'Số tiền phải thi hành': 'mười hai triệu' }),
  'tien-lan-dau': three({ 'Số tiền phải thi hành': '1.234,567 đồng' }),
  'su-kien-som': three({ 'Thi hành xong': '01/10/2019' }),
  'sau-khi-ket-thuc': three({ 'Đình chỉ': '7/QĐ-CCTHADS; 20/11/2019; 12.500.000 đồng', 'Thi hành xong': '12/12/2019' }),
  'mau-la': [
    ['Mã', 'Tên hàng', 'Đơn giá', 'Tồn kho'],
    ['A1', 'Bàn', '100', '5'],
    ['A2', 'Ghế', '50', '9'],
  ],
};

/** A workbook with formulas: one computed (taken with a warning), one never computed (refused). */
export const formulaSheet = (): SheetPlan => {
  const rows = table(HEADINGS, [
    good(1),
    with_(2, { 'Số tiền phải thi hành': { type: 'formula', result: 2_500_000 } }),
    with_(3, { 'Số tiền phải thi hành': { type: 'formula', result: null } }),
  ]);
  return { name: 'Sổ thụ lý', rows, merges: [], bold: [1] };
};

/** CSV text of rows whose cells are text or numbers. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows
    .map(cells =>
      cells
        .map(cell =>
          cell === null ? '' : /[";\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell),
        )
        .join(';'),
    )
    .join('\r\n') + '\r\n';

/** Good rows only, for files whose only fault is their encoding. */
export const goodRows = (): Cell[][] => table(HEADINGS, [good(1), good(2), good(3)]);
