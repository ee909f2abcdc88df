import type { EventDef } from '../model';
import { khieuNai, luat136, nd155 } from '../statutes/words';
import { code, count, date, events, must, RESOLVER, text, yesNo } from './words';

const RECEIVED: readonly (readonly string[])[] = [['complaint-received']];
const ACCEPTED: readonly (readonly string[])[] = [['complaint-accepted']];
const IN_HAND: readonly (readonly string[])[] = [['complaint-accepted', 'complaint-continued']];
const DECIDED: readonly (readonly string[])[] = [['decision-issued']];

/**
 * A complaint about an administrative decision or act of the agency that is not about enforcement (personnel, discipline): Luật Khiếu
 * nại, both levels. Unlike a complaint about enforcement it may go to the second level when the first is overdue (33(1)).
 */
export const ADMINISTRATIVE_COMPLAINT: readonly EventDef[] = events('administrative_complaint', [
  [
    'complaint-received',
    'Nhận đơn khiếu nại',
    'Complaint received',
    RESOLVER,
    {
      once: true,
      stage: 'received',
      attrs: [date('noticeOn', 'Ngày nhận được hoặc biết được quyết định, hành vi')],
      source: khieuNai('9, 27, 36(1)'),
    },
  ],
  [
    'complaint-accepted',
    'Thụ lý khiếu nại',
    'Complaint accepted',
    RESOLVER,
    {
      requires: RECEIVED,
      refusedAfter: ['complaint-rejected'],
      once: true,
      stage: 'accepted',
      source: khieuNai('27, 36(1)'),
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
      source: nd155('16(1)'),
    },
  ],
  [
    'dialogue-planned',
    'Ấn định ngày đối thoại',
    'Dialogue planned',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: ['decision-issued'],
      attrs: [must(date('plannedOn', 'Ngày đối thoại'))],
      source: nd155('28(1)'),
    },
  ],
  [
    'dialogue-notified',
    'Thông báo việc tổ chức đối thoại',
    'Dialogue announced',
    RESOLVER,
    { requires: [['dialogue-planned']], refusedAfter: ['decision-issued'], source: nd155('28(1)') },
  ],
  [
    'dialogue-held',
    'Đối thoại',
    'Dialogue held',
    RESOLVER,
    { requires: ACCEPTED, refusedAfter: ['decision-issued'], stage: 'dialogue', source: nd155('28(2), 28(3)') },
  ],
  [
    'resolution-extended',
    'Xác định vụ việc phức tạp, kéo dài thời hạn',
    'Found complex, period extended',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['decision-issued', 'complaint-suspended'],
      once: true,
      attrs: [count('days', 'Số ngày kéo dài')],
      marks: { raises: 'extended' },
      source: khieuNai('28, 37'),
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
      source: luat136('2(4)'),
    },
  ],
  [
    'complaint-continued',
    'Quyết định tiếp tục giải quyết khiếu nại',
    'Complaint continued',
    RESOLVER,
    {
      requires: [['complaint-suspended']],
      refusedAfter: ['complaint-continued'],
      returns: true,
      resumes: ['complaint-suspended'],
      source: nd155('28b(2)'),
    },
  ],
  [
    'suspension-document-sent',
    'Gửi quyết định tạm đình chỉ, đình chỉ, tiếp tục',
    'Suspension document sent',
    RESOLVER,
    {
      requires: [['complaint-suspended', 'complaint-continued', 'complaint-discontinued']],
      source: nd155('28b(1), 28b(2)'),
    },
  ],
  [
    'complaint-withdrawn',
    'Rút khiếu nại',
    'Complaint withdrawn',
    RESOLVER,
    { requires: RECEIVED, refusedAfter: ['decision-issued'], source: khieuNai('10') },
  ],
  [
    'complaint-discontinued',
    'Đình chỉ giải quyết khiếu nại',
    'Complaint discontinued',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: ['decision-issued'],
      stage: 'discontinued',
      closes: true,
      source: luat136('2(4)'),
    },
  ],
  [
    'decision-issued',
    'Quyết định giải quyết khiếu nại',
    'Complaint decided',
    RESOLVER,
    {
      requires: IN_HAND,
      refusedAfter: ['complaint-suspended'],
      once: true,
      stage: 'decided',
      attrs: [code('outcome', 'Kết luận', 'right', 'partly_right', 'wrong')],
      marks: { lowers: ['extended'] },
      source: khieuNai('28, 37'),
    },
  ],
  [
    'decision-sent',
    'Gửi quyết định giải quyết khiếu nại',
    'Decision sent',
    RESOLVER,
    { requires: DECIDED, source: khieuNai('32, 41(1)') },
  ],
  [
    'decision-notified',
    'Người khiếu nại nhận được quyết định',
    'Complainant received the decision',
    RESOLVER,
    {
      requires: DECIDED,
      stage: 'notified',
      stageWhen: [{ when: { level: 1 }, as: 'awaiting_second' }],
      source: khieuNai('33(1)'),
    },
  ],
  [
    'second-complaint-received',
    'Nhận khiếu nại lần hai',
    'Second complaint received',
    RESOLVER,
    {
      requires: ACCEPTED,
      refusedAfter: ['became-effective', 'second-complaint-received'],
      barred: [
        {
          when: { level: 2 },
          vi: 'khiếu nại chỉ được giải quyết lần đầu và lần hai',
          en: 'a complaint is resolved at a first and a second level only',
          source: khieuNai('28, 37'),
        },
      ],
      stage: 'second_level',
      starts: 'administrative_complaint',
      attrs: [
        text('number', 'Số sổ của việc mới'),
        yesNo('remote', 'Vùng sâu, vùng xa, đi lại khó khăn'),
        yesNo('overdue', 'Vì quá hạn giải quyết lần đầu'),
      ],
      source: khieuNai('33(1)'),
    },
  ],
  [
    'became-effective',
    'Quyết định giải quyết có hiệu lực pháp luật',
    'Decision effective',
    RESOLVER,
    {
      requires: DECIDED,
      refusedAfter: ['second-complaint-received'],
      once: true,
      stage: 'effective',
      source: khieuNai('44'),
    },
  ],
  [
    'executed',
    'Thi hành xong quyết định giải quyết',
    'Decision carried out',
    RESOLVER,
    { requires: [['became-effective']], stage: 'executed', source: khieuNai('46') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    {
      requires: [['executed', 'second-complaint-received', 'complaint-rejected', 'complaint-discontinued']],
      refusedAfter: ['filed'],
      afterEnd: true,
      stage: 'ended',
      closes: true,
      source: khieuNai('46'),
    },
  ],
]);
