import { RUNS_ON } from '../pausing';
import { breach, days, duties2025, luat2025, months, nd152, rules2025, workingDays } from '../words';

/** Decisions that must be sent to the Procuracy and made known to the parties. */
const DECISIONS = [
  'decision-issued',
  'no-condition-decided',
  'postponed',
  'suspended',
  'resumed',
  'coercion-decided',
  'partly-terminated',
  'terminated',
  'partly-entrusted',
  'entrusted',
  'decision-partly-withdrawn',
  'decision-withdrawn',
];

/** Điều 35: notification of the parties, and sending to the Procuracy. */
export const NOTIFICATION = duties2025('enforcement_case', [
  {
    id: 'notification',
    nameVi: 'Thông báo về thi hành án',
    nameEn: 'Notify the parties of a decision',
    trigger: { on: DECISIONS },
    period: workingDays(3),
    dischargedBy: ['notification-sent', 'valid-notice'],
    role: 'enforcer',
    atExpiry: breach(
      'Chưa thông báo hợp lệ thì thời hạn tự nguyện và thời hiệu khiếu nại chưa bắt đầu',
      'Until valid notice neither the voluntary period nor the complaint window starts',
    ),
    pausedBy: RUNS_ON,
    source: luat2025('35(1)', 'Việc thông báo được thực hiện trong thời hạn 03 ngày làm việc kể từ ngày ra văn bản'),
    confidence: 'Q',
  },
  {
    id: 'decision-to-procuracy',
    nameVi: 'Gửi quyết định về thi hành án cho Viện kiểm sát',
    nameEn: 'Send the decision to the competent Procuracy',
    trigger: { on: DECISIONS },
    period: workingDays(3),
    dischargedBy: ['sent-to-procuracy'],
    role: 'clerk',
    atExpiry: breach('Vi phạm; Viện kiểm sát có thể kháng nghị, kiến nghị', 'A breach the Procuracy may take up'),
    pausedBy: RUNS_ON,
    source: luat2025(
      '35(2)',
      'phải được gửi cho Viện kiểm sát nhân dân có thẩm quyền trong thời hạn 03 ngày làm việc kể từ ngày ra quyết định',
    ),
    confidence: 'Q',
  },
  {
    id: 'public-posting',
    nameVi: 'Niêm yết công khai',
    nameEn: 'Keep a public posting up',
    trigger: { on: ['posted-publicly'] },
    period: days(7),
    dischargedBy: ['posting-ended'],
    role: 'enforcer',
    atExpiry: breach('Lập biên bản kết thúc niêm yết', 'Draw up the minutes of the end of posting'),
    pausedBy: RUNS_ON,
    source: nd152(
      '17(3)',
      'Ngày niêm yết là ngày thông báo hợp lệ. Thời hạn niêm yết công khai văn bản thông báo là 07 ngày kể từ ngày niêm yết.',
    ),
    confidence: 'Q',
  },
  {
    id: 'notice-abroad-reminder',
    nameVi: 'Đôn đốc tương trợ tư pháp về thông báo ở nước ngoài',
    nameEn: 'Chase legal assistance for a notice abroad',
    trigger: { on: ['legal-assistance-sent'] },
    period: months(3),
    dischargedBy: ['legal-assistance-chased', 'valid-notice'],
    role: 'enforcer',
    atExpiry: breach('Đề nghị Bộ Tư pháp đôn đốc', 'Ask the Ministry to chase'),
    pausedBy: RUNS_ON,
    source: nd152('19(2)', 'hết thời hạn 03 tháng kể từ ngày Bộ Tư pháp gửi hồ sơ tương trợ tư pháp hợp lệ'),
    confidence: 'Q',
  },
  {
    id: 'notice-abroad-fallback',
    nameVi: 'Thông báo trên Cổng thông tin điện tử Bộ Tư pháp',
    nameEn: 'Publish a notice abroad on the Ministry’s portal',
    trigger: { on: ['legal-assistance-sent'] },
    period: months(6),
    dischargedBy: ['valid-notice'],
    role: 'enforcer',
    atExpiry: breach(
      'Đăng thông báo trên Cổng; ngày đăng là ngày thông báo hợp lệ',
      'Publish; the day of publication is the valid notice',
    ),
    pausedBy: RUNS_ON,
    source: nd152('19(3)', 'Trường hợp hết thời hạn 06 tháng kể từ ngày Bộ Tư pháp gửi hồ sơ tương trợ tư pháp hợp lệ'),
    confidence: 'Q',
  },
]);

export const NOTIFICATION_RULES = rules2025('enforcement_case', [
  {
    id: 'valid-notice-date',
    nameVi: 'Ngày thông báo hợp lệ',
    nameEn: 'The day of valid notice',
    sort: 'moment',
    saysVi:
      'Qua VNeID: ngày ứng dụng báo đã gửi; trực tiếp: ngày lập biên bản, ký nhận; niêm yết: ngày niêm yết; phương tiện thông tin đại chúng: ngày đăng, phát lần hai.',
    saysEn:
      'By VNeID: the day the application reports it sent; in person: the day of the minutes or signature; posted: the day of posting; mass media: the day of the second publication.',
    carriedBy: ['valid-notice'],
    source: nd152('15–19', 'Ngày ứng dụng VNeID báo đã gửi là ngày thông báo hợp lệ.'),
    confidence: 'Q',
  },
]);
