import { luat2025, nd152, nd155, tt13 } from '../../statutes/words';
import { code, count, date, events, must, RESOLVER } from '../words';
import { RECEIVED } from './intake';

const ACCEPTED: readonly (readonly string[])[] = [['complaint-accepted']];
/** Accepted, and not suspended since. */
export const IN_HAND: readonly (readonly string[])[] = [['complaint-accepted', 'complaint-continued']];
const DECIDED: readonly string[] = ['decision-issued'];
/** Limits within which a stay lasts (101(1)b; 145(1)b of the law of 2008). */
const RESOLUTION: readonly string[] = [
  ...['complaint-decide-1st-a', 'complaint-decide-b', 'complaint-decide-1st-c'],
  ...['complaint-decide-2nd-a', 'complaint-decide-2nd-b', 'complaint-decide-2nd-c'],
  ...['o08-decide-a', 'o08-decide-b', 'o08-decide-c', 'o08-decide-d'],
  ...['o08-decide-a-2nd', 'o08-decide-b-2nd', 'o08-decide-c-2nd', 'o08-decide-d-2nd'],
];
/** A stay lasts no longer than the resolution period (101(1)b): the case hears until when, and hears again when that day moves. */
const STAYS = { whom: 'parent', event: 'stay-by-complaint', until: RESOLUTION } as const;
const STAYS_ON = { ...STAYS, whileMarked: 'enforcement_stayed' } as const;
const LIFTS_STAY = { whom: 'parent', event: 'stay-lifted' } as const;

/** From acceptance to the decision: explanation, verification, dialogue, extension, suspension, stay (Điều 101, 102, 105, 106). */
export const COMPLAINT_HANDLING = events('complaint', [
  [
    'explanation-requested',
    'Yêu cầu giải trình, cung cấp hồ sơ',
    'Explanation requested',
    RESOLVER,
    { requires: ACCEPTED, refusedAfter: DECIDED, stage: 'explaining', source: luat2025('101(1)a, 105(1)') },
  ],
  [
    'explanation-received',
    'Nhận giải trình',
    'Explanation received',
    RESOLVER,
    {
      requires: [['explanation-requested']],
      refusedAfter: DECIDED,
      stage: 'verifying',
      source: luat2025('100(2)a, 105(1)'),
    },
  ],
  [
    'complaint-verified',
    'Xác minh nội dung khiếu nại, trưng cầu giám định',
    'Verification, expert opinion',
    RESOLVER,
    { requires: ACCEPTED, refusedAfter: DECIDED, stage: 'verifying', source: luat2025('105(1), 106(2)') },
  ],
  [
    'dialogue-planned',
    'Ấn định ngày đối thoại',
    'Dialogue planned',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: DECIDED,
      attrs: [must(date('plannedOn', 'Ngày đối thoại'))],
      source: luat2025('105(1), 106(2)'),
    },
  ],
  [
    'dialogue-notified',
    'Thông báo việc tổ chức đối thoại',
    'Dialogue announced',
    RESOLVER,
    { requires: [['dialogue-planned']], refusedAfter: DECIDED, source: nd155('28(1)') },
  ],
  [
    'dialogue-held',
    'Đối thoại',
    'Dialogue held',
    RESOLVER,
    { requires: ACCEPTED, refusedAfter: DECIDED, stage: 'dialogue', source: luat2025('105(1), 106(2)') },
  ],
  [
    'resolution-extended',
    'Kéo dài thời hạn giải quyết',
    'Resolution period extended',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['decision-issued', 'complaint-suspended'],
      most: 2,
      attrs: [must(code('ground', 'Căn cứ', 'complex', 'remote')), count('days', 'Số ngày (không quá 30)')],
      marks: { raises: 'extended' },
      tells: STAYS_ON,
      source: luat2025('102(3), 102(4)'),
    },
  ],
  [
    'complaint-suspended',
    'Tạm đình chỉ giải quyết khiếu nại',
    'Complaint suspended',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['decision-issued', 'complaint-suspended'],
      stage: 'suspended',
      pauses: { kind: 'complaint-suspended' },
      attrs: [code('ground', 'Căn cứ', 'force_majeure', 'awaiting_other_body')],
      tells: STAYS_ON,
      source: luat2025('105(2), 106(3)'),
    },
  ],
  [
    'complaint-continued',
    'Tiếp tục giải quyết khiếu nại',
    'Complaint continued',
    RESOLVER,
    {
      refusedAfter: ['complaint-continued'],
      requires: [['complaint-suspended']],
      returns: true,
      resumes: ['complaint-suspended'],
      resumesNextDay: {
        why: 'Luật không nêu ngày đầu tiên được tính lại. Đang dùng: ngay từ ngày ban hành văn bản tiếp tục giải quyết (pháp luật khiếu nại chung, NĐ 124/2020 Điều 28b(2)). Cách hiểu khác: không tính ngày đó (BLDS Điều 147(3)).',
        source: nd155('28b(2)'),
      },
      tells: STAYS_ON,
      source: luat2025('105(4), 106(3)'),
    },
  ],
  [
    'suspension-document-sent',
    'Gửi thông báo tạm đình chỉ, đình chỉ, tiếp tục',
    'Suspension document sent',
    RESOLVER,
    {
      requires: [['complaint-suspended', 'complaint-continued', 'complaint-discontinued']],
      source: nd155('28b(1), 28b(2)'),
    },
  ],
  [
    'complaint-withdrawn',
    'Người khiếu nại rút khiếu nại',
    'Complaint withdrawn',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: DECIDED,
      attrs: [code('extent', 'Phạm vi', 'whole', 'part')],
      source: luat2025('99(1)e'),
    },
  ],
  [
    'part-discontinued',
    'Đình chỉ giải quyết phần khiếu nại đã rút',
    'The withdrawn part discontinued',
    RESOLVER,
    { requires: [['complaint-withdrawn']], refusedAfter: DECIDED, source: tt13('10(1)') },
  ],
  [
    'complaint-discontinued',
    'Đình chỉ giải quyết khiếu nại',
    'Complaint discontinued',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: DECIDED,
      stage: 'discontinued',
      closes: true,
      attrs: [code('ground', 'Điểm của Điều 105(3)', 'a', 'b', 'c', 'd')],
      tells: LIFTS_STAY,
      source: luat2025('105(3), 106(3)'),
    },
  ],
  [
    'stay-ordered',
    'Tạm dừng việc thi hành án',
    'Enforcement stayed',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: DECIDED,
      marks: { raises: 'enforcement_stayed', lapsesWith: RESOLUTION },
      tells: STAYS,
      source: luat2025('101(1)b'),
    },
  ],
  [
    'stay-cancelled',
    'Hủy bỏ việc tạm dừng',
    'Stay cancelled',
    RESOLVER,
    {
      requires: [['stay-ordered']],
      refusedAfter: ['stay-cancelled', 'decision-issued'],
      marks: { lowers: ['enforcement_stayed'] },
      tells: LIFTS_STAY,
      source: luat2025('101(1)c'),
    },
  ],
  [
    'auction-pause-requested',
    'Yêu cầu tạm dừng tổ chức đấu giá',
    'Auction pause requested',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: DECIDED,
      marks: { raises: 'auction_paused' },
      tells: { whom: 'parent', event: 'auction-paused' },
      source: luat2025('84(1)b, 84(3)'),
    },
  ],
  [
    'auction-pause-ended',
    'Hết căn cứ tạm dừng đấu giá',
    'Auction pause ended',
    RESOLVER,
    {
      requires: [['auction-pause-requested']],
      refusedAfter: ['auction-pause-ended'],
      marks: { lowers: ['auction_paused'] },
      tells: { whom: 'parent', event: 'auction-resumed' },
      source: nd152('65(9)'),
    },
  ],
]);
