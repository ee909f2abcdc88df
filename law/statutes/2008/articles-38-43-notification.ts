import { DECISIONS, PREVENTIVE_DECISIONS } from '../decisions';
import { RUNS_ON } from '../pausing';
import { breach, days, duties2008, luat2008, workingDays } from '../words';

/** Điều 38: sending to the Procuracy. Điều 39 – 43: notification. */
export const NOTIFICATION = duties2008('enforcement_case', [
  {
    id: 'decision-to-procuracy',
    nameVi: 'Gửi quyết định về thi hành án cho Viện kiểm sát cùng cấp',
    nameEn: 'Send the decision to the Procuracy of the same level',
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
    source: luat2008(
      '38',
      'Trong thời hạn 03 ngày làm việc, kể từ ngày ra quyết định, các quyết định về thi hành án phải được gửi cho Viện kiểm sát nhân dân cùng cấp',
    ),
    confidence: 'Q',
  },
  {
    id: 'notification',
    nameVi: 'Thông báo về thi hành án',
    nameEn: 'Notify the parties of a decision',
    trigger: { on: DECISIONS, unless: { preventDissipation: true } },
    period: workingDays(3),
    dischargedBy: ['notification-sent', 'valid-notice'],
    role: 'enforcer',
    atExpiry: breach(
      'Chưa thông báo thì thời hạn tự nguyện chưa bắt đầu',
      'Until notice the voluntary period does not start',
    ),
    pausedBy: RUNS_ON,
    source: luat2008('39(2)', 'Việc thông báo phải thực hiện trong thời hạn 03 ngày làm việc, kể từ ngày ra văn bản'),
    confidence: 'Q',
  },
  {
    id: 'public-posting',
    nameVi: 'Niêm yết công khai',
    nameEn: 'Keep a public posting up',
    trigger: { on: ['posted-publicly'] },
    period: days(10),
    dischargedBy: ['posting-ended'],
    role: 'enforcer',
    atExpiry: breach('Lập biên bản kết thúc niêm yết', 'Draw up the minutes of the end of posting'),
    pausedBy: RUNS_ON,
    source: luat2008('42(3)', 'Thời gian niêm yết công khai văn bản thông báo là 10 ngày, kể từ ngày niêm yết.'),
    confidence: 'Q',
    derived: 'Ngày thông báo hợp lệ là ngày niêm yết, không phải ngày hết thời hạn niêm yết.',
  },
]);
