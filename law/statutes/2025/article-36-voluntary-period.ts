import { CASE_STOP_IS_DERIVED, WHILE_CASE_STOPPED } from '../pausing';
import { days, duties2025, lapse, luat2025 } from '../words';

/** Điều 36(1): the ten days in which the debtor may perform without coercion. */
export const VOLUNTARY_PERIOD = duties2025('enforcement_case', [
  {
    id: 'voluntary-period',
    nameVi: 'Thời hạn tự nguyện thi hành án',
    nameEn: 'Voluntary period',
    trigger: { on: ['valid-notice'], unless: { origin: 'interim' } },
    period: days(10),
    dischargedBy: ['voluntary-performance', 'completed'],
    role: 'external',
    owedBy: 'private',
    atExpiry: lapse(
      'Hết thời hạn tự nguyện: xác minh điều kiện; có điều kiện mà không thi hành thì cưỡng chế (Điều 72(1))',
      'It ends: verify the means; coerce a debtor who has them (Article 72(1))',
    ),
    pausedBy: WHILE_CASE_STOPPED,
    source: luat2025(
      '36(1)',
      'Thời hạn tự nguyện thi hành án là 10 ngày kể từ ngày người phải thi hành án được thông báo hợp lệ quyết định thi hành án',
    ),
    confidence: 'Q',
    derived: CASE_STOP_IS_DERIVED,
  },
]);
