import type { EventDef } from '../model';
import { luat2025 } from '../statutes/words';
import { code, date, events, must, RESOLVER, yesNo } from './words';

const PROTESTED: readonly (readonly string[])[] = [['protest-received']];
const RECOMMENDED: readonly (readonly string[])[] = [['recommendation-received']];

/** A protest of the Procuracy (kháng nghị), Điều 112, 113. */
export const PROCURACY_PROTEST: readonly EventDef[] = events('procuracy_protest', [
  [
    'protest-received',
    'Nhận kháng nghị',
    'Protest received',
    RESOLVER,
    {
      stage: 'received',
      once: true,
      attrs: [
        code('about', 'Về', 'verification', 'other'),
        date('procuracyNoticeOn', 'Ngày Viện kiểm sát nhận quyết định hoặc phát hiện hành vi'),
        date('endedNoticeOn', 'Ngày Viện kiểm sát nhận thông báo kết thúc'),
      ],
      source: luat2025('112(2)'),
    },
  ],
  [
    'protest-replied',
    'Trả lời kháng nghị',
    'Protest answered',
    RESOLVER,
    {
      requires: PROTESTED,
      stage: 'replied',
      attrs: [must(yesNo('accepted', 'Chấp nhận'))],
      source: luat2025('113(1)'),
    },
  ],
  [
    'reconsideration-requested',
    'Đề nghị xem xét lại kháng nghị',
    'Reconsideration requested',
    RESOLVER,
    { requires: PROTESTED, stage: 'disputed', source: luat2025('113(2)') },
  ],
  [
    'reconsideration-answered',
    'Viện kiểm sát trả lời, giữ kháng nghị',
    'Procuracy maintains the protest',
    RESOLVER,
    { requires: [['reconsideration-requested']], stage: 'disputed', source: luat2025('113(2)') },
  ],
  [
    'protest-withdrawn',
    'Viện kiểm sát rút kháng nghị',
    'Protest withdrawn',
    RESOLVER,
    { requires: PROTESTED, stage: 'ended', closes: true, source: luat2025('113(2)') },
  ],
  [
    'protest-reported-up',
    'Báo cáo Cục Quản lý THADS và VKSND tối cao',
    'Reported to the managing agency',
    RESOLVER,
    { requires: PROTESTED, stage: 'disputed', source: luat2025('113(2)a') },
  ],
  [
    'managing-agency-answered',
    'Cục Quản lý THADS trả lời',
    'Managing agency answered',
    RESOLVER,
    { requires: [['protest-reported-up']], stage: 'answered', source: luat2025('113(2)a') },
  ],
  [
    'minister-review-requested',
    'Viện trưởng VKSND tối cao đề nghị Bộ trưởng xem xét lại',
    'Minister asked to review',
    RESOLVER,
    { requires: PROTESTED, stage: 'disputed', source: luat2025('113(3)') },
  ],
  [
    'minister-answered',
    'Bộ trưởng trả lời',
    'Minister answered',
    RESOLVER,
    { requires: [['minister-review-requested']], stage: 'answered', source: luat2025('113(3)') },
  ],
  [
    'protest-executed',
    'Thực hiện kháng nghị',
    'Protest carried out',
    RESOLVER,
    { requires: PROTESTED, stage: 'executed', source: luat2025('113(1)') },
  ],
  ['filed', 'Đưa hồ sơ vào lưu trữ', 'Filed', RESOLVER, { requires: PROTESTED, stage: 'ended', closes: true }],
  [
    'reverified',
    'Xác minh lại sau kháng nghị',
    'Means verified again',
    RESOLVER,
    { requires: PROTESTED, source: luat2025('37(5)') },
  ],
]);

/** A recommendation of the Procuracy (kiến nghị), Điều 113(1), 113(4). */
export const PROCURACY_RECOMMENDATION: readonly EventDef[] = events('procuracy_recommendation', [
  [
    'recommendation-received',
    'Nhận kiến nghị',
    'Recommendation received',
    RESOLVER,
    { stage: 'received', once: true, source: luat2025('113(1)') },
  ],
  [
    'recommendation-replied',
    'Trả lời kiến nghị',
    'Recommendation answered',
    RESOLVER,
    {
      requires: RECOMMENDED,
      stage: 'replied',
      attrs: [must(yesNo('accepted', 'Chấp nhận'))],
      source: luat2025('113(1), 113(4)'),
    },
  ],
  [
    'recommendation-executed',
    'Thực hiện kiến nghị',
    'Recommendation carried out',
    RESOLVER,
    { requires: RECOMMENDED, stage: 'executed', source: luat2025('113(1)') },
  ],
  ['filed', 'Đưa hồ sơ vào lưu trữ', 'Filed', RESOLVER, { requires: RECOMMENDED, stage: 'ended', closes: true }],
]);
