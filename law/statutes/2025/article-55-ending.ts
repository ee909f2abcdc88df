import { RUNS_ON } from '../pausing';
import { duties2025, late, nd152, workingDays } from '../words';

/** Điều 55 and NĐ 152 Điều 32: the end of a case, and the certificate of its result. */
export const ENDING = duties2025('enforcement_case', [
  {
    id: 'result-confirmation',
    nameVi: 'Xác nhận kết quả thi hành án',
    nameEn: 'Certificate of the result',
    trigger: { on: ['result-confirmation-requested'] },
    period: workingDays(3),
    dischargedBy: ['result-confirmed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '32(3)',
      'Trong thời hạn 03 ngày làm việc kể từ ngày nhận được yêu cầu của đương sự hoặc thân nhân của họ, Thủ trưởng cơ quan thi hành án dân sự cấp giấy xác nhận',
    ),
    confidence: 'Q',
  },
]);
