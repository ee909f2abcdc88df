import { RUNS_ON, WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { also, atOnce, breach, days, duties2025, late, luat2025, tt13, workingDays } from '../words';

export const OVERDUE = breach(
  'Quá hạn: cấp trên yêu cầu, đôn đốc, xử lý (NĐ 152 Điều 74(1))',
  'Overdue: the superior demands, chases and sanctions (Decree 152, 74(1))',
);
export const ENDED = ['complaint-discontinued', 'complaint-forwarded', 'complaint-rejected'];
const REMOTE_OR_COMPLEX = luat2025(
  '102(4)',
  'Trường hợp ở vùng sâu, vùng xa, đường sá xa xôi, đi lại khó khăn, vụ việc có tính chất phức tạp thì thời hạn giải quyết khiếu nại có thể kéo dài nhưng không quá 30 ngày kể từ ngày hết thời hạn giải quyết khiếu nại.',
);
/** Class a: one extension of at most 30 days, counted from the end of the period. */
export const ONE_EXTENSION = { period: days(30), event: 'resolution-extended', source: REMOTE_OR_COMPLEX };
/** Class b: whether 102(4) reaches five working days is open; nothing is lengthened by itself. */
export const DOUBTFUL_EXTENSION = {
  ...ONE_EXTENSION,
  times: 0,
  disputed: {
    times: 1,
    why: 'Điều 102(4) có áp dụng cho nhóm b (05 ngày làm việc) hay không là điểm luật để ngỏ. Đang dùng: không kéo dài.',
  },
};
/** Class c: 102(3) and 102(4) each allow 30 days; whether both may be used is open. */
export const STACKED_EXTENSION = {
  ...ONE_EXTENSION,
  disputed: {
    times: 2,
    why: 'Hai căn cứ kéo dài (102(3) và 102(4)) có dùng được cả hai, tối đa 60 ngày, hay không là điểm luật để ngỏ. Đang dùng: một lần, không quá 30 ngày.',
  },
};
export const WITHIN_15_OR_30 = luat2025(
  '102(1)',
  'Đối với quyết định, hành vi quy định tại điểm a khoản 2 Điều 96 của Luật này thì thời hạn giải quyết khiếu nại lần đầu là 15 ngày, lần hai là 30 ngày kể từ ngày thụ lý đơn khiếu nại.',
);
export const WITHIN_5 = luat2025(
  '102(2)',
  'Đối với quyết định, hành vi quy định tại điểm b khoản 2 Điều 96 của Luật này thì thời hạn giải quyết khiếu nại là 05 ngày làm việc kể từ ngày thụ lý đơn khiếu nại.',
);
export const WITHIN_30_OR_45 = luat2025(
  '102(3)',
  'Đối với quyết định, hành vi quy định tại điểm c khoản 2 Điều 96 của Luật này thì thời hạn giải quyết khiếu nại lần đầu là 30 ngày, lần hai là 45 ngày kể từ ngày thụ lý đơn khiếu nại. Đối với những vụ việc có tính chất phức tạp thì thời hạn giải quyết khiếu nại có thể kéo dài nhưng không quá 30 ngày kể từ ngày hết thời hạn giải quyết khiếu nại.',
);
export const ACCEPTANCE = also(
  luat2025(
    '104',
    'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được đơn khiếu nại lần đầu hoặc 10 ngày kể từ ngày nhận được đơn khiếu nại lần hai thuộc thẩm quyền giải quyết và không thuộc trường hợp quy định tại Điều 97 của Luật này, người có thẩm quyền giải quyết khiếu nại phải thụ lý để giải quyết và thông báo bằng văn bản cho người khiếu nại.',
  ),
  tt13('9(1)'),
);

/** Điều 97 – 105: the complaint at first level, classes a (before measures), b (preventive), c (coercion and after). */
export const FIRST_COMPLAINT = duties2025('complaint', [
  {
    id: 'complaint-accept-1st',
    succeeds: ['o08-accept'],
    nameVi: 'Thụ lý khiếu nại lần đầu và thông báo',
    nameEn: 'Accept the first complaint and say so in writing',
    trigger: { on: ['complaint-received'], unless: { level: 2 } },
    period: workingDays(5),
    dischargedBy: ['complaint-accepted', 'complaint-rejected', 'complaint-forwarded'],
    voidedBy: ['complaint-discontinued'],
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: RUNS_ON,
    source: ACCEPTANCE,
    confidence: 'V1',
  },
  {
    id: 'complaint-reject-1st',
    succeeds: ['o08-reject-guide'],
    nameVi: 'Thông báo không thụ lý khiếu nại lần đầu',
    nameEn: 'Refuse the first complaint, with reasons',
    trigger: { on: ['complaint-refusal-ground-found'], dayFrom: 'complaintReceivedOn', unless: { level: 2 } },
    period: workingDays(5),
    dischargedBy: ['complaint-rejected'],
    voidedBy: ['complaint-accepted', 'complaint-forwarded'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: also(
      luat2025(
        '97, 104',
        'Trường hợp người có thẩm quyền không thụ lý đơn khiếu nại để giải quyết thì phải thông báo và nêu rõ lý do.',
      ),
      tt13('8(3)'),
    ),
    confidence: 'I',
    derived:
      'Luật không nêu số ngày riêng cho việc từ chối; lấy 05 ngày làm việc của việc thụ lý, tính từ ngày nhận đơn. Trả lời một lần cho mỗi việc (TT 13 Điều 8(3)); khiếu nại việc không thụ lý: cấp trên trả lời hoặc chỉ đạo (Điều 8(5)).',
  },
  {
    id: 'complaint-decide-1st-a',
    succeeds: ['o08-decide-a'],
    nameVi: 'Giải quyết khiếu nại lần đầu, nhóm a',
    nameEn: 'Decide the first complaint, class a',
    trigger: { on: ['complaint-accepted'], when: { class: 'a' }, unless: { level: 2 } },
    period: days(15),
    extension: ONE_EXTENSION,
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: WITHIN_15_OR_30,
    confidence: 'V1',
  },
  {
    id: 'complaint-decide-b',
    succeeds: ['o08-decide-b'],
    nameVi: 'Giải quyết khiếu nại, nhóm b (biện pháp bảo đảm)',
    nameEn: 'Decide the complaint, class b',
    trigger: { on: ['complaint-accepted'], when: { class: 'b' }, unless: { level: 2 } },
    period: workingDays(5),
    extension: DOUBTFUL_EXTENSION,
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: WITHIN_5,
    confidence: 'V1',
    derived: 'Luật không phân biệt lần đầu, lần hai cho nhóm b.',
  },
  {
    id: 'complaint-decide-1st-c',
    succeeds: ['o08-decide-c', 'o08-decide-d'],
    nameVi: 'Giải quyết khiếu nại lần đầu, nhóm c',
    nameEn: 'Decide the first complaint, class c',
    trigger: { on: ['complaint-accepted'], when: { class: ['c', 'd'] }, unless: { level: 2 } },
    period: days(30),
    extension: STACKED_EXTENSION,
    dischargedBy: ['decision-issued'],
    voidedBy: ENDED,
    role: 'complaint_handler',
    atExpiry: OVERDUE,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: WITHIN_30_OR_45,
    confidence: 'V1',
    derived: 'Gồm cả nhóm d của Luật 2008 (sau cưỡng chế).',
  },
  {
    id: 'complaint-effective-1st',
    nameVi: 'Quyết định giải quyết lần đầu có hiệu lực',
    nameEn: 'The first decision takes effect',
    trigger: { expiryOf: 'complaint-limitation-2nd' },
    period: atOnce,
    dischargedBy: ['became-effective', 'executed'],
    role: 'complaint_handler',
    atExpiry: breach('Ghi nhận hiệu lực và tổ chức thực hiện', 'Record the effect and carry it out'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '105(5)',
      'Quyết định giải quyết khiếu nại lần đầu của Thủ trưởng cơ quan thi hành án dân sự và của Trưởng văn phòng thi hành án dân sự có hiệu lực thi hành kể từ ngày hết thời hạn quy định tại khoản 3 Điều 96 của Luật này mà người khiếu nại không khiếu nại lần hai.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-effective-1st-security',
    nameVi: 'Quyết định lần đầu về biện pháp bảo đảm có hiệu lực ngay',
    nameEn: 'A first decision on a preventive measure takes effect at once',
    trigger: { on: ['decision-issued'], when: { class: 'b', level: 1 }, unless: { against: 'private_office' } },
    period: atOnce,
    dischargedBy: ['became-effective', 'executed'],
    role: 'complaint_handler',
    atExpiry: breach('Ghi nhận hiệu lực và tổ chức thực hiện', 'Record the effect and carry it out'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '105(5)',
      'Quyết định giải quyết khiếu nại lần đầu của Thủ trưởng cơ quan thi hành án dân sự đối với quyết định, hành vi về áp dụng biện pháp bảo đảm thi hành án có hiệu lực thi hành ngay.',
    ),
    confidence: 'V1',
  },
]);
