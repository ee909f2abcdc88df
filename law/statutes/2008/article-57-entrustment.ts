import { RUNS_ON } from '../pausing';
import { atOnce, duties2008, hours, late, luat2008, workingDays } from '../words';

/** Điều 57: entrustment. */
export const ENTRUSTMENT = duties2008('enforcement_case', [
  {
    id: 'entrustment-decision',
    nameVi: 'Ra quyết định ủy thác thi hành án',
    nameEn: 'Decide to entrust to another agency',
    trigger: { on: ['entrustment-ground-found'] },
    period: workingDays(5),
    variants: [{ id: 'interim', when: { origin: 'interim' }, period: hours(24) }],
    dischargedBy: ['entrusted', 'partly-entrusted'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '57(1)a',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày xác định có căn cứ ủy thác, Thủ trưởng cơ quan thi hành án dân sự ra quyết định ủy thác. Trường hợp thi hành quyết định áp dụng biện pháp khẩn cấp tạm thời thì ra quyết định ủy thác trong thời hạn 24 giờ, kể từ khi có căn cứ ủy thác.',
    ),
    confidence: 'Q',
  },
  {
    id: 'entrustment-receipt-decision',
    nameVi: 'Ra quyết định thi hành án của nơi nhận ủy thác',
    nameEn: 'The receiving agency issues its decision',
    trigger: { on: ['entrustment-received'] },
    period: workingDays(5),
    variants: [{ id: 'interim', when: { origin: 'interim' }, period: atOnce }],
    dischargedBy: ['decision-issued'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '57(1)b',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được quyết định ủy thác, Thủ trưởng cơ quan thi hành án dân sự nhận ủy thác ra quyết định thi hành án',
    ),
    confidence: 'Q',
  },
  {
    id: 'asset-entrustment-receipt',
    nameVi: 'Ra quyết định xử lý tài sản ủy thác',
    nameEn: 'The receiving agency decides on entrusted assets',
    trigger: { on: ['asset-entrustment-received'] },
    period: workingDays(5),
    dischargedBy: ['asset-entrustment-decided'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '57(2)b',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được quyết định ủy thác xử lý tài sản, Thủ trưởng cơ quan thi hành án dân sự nhận ủy thác ra quyết định xử lý tài sản ủy thác',
    ),
    confidence: 'Q',
  },
  {
    id: 'asset-entrustment-proceeds',
    nameVi: 'Chuyển tiền xử lý tài sản ủy thác',
    nameEn: 'Send the proceeds to the entrusting agency',
    trigger: { on: ['asset-delivered'], and: ['asset-entrustment-decided'] },
    period: workingDays(5),
    dischargedBy: ['entrusted-proceeds-sent'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '57(2)c',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày giao tài sản cho người mua được tài sản bán đấu giá hoặc người nhận tài sản để trừ vào số tiền được thi hành án',
    ),
    confidence: 'Q',
  },
]);
