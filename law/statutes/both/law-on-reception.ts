import { RUNS_ON } from '../pausing';
import { before, breach, late, type Row, type RuleRow, tiepCongDan, unquoted, workingDays } from '../words';

/** Day on which Luật Tiếp công dân 42/2013/QH13 came into force. */
export const LAW_ON_RECEPTION = '2014-07-01';

/** Luật Tiếp công dân: limits, the same before and after 1 July 2026. */
export const RECEPTION_STEPS: readonly Row[] = [
  {
    id: 'reception-head-monthly',
    nameVi: 'Người đứng đầu tiếp công dân ít nhất 01 ngày trong tháng',
    nameEn: 'The head receives citizens at least one day a month',
    trigger: { on: ['reception-month-opened'], dayFrom: 'nextMonthOn' },
    period: before(1, 'days'),
    dischargedBy: ['reception-held', 'citizen-received'],
    role: 'province_head',
    atExpiry: breach(
      'Tháng không có ngày tiếp của người đứng đầu; kỷ luật khi gây hậu quả nghiêm trọng (NĐ 154 Điều 42(3)b)',
      'A month without the head’s day; discipline where the harm is serious (Decree 154, 42(3)b)',
    ),
    pausedBy: RUNS_ON,
    source: tiepCongDan('18(2)', 'Trực tiếp thực hiện việc tiếp công dân ít nhất 01 ngày trong 01 tháng'),
    confidence: 'V1',
    derived:
      'Tháng dương lịch: chậm nhất là ngày trước ngày đầu tháng sau, không chuyển sang ngày làm việc tiếp theo. Được dời lịch khi có lý do chính đáng và niêm yết thời gian mới (Điều 24(4)).',
  },
  {
    id: 'reception-schedule-post',
    nameVi: 'Niêm yết lịch tiếp công dân',
    nameEn: 'Post the reception schedule',
    trigger: { on: ['reception-planned'], dayFrom: 'plannedOn', unless: { online: true } },
    period: before(5, 'workingDays'),
    dischargedBy: ['schedule-posted'],
    voidedBy: ['reception-planned', 'reception-rescheduled'],
    role: 'clerk',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tiepCongDan('24(4)', 'niêm yết chậm nhất là 05 ngày làm việc, trước ngày tiếp công dân'),
    confidence: 'V1',
  },
  {
    id: 'reception-notify-result',
    nameVi: 'Thông báo kết quả xử lý cho công dân',
    nameEn: 'Tell the citizen the outcome',
    trigger: { on: ['citizen-received'] },
    period: workingDays(10),
    dischargedBy: ['citizen-notified', 'answered-on-the-spot'],
    role: 'complaint_handler',
    atExpiry: breach('Xử lý kỷ luật theo NĐ 154 Điều 41(1), 42(1)d', 'Discipline under Decree 154, 41(1) and 42(1)d'),
    pausedBy: RUNS_ON,
    source: tiepCongDan(
      '28(1)',
      'Trong thời hạn 10 ngày làm việc, kể từ ngày tiếp nhận nội dung khiếu nại, tố cáo, kiến nghị, phản ánh…',
    ),
    confidence: 'V1',
  },
  {
    id: 'reception-transmitter-notify',
    nameVi: 'Thông báo kết quả cho cơ quan chuyển đơn',
    nameEn: 'Tell the transmitting body',
    trigger: { on: ['matter-resolved'] },
    period: workingDays(7),
    dischargedBy: ['transmitter-notified'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tiepCongDan('27(2)', '07 ngày làm việc, kể từ ngày vụ việc được giải quyết'),
    confidence: 'V1',
    derived: 'Vụ việc đã giải quyết trước khi nhận đơn chuyển đến thì thông báo ngay.',
  },
  {
    id: 'reception-transmitter-to-citizen',
    nameVi: 'Cơ quan chuyển đơn thông báo lại cho công dân',
    nameEn: 'The transmitting body tells the citizen',
    trigger: { on: ['transmitter-notified'] },
    period: workingDays(5),
    dischargedBy: ['transmitter-told-citizen'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: unquoted(tiepCongDan('28(2)')),
    confidence: 'V1',
    derived: 'Chỉ khi được yêu cầu; là việc của cơ quan chuyển đơn.',
  },
];

/** Provisions of the Law on Reception that have no length. */
export const RECEPTION_RULES: readonly RuleRow[] = [
  {
    id: 'reception-head-adhoc',
    nameVi: 'Tiếp công dân đột xuất',
    nameEn: 'Ad hoc reception',
    sort: 'condition',
    saysVi:
      'Người đứng đầu tiếp đột xuất khi vụ việc gay gắt, phức tạp, nhiều người; hoặc có nguy cơ gây hậu quả nghiêm trọng.',
    saysEn: 'The head receives at once when a matter is heated, complex or of many people, or may do serious harm.',
    carriedBy: ['adhoc-reception-called'],
    source: tiepCongDan('18(3)'),
    confidence: 'V1',
  },
  {
    id: 'reception-record',
    nameVi: 'Ghi sổ tiếp công dân, cập nhật cơ sở dữ liệu',
    nameEn: 'Reception book and database',
    sort: 'content',
    saysVi: 'Ghi sổ và cập nhật cơ sở dữ liệu đầy đủ, kịp thời; không nêu số ngày.',
    saysEn: 'The book and the database are kept completely and in time; no number of days is given.',
    carriedBy: ['reception-recorded'],
    source: tiepCongDan('25(2)'),
    confidence: 'V1',
  },
  {
    id: 'reception-answer-on-spot',
    nameVi: 'Trả lời ngay hoặc nói rõ thời hạn',
    nameEn: 'Answer on the spot, or say by when',
    sort: 'effect',
    saysVi: 'Vụ việc rõ ràng thì trả lời ngay trong buổi tiếp; chưa rõ thì nói thời hạn và người cần liên hệ.',
    saysEn: 'A clear matter is answered in the session; otherwise the citizen is told by when and whom to ask.',
    carriedBy: ['answered-on-the-spot', 'reception-notify-result'],
    source: tiepCongDan('18(4)'),
    confidence: 'V1',
  },
  {
    id: 'reception-group',
    nameVi: 'Đoàn đông người cử người đại diện',
    nameEn: 'A group names representatives',
    sort: 'amount',
    saysVi: 'Từ 05 đến 10 người: cử 01 – 02 người đại diện; trên 10 người: không quá 05 người đại diện.',
    saysEn: 'Five to ten people name one or two representatives; more than ten name at most five.',
    carriedBy: ['citizen-received'],
    source: tiepCongDan('29'),
    confidence: 'V1',
  },
];
