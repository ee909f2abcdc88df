import { RECEPTION_RULES as COMMON_RULES, LAW_ON_RECEPTION, RECEPTION_STEPS } from '../both/law-on-reception';
import { LETTER_CIRCULAR, LETTERS } from '../both/letters';
import { duties2008, inForceSince, rules2008, tiepCongDan } from '../words';

/** Luật Tiếp công dân before Luật 136/2025. */
export const RECEPTION = duties2008('reception', inForceSince(LAW_ON_RECEPTION, RECEPTION_STEPS));

export const RECEPTION_RULES = rules2008('reception', [
  ...COMMON_RULES,
  {
    id: 'reception-forward-or-guide',
    nameVi: 'Hướng dẫn khi không thuộc thẩm quyền',
    nameEn: 'Guide when not competent',
    sort: 'effect',
    saysVi: 'Trong 10 ngày làm việc của việc thông báo kết quả.',
    saysEn: 'Within the ten working days of the answer.',
    carriedBy: ['citizen-guided', 'reception-notify-result'],
    source: tiepCongDan('26(1)b'),
    confidence: 'I',
    derived: 'Việc chuyển đơn chỉ được thêm từ 01/7/2026 (Luật 136/2025 Điều 1(11)); trước đó chỉ hướng dẫn.',
  },
]);

/** Handling of letters. */
export const LETTER_HANDLING = duties2008(LETTERS, LETTER_CIRCULAR);
