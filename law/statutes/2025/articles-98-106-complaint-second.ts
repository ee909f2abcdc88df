import { RUNS_ON, WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { atOnce, breach, days, duties2025, late, luat2025, workingDays } from '../words';

const OVERDUE = breach(
  'Quá hạn: cấp trên yêu cầu, đôn đốc, xử lý (NĐ 152 Điều 74(1))',
  'Overdue: the superior demands, chases and sanctions (Decree 152, 74(1))',
);
const ENDED = ['complaint-discontinued', 'complaint-forwarded', 'complaint-rejected'];
/** One extension of at most 30 days, counted from the end of the period. */
const EXTENSION = {
  period: days(30),
  event: 'resolution-extended',
  source: luat2025(
    '102(4)',
    'Trường hợp ở vùng sâu, vùng xa, đường sá xa xôi, đi lại khó khăn, vụ việc có tính chất phức tạp thì thời hạn … có thể kéo dài nhưng không quá 30 ngày',
  ),
};

/** Điều 98, 102 – 106: the complaint at second level, before the head of the managing agency. */
export const SECOND_COMPLAINT = duties2025('complaint', [
  {
    id: 'complaint-accept-2nd',
    nameVi: 'Thụ lý khiếu nại lần hai và thông báo',
    nameEn: 'Accept the second complaint and say so in writing',
    trigger: { on: ['complaint-received'], when: { level: 2 } },
    period: days(10),
    dischargedBy: ['complaint-accepted', 'complaint-rejected', 'complaint-forwarded'],
    voidedBy: ['complaint-discontinued'],
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: RUNS_ON,
    source: luat2025(
      '104',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được đơn khiếu nại lần đầu hoặc 10 ngày kể từ ngày nhận được đơn khiếu nại lần hai … phải thụ lý để giải quyết và thông báo bằng văn bản cho người khiếu nại.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-reject-2nd',
    nameVi: 'Thông báo không thụ lý khiếu nại lần hai',
    nameEn: 'Refuse the second complaint, with reasons',
    trigger: { on: ['complaint-refusal-ground-found'], dayFrom: 'complaintReceivedOn', when: { level: 2 } },
    period: days(10),
    dischargedBy: ['complaint-rejected'],
    voidedBy: ['complaint-accepted', 'complaint-forwarded'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025('97, 104'),
    confidence: 'I',
    derived: 'Luật không nêu số ngày riêng cho việc từ chối; lấy 10 ngày của việc thụ lý, tính từ ngày nhận đơn.',
  },
  {
    id: 'complaint-decide-2nd-a',
    nameVi: 'Giải quyết khiếu nại lần hai, nhóm a',
    nameEn: 'Decide the second complaint, class a',
    trigger: { on: ['complaint-accepted'], when: { level: 2, class: 'a' } },
    period: days(30),
    extension: EXTENSION,
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: luat2025(
      '102(1)',
      'thời hạn giải quyết khiếu nại lần đầu là 15 ngày, lần hai là 30 ngày kể từ ngày thụ lý đơn khiếu nại',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-decide-2nd-b',
    nameVi: 'Giải quyết khiếu nại lần hai, nhóm b',
    nameEn: 'Decide the second complaint, class b',
    trigger: { on: ['complaint-accepted'], when: { level: 2, class: 'b' } },
    period: workingDays(5),
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: luat2025('102(2)', 'thời hạn giải quyết khiếu nại là 05 ngày làm việc kể từ ngày thụ lý đơn khiếu nại'),
    confidence: 'V1',
    derived: 'Chỉ có đối với quyết định của Trưởng văn phòng THADS (suy ra).',
  },
  {
    id: 'complaint-decide-2nd-c',
    nameVi: 'Giải quyết khiếu nại lần hai, nhóm c',
    nameEn: 'Decide the second complaint, class c',
    trigger: { on: ['complaint-accepted'], when: { level: 2, class: 'c' } },
    period: days(45),
    extension: EXTENSION,
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: luat2025(
      '102(3)',
      'lần đầu là 30 ngày, lần hai là 45 ngày… có thể kéo dài nhưng không quá 30 ngày kể từ ngày hết thời hạn giải quyết khiếu nại',
    ),
    confidence: 'V1',
    derived:
      'Hai căn cứ kéo dài (102(3) và 102(4)) có cộng dồn hay không là điểm chưa rõ: dùng một lần, không quá 30 ngày.',
  },
  {
    id: 'complaint-effective-2nd',
    nameVi: 'Quyết định giải quyết lần hai có hiệu lực ngay',
    nameEn: 'The second decision takes effect at once',
    trigger: { on: ['decision-issued'], when: { level: 2 } },
    period: atOnce,
    dischargedBy: ['became-effective', 'executed'],
    role: 'complaint_handler',
    atExpiry: breach('Ghi nhận hiệu lực và tổ chức thực hiện', 'Record the effect and carry it out'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '98(2)',
      'Quyết định giải quyết khiếu nại của Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp có hiệu lực thi hành ngay.',
    ),
    confidence: 'V2',
  },
]);
