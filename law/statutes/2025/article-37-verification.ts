import { CASE_STOP_IS_DERIVED, RUNS_ON, WHILE_CASE_STOPPED } from '../pausing';
import { also, atOnce, breach, days, duties2025, late, luat2025, nd152, workingDays } from '../words';

/** Điều 37: verifying the debtor’s means. */
export const VERIFICATION = duties2025('enforcement_case', [
  {
    id: 'initial-verification',
    nameVi: 'Xác minh điều kiện thi hành án (lần đầu)',
    nameEn: 'First verification of means',
    trigger: { expiryOf: 'voluntary-period' },
    period: days(9),
    readings: [
      {
        id: 'ten-days',
        period: days(10),
        why: 'Bản duy nhất đọc được của Điều 37(1) ghi “09 ngày”; Luật 2008 ghi 10 ngày. Dùng 9 (an toàn) cho đến khi đối chiếu Công báo.',
      },
    ],
    dischargedBy: ['verification-done'],
    role: 'enforcer',
    atExpiry: breach(
      'Chưa xác minh thì chưa phân loại được việc có hay chưa có điều kiện',
      'Without it the case cannot be classified',
    ),
    pausedBy: WHILE_CASE_STOPPED,
    source: luat2025(
      '37(1)',
      'Trong thời hạn 09 ngày kể từ ngày hết thời hạn tự nguyện thi hành án mà người phải thi hành án không tự nguyện thi hành thì Chấp hành viên tiến hành xác minh',
    ),
    confidence: 'Q*',
    derived: CASE_STOP_IS_DERIVED,
  },
  {
    id: 'initial-verification-interim-measure',
    nameVi: 'Xác minh ngay (biện pháp khẩn cấp tạm thời)',
    nameEn: 'Verify at once (interim measure)',
    trigger: { on: ['enforcer-assigned'], when: { origin: 'interim' } },
    period: atOnce,
    dischargedBy: ['verification-done'],
    role: 'enforcer',
    atExpiry: breach('Phải xác minh ngay', 'Owed at once'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '37(1)',
      'trường hợp thi hành quyết định áp dụng biện pháp khẩn cấp tạm thời thì tiến hành xác minh ngay',
    ),
    confidence: 'Q',
    derived: 'Không có thời hạn tự nguyện nên tính từ khi Chấp hành viên được phân công.',
  },
  {
    id: 're-verification-on-dispute',
    nameVi: 'Xác minh lại',
    nameEn: 'Verify again (conflicting results, Procuracy protest)',
    trigger: { on: ['verification-disputed'] },
    period: workingDays(5),
    dischargedBy: ['verification-done'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '37(5)',
      'Việc xác minh lại được tiến hành trong thời hạn 05 ngày làm việc kể từ ngày nhận được kết quả xác minh do đương sự cung cấp hoặc nhận được kháng nghị của Viện kiểm sát nhân dân.',
    ),
    confidence: 'Q',
  },
  {
    id: 'third-party-information-reply',
    nameVi: 'Cơ quan, tổ chức cung cấp thông tin về điều kiện thi hành án',
    nameEn: 'Third parties answer on the debtor’s means',
    trigger: { on: ['information-requested'] },
    period: workingDays(3),
    variants: [
      { id: 'account', when: { about: 'account' }, period: atOnce },
      { id: 'interim', when: { origin: 'interim' }, period: atOnce },
    ],
    dischargedBy: ['information-received'],
    role: 'external',
    owedBy: 'private',
    atExpiry: breach('Người đứng đầu chịu trách nhiệm (Điều 37(7))', 'The head of that body is liable (37(7))'),
    pausedBy: RUNS_ON,
    source: also(
      luat2025(
        '37(6)b, c',
        'trả lời bằng văn bản trong thời hạn 03 ngày làm việc kể từ ngày nhận được yêu cầu; đối với thông tin về tài khoản hoặc trường hợp thi hành biện pháp khẩn cấp tạm thời thì phải cung cấp ngay',
      ),
      nd152('21(4), 21(6)a'),
    ),
    confidence: 'V2',
  },
  {
    id: 'delegated-verification',
    nameVi: 'Ủy quyền xác minh',
    nameEn: 'Verification delegated to another agency',
    trigger: { on: ['verification-delegated'] },
    period: days(15),
    variants: [
      { id: 'account', when: { about: 'account' }, period: atOnce },
      { id: 'interim', when: { origin: 'interim' }, period: atOnce },
      { id: 'registrable', when: { about: 'immovable_or_registrable' }, period: days(30) },
    ],
    extension: {
      event: 'delegated-verification-extended',
      period: days(45),
      whole: true,
      when: { about: 'immovable_or_registrable' },
      source: nd152(
        '21(5)a',
        'thời hạn trả lời kết quả xác minh không quá 30 ngày kể từ ngày nhận được ủy quyền. Trường hợp khó khăn, phức tạp thì thời hạn trả lời kết quả xác minh có thể kéo dài nhưng không quá 45 ngày',
      ),
    },
    dischargedBy: ['delegated-verification-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd152(
      '21(5)',
      'thời hạn trả lời kết quả xác minh không quá 30 ngày kể từ ngày nhận được ủy quyền. Trường hợp khó khăn, phức tạp thì thời hạn trả lời kết quả xác minh có thể kéo dài nhưng không quá 45 ngày',
    ),
    confidence: 'Q',
  },
]);
