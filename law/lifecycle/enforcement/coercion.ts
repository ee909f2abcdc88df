import type { Window } from '../../model';
import { luat2025, nd152 } from '../../statutes/words';
import { ASSET, code, DECIDED, date, events, FILE, HEAD, must, text, yesNo } from '../words';

const REST: Window = { kind: 'days-off', rule: 'coercion-blackout-hours' };
/** When no coercion may be held: at night, on days off, with forces also around Tết and on days of policy beneficiaries. */
const BLACKOUT: readonly Window[] = [
  { kind: 'hours', rule: 'coercion-blackout-hours', from: '22:00', to: '06:00' },
  REST,
  { kind: 'around-tet', rule: 'coercion-blackout-tet', days: 15, when: { withForces: true } },
  { kind: 'marked', rule: 'coercion-blackout-tet', attr: 'policyDay', when: { withForces: true } },
];

/** Planning and carrying out coercion (Điều 72 – 80). */
export const COERCION_EVENTS = events('enforcement_case', [
  [
    'coercion-ground-found',
    'Có đủ căn cứ cưỡng chế',
    'Ground to coerce complete',
    FILE,
    { requires: DECIDED, source: luat2025('66(4), 72(1)') },
  ],
  [
    'coercion-decided',
    'Quyết định cưỡng chế',
    'Coercion decided',
    FILE,
    {
      requires: DECIDED,
      stage: 'coercion',
      attrs: [
        yesNo('preventDissipation', 'Cần ngăn chặn tẩu tán, hủy hoại tài sản, trốn tránh việc thi hành án'),
        code(
          'measure',
          'Biện pháp cưỡng chế',
          ...['account', 'income', 'seizure', 'exploitation', 'handover', 'act', 'securities'],
        ),
      ],
      source: luat2025('72'),
    },
  ],
  [
    'police-consulted',
    'Trao đổi với công an cấp xã',
    'Commune police consulted',
    FILE,
    {
      requires: DECIDED,
      attrs: [yesNo('complex', 'Vụ phức tạp, liên quan nhiều địa bàn cấp xã')],
      source: nd152('46(3)'),
    },
  ],
  [
    'police-answered',
    'Công an cấp xã trả lời',
    'Commune police answered',
    FILE,
    {
      requires: [['police-consulted']],
      attrs: [yesNo('agreed', 'Thống nhất ý kiến')],
      source: nd152('46(3), 46(4)'),
    },
  ],
  [
    'police-reported-up',
    'Công an cấp xã báo cáo công an cấp tỉnh',
    'Commune police reported up',
    FILE,
    { requires: [['police-consulted']], source: nd152('46(3)') },
  ],
  [
    'provincial-police-answered',
    'Công an cấp tỉnh trả lời',
    'Provincial police answered',
    FILE,
    {
      requires: [['police-consulted']],
      attrs: [yesNo('agreed', 'Thống nhất ý kiến')],
      source: nd152('46(3), 46(4)'),
    },
  ],
  [
    'steering-committee-directed',
    'Trưởng Ban Chỉ đạo THADS chỉ đạo',
    'Steering committee directed',
    FILE,
    { requires: DECIDED, source: nd152('46(5)') },
  ],
  [
    'coercion-plan-drafted',
    'Dự thảo kế hoạch cưỡng chế',
    'Coercion plan drafted',
    FILE,
    { requires: DECIDED, source: nd152('46(5)') },
  ],
  [
    'coercion-planned',
    'Ấn định ngày cưỡng chế',
    'Coercion planned',
    FILE,
    {
      requires: DECIDED,
      stage: 'coercion',
      attrs: [
        must(date('plannedOn', 'Ngày cưỡng chế')),
        text('plannedAt', 'Giờ cưỡng chế (HH:MM)'),
        yesNo('withForces', 'Có huy động lực lượng'),
        ASSET,
        yesNo('major', 'Vụ lớn, phức tạp'),
        yesNo('immediate', 'Cần thiết phải cưỡng chế ngay'),
        yesNo('preventDissipation', 'Cần ngăn chặn tẩu tán, hủy hoại tài sản, trốn tránh việc thi hành án'),
        yesNo('policyDay', 'Ngày truyền thống của đối tượng chính sách là người phải thi hành án'),
      ],
      notWithin: { windows: BLACKOUT, dayFrom: 'plannedOn', timeFrom: 'plannedAt' },
      source: luat2025('72'),
    },
  ],
  [
    'major-coercion-reported',
    'Báo cáo Ủy ban nhân dân về cưỡng chế vụ lớn, phức tạp',
    'Big coercion reported to the People’s Committee',
    HEAD,
    { requires: DECIDED, source: nd152('42(3)') },
  ],
  [
    'coercion-cancelled',
    'Hủy buổi cưỡng chế',
    'Planned coercion called off',
    FILE,
    { requires: [['coercion-planned']] },
  ],
  [
    'police-plan-requested',
    'Gửi kế hoạch cưỡng chế cho công an',
    'Protection plan asked of the police',
    FILE,
    { requires: DECIDED, source: nd152('46(6)') },
  ],
  [
    'police-plan-received',
    'Nhận kế hoạch bảo vệ cưỡng chế',
    'Protection plan received',
    FILE,
    { requires: DECIDED, source: nd152('46(6)') },
  ],
  [
    'coordination-meeting-held',
    'Họp triển khai cưỡng chế',
    'Coordination meeting held',
    FILE,
    { requires: DECIDED, source: nd152('47(3)') },
  ],
  [
    'coercion-cost-notified',
    'Thông báo dự trù chi phí cưỡng chế',
    'Coercion costs notified',
    FILE,
    { requires: DECIDED, source: luat2025('72(7)') },
  ],
  [
    'seizure-notified',
    'Thông báo kê biên bất động sản',
    'Seizure of immovables announced',
    FILE,
    { requires: DECIDED, source: luat2025('80(2)a') },
  ],
  [
    'seized',
    'Kê biên xong tài sản',
    'Asset seized',
    FILE,
    {
      requires: DECIDED,
      stage: 'coercion',
      attrs: [ASSET, yesNo('gold', 'Vàng miếng, vàng nhẫn')],
      notWithin: { windows: [REST] },
      source: luat2025('80'),
    },
  ],
  [
    'coerced',
    'Tổ chức cưỡng chế',
    'Coercion carried out',
    FILE,
    {
      requires: [['decision-issued']],
      stage: 'coercion',
      attrs: [
        yesNo('withForces', 'Có huy động lực lượng'),
        yesNo('policyDay', 'Ngày truyền thống của đối tượng chính sách là người phải thi hành án'),
        code('measure', 'Biện pháp', 'account', 'income', 'seizure', 'exploitation', 'handover', 'act'),
      ],
      notWithin: { windows: BLACKOUT },
      source: luat2025('72'),
    },
  ],
  [
    'cost-waiver-requested',
    'Đề nghị miễn, giảm chi phí cưỡng chế',
    'Waiver of costs requested',
    FILE,
    { requires: DECIDED, source: nd152('87(2)') },
  ],
  [
    'cost-waiver-decided',
    'Quyết định miễn, giảm chi phí cưỡng chế',
    'Waiver of costs decided',
    HEAD,
    { requires: [['cost-waiver-requested']] },
  ],
]);
