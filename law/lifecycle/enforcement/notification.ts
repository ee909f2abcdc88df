import { luat2025, nd152 } from '../../statutes/words';
import { CHANNEL, CHANNEL_CASES, code, DECIDED, events, FILE, yesNo } from '../words';

/** Making decisions known (Điều 35), and the voluntary period (Điều 36). */
export const NOTIFICATION_EVENTS = events('enforcement_case', [
  [
    'notification-sent',
    'Đã thông báo văn bản về thi hành án',
    'Document notified',
    FILE,
    { afterEnd: true, requires: DECIDED, attrs: CHANNEL, cases: CHANNEL_CASES, source: luat2025('35(1)') },
  ],
  [
    'valid-notice',
    'Thông báo hợp lệ quyết định thi hành án',
    'Valid notice of the enforcement decision',
    FILE,
    {
      requires: DECIDED,
      stage: 'voluntary',
      attrs: [
        yesNo('budgetDebtor', 'Người phải thi hành án hưởng ngân sách'),
        ...CHANNEL,
        code('alsoBy', 'Đồng thời giao bằng', 'direct', 'post', 'bailiff_office', 'legal_assistance', 'representative'),
      ],
      cases: [...CHANNEL_CASES, { attr: 'channel', is: 'vneid', rule: 'valid-notice-date', needs: ['alsoBy'] }],
      source: nd152('15 – 19'),
    },
  ],
  ['posted-publicly', 'Niêm yết công khai', 'Posted publicly', FILE, { requires: DECIDED, source: nd152('17(3)') }],
  ['posting-ended', 'Kết thúc niêm yết', 'Posting ended', FILE, { requires: [['posted-publicly']] }],
  [
    'legal-assistance-sent',
    'Bộ Tư pháp gửi hồ sơ tương trợ tư pháp',
    'Legal assistance request sent abroad',
    FILE,
    { requires: DECIDED, source: nd152('19(2)') },
  ],
  [
    'legal-assistance-chased',
    'Đề nghị đôn đốc tương trợ tư pháp',
    'Legal assistance chased',
    FILE,
    { requires: [['legal-assistance-sent']] },
  ],
  [
    'voluntary-performance',
    'Đương sự tự nguyện thi hành',
    'Voluntary performance',
    FILE,
    { requires: DECIDED, source: luat2025('36(1)') },
  ],
]);
