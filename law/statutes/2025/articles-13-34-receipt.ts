import { FORCE_MAJEURE, RUNS_ON } from '../pausing';
import {
  also,
  atOnce,
  blttds,
  breach,
  days,
  duties2025,
  lapse,
  luat2025,
  months,
  nd151,
  nd152,
  rules2025,
  workingDays,
  years,
} from '../words';

/** Điều 13, 31 – 34: explanations by the court; the judgment and the request before they become a case. */
export const RECEIPT = duties2025('enforcement_case', [
  {
    id: 'judgment-transfer',
    nameVi: 'Tòa án chuyển giao bản án, quyết định',
    nameEn: 'The court transfers the judgment',
    trigger: { on: ['judgment-took-effect', 'judgment-issued'] },
    period: days(15),
    variants: [
      { id: 'civil', when: { judgment: 'civil' }, period: months(1) },
      { id: 'interim', when: { judgment: 'interim' }, period: atOnce },
    ],
    dischargedBy: ['judgment-received'],
    role: 'external',
    atExpiry: breach(
      'Đôn đốc Tòa án; thời hạn của cơ quan chỉ tính từ khi nhận',
      'Chase the court; the agency’s clock starts on receipt',
    ),
    pausedBy: RUNS_ON,
    source: also(
      luat2025(
        '33(1)',
        'Trường hợp pháp luật không có quy định thì cơ quan ra bản án, quyết định phải chuyển giao bản án, quyết định cho cơ quan thi hành án dân sự trong thời hạn 15 ngày kể từ ngày bản án, quyết định hoặc phần bản án, quyết định có hiệu lực pháp luật.',
      ),
      blttds('485(1) – 485(3)'),
    ),
    confidence: 'Q',
    derived:
      'Bản án dân sự có hiệu lực: 01 tháng (BLTTDS 485(1)); bản án được thi hành ngay: 15 ngày kể từ ngày ra bản án (485(2)); biện pháp khẩn cấp tạm thời: ngay (485(3)). Sửa đổi năm 2025 của BLTTDS chưa đối chiếu.',
  },
  {
    id: 'judgment-explanation',
    nameVi: 'Tòa án giải thích, sửa chữa bản án',
    nameEn: 'The court explains or corrects the judgment',
    trigger: { on: ['judgment-explanation-asked'] },
    period: days(30),
    variants: [{ id: 'complex', when: { complex: true }, period: days(45) }],
    dischargedBy: ['judgment-explained'],
    role: 'external',
    atExpiry: breach(
      'Trong thời gian chờ là căn cứ hoãn (Điều 46(1)g)',
      'Waiting for it is a ground to postpone (46(1)g)',
    ),
    pausedBy: RUNS_ON,
    source: luat2025(
      '13(3)',
      'trong thời hạn 30 ngày kể từ ngày nhận được yêu cầu … đối với vụ việc phức tạp thì thời hạn trả lời không quá 45 ngày kể từ ngày nhận được yêu cầu',
    ),
    confidence: 'Q',
  },
  {
    id: 'cassation-petition-reply',
    nameVi: 'Tòa án trả lời kiến nghị giám đốc thẩm, tái thẩm',
    nameEn: 'The court answers a petition for cassation or reopening',
    trigger: { on: ['cassation-petitioned'] },
    period: months(3),
    variants: [{ id: 'complex', when: { complex: true }, period: months(4) }],
    dischargedBy: ['cassation-answered'],
    role: 'external',
    atExpiry: breach(
      'Trong thời gian chờ là căn cứ hoãn (Điều 46(1)h)',
      'Waiting for it is a ground to postpone (46(1)h)',
    ),
    pausedBy: RUNS_ON,
    source: blttds(
      '487',
      'Tòa án có thẩm quyền phải trả lời trong thời hạn 03 tháng, kể từ ngày nhận được kiến nghị; trường hợp vụ việc phức tạp thì thời hạn trả lời không quá 04 tháng',
    ),
    confidence: 'Q',
  },
  {
    id: 'request-limitation',
    nameVi: 'Thời hiệu yêu cầu thi hành án',
    nameEn: 'Limitation for requesting enforcement',
    trigger: { on: ['request-received'], dayFrom: 'obligationDueOn', unless: { afterReturn: true } },
    period: years(5),
    dischargedBy: ['request-received'],
    role: 'external',
    owedBy: 'private',
    atExpiry: lapse(
      'Từ chối yêu cầu (Điều 34(4)d), trừ khi Thủ trưởng chấp nhận yêu cầu quá hạn (NĐ 152 Điều 10(2))',
      'The request is refused (34(4)d) unless the head accepts a late one (Decree 152, 10(2))',
    ),
    pausedBy: FORCE_MAJEURE,
    source: also(
      luat2025(
        '34(2)',
        'Thời hiệu yêu cầu thi hành án là 05 năm kể từ ngày bản án, quyết định có hiệu lực pháp luật hoặc kể từ ngày nghĩa vụ đến hạn.',
      ),
      nd152('10'),
      nd151('39(4)'),
    ),
    confidence: 'Q',
    derived:
      'Chỉ để kiểm tra: tính từ ngày bản án có hiệu lực hoặc nghĩa vụ đến hạn đến ngày yêu cầu; không áp dụng khi yêu cầu lại sau Điều 38(4).',
  },
  {
    id: 'state-creditor-request-nudge',
    nameVi: 'Chỉ đạo yêu cầu thi hành khoản thuộc sở hữu nhà nước',
    nameEn: 'Direct the State creditor to request enforcement',
    trigger: { on: ['judgment-took-effect'], when: { stateCreditor: true } },
    period: years(1),
    dischargedBy: ['request-received'],
    role: 'external',
    atExpiry: breach('Cơ quan chủ quản phải chỉ đạo yêu cầu thi hành án', 'Its managing body must direct the request'),
    pausedBy: RUNS_ON,
    source: nd152(
      '9(8)',
      'Hết thời hạn 01 năm kể từ ngày bản án, quyết định có hiệu lực pháp luật mà cơ quan, tổ chức, doanh nghiệp được thi hành án đối với khoản tiền, tài sản thuộc sở hữu nhà nước không yêu cầu thi hành án',
    ),
    confidence: 'Q',
  },
  {
    id: 'request-supplement-notice',
    nameVi: 'Thông báo sửa đổi, bổ sung yêu cầu thi hành án',
    nameEn: 'Ask the requester to correct or supplement the request',
    trigger: { on: ['request-found-incomplete'] },
    period: workingDays(1),
    dischargedBy: ['request-supplement-asked'],
    voidedBy: ['request-refused', 'decision-issued'],
    role: 'clerk',
    atExpiry: breach('Quá hạn thông báo bổ sung yêu cầu', 'Requester not told in time'),
    pausedBy: RUNS_ON,
    source: nd152(
      '9(6)',
      'trong thời hạn 01 ngày làm việc kể từ ngày tiếp nhận yêu cầu, cơ quan thi hành án dân sự thông báo để người yêu cầu sửa đổi hoặc cung cấp bổ sung',
    ),
    confidence: 'Q',
  },
  {
    id: 'request-refusal-notice',
    nameVi: 'Từ chối yêu cầu thi hành án',
    nameEn: 'Refuse a request and tell the requester',
    trigger: { on: ['request-refusal-ground-found'], dayFrom: 'requestReceivedOn' },
    period: workingDays(5),
    dischargedBy: ['request-refused'],
    voidedBy: ['decision-issued'],
    role: 'branch_head',
    atExpiry: breach('Quá hạn từ chối; có thể bị khiếu nại, kháng nghị', 'Overdue; complaint or protest may follow'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '34(4)',
      'từ chối yêu cầu thi hành án, thông báo cho người yêu cầu trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu thi hành án',
    ),
    confidence: 'Q',
  },
]);

export const RECEIPT_RULES = rules2025('enforcement_case', [
  {
    id: 'judgment-receipt-moment',
    nameVi: 'Thời điểm nhận bản án, quyết định',
    nameEn: 'The moment a judgment is received',
    sort: 'moment',
    saysVi:
      'Qua hệ thống điện tử: thời điểm hệ thống ghi nhận đã nhận đủ dữ liệu hợp lệ; bản giấy: ngày cơ quan thi hành án dân sự ký nhận.',
    saysEn:
      'By electronic means: when the system records complete, valid data; on paper: the day the agency signs for it.',
    carriedBy: ['judgment-received', 'enforcement-decision-ex-officio', 'enforcement-decision-on-request'],
    source: nd152('7(2), 7(3)', 'thời điểm nhận bản án, quyết định là ngày cơ quan thi hành án dân sự ký nhận'),
    confidence: 'Q',
  },
  {
    id: 'request-date-rule',
    nameVi: 'Ngày yêu cầu thi hành án',
    nameEn: 'The day of the request',
    sort: 'moment',
    saysVi:
      'Qua phương tiện điện tử: ngày gửi thành công; trực tiếp hoặc bằng lời nói: ngày nhận đơn, lập biên bản; qua bưu chính: ngày trên dấu của bưu chính nơi gửi. Ngày này được xét theo thời hiệu và là ngày bắt đầu thời hạn ra quyết định.',
    saysEn:
      'By electronic means: the day it was sent; in person or orally: the day received or minuted; by post: the postmark. That day is held against the limitation and starts the limit for the decision.',
    carriedBy: ['request-received', 'request-limitation', 'enforcement-decision-on-request'],
    source: nd152(
      '9(3)',
      'Ngày yêu cầu thi hành án là ngày gửi yêu cầu thành công trên các phương tiện quy định tại điểm a khoản 1 Điều này',
    ),
    confidence: 'Q',
    derived:
      'Điều 34(3) tính từ ngày nhận được yêu cầu; với đơn qua bưu chính, danh mục lấy ngày yêu cầu (dấu bưu chính) làm ngày bắt đầu: sớm hơn, an toàn hơn.',
  },
]);
