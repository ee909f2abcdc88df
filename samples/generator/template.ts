import type { Cell } from '../../registers/cell';
import { LAYOUTS, type Layout } from '../../registers/layout';
import type { SheetPlan } from './workbook';

const layout = (id: string): Layout => LAYOUTS.find(one => one.id === id)!;

/** A sheet of the program's own template: the first spelling of each heading, in the order of the mapping file. */
function sheet(id: string, name: string, rows: readonly (readonly Cell[])[]): SheetPlan {
  const headings = layout(id).columns.map(column => column.headings[0]!);
  return {
    name,
    rows: [headings, ...rows],
    merges: [],
    bold: [1],
    widths: headings.map(heading => Math.max(12, Math.min(34, heading.length + 2))),
    frozen: { rows: 1, columns: 2 },
  };
}

export const casesSheet = (rows: readonly (readonly Cell[])[]): SheetPlan =>
  sheet('template-cases', 'Việc thi hành án', rows);
export const lettersSheet = (rows: readonly (readonly Cell[])[]): SheetPlan =>
  sheet('template-complaints', 'Đơn thư, kháng nghị', rows);
export const courseSheet = (rows: readonly (readonly Cell[])[]): SheetPlan =>
  sheet('course-of-matters', 'Diễn biến', rows);

const GUIDE: readonly string[] = [
  'HƯỚNG DẪN ĐIỀN BẢNG MẪU',
  '1. Mỗi dòng ở trang «Việc thi hành án» là một quyết định thi hành án; ở trang «Đơn thư, kháng nghị» là một đơn hoặc văn bản.',
  '2. Cột bắt buộc: số, ngày, đơn vị. Đơn vị ghi mã (LCA-KV1) hoặc tên đầy đủ. Người phụ trách ghi họ tên hoặc thư điện tử.',
  '3. Ngày ghi ngày/tháng/năm (04/10/2025) hoặc để ô kiểu ngày của bảng tính. Ngày tương lai chỉ nhận ở ngày ấn định.',
  '4. Số tiền ghi bằng đồng: 1.234.567.000 hoặc 1.234.567 nghìn đồng. Tài sản, khoản định kỳ ghi ở cột nội dung.',
  '5. Số quyết định có thể ghi 123/QĐ-THADS, 123/QĐ hoặc 123; số không được trùng trong một năm báo cáo.',
  '6. Những việc đã làm sau quyết định: điền ngày vào cột tương ứng, hoặc mỗi việc một dòng ở trang «Diễn biến» (ghi tên hoặc mã diễn biến).',
  '7. «Thông tin thêm» ghi tên=giá trị, cách nhau bằng dấu chấm phẩy: result=no_means; withForces=x.',
  '8. Không đổi tên cột; thứ tự cột tùy ý, cột không dùng có thể xóa. Nhập thử trước bằng: thoihan import <tệp> --dry-run',
  'Fill one row per decision (or letter). Dates day/month/year, sums in đồng. Headings must keep their names; their order is free.',
];

/** The clean template to fill in, with a page that says how. */
export const templateSheets = (): SheetPlan[] => [
  { name: 'Hướng dẫn', rows: GUIDE.map(line => [line]), merges: [], bold: [1], widths: [120] },
  casesSheet([]),
  lettersSheet([]),
  courseSheet([]),
];
