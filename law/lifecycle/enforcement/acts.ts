import { luat2008, luat2025, nd152 } from '../../statutes/words';
import { CHANNEL, CHANNEL_CASES, code, DECIDED, date, events, FILE, must } from '../words';

/** Measures other than seizure: income, exploitation, removal, acts in person (Điều 75 – 94). */
export const ACT_EVENTS = events('enforcement_case', [
  [
    'guarded-act-planned',
    'Ấn định hoạt động cần công an bố trí lực lượng',
    'Act needing police presence planned',
    FILE,
    {
      requires: DECIDED,
      attrs: [must(date('plannedOn', 'Ngày thực hiện'))],
      source: nd152('106'),
    },
  ],
  ['security-requested', 'Đề nghị công an bố trí lực lượng', 'Police presence requested', FILE, { requires: DECIDED }],
  [
    'exploitation-requested',
    'Yêu cầu ký hợp đồng khai thác tài sản',
    'Exploitation contract requested',
    FILE,
    { requires: DECIDED, source: luat2025('77(2)c') },
  ],
  [
    'exploitation-contracted',
    'Ký hợp đồng khai thác tài sản',
    'Exploitation contract signed',
    FILE,
    { requires: [['exploitation-requested']] },
  ],
  [
    'pay-period-began',
    'Bắt đầu kỳ chi trả thu nhập',
    'Pay period began',
    FILE,
    { requires: DECIDED, source: nd152('51(4)') },
  ],
  [
    'fine-decided',
    'Quyết định phạt tiền và ấn định thời hạn',
    'Fine decided',
    FILE,
    {
      requires: DECIDED,
      attrs: [must(code('order', 'Nghĩa vụ', 'act', 'child', 'reinstatement'))],
      source: luat2008('118(1)'),
    },
  ],
  [
    'coercion-order-notified',
    'Thông báo hợp lệ quyết định cưỡng chế thực hiện công việc',
    'Order to act validly notified',
    FILE,
    {
      requires: DECIDED,
      attrs: [must(code('order', 'Nghĩa vụ', 'act', 'child', 'reinstatement')), ...CHANNEL],
      cases: CHANNEL_CASES,
      source: luat2025('91, 93, 94'),
    },
  ],
  ['order-performed', 'Đã thực hiện công việc', 'Order performed', FILE, { requires: DECIDED }],
  [
    'removal-asked',
    'Thông báo di dời tài sản không kê biên',
    'Removal of things not seized asked',
    FILE,
    { requires: DECIDED, source: luat2025('81(2)') },
  ],
  [
    'land-clearance-asked',
    'Thông báo di dời tài sản trên đất',
    'Clearance of land asked',
    FILE,
    { requires: DECIDED, source: luat2025('90(3)a') },
  ],
  ['removed', 'Đã di dời', 'Removed', FILE, { requires: [['removal-asked', 'land-clearance-asked']] }],
  [
    'object-loss-notified',
    'Thông báo vật phải trả không còn',
    'Loss of the object notified',
    FILE,
    { requires: DECIDED, source: luat2025('88(1)c') },
  ],
]);
