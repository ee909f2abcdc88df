import { RUNS_ON } from '../pausing';
import { atOnce, breach, duties2025, hours, late, luat2025, workingDays } from '../words';

/** Điều 62: interim measures (biện pháp khẩn cấp tạm thời). Điều 64: bankruptcy proceedings stopped. */
export const INTERIM_AND_BANKRUPTCY = duties2025('enforcement_case', [
  {
    id: 'interim-measure-notify',
    nameVi: 'Thông báo quyết định thi hành biện pháp khẩn cấp tạm thời',
    nameEn: 'Notify parties and bodies of an interim measure',
    trigger: { on: ['enforcer-assigned'], when: { origin: 'interim' } },
    period: hours(24),
    dischargedBy: ['notification-sent', 'valid-notice'],
    role: 'enforcer',
    atExpiry: breach('Cưỡng chế ngay trong trường hợp Điều 62(2)', 'Coerce at once in the cases of 62(2)'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '62(1)',
      'Trong thời hạn 24 giờ kể từ khi nhận được quyết định thi hành án theo phân công, Chấp hành viên thông báo quyết định thi hành án',
    ),
    confidence: 'Q',
  },
  {
    id: 'interim-measure-cancel',
    nameVi: 'Đình chỉ khi biện pháp khẩn cấp tạm thời bị hủy bỏ',
    nameEn: 'Terminate when the interim measure is cancelled',
    trigger: { on: ['interim-measure-cancelled'] },
    period: atOnce,
    dischargedBy: ['terminated'],
    role: 'branch_head',
    atExpiry: breach('Phải ra quyết định đình chỉ ngay', 'Owed at once'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '62(6)',
      'ngay sau khi nhận được quyết định, Thủ trưởng cơ quan thi hành án dân sự ra quyết định đình chỉ thi hành án',
    ),
    confidence: 'Q',
  },
  {
    id: 'bankruptcy-procedure-stopped',
    nameVi: 'Thi hành tiếp khi đình chỉ thủ tục phá sản',
    nameEn: 'Continue when bankruptcy proceedings are stopped',
    trigger: { on: ['bankruptcy-procedure-stopped'] },
    period: workingDays(5),
    dischargedBy: ['resumed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '64(2)',
      'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được quyết định đình chỉ thủ tục phá sản của Tòa án',
    ),
    confidence: 'Q',
  },
]);
