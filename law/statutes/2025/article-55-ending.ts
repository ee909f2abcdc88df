import { RUNS_ON } from '../pausing';
import { also, duties2025, late, luat2025, nd152, rules2025, workingDays } from '../words';

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

export const ENDING_RULES = rules2025('enforcement_case', [
  {
    id: 'case-end',
    nameVi: 'Kết thúc thi hành án',
    nameEn: 'When a case ends',
    sort: 'effect',
    saysVi:
      'Việc thi hành án kết thúc khi nghĩa vụ đã thực hiện xong, khi có quyết định đình chỉ, hoặc trường hợp khác của NĐ 152/2026/NĐ-CP Điều 32(1) (kể cả gửi lại yêu cầu).',
    saysEn:
      'A case ends when its obligations are done, when it is terminated, or in another case of Decree 152/2026, 32(1) (a returned request among them).',
    carriedBy: ['completed', 'terminated', 'request-returned'],
    source: also(
      luat2025(
        '55',
        'Việc thi hành án kết thúc khi thuộc một trong các trường hợp sau đây: 1. Đương sự đã thực hiện xong quyền, nghĩa vụ của mình; 2. Có quyết định đình chỉ thi hành án; 3. Trường hợp khác theo quy định của Chính phủ.',
      ),
      nd152('32(1)'),
    ),
    confidence: 'Q',
  },
  {
    id: 'fee-payer-rule',
    nameVi: 'Người nộp phí thi hành án',
    nameEn: 'Who pays the fee',
    sort: 'competence',
    saysVi:
      'Đương sự yêu cầu thi hành án nộp phí. Người phải thi hành án không chịu phí đối với khoản đã thi hành trước khi có quyết định hoặc trong thời hạn tự nguyện, và đối với quyết định ra theo yêu cầu của họ trước 01/07/2026.',
    saysEn:
      'The party that requested enforcement pays. The debtor pays none on what was performed before the decision or within the voluntary period, nor under a decision issued at the debtor’s request before 1 July 2026.',
    carriedBy: ['fee-decided', 'fee-notified'],
    source: also(
      luat2025('53(1)', 'Đương sự yêu cầu thi hành án phải nộp phí thi hành án theo quy định của pháp luật.'),
      luat2025('3(10)'),
    ),
    confidence: 'Q',
  },
]);
