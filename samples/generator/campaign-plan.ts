import type { Cell } from '../../registers/cell';
import type { SheetPlan } from './workbook';

/** One work item: its task's number, its own, title, unit (code or name), due day `dd/mm/yyyy`, day done. */
export interface ItemRow {
  readonly task: number;
  readonly item: number;
  readonly title: string;
  readonly unit?: string;
  readonly due?: string;
  readonly done?: string;
}

/** Eleven tasks of 2017 as the press names them, and their work items; the number 37 is published, the wording of items is ours. */
export const TASKS: readonly { readonly title: string; readonly items: readonly string[] }[] = [
  {
    title: 'Quán triệt chủ trương, đường lối của Đảng, Nhà nước về thi hành án dân sự',
    items: [
      'Hội nghị triển khai Nghị quyết tới toàn thể công chức',
      'Ban hành kế hoạch cao điểm của từng đơn vị',
      'Ký giao ước thi đua giữa các Chi cục',
    ],
  },
  {
    title: 'Hoàn thành chỉ tiêu về việc và về tiền',
    items: [
      'Rà soát, phân loại án có điều kiện',
      'Lập danh sách việc có thể xong trong đợt',
      'Giao chỉ tiêu tới từng Chấp hành viên',
      'Báo cáo tiến độ hằng tuần',
    ],
  },
  {
    title: 'Giảm án chuyển kỳ sau về việc và về tiền',
    items: [
      'Lập danh sách việc tồn trên 12 tháng',
      'Chuyển sổ theo dõi riêng việc đủ điều kiện',
      'Giải quyết việc có giá trị lớn',
      'Đôn đốc việc hoãn đã hết thời hạn',
    ],
  },
  {
    title: 'Hướng về cơ sở, tháo gỡ khó khăn cho Chi cục',
    items: [
      'Lãnh đạo Cục làm việc tại từng Chi cục',
      'Trả lời thỉnh thị nghiệp vụ trong 5 ngày',
      'Họp bàn việc phức tạp, kéo dài',
    ],
  },
  {
    title: 'Nâng tỷ lệ hòa giải, thỏa thuận thi hành án thành',
    items: ['Vận động đương sự thỏa thuận ở từng việc', 'Phối hợp Mặt trận, đoàn thể thuyết phục'],
  },
  {
    title: 'Phối hợp liên ngành, cưỡng chế đúng pháp luật',
    items: [
      'Họp Ban Chỉ đạo về việc cưỡng chế lớn',
      'Lập kế hoạch cưỡng chế có huy động lực lượng',
      'Phối hợp Tòa án giải thích bản án chưa rõ',
      'Tham mưu Ủy ban nhân dân thực hiện Chỉ thị 05',
    ],
  },
  {
    title: 'Tiếp công dân, giải quyết khiếu nại, tố cáo',
    items: [
      'Người đứng đầu trực tiếp tiếp công dân theo lịch',
      'Giải quyết dứt điểm đơn tồn',
      'Kiểm tra việc thực hiện quyết định giải quyết',
    ],
  },
  {
    title: 'Kiểm tra, giám sát Chấp hành viên',
    items: [
      'Kiểm tra chuyên đề tại các Chi cục',
      'Tự kiểm tra hồ sơ chưa có điều kiện',
      'Khắc phục kiến nghị của Viện kiểm sát',
    ],
  },
  {
    title: 'Đánh giá, luân chuyển, bố trí cán bộ',
    items: [
      'Rà soát cán bộ giữ chức vụ hai nhiệm kỳ',
      'Biệt phái Chấp hành viên tới địa bàn án tăng',
      'Đánh giá công chức gắn với kết quả đợt',
    ],
  },
  {
    title: 'Cải cách hành chính, ứng dụng công nghệ thông tin',
    items: [
      'Thực hiện cơ chế một cửa',
      'Dịch vụ công trực tuyến mức độ hai',
      'Cập nhật phần mềm thống kê hằng ngày',
      'Số hóa sổ thụ lý',
    ],
  },
  {
    title: 'Công khai người phải thi hành án chưa có điều kiện',
    items: [
      'Đăng tải danh sách trên Trang thông tin điện tử',
      'Cập nhật thay đổi trong 3 ngày làm việc',
      'Niêm yết tại Ủy ban nhân dân cấp xã',
      'Kiểm tra danh sách đã đăng',
    ],
  },
];

/** The two sheets of a campaign's plan. `settings`: the lines of the first, label and value. */
export function planSheets(settings: readonly (readonly [string, string])[], items: readonly ItemRow[]): SheetPlan[] {
  const first: Cell[][] = [
    ['KẾ HOẠCH ĐỢT CAO ĐIỂM'],
    ['STT', 'Mục', 'Nội dung', 'Ghi chú'],
    ...settings.map(([label, value], at) => [at + 1, label, value]),
  ];
  const second: Cell[][] = [
    ['Nhiệm vụ số', 'Tên nhiệm vụ', 'Đầu việc số', 'Đầu việc', 'Đơn vị', 'Thời hạn', 'Hoàn thành ngày', 'Ghi chú'],
    ...items.map(one => [
      one.task,
      TASKS[one.task - 1]!.title,
      one.item,
      one.title,
      one.unit ?? null,
      one.due ?? null,
      one.done ?? null,
    ]),
  ];
  return [
    {
      name: 'Kế hoạch',
      rows: first,
      merges: [{ top: 1, left: 1, bottom: 1, right: 4 }],
      bold: [1, 2],
      widths: [6, 36, 60, 20],
    },
    { name: 'Nhiệm vụ, đầu việc', rows: second, merges: [], bold: [1], widths: [12, 60, 12, 60, 36, 14, 14, 20] },
  ];
}
