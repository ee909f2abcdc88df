import { DECISIONS, PREVENTIVE_DECISIONS } from '../decisions';
import { RUNS_ON } from '../pausing';
import { also, breach, days, duties2025, luat2025, months, nd152, rules2025, workingDays } from '../words';

/** Điều 35: notification of the parties, and sending to the Procuracy. */
export const NOTIFICATION = duties2025('enforcement_case', [
  {
    id: 'notification',
    nameVi: 'Thông báo về thi hành án',
    nameEn: 'Notify the parties of a decision',
    trigger: { on: DECISIONS, unless: [{ origin: 'interim' }, { preventDissipation: true }] },
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
    trigger: {
      on: [...DECISIONS, ...PREVENTIVE_DECISIONS],
      or: [
        { on: ['freeze-decided'], unlessAfter: ['freeze-minutes-drawn'] },
        { on: ['custody-decided'], unlessAfter: ['custody-minutes-drawn'] },
      ],
    },
    period: workingDays(3),
    dischargedBy: ['sent-to-procuracy'],
    role: 'clerk',
    atExpiry: breach('Vi phạm; Viện kiểm sát có thể kháng nghị, kiến nghị', 'A breach the Procuracy may take up'),
    pausedBy: RUNS_ON,
    source: also(
      luat2025(
        '35(2)',
        'phải được gửi cho Viện kiểm sát nhân dân có thẩm quyền trong thời hạn 03 ngày làm việc kể từ ngày ra quyết định',
      ),
      nd152('42(7)'),
    ),
    confidence: 'Q',
    derived: 'Quyết định phong tỏa, tạm giữ ra sau khi lập biên bản thì gửi ngay (Điều 67(4), 69(2)): thời hạn riêng.',
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
    derived: 'Hết 03 tháng là lúc phải đề nghị đôn đốc; hạn hiển thị là ngày hết 03 tháng.',
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
    derived: 'Hết 06 tháng là lúc phải đăng trên Cổng; hạn hiển thị là ngày hết 06 tháng.',
  },
]);

export const NOTIFICATION_RULES = rules2025('enforcement_case', [
  {
    id: 'valid-notice-date',
    nameVi: 'Ngày thông báo hợp lệ',
    nameEn: 'The day of valid notice',
    sort: 'moment',
    saysVi:
      'Qua VNeID: ngày ứng dụng báo đã gửi (15(2)); giao trực tiếp, qua bưu chính, văn phòng thi hành án dân sự: ngày lập biên bản hoặc ký nhận (16); niêm yết: ngày niêm yết, không phải ngày hết thời hạn niêm yết (17(3)); phương tiện thông tin đại chúng: ngày thông báo lần hai (18(3)); ở nước ngoài: ngày nhận được đủ kết quả trong 06 tháng, sau đó là ngày đăng trên Cổng thông tin điện tử của Bộ Tư pháp (19). Quyết định thi hành án phải giao trực tiếp hoặc qua bưu chính (16(1)b), không chỉ qua VNeID.',
    saysEn:
      'By VNeID: the day the application reports it sent (15(2)); by hand, post or a private office: the day of the minutes or the signature (16); posted: the day of posting, not the last day of it (17(3)); mass media: the day of the second publication (18(3)); abroad: the day the full result arrives within six months, after that the day of publication on the Ministry’s portal (19). The enforcement decision itself goes by hand or post (16(1)b), not by VNeID alone.',
    carriedBy: ['valid-notice', 'notification-sent', 'coercion-order-notified', 'voluntary-period'],
    source: nd152('15–19', 'Ngày ứng dụng VNeID báo đã gửi là ngày thông báo hợp lệ.'),
    confidence: 'Q',
    readings: [
      {
        id: 'not-announced',
        vi: 'Bộ Tư pháp chưa công bố thủ tục trên môi trường số: chưa thông báo qua VNeID',
        en: 'digital procedures not announced by the Ministry: no notice by VNeID',
      },
      {
        id: 'announced',
        vi: 'Bộ Tư pháp đã công bố: thông báo qua VNeID từ ngày chữ ký thứ hai',
        en: 'announced by the Ministry: notice by VNeID from the day of the second signature',
      },
    ],
    derived:
      'Nghị định dùng chữ “báo đã gửi”: không phải ngày đã nhận hay đã đọc. Thủ tục trên môi trường số chỉ áp dụng khi Bộ Tư pháp công bố (115(2)): trước đó kênh VNeID không dùng được.',
  },
]);
