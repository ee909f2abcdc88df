import { luat2008, luat2025, tt13 } from '../../statutes/words';
import { code, events, must, RESOLVER, text, yesNo } from '../words';
import { IN_HAND } from './handling';

const DECIDED: readonly (readonly string[])[] = [['decision-issued']];
const EFFECTIVE: readonly (readonly string[])[] = [['became-effective']];

const NO_THIRD = {
  when: { level: 2 },
  vi: 'quyết định giải quyết lần hai có hiệu lực thi hành, không có khiếu nại lần ba',
  en: 'the second decision has effect; there is no third complaint',
};

/** The decision, its notice, the second complaint, its effect and carrying out; the Minister’s review (Điều 98, 105 – 107). */
export const COMPLAINT_DECISION = events('complaint', [
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
      marks: { lowers: ['enforcement_stayed', 'extended'] },
      tells: { whom: 'parent', event: 'stay-lifted' },
      source: luat2025('105(1), 106(2), 107'),
    },
  ],
  [
    'decision-sent',
    'Gửi quyết định giải quyết khiếu nại',
    'Decision sent',
    RESOLVER,
    { requires: DECIDED, source: luat2025('101(2)b') },
  ],
  [
    'decision-notified',
    'Thông báo hợp lệ quyết định giải quyết',
    'Valid notice of the decision',
    RESOLVER,
    {
      requires: DECIDED,
      stage: 'notified',
      stageWhen: [
        { when: { level: 1, class: ['a', 'c', 'd'] }, as: 'awaiting_second' },
        { when: { level: 1, class: 'b', against: 'private_office' }, as: 'awaiting_second' },
      ],
      source: luat2025('96(3), 101(2)b'),
    },
  ],
  [
    'decision-published',
    'Công khai quyết định giải quyết lần hai',
    'Decision published',
    RESOLVER,
    {
      requires: DECIDED,
      barred: [
        {
          when: { level: 1 },
          vi: 'chỉ quyết định giải quyết lần hai phải công khai',
          en: 'only the second decision is published',
          source: tt13('14(2)'),
        },
      ],
      source: tt13('14(2)'),
    },
  ],
  [
    'second-complaint-received',
    'Nhận khiếu nại lần hai',
    'Second complaint received',
    RESOLVER,
    {
      requires: DECIDED,
      refusedAfter: ['became-effective', 'second-complaint-received'],
      barred: [
        { ...NO_THIRD, under: '2025', source: luat2025('98(2)') },
        { ...NO_THIRD, under: '2008', source: luat2008('142') },
        {
          when: { level: 1, class: 'b', against: 'state' },
          under: '2025',
          vi: 'quyết định lần đầu về biện pháp bảo đảm có hiệu lực ngay, chỉ được khiếu nại lần hai quyết định chưa có hiệu lực',
          en: 'a first decision on a preventive measure takes effect at once; only a decision without effect may be complained of again',
          source: luat2025('105(5), 99(1)đ'),
        },
      ],
      stage: 'second_level',
      starts: 'complaint',
      attrs: [
        text('number', 'Số sổ của việc mới'),
        code('class', 'Nhóm', 'a', 'b', 'c', 'd'),
        yesNo('firstDecisionAttached', 'Kèm bản sao quyết định giải quyết lần đầu'),
      ],
      source: luat2025('96(3), 99(1)đ, 106'),
    },
  ],
  [
    'second-complaint-not-accepted',
    'Khiếu nại lần hai không được thụ lý',
    'Second complaint not accepted',
    RESOLVER,
    {
      requires: [['second-complaint-received']],
      refusedAfter: ['second-complaint-not-accepted'],
      stage: 'awaiting_second',
      source: luat2025('97, 104'),
    },
  ],
  [
    'became-effective',
    'Quyết định giải quyết có hiệu lực',
    'Decision effective',
    RESOLVER,
    {
      requires: [['decision-issued', 'second-complaint-not-accepted']],
      refusedAfter: ['second-complaint-received'],
      once: true,
      stage: 'effective',
      source: luat2025('98(2), 105(5)'),
    },
  ],
  [
    'executed',
    'Thực hiện xong quyết định giải quyết',
    'Decision carried out',
    RESOLVER,
    { requires: EFFECTIVE, stage: 'executed', source: luat2025('98(2), 100(2)b, 105(5)') },
  ],
  [
    'minister-review-opened',
    'Bộ trưởng xem xét lại quyết định đã có hiệu lực',
    'Minister reviews the effective decision',
    RESOLVER,
    {
      requires: EFFECTIVE,
      refusedAfter: ['minister-review-opened'],
      afterEnd: true,
      stage: 'review',
      attrs: [must(code('ground', 'Điểm của Điều 98(3)', 'a', 'b', 'c', 'd'))],
      source: luat2025('98(3)'),
    },
  ],
  [
    'minister-review-decided',
    'Bộ trưởng giữ nguyên hoặc thay thế quyết định',
    'Minister maintains or replaces the decision',
    RESOLVER,
    {
      requires: [['minister-review-opened']],
      refusedAfter: ['minister-review-decided'],
      afterEnd: true,
      stage: 'effective',
      attrs: [must(code('outcome', 'Kết quả', 'maintained', 'replaced'))],
      source: luat2025('98(3)'),
    },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    {
      requires: [
        [
          ...['executed', 'second-complaint-received'],
          ...['complaint-rejected', 'complaint-forwarded', 'complaint-discontinued'],
        ],
      ],
      refusedAfter: ['filed'],
      afterEnd: true,
      stage: 'ended',
      closes: true,
      source: tt13('30'),
    },
  ],
]);
