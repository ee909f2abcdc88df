import { RUNS_ON, WHILE_CASE_STOPPED } from '../pausing';
import { breach, days, duties2025, late, luat2025, nd152, workingDays } from '../words';

/** Điều 54 and NĐ 152 Điều 30: paying out what was collected. */
export const PAYOUT = duties2025('enforcement_case', [
  {
    id: 'payout',
    nameVi: 'Thanh toán tiền thi hành án',
    nameEn: 'Pay out the money collected',
    trigger: { on: ['money-collected', 'asset-delivered'] },
    period: days(10),
    dischargedBy: ['money-paid-out'],
    voidedBy: ['payout-held'],
    extension: {
      event: 'payout-extended',
      period: days(45),
      source: nd152('30(3)a', 'thời hạn kéo dài không quá 45 ngày'),
    },
    role: 'enforcer',
    atExpiry: breach(
      'Chậm chi trả: lỗi thường bị kết luận khi kiểm tra, kiểm sát',
      'Late payout: a classic audit finding',
    ),
    pausedBy: WHILE_CASE_STOPPED,
    source: luat2025(
      '54(6)',
      'Trong thời hạn 10 ngày kể từ ngày thu được tiền thi hành án hoặc kể từ ngày giao tài sản cho người mua được tài sản, người nhận tài sản để trừ vào tiền được thi hành án, Chấp hành viên thực hiện việc thanh toán tiền thi hành án',
    ),
    confidence: 'Q',
    derived:
      'Hoãn, tạm đình chỉ, tạm dừng theo khiếu nại: tiền được gửi lại (NĐ 152 Điều 30(8)), thời hạn thanh toán tạm ngừng. Kéo dài không quá 45 ngày (30(3)a) được hiểu là thêm 45 ngày kể từ khi hết 10 ngày.',
  },
  {
    id: 'payout-extension',
    nameVi: 'Thanh toán sau khi hết căn cứ kéo dài',
    nameEn: 'Pay out once the ground for holding the money ends',
    trigger: { on: ['payout-hold-ended'] },
    period: days(10),
    dischargedBy: ['money-paid-out'],
    voidedBy: ['payout-held'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: WHILE_CASE_STOPPED,
    source: nd152(
      '30(3), 30(4)',
      'thời hạn kéo dài không quá 45 ngày; … Thời hạn thanh toán tiền quy định tại các điểm b, c và d khoản 3 Điều này không quá 10 ngày kể từ ngày căn cứ kéo dài thời hạn thanh toán tiền không còn hoặc kể từ ngày nhận được quyết định của cơ quan có thẩm quyền',
    ),
    confidence: 'Q',
    derived:
      'Điểm a (nhiều người, số tiền nhỏ): kéo dài không quá 45 ngày, ghi ở dòng payout; các điểm b – d: không quá 10 ngày kể từ khi hết căn cứ.',
  },
  {
    id: 'deposit-while-paused',
    nameVi: 'Gửi tiền khi hoãn, tạm đình chỉ',
    nameEn: 'Deposit collected money while the case is paused',
    trigger: { on: ['postponed', 'suspended', 'suspension-notice-received'], when: { moneyHeld: true } },
    period: workingDays(5),
    dischargedBy: ['money-deposited', 'money-paid-out'],
    voidedBy: ['resumed'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '30(8)',
      'trong thời hạn 05 ngày làm việc kể từ ngày cơ quan thi hành án dân sự có quyết định hoãn, tạm đình chỉ thi hành án',
    ),
    confidence: 'Q',
  },
  {
    id: 'undelivered-proceeds-deposit',
    nameVi: 'Gửi tiền bán tài sản khi chưa giao được tài sản',
    nameEn: 'Deposit the proceeds while the asset is not delivered',
    trigger: { on: ['buyer-paid', 'creditor-paid'] },
    period: days(10),
    dischargedBy: ['money-deposited', 'asset-delivered'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '30(7), 65(2)',
      'Trong thời hạn 10 ngày kể từ ngày thu được tiền mà chưa giao tài sản cho người mua được tài sản … làm thủ tục đứng tên gửi số tiền đó vào ngân hàng thương mại',
    ),
    confidence: 'Q',
  },
  {
    id: 'fx-conversion',
    nameVi: 'Đổi ngoại tệ',
    nameEn: 'Convert the money into foreign currency',
    trigger: { on: ['money-collected'], when: { foreignCurrency: true } },
    period: workingDays(2),
    dischargedBy: ['currency-converted', 'money-paid-out'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '30(6)b',
      'trong thời hạn 02 ngày làm việc kể từ ngày thu được tiền, Chấp hành viên đổi số tiền thu được sang ngoại tệ',
    ),
    confidence: 'Q',
  },
]);
