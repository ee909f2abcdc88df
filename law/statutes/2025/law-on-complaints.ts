import { ADMINISTRATIVE_COMPLAINT_ACCEPTANCE, ADMINISTRATIVE_COMPLAINT_STEPS } from '../both/law-on-complaints';
import { RUNS_ON } from '../pausing';
import { also, before, duties2025, late, luat136, nd155, workingDays } from '../words';

/** Luật Khiếu nại as amended by Luật 136/2025, with NĐ 124/2020 as amended by NĐ 155/2026: administrative complaints since 1 July 2026. */
export const ADMINISTRATIVE_COMPLAINT = duties2025('administrative_complaint', [
  {
    ...ADMINISTRATIVE_COMPLAINT_ACCEPTANCE,
    period: workingDays(7),
    source: also(
      luat136(
        '2(15)b',
        'Thay thế cụm từ “10 ngày” bằng cụm từ “07 ngày làm việc” tại Điều 27, khoản 1 Điều 36 và Điều 50',
      ),
      nd155('16(1)'),
    ),
    confidence: 'OCR',
  },
  ...ADMINISTRATIVE_COMPLAINT_STEPS,
  {
    id: 'admin-complaint-dialogue-notice',
    nameVi: 'Thông báo việc tổ chức đối thoại (khiếu nại hành chính)',
    nameEn: 'Announce the dialogue',
    trigger: { on: ['dialogue-planned'], dayFrom: 'plannedOn' },
    period: before(5, 'days'),
    dischargedBy: ['dialogue-notified'],
    voidedBy: ['dialogue-planned', 'complaint-discontinued', 'decision-issued'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd155('28(1), 28(2)', '…trước ngày đối thoại ít nhất 05 ngày'),
    confidence: 'V1',
    derived: 'Lần hai bắt buộc đối thoại (Điều 28(2)).',
  },
  {
    id: 'admin-complaint-suspension-send',
    nameVi: 'Gửi quyết định tạm đình chỉ, đình chỉ, tiếp tục (khiếu nại hành chính)',
    nameEn: 'Send the decision to suspend, discontinue or continue',
    trigger: { on: ['complaint-suspended', 'complaint-continued', 'complaint-discontinued'] },
    period: workingDays(3),
    dischargedBy: ['suspension-document-sent'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd155('28b', '…gửi … trong thời hạn 03 ngày làm việc, kể từ ngày ban hành'),
    confidence: 'V1',
    derived: 'Thời hạn giải quyết tiếp tục được tính từ ngày ban hành quyết định tiếp tục giải quyết (Điều 28b(2)).',
  },
]);
