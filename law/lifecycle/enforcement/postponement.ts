import { luat2008, luat2025, nd152 } from '../../statutes/words';
import { code, DECIDED, date, events, FILE, HEAD, must, yesNo } from '../words';

/**
 * Postponement and suspension (Điều 46, 47), and what stops the clocks.
 *
 * The points of Điều 46(1) are kept as `a` … `l`: a postponement by agreement (c) stays among the cases with conditions, one for
 * want of means (b of the 2008 law) goes with the cases without; the others form the third group (forms of the statistics).
 */
export const POSTPONEMENT_EVENTS = events('enforcement_case', [
  [
    'postponement-ground-arisen',
    'Có căn cứ hoãn thi hành án',
    'Ground to postpone arisen',
    FILE,
    { requires: DECIDED, source: luat2025('46(1)') },
  ],
  [
    'protest-authority-asked-postponement',
    'Người có thẩm quyền kháng nghị yêu cầu hoãn',
    'Authority entitled to protest asks to postpone',
    FILE,
    {
      requires: DECIDED,
      once: true,
      attrs: [
        date('requestedOn', 'Ngày của văn bản yêu cầu'),
        must(yesNo('atLeast24HoursBefore', 'Nhận ít nhất 24 giờ trước thời điểm cưỡng chế')),
      ],
      source: luat2025('46(2)'),
    },
  ],
  [
    'postponed',
    'Quyết định hoãn thi hành án',
    'Postponed',
    HEAD,
    {
      requires: DECIDED,
      stage: 'paused',
      pauses: { kind: 'postponed' },
      classifies: 'postponed_or_suspended',
      classifiesWhen: [
        { when: { ground: 'c' }, as: 'with_conditions' },
        { when: { ground: 'no_means' }, as: 'without_conditions' },
      ],
      attrs: [
        code(
          'ground',
          'Căn cứ (điểm của Điều 46(1) / 48(1))',
          'a',
          'b',
          'c',
          'd',
          'dd',
          'e',
          'g',
          'h',
          'i',
          'k',
          'l',
          'protest_request',
          'no_means',
        ),
        date('until', 'Hoãn đến ngày'),
        date('requestedOn', 'Ngày văn bản yêu cầu hoãn của người có thẩm quyền kháng nghị'),
        yesNo('moneyHeld', 'Còn giữ tiền đã thu chưa chi trả'),
      ],
      source: luat2025('46'),
      source2008: luat2008('48'),
    },
  ],
  [
    'postponement-ground-ended',
    'Căn cứ hoãn không còn',
    'Ground to postpone ended',
    FILE,
    { requires: [['postponed', 'postponement-ground-arisen']], source: luat2025('46(3)') },
  ],
  [
    'suspension-notice-received',
    'Nhận thông báo, quyết định tạm đình chỉ',
    'Suspension notice received',
    FILE,
    {
      requires: DECIDED,
      attrs: [code('decidedBy', 'Người quyết định', 'court', 'protest_authority')],
      source: luat2025('47(1), 47(2)'),
    },
  ],
  [
    'suspended',
    'Tạm đình chỉ thi hành án',
    'Suspended',
    HEAD,
    {
      requires: DECIDED,
      stage: 'paused',
      pauses: { kind: 'suspended' },
      classifies: 'postponed_or_suspended',
      attrs: [yesNo('moneyHeld', 'Còn giữ tiền đã thu chưa chi trả')],
      source: luat2025('47'),
      source2008: luat2008('49'),
    },
  ],
  [
    'suspension-ground-ended',
    'Nhận văn bản làm chấm dứt tạm đình chỉ',
    'Ground to suspend ended',
    FILE,
    { requires: [['suspended', 'suspension-notice-received']], source: luat2025('47(3)') },
  ],
  [
    'resumed',
    'Quyết định tiếp tục thi hành án',
    'Decision to continue',
    HEAD,
    {
      refusedAfter: ['resumed'],
      requires: [['postponed', 'suspended']],
      stage: 'enforcing',
      resumes: ['postponed', 'suspended'],
      classifies: 'with_conditions',
      source: luat2025('46(3), 47(3)'),
    },
  ],
  [
    'force-majeure-began',
    'Bắt đầu tình trạng khẩn cấp, sự kiện bất khả kháng',
    'Force majeure began',
    FILE,
    { requires: DECIDED, pauses: { kind: 'force-majeure' }, source: nd152('3') },
  ],
  [
    'force-majeure-ended',
    'Hết tình trạng khẩn cấp, sự kiện bất khả kháng',
    'Force majeure ended',
    FILE,
    { refusedAfter: ['force-majeure-ended'], requires: [['force-majeure-began']], resumes: ['force-majeure'] },
  ],
  [
    'interim-measure-cancelled',
    'Nhận quyết định hủy bỏ biện pháp khẩn cấp tạm thời',
    'Interim measure cancelled',
    FILE,
    { requires: DECIDED, source: luat2025('62(6)') },
  ],
  [
    'bankruptcy-procedure-stopped',
    'Nhận quyết định đình chỉ thủ tục phá sản',
    'Bankruptcy proceedings stopped',
    FILE,
    { requires: DECIDED, source: luat2025('64(2)') },
  ],
]);
