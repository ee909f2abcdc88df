import { nd152 } from '../../statutes/words';
import { DECIDED, events, FILE } from '../words';

/** Debtors funded by the State budget (NĐ 152 Điều 93 – 95): savings first, then the budget's guarantee. */
export const BUDGET_GUARANTEE_EVENTS = events('enforcement_case', [
  [
    'budget-savings-used',
    'Cơ quan phải thi hành án đã dùng kinh phí tiết kiệm',
    'Debtor body used its savings',
    FILE,
    { requires: DECIDED, source: nd152('93(1)') },
  ],
  [
    'budget-guarantee-requested',
    'Lập xong hồ sơ bảo đảm tài chính từ ngân sách',
    'File for the budget’s guarantee made',
    FILE,
    { requires: DECIDED, source: nd152('93(1), 93(2)') },
  ],
  [
    'object-value-settled',
    'Đương sự thỏa thuận xong hoặc không thỏa thuận được việc trả tiền thay tài sản',
    'Parties settled, or failed to settle, on money instead of the object',
    FILE,
    { requires: DECIDED, source: nd152('93(2)') },
  ],
  [
    'budget-guarantee-funded',
    'Cơ quan phải thi hành án được cấp bổ sung kinh phí bảo đảm tài chính',
    'Debtor body received the guarantee’s funds',
    FILE,
    { requires: DECIDED, source: nd152('94(1)') },
  ],
  [
    'budget-guarantee-paid',
    'Cơ quan phải thi hành án thanh toán xong từ ngân sách',
    'Debtor body paid from the budget',
    FILE,
    { requires: DECIDED, source: nd152('94(1)') },
  ],
  [
    'budget-guarantee-reported',
    'Cơ quan phải thi hành án báo cáo việc thanh toán',
    'Debtor body reported the payment',
    FILE,
    { afterEnd: true, requires: [['budget-guarantee-paid']], source: nd152('94(2)') },
  ],
  [
    'fault-council-set-up',
    'Thành lập Hội đồng xác định người có lỗi',
    'Council on fault set up',
    FILE,
    { afterEnd: true, requires: [['budget-guarantee-paid']], source: nd152('95(1)') },
  ],
]);
