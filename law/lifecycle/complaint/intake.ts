import { luat2025, nd152, tt13 } from '../../statutes/words';
import { code, date, events, must, RESOLVER, yesNo } from '../words';

export const RECEIVED: readonly (readonly string[])[] = [['complaint-received']];

/** From the letter to its acceptance, refusal, forwarding or storing (Điều 96, 97, 103, 104). */
export const COMPLAINT_INTAKE = events('complaint', [
  [
    'complaint-received',
    'Nhận đơn khiếu nại',
    'Complaint received',
    RESOLVER,
    {
      once: true,
      stage: 'received',
      attrs: [
        date('noticeOn', 'Ngày được thông báo hợp lệ hoặc biết được'),
        code('class', 'Nhóm', 'a', 'b', 'c', 'd'),
        code('measure', 'Biện pháp bảo đảm', 'account_freeze', 'other'),
        yesNo('firstDecisionAttached', 'Kèm bản sao quyết định giải quyết lần đầu (lần hai)'),
      ],
      source: luat2025('96, 103, 106(1)'),
    },
  ],
  [
    'complaint-registered',
    'Vào sổ, phân loại, tách đơn',
    'Registered, sorted, mixed letter split',
    RESOLVER,
    { requires: RECEIVED, refusedAfter: ['complaint-accepted'], stage: 'screening', source: tt13('5(2), 6(2)') },
  ],
  [
    'supplement-requested',
    'Yêu cầu bổ sung thông tin, tài liệu',
    'Supplement requested',
    RESOLVER,
    { requires: RECEIVED, refusedAfter: ['complaint-accepted'], stage: 'screening', source: tt13('8(1)') },
  ],
  [
    'complaint-refusal-ground-found',
    'Có căn cứ không thụ lý',
    'Ground to refuse found',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-accepted'],
      stage: 'screening',
      attrs: [
        must(date('complaintReceivedOn', 'Ngày nhận đơn')),
        code('ground', 'Khoản của Điều 97', '1', '2', '3', '4', '5', '6', '7'),
      ],
      source: luat2025('97'),
    },
  ],
  [
    'complaint-not-competent',
    'Đơn không thuộc thẩm quyền',
    'Not competent',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-accepted'],
      stage: 'screening',
      attrs: [must(date('complaintReceivedOn', 'Ngày nhận đơn'))],
      source: tt13('8(2)'),
    },
  ],
  [
    'complaint-accepted',
    'Thụ lý khiếu nại',
    'Complaint accepted',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-rejected', 'complaint-forwarded', 'letter-stored'],
      once: true,
      stage: 'accepted',
      source: luat2025('104'),
    },
  ],
  [
    'complaint-rejected',
    'Thông báo không thụ lý',
    'Complaint refused',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-accepted'],
      stage: 'not_accepted',
      closes: true,
      tells: { whom: 'parent', event: 'second-complaint-not-accepted' },
      source: luat2025('97, 104'),
    },
  ],
  [
    'complaint-forwarded',
    'Chuyển đơn, hướng dẫn',
    'Complaint forwarded',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-accepted'],
      stage: 'forwarded',
      closes: true,
      source: tt13('8(2), 8(3)'),
    },
  ],
  [
    'letter-stored',
    'Lưu đơn không xử lý',
    'Letter stored without handling',
    RESOLVER,
    { requires: RECEIVED, refusedAfter: ['complaint-accepted'], once: true, stage: 'stored', source: tt13('8(4)') },
  ],
  [
    'letter-destroyed',
    'Tiêu hủy đơn lưu',
    'Stored letter destroyed',
    RESOLVER,
    { requires: [['letter-stored']], stage: 'ended', closes: true, source: tt13('8(4)') },
  ],
  [
    'force-majeure-began',
    'Bắt đầu tình trạng khẩn cấp, trở ngại khách quan, bất khả kháng',
    'Force majeure began',
    RESOLVER,
    { pauses: { kind: 'force-majeure' }, source: luat2025('96(4)') },
  ],
  [
    'force-majeure-ended',
    'Hết tình trạng khẩn cấp, trở ngại khách quan, bất khả kháng',
    'Force majeure ended',
    RESOLVER,
    {
      refusedAfter: ['force-majeure-ended'],
      requires: [['force-majeure-began']],
      resumes: ['force-majeure'],
      source: luat2025('96(4)'),
    },
  ],
  [
    'superior-demanded',
    'Cấp trên yêu cầu giải quyết vì quá hạn',
    'Superior demands a decision: overdue',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['decision-issued', 'complaint-discontinued'],
      source: nd152('74(1)'),
    },
  ],
]);
