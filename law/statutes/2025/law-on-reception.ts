import { RECEPTION_RULES as COMMON_RULES, RECEPTION_STEPS } from '../both/law-on-reception';
import { LETTER_CIRCULAR, LETTER_PROCESSED, LETTER_RECEIVED, LETTERS } from '../both/letters';
import { RUNS_ON } from '../pausing';
import {
  also,
  before,
  breach,
  days,
  duties2025,
  late,
  luat136,
  nd152,
  nd154,
  nd155,
  nd156,
  rules2025,
  tiepCongDan,
  workingDays,
} from '../words';

const ONLINE = { dayFrom: 'plannedOn', when: { online: true } } as const;
const PLANS = ['reception-planned', 'reception-rescheduled'];

/** Luật Tiếp công dân and NĐ 154/2026: receiving citizens. */
export const RECEPTION = duties2025('reception', [
  ...RECEPTION_STEPS,
  {
    id: 'reception-refuse-notice',
    nameVi: 'Thông báo từ chối tiếp công dân (Mẫu 01/TCD)',
    nameEn: 'Written refusal of reception',
    trigger: { on: ['refusal-ground-complete'] },
    period: workingDays(3),
    dischargedBy: ['reception-refused'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd154('4(3)', 'Trong thời hạn 03 ngày làm việc, kể từ ngày có đủ căn cứ từ chối tiếp công dân…'),
    confidence: 'OCR',
  },
  {
    id: 'reception-online-notice',
    nameVi: 'Thông báo buổi tiếp công dân trực tuyến',
    nameEn: 'Announce the online session',
    trigger: { on: PLANS, ...ONLINE },
    period: before(5, 'workingDays'),
    dischargedBy: ['online-session-announced'],
    voidedBy: PLANS,
    role: 'clerk',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd154('23(1)', 'Chậm nhất là 05 ngày làm việc, trước ngày tiếp công dân trực tuyến…'),
    confidence: 'OCR',
  },
  {
    id: 'reception-online-test',
    nameVi: 'Kết nối thử',
    nameEn: 'Test the connection',
    trigger: { on: PLANS, ...ONLINE },
    period: before(1, 'workingDays'),
    dischargedBy: ['online-connection-tested'],
    voidedBy: PLANS,
    role: 'clerk',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: { ...nd154('23(1)'), unquoted: true },
    confidence: 'OCR',
  },
  {
    id: 'reception-online-connect',
    nameVi: 'Kết nối xong các điểm cầu',
    nameEn: 'All sites connected',
    trigger: { on: PLANS, ...ONLINE, timeFrom: 'plannedAt' },
    period: before(1, 'hours'),
    dischargedBy: ['online-connected'],
    voidedBy: PLANS,
    role: 'clerk',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: { ...nd154('23(1)'), unquoted: true },
    confidence: 'OCR',
  },
]);

export const RECEPTION_RULES = rules2025('reception', [
  ...COMMON_RULES.map(rule =>
    rule.id === 'reception-record'
      ? { ...rule, source: also(rule.source, nd154('27(1), 27(4)')) }
      : rule.id === 'reception-group'
        ? { ...rule, source: also(rule.source, nd152('77')) }
        : rule.id === 'reception-answer-on-spot'
          ? { ...rule, source: also(rule.source, nd154('25(3)')) }
          : rule,
  ),
  {
    id: 'reception-conclusion-notice',
    nameVi: 'Thông báo kết luận việc tiếp công dân',
    nameEn: 'Conclusion of the head’s reception',
    sort: 'content',
    saysVi: 'Sau buổi tiếp của người đứng đầu: thông báo kết luận bằng văn bản gửi các đơn vị, có thời hạn thực hiện.',
    saysEn: 'After the head’s reception a written conclusion goes to the units, with a deadline.',
    carriedBy: ['conclusion-issued'],
    source: nd154('25(2)'),
    confidence: 'OCR',
    derived: 'Văn bản nói về Trụ sở tiếp công dân; dùng ở cơ quan THADS là suy ra.',
  },
  {
    id: 'reception-forward-or-guide',
    nameVi: 'Hướng dẫn hoặc chuyển đơn khi không thuộc thẩm quyền',
    nameEn: 'Guide or forward when not competent',
    sort: 'effect',
    saysVi: 'Trong 10 ngày làm việc của việc thông báo kết quả; cấp dưới quá hạn thì báo cáo để yêu cầu giải quyết.',
    saysEn: 'Within the ten working days of the answer; where a lower level is late, a report so that it is demanded.',
    carriedBy: ['citizen-guided', 'content-forwarded', 'reception-notify-result'],
    source: also(
      luat136('1(11)', 'hướng dẫn hoặc chuyển đơn đến cơ quan, tổ chức, đơn vị, người có thẩm quyền'),
      tiepCongDan('26(1)b'),
    ),
    confidence: 'OCR',
  },
  {
    id: 'reception-refuse',
    nameVi: 'Từ chối tiếp, giải thích trực tiếp',
    nameEn: 'Refusal explained on the spot',
    sort: 'effect',
    saysVi:
      'Giải thích ngay lý do từ chối. Điểm h có ở cả Điều 4(2) và 4(3): vừa giải thích, vừa thông báo bằng văn bản.',
    saysEn: 'The reason is explained at once. Point h stands in both 4(2) and 4(3): explain and give written notice.',
    carriedBy: ['refused-on-the-spot', 'reception-refused'],
    source: also(nd154('4(2)'), nd154('4(1)'), tiepCongDan('9(1), 9(2)')),
    confidence: 'OCR',
  },
  {
    id: 'reception-online-record',
    nameVi: 'Ghi âm, ghi hình, lưu trữ điện tử buổi tiếp trực tuyến',
    nameEn: 'Recording of online sessions',
    sort: 'content',
    saysVi: 'Buổi tiếp trực tuyến được ghi âm, ghi hình, lưu trữ điện tử theo pháp luật về lưu trữ.',
    saysEn: 'Online sessions are recorded and kept electronically under the law on archives.',
    carriedBy: ['reception-held'],
    source: nd154('24'),
    confidence: 'OCR',
  },
]);

/** Limits of every matter that begins with a letter. */
export const LETTER_HANDLING = duties2025(LETTERS, [
  {
    id: 'letter-unprocessed-45-days',
    nameVi: 'Đơn không được xử lý sau 45 ngày',
    nameEn: 'A letter not processed for 45 days',
    trigger: { on: LETTER_RECEIVED },
    period: days(45),
    dischargedBy: LETTER_PROCESSED,
    role: 'branch_head',
    atExpiry: breach(
      'Xử lý kỷ luật người phụ trách xử lý đơn, nếu không có lý do chính đáng',
      'Discipline of the leader in charge of letters, unless there is a good reason',
    ),
    pausedBy: RUNS_ON,
    source: nd154('41(3)b', 'Không xử lý đơn sau 45 ngày, kể từ ngày tiếp nhận đơn mà không có lý do chính đáng'),
    confidence: 'OCR',
  },
  ...LETTER_CIRCULAR,
]);

export const LETTER_RULES = rules2025(
  [...LETTERS, 'reception'],
  [
    {
      id: 'letter-data-update',
      nameVi: 'Cập nhật cơ sở dữ liệu quốc gia về tiếp công dân, xử lý đơn, khiếu nại, tố cáo',
      nameEn: 'Update the national database',
      sort: 'content',
      saysVi: 'Cập nhật kịp thời ở mỗi bước; không nêu số ngày.',
      saysEn: 'Updated in time at every step; no number of days.',
      carriedBy: ['complaint-registered', 'reception-recorded'],
      source: also(nd155('30a(2)'), nd156('19a(2)'), nd154('27(1)')),
      confidence: 'V1',
    },
  ],
);
