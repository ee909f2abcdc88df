import { CASE_STOP_IS_DERIVED, RUNS_ON, WHILE_CASE_STOPPED } from '../pausing';
import { days, duties2025, lapse, late, nd152, workingDays } from '../words';

/** NĐ 152 Điều 70(2): papers to collect. Điều 72(2): the order that transfers securities to the creditor. */
export const PAPERS_AND_SECURITIES = duties2025('enforcement_case', [
  {
    id: 'papers-collection-window',
    nameVi: 'Người được nhận giấy tờ đến nhận',
    nameEn: 'The recipient collects papers',
    trigger: { on: ['papers-collection-notified'] },
    period: days(10),
    variants: [{ id: 'abroad', when: { abroad: true }, period: days(30) }],
    dischargedBy: ['papers-collected'],
    voidedBy: ['papers-transferred'],
    role: 'external',
    atExpiry: lapse(
      'Thông báo lần hai; sau hai lần mà không đến nhận thì chuyển cho cơ quan cấp giấy tờ (ở nước ngoài: gửi theo Điều 35(4))',
      'A second notice; after two, the papers go to the issuing body (abroad: sent under 35(4))',
    ),
    pausedBy: RUNS_ON,
    source: nd152(
      '70(2)',
      'Trường hợp người được trả giấy tờ đang ở nước ngoài thì Chấp hành viên thông báo bằng văn bản cho người được nhận giấy tờ biết về việc nhận giấy tờ trong thời hạn 30 ngày kể từ ngày được thông báo hợp lệ. Sau hai lần thông báo mà đương sự hoặc người được ủy quyền không đến nhận thì …',
    ),
    confidence: 'OCR',
    derived: 'Người nhận ở trong nước: 10 ngày (cùng khoản).',
  },
  {
    id: 'securities-order-sending',
    nameVi: 'Gửi quyết định cưỡng chế chuyển quyền sở hữu chứng khoán',
    nameEn: 'Send the order to transfer securities',
    trigger: { on: ['coercion-decided'], when: { measure: 'securities' } },
    period: workingDays(3),
    dischargedBy: ['securities-order-sent'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: WHILE_CASE_STOPPED,
    source: nd152(
      '72(2)',
      'Trong thời hạn 03 ngày làm việc kể từ ngày ra quyết định cưỡng chế, cơ quan thi hành án dân sự gửi quyết định cho Tổng công ty Lưu ký và Bù trừ chứng khoán Việt Nam, cơ quan, tổ chức khác có thẩm quyền thực hiện việc chuyển quyền sở hữu chứng khoán.',
    ),
    confidence: 'OCR',
    derived: CASE_STOP_IS_DERIVED,
  },
  {
    id: 'securities-order-execution',
    nameVi: 'VSDC thực hiện quyết định cưỡng chế chuyển quyền sở hữu chứng khoán',
    nameEn: 'The depository carries the order out',
    trigger: { on: ['securities-order-received'] },
    period: workingDays(5),
    dischargedBy: ['securities-order-carried-out'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '72(2)',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được quyết định cưỡng chế buộc chuyển quyền sở hữu chứng khoán thì Tổng công ty Lưu ký và Bù trừ chứng khoán Việt Nam, cơ quan, tổ chức khác có thẩm quyền phải thực hiện việc chuyển quyền sở hữu chứng khoán cho người được thi hành án',
    ),
    confidence: 'OCR',
  },
  {
    id: 'securities-order-report',
    nameVi: 'VSDC thông báo kết quả chuyển quyền sở hữu chứng khoán',
    nameEn: 'The depository reports the transfer',
    trigger: { on: ['securities-order-carried-out'] },
    period: workingDays(3),
    dischargedBy: ['securities-order-reported'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '72(2)',
      'Trong thời hạn 03 ngày làm việc kể từ ngày thực hiện việc chuyển quyền sở hữu chứng khoán cho người được thi hành án, Tổng công ty Lưu ký và Bù trừ chứng khoán Việt Nam, cơ quan, tổ chức khác có thẩm quyền phải thông báo cho cơ quan thi hành án dân sự về kết quả thực hiện.',
    ),
    confidence: 'OCR',
  },
]);
