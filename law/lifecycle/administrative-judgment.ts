import type { EventDef } from '../model';
import { nd71, tthc } from '../statutes/words';
import { events, FILE, HEAD, must, text } from './words';

const RECEIVED: readonly (readonly string[])[] = [['judgment-received']];

/** Watching over an administrative judgment, from receipt to the debtor body's report (TTHC 309 – 314, NĐ 71/2016). */
export const ADMINISTRATIVE_JUDGMENT: readonly EventDef[] = events('administrative_judgment', [
  [
    'judgment-received',
    'Nhận bản án, quyết định hành chính',
    'Administrative judgment received',
    FILE,
    { once: true, stage: 'received', source: nd71('14(2)') },
  ],
  [
    'debtor-received-judgment',
    'Người phải thi hành án nhận bản án, quyết định',
    'Debtor body received the judgment',
    FILE,
    { requires: RECEIVED, once: true, stage: 'voluntary', source: tthc('311(2)') },
  ],
  [
    'voluntary-notice-sent',
    'Ra văn bản thông báo tự nguyện thi hành án hành chính',
    'Notice of voluntary performance sent',
    HEAD,
    { requires: RECEIVED, source: nd71('14(2)') },
  ],
  [
    'monitor-assigned',
    'Phân công Chấp hành viên theo dõi',
    'Enforcer assigned to watch',
    HEAD,
    { requires: RECEIVED, source: nd71('14(2)') },
  ],
  [
    'explanation-asked',
    'Yêu cầu Tòa án giải thích bản án hành chính',
    'Court asked to explain',
    FILE,
    { requires: RECEIVED, source: tthc('310') },
  ],
  [
    'judgment-explained',
    'Nhận văn bản giải thích bản án hành chính',
    'Judgment explained',
    FILE,
    { requires: [['explanation-asked']], source: tthc('310(4)') },
  ],
  [
    'debtor-reported',
    'Người phải thi hành án báo cáo kết quả',
    'Debtor body reported',
    FILE,
    { requires: RECEIVED, source: nd71('10(2)') },
  ],
  [
    'compulsion-requested',
    'Người được thi hành án đề nghị Tòa án buộc thi hành',
    'Creditor asked for a compulsion decision',
    FILE,
    { requires: RECEIVED, source: tthc('312(1)') },
  ],
  [
    'compulsion-decided',
    'Tòa án ra quyết định buộc thi hành án hành chính',
    'Court decided on compulsion',
    FILE,
    { requires: [['compulsion-requested']], source: tthc('312(2)') },
  ],
  [
    'compulsion-decision-received',
    'Cơ quan THADS nhận quyết định buộc thi hành án hành chính',
    'Compulsion decision received by the agency',
    FILE,
    { requires: RECEIVED, stage: 'compelled', source: nd71('14(3)') },
  ],
  [
    'meeting-held',
    'Làm việc với người phải thi hành án, lập biên bản',
    'Debtor body met, minutes drawn',
    FILE,
    { requires: [['compulsion-decision-received']], source: nd71('14(3)') },
  ],
  [
    'recommendation-sent',
    'Kiến nghị xử lý trách nhiệm người phải thi hành án',
    'Recommendation on responsibility sent',
    HEAD,
    {
      requires: RECEIVED,
      stage: 'recommended',
      attrs: [text('to', 'Cơ quan nhận kiến nghị')],
      source: nd71('14'),
    },
  ],
  [
    'superior-directed',
    'Cơ quan cấp trên chỉ đạo người phải thi hành án',
    'Superior body directed the debtor body',
    FILE,
    { requires: [['recommendation-sent']], source: nd71('13(1)') },
  ],
  [
    'recommendation-answered',
    'Nhận trả lời kiến nghị xử lý trách nhiệm',
    'Recommendation answered',
    FILE,
    { requires: [['recommendation-sent']], source: nd71('7(3), 8(3)') },
  ],
  [
    'force-majeure-began',
    'Bắt đầu trở ngại khách quan, bất khả kháng',
    'Force majeure began',
    FILE,
    { requires: RECEIVED, pauses: { kind: 'force-majeure' }, source: tthc('312(1)') },
  ],
  [
    'force-majeure-ended',
    'Hết trở ngại khách quan, bất khả kháng',
    'Force majeure ended',
    FILE,
    {
      refusedAfter: ['force-majeure-ended'],
      requires: [['force-majeure-began']],
      resumes: ['force-majeure'],
      source: tthc('312(1)'),
    },
  ],
  [
    'judgment-performed',
    'Bản án hành chính được thi hành xong',
    'Administrative judgment carried out',
    FILE,
    { requires: RECEIVED, once: true, stage: 'performed', source: nd71('12(3)') },
  ],
  [
    'completion-reported',
    'Nhận thông báo thi hành xong của người phải thi hành án',
    'Completion reported',
    FILE,
    { requires: [['judgment-performed']], stage: 'ended', closes: true, source: nd71('12(3)') },
  ],
  [
    'monitoring-ended',
    'Kết thúc theo dõi vì lý do khác',
    'Watching ended for another reason',
    HEAD,
    { requires: RECEIVED, stage: 'ended', closes: true, attrs: [must(text('reason', 'Lý do'))] },
  ],
]);
