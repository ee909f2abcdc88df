import { RUNS_ON, WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { breach, days, late, type Row, type RuleRow, tt13, workingDays, years } from '../words';

/** Day on which TT 13/2021/TT-BTP came into force. */
export const CIRCULAR_13 = '2022-02-13';

const REMINDER = breach('Nhắc nội bộ', 'Internal reminder');
const SENDING =
  'Trong thời hạn 03 ngày làm việc kể từ ngày ra quyết định giải quyết khiếu nại lần đầu, 07 ngày làm việc kể từ ngày ra quyết định giải quyết khiếu nại lần hai, người giải quyết khiếu nại có trách nhiệm gửi quyết định giải quyết khiếu nại cho người khiếu nại, người bị khiếu nại, cơ quan cấp trên trực tiếp, Viện kiểm sát nhân dân cùng cấp, cơ quan, tổ chức và cá nhân có liên quan.';

/** The Ministry’s process for complaints: its limits. */
export const COMPLAINT_PROCESS: readonly Row[] = [
  {
    id: 'complaint-forward-or-guide',
    nameVi: 'Chuyển đơn hoặc hướng dẫn, trả lời một lần',
    nameEn: 'Forward the letter, or guide the complainant once',
    trigger: { on: ['complaint-not-competent'], dayFrom: 'complaintReceivedOn' },
    period: workingDays(5),
    dischargedBy: ['complaint-forwarded'],
    voidedBy: ['complaint-accepted'],
    role: 'complaint_handler',
    atExpiry: breach('Nhắc nội bộ; đơn lặp lại thì lưu', 'Internal reminder; a repeated letter is stored'),
    pausedBy: RUNS_ON,
    source: tt13(
      '8(2), 8(3)',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được đơn khiếu nại, người có thẩm quyền xử lý như sau: … chuyển cơ quan thi hành án dân sự có thẩm quyền để giải quyết theo quy định và thông báo cho người khiếu nại biết. … Việc hướng dẫn, trả lời chỉ thực hiện một lần.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-store-1-year',
    nameVi: 'Lưu đơn',
    nameEn: 'Keep an unhandled letter',
    trigger: { on: ['letter-stored'] },
    period: years(1),
    dischargedBy: ['letter-destroyed'],
    role: 'complaint_handler',
    atExpiry: breach('Xem xét, quyết định tiêu hủy', 'Consider and decide on destruction'),
    pausedBy: RUNS_ON,
    source: tt13(
      '8(4)',
      'Thời hạn lưu đơn là 01 năm, hết thời hạn lưu đơn thì xem xét, quyết định việc tiêu hủy đơn theo quy định của pháp luật.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-request-explanation',
    nameVi: 'Yêu cầu người bị khiếu nại báo cáo giải trình, cung cấp hồ sơ',
    nameEn: 'Ask for an explanation and the file',
    trigger: { on: ['complaint-accepted'] },
    period: workingDays(2),
    dischargedBy: ['explanation-requested', 'explanation-received', 'decision-issued'],
    voidedBy: ['complaint-discontinued'],
    role: 'complaint_handler',
    atExpiry: REMINDER,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: tt13(
      '9(2)',
      'Trong thời hạn 02 ngày làm việc, kể từ ngày thông báo thụ lý, người giải quyết khiếu nại yêu cầu người bị khiếu nại báo cáo giải trình bằng văn bản, cung cấp hồ sơ vụ việc.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-explanation-enforcer',
    nameVi: 'Chấp hành viên giải trình',
    nameEn: 'The enforcer explains',
    trigger: { on: ['explanation-requested'], unless: { level: 2 } },
    period: workingDays(2),
    dischargedBy: ['explanation-received', 'decision-issued'],
    voidedBy: ['complaint-discontinued'],
    role: 'enforcer',
    atExpiry: REMINDER,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: tt13(
      '9(2)a',
      'Đối với Chấp hành viên thì thời hạn thực hiện là không quá 02 ngày làm việc, kể từ ngày nhận được yêu cầu',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-explanation-lower-agency',
    nameVi: 'Cơ quan THADS cấp dưới giải trình (lần hai)',
    nameEn: 'The lower agency explains (second level)',
    trigger: { on: ['explanation-requested'], when: { level: 2 } },
    period: workingDays(5),
    dischargedBy: ['explanation-received', 'decision-issued'],
    voidedBy: ['complaint-discontinued'],
    role: 'province_head',
    atExpiry: REMINDER,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: tt13(
      '9(2)b',
      'Đối với cơ quan thi hành án dân sự cấp dưới thì thời hạn thực hiện báo cáo giải trình, cung cấp hồ sơ, tài liệu là không quá 05 ngày làm việc, kể từ ngày nhận được văn bản.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-send-decision-2nd',
    nameVi: 'Gửi quyết định giải quyết khiếu nại lần hai',
    nameEn: 'Send the second decision',
    trigger: { on: ['decision-issued'], when: { level: 2 } },
    period: workingDays(7),
    dischargedBy: ['decision-sent', 'decision-notified'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tt13('14(1)', SENDING),
    confidence: 'V1',
  },
  {
    id: 'complaint-publish-decision-2nd',
    nameVi: 'Công khai quyết định giải quyết lần hai',
    nameEn: 'Publish the second decision',
    trigger: { on: ['decision-issued'], when: { level: 2 } },
    period: days(15),
    dischargedBy: ['decision-published'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tt13(
      '14(2)',
      'Trong thời hạn 15 ngày, kể từ ngày ra quyết định giải quyết khiếu nại, người giải quyết khiếu nại lần hai có trách nhiệm công khai quyết định giải quyết khiếu nại',
    ),
    confidence: 'V1',
  },
];

/** Sending the first decision, and ending a withdrawn complaint: rows of the circular that the law of 2025 touches too. */
export const SEND_FIRST: Row = {
  id: 'complaint-send-decision-1st',
  nameVi: 'Gửi quyết định giải quyết khiếu nại lần đầu',
  nameEn: 'Send the first decision',
  trigger: { on: ['decision-issued'], unless: { level: 2 } },
  period: workingDays(3),
  dischargedBy: ['decision-sent', 'decision-notified'],
  role: 'complaint_handler',
  atExpiry: breach(
    'Thời hiệu khiếu nại lần hai chỉ chạy từ thông báo hợp lệ',
    'The second window waits for valid notice',
  ),
  pausedBy: RUNS_ON,
  source: tt13('14(1)', SENDING),
  confidence: 'V1',
};
export const WITHDRAWAL: Row = {
  id: 'complaint-withdraw',
  nameVi: 'Đình chỉ giải quyết nội dung khiếu nại đã rút',
  nameEn: 'Discontinue what was withdrawn',
  trigger: { on: ['complaint-withdrawn'] },
  period: days(5),
  dischargedBy: ['complaint-discontinued', 'part-discontinued'],
  role: 'complaint_handler',
  atExpiry: late,
  pausedBy: RUNS_ON,
  source: tt13(
    '10(1)',
    'Trường hợp người khiếu nại rút một phần hoặc toàn bộ khiếu nại thì trong thời hạn 05 ngày kể từ ngày nhận được yêu cầu rút khiếu nại, người giải quyết khiếu nại đình chỉ giải quyết đối với nội dung khiếu nại đã rút và thông báo cho người khiếu nại biết.',
  ),
  confidence: 'V1',
};

/** Its provisions without a length. */
export const COMPLAINT_PROCESS_RULES: readonly RuleRow[] = [
  {
    id: 'complaint-register',
    nameVi: 'Vào sổ, nhập cơ sở dữ liệu',
    nameEn: 'Register the letter',
    sort: 'content',
    saysVi:
      'Đơn tiếp nhận được phải vào sổ (Mẫu 01: nhận đơn; Mẫu 02: thụ lý khiếu nại; Mẫu 03: thụ lý tố cáo) hoặc nhập cơ sở dữ liệu.',
    saysEn: 'Every letter is entered in a book (forms 01 to 03) or in the database.',
    carriedBy: ['complaint-received', 'complaint-registered'],
    source: tt13(
      '5(2), 29',
      'Đơn tiếp nhận được từ các nguồn quy định tại khoản 1 Điều này phải được vào sổ hoặc nhập vào hệ thống cơ sở dữ liệu trên máy tính để quản lý, theo dõi.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-split-mixed-letter',
    nameVi: 'Tách đơn có nhiều nội dung',
    nameEn: 'Split a mixed letter',
    sort: 'effect',
    saysVi:
      'Đơn vừa khiếu nại, vừa tố cáo, kiến nghị, phản ánh thì tách riêng từng nội dung; mỗi nội dung là một việc.',
    saysEn: 'A letter that complains, denounces and petitions is split; each part is a matter of its own.',
    carriedBy: ['complaint-registered'],
    source: tt13(
      '6(2)',
      'Đối với đơn có các nội dung khiếu nại, tố cáo, kiến nghị, phản ánh thì tách riêng từng nội dung để xử lý, giải quyết theo quy định của pháp luật về khiếu nại, tố cáo và Thông tư này.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-archive',
    nameVi: 'Lưu trữ hồ sơ giải quyết khiếu nại, tố cáo',
    nameEn: 'Archiving the file',
    sort: 'content',
    saysVi: 'Hồ sơ được lưu trữ theo pháp luật về lưu trữ; số năm lưu trữ chưa kiểm chứng.',
    saysEn: 'The file is kept as the law on archives says; for how many years is not verified.',
    carriedBy: ['filed'],
    source: tt13(
      '30(1)',
      'Hồ sơ giải quyết khiếu nại, tố cáo phải thể hiện toàn bộ quá trình giải quyết khiếu nại, tố cáo; lưu giữ tất cả các tài liệu đã, đang thực hiện và được lưu trữ theo quy định của pháp luật về lưu trữ.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-prolonged-review',
    nameVi: 'Rà soát vụ việc khiếu nại, tố cáo phức tạp, kéo dài',
    nameEn: 'Review of complex, prolonged cases',
    sort: 'effect',
    saysVi:
      'Rà soát, họp liên ngành, đối thoại; đã giải quyết đúng thì ra thông báo chấm dứt giải quyết, hoặc thông báo không thụ lý và công khai hồ sơ trích ngang.',
    saysEn:
      'Listed, discussed between agencies, spoken over; if rightly resolved: a notice that it is closed, or of non-acceptance with a public summary.',
    carriedBy: [],
    source: tt13(
      '26, 27',
      'Đối với việc khiếu nại, tố cáo đã được giải quyết đúng pháp luật, nếu người khiếu nại, tố cáo đồng ý với phương án giải quyết thì người có thẩm quyền giải quyết khiếu nại, tố cáo ra thông báo chấm dứt giải quyết. Trường hợp người khiếu nại, tố cáo không đồng ý thì ra thông báo không thụ lý giải quyết',
    ),
    confidence: 'V2',
    derived: 'Việc rà soát là của cơ quan, không thuộc đời của một việc nên không có sự kiện riêng.',
  },
];

/** Petitions and reflections (Điều 28). */
export const PETITION_PROCESS: readonly Row[] = [
  {
    id: 'petition-handle',
    nameVi: 'Xử lý, trả lời kiến nghị, phản ánh',
    nameEn: 'Answer a petition or reflection',
    trigger: { on: ['petition-received'] },
    period: workingDays(5),
    dischargedBy: ['petition-answered', 'petition-forwarded', 'petition-stored'],
    role: 'complaint_handler',
    atExpiry: REMINDER,
    pausedBy: RUNS_ON,
    source: tt13('28(1)', 'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đơn, người có thẩm quyền xử lý như sau'),
    confidence: 'V2',
  },
  {
    id: 'petition-forward',
    nameVi: 'Hướng dẫn hoặc chuyển kiến nghị, phản ánh không thuộc thẩm quyền',
    nameEn: 'Answer, guide or forward a petition for another body',
    trigger: { on: ['petition-not-competent'], dayFrom: 'petitionReceivedOn' },
    period: workingDays(5),
    dischargedBy: ['petition-forwarded', 'petition-answered'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tt13(
      '28(2)',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đơn … thì trả lời, hướng dẫn cho người kiến nghị, phản ánh hoặc chuyển đơn cùng các tài liệu kèm theo (nếu có) đến cơ quan có thẩm quyền giải quyết',
    ),
    confidence: 'V2',
  },
  {
    id: 'petition-store',
    nameVi: 'Lưu đơn kiến nghị, phản ánh trùng hoặc gửi nhiều nơi',
    nameEn: 'Keep a repeated or multi-addressed petition',
    trigger: { on: ['petition-stored'] },
    period: years(1),
    dischargedBy: ['letter-destroyed'],
    role: 'complaint_handler',
    atExpiry: breach('Xem xét, quyết định tiêu hủy', 'Consider and decide on destruction'),
    pausedBy: RUNS_ON,
    source: tt13('28(3)', '…đơn đề gửi nhiều cơ quan, trong đó đã đề cơ quan có thẩm quyền giải quyết thì lưu đơn.'),
    confidence: 'I',
    derived: 'Điều 28(3) không nêu thời hạn lưu; lấy 01 năm như lưu đơn khiếu nại (Điều 8(4)).',
  },
];
