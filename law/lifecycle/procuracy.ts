import type { EventDef } from '../model';
import { luat2025, nd152, vks2014 } from '../statutes/words';
import { code, date, events, FILE, must, RESOLVER, yesNo } from './words';

const PROTESTED: readonly (readonly string[])[] = [['protest-received']];
const RECOMMENDED: readonly (readonly string[])[] = [['recommendation-received']];
/** Under the law of 2025 a protest goes up only after the Procuracy has maintained it (113(2)); the law of 2008 knew no such step. */
const ONLY_IF_MAINTAINED = { '2025': [['reconsideration-answered']] } as const;

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
        date('decisionOn', 'Ngày của quyết định bị kháng nghị'),
        date('procuracyNoticeOn', 'Ngày Viện kiểm sát nhận quyết định hoặc phát hiện hành vi'),
        yesNo('caseEnded', 'Việc thi hành án đã kết thúc'),
        date('endedNoticeOn', 'Ngày Viện kiểm sát nhận thông báo kết thúc'),
      ],
      source: luat2025('112(2), 113(1)'),
    },
  ],
  [
    'protest-replied',
    'Trả lời kháng nghị',
    'Protest answered',
    RESOLVER,
    {
      requires: [['protest-received', 'reconsideration-answered']],
      refusedAfter: ['protest-replied', 'reconsideration-requested', 'protest-reported-up'],
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
    {
      requires: PROTESTED,
      refusedAfter: ['protest-replied', 'reconsideration-requested', 'protest-reported-up'],
      stage: 'reconsidering',
      source: luat2025('113(2)'),
    },
  ],
  [
    'reconsideration-answered',
    'Viện kiểm sát trả lời, giữ hoặc sửa kháng nghị',
    'Procuracy maintains or changes the protest',
    RESOLVER,
    {
      requires: [['reconsideration-requested']],
      refusedAfter: ['reconsideration-answered'],
      stage: 'disputed',
      attrs: [code('outcome', 'Kết quả', 'maintained', 'changed')],
      source: luat2025('113(2)'),
    },
  ],
  [
    'protest-withdrawn',
    'Viện kiểm sát rút kháng nghị',
    'Protest withdrawn',
    RESOLVER,
    { requires: PROTESTED, stage: 'withdrawn', closes: true, source: luat2025('113(2)') },
  ],
  [
    'protest-reported-up',
    'Báo cáo Cục Quản lý THADS và VKSND tối cao',
    'Reported to the managing agency',
    RESOLVER,
    {
      requires: PROTESTED,
      requiresUnder: ONLY_IF_MAINTAINED,
      refusedAfter: ['protest-reported-up'],
      stage: 'reported_up',
      source: luat2025('113(2)a'),
    },
  ],
  [
    'managing-agency-answered',
    'Cục Quản lý THADS trả lời',
    'Managing agency answered',
    RESOLVER,
    {
      requires: [['protest-reported-up']],
      refusedAfter: ['managing-agency-answered'],
      stage: 'answered',
      source: luat2025('113(2)a'),
    },
  ],
  [
    'minister-review-requested',
    'Viện trưởng VKSND tối cao đề nghị Bộ trưởng xem xét lại',
    'Minister asked to review',
    RESOLVER,
    {
      requires: [['managing-agency-answered']],
      refusedAfter: ['minister-review-requested'],
      stage: 'minister_review',
      source: luat2025('113(3)'),
    },
  ],
  [
    'minister-answered',
    'Bộ trưởng trả lời',
    'Minister answered',
    RESOLVER,
    {
      requires: [['minister-review-requested']],
      refusedAfter: ['minister-answered'],
      stage: 'answered',
      source: luat2025('113(3)'),
    },
  ],
  [
    'protest-executed',
    'Thực hiện kháng nghị',
    'Protest carried out',
    RESOLVER,
    {
      requires: [['protest-replied', 'managing-agency-answered', 'minister-answered']],
      stage: 'executed',
      source: luat2025('113(1), 113(2)a, 113(3)'),
    },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    {
      requires: [
        ['protest-executed', 'protest-replied', 'protest-withdrawn', 'managing-agency-answered', 'minister-answered'],
      ],
      refusedAfter: ['filed'],
      afterEnd: true,
      stage: 'ended',
      closes: true,
      source: luat2025('113'),
    },
  ],
  [
    'reverified',
    'Xác minh lại sau kháng nghị',
    'Means verified again',
    [...FILE, ...RESOLVER],
    { requires: PROTESTED, source: luat2025('37(5)') },
  ],
  [
    'auction-paused',
    'Tạm dừng đấu giá vì có kháng nghị',
    'Auction paused because of the protest',
    [...FILE, ...RESOLVER],
    {
      requires: PROTESTED,
      marks: { raises: 'auction_paused' },
      tells: { whom: 'parent', event: 'auction-paused' },
      source: luat2025('84(1)c, 84(3)'),
    },
  ],
  [
    'auction-resumed',
    'Hết căn cứ tạm dừng đấu giá',
    'Auction resumed',
    [...FILE, ...RESOLVER],
    {
      requires: [['auction-paused']],
      refusedAfter: ['auction-resumed'],
      marks: { lowers: ['auction_paused'] },
      tells: { whom: 'parent', event: 'auction-resumed' },
      source: nd152('65(9)'),
    },
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
      once: true,
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
    { requires: [['recommendation-replied']], stage: 'executed', source: luat2025('113(1)') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    { requires: [['recommendation-replied']], stage: 'ended', closes: true, source: luat2025('113(1), 113(4)') },
  ],
]);

/** A request of the Procuracy (yêu cầu): self-inspection, decisions, files (Luật Tổ chức VKSND Điều 28(6), 30(2)). */
export const PROCURACY_REQUEST: readonly EventDef[] = events('procuracy_request', [
  [
    'procuracy-request-received',
    'Nhận yêu cầu của Viện kiểm sát',
    'Request received',
    RESOLVER,
    {
      stage: 'received',
      once: true,
      attrs: [must(code('about', 'Nội dung', 'immediate', 'self_inspection', 'complaint_handling'))],
      source: vks2014('28(6), 30(2)'),
    },
  ],
  [
    'procuracy-request-carried-out',
    'Thực hiện xong yêu cầu',
    'Request carried out',
    RESOLVER,
    { requires: [['procuracy-request-received']], stage: 'executed', source: vks2014('28(6), 30(2)') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    { requires: [['procuracy-request-carried-out']], stage: 'ended', closes: true, source: vks2014('28(6), 30(2)') },
  ],
]);
