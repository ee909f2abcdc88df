import { RUNS_ON } from '../pausing';
import { atOnce, days, late, type Row, type RuleRow, vks2014 } from '../words';

const AMENDED =
  'Điều 28 đã được Luật 82/2025/QH15 sửa đổi; câu được trích là bản chưa sửa đổi nên chưa áp dụng cho đến khi đọc được bản hiện hành.';
const QUOTE =
  'Yêu cầu quy định tại các điểm a, b và d khoản này phải được thực hiện ngay; yêu cầu quy định tại điểm c … 30 ngày';

/** Requests of the Procuracy (yêu cầu), Luật Tổ chức VKSND 63/2014: the amended text has not been read, so none is in use. */
export const PROCURACY_REQUESTS: readonly Row[] = [
  {
    id: 'vks-request-self-inspection',
    nameVi: 'Tự kiểm tra việc thi hành án theo yêu cầu của Viện kiểm sát',
    nameEn: 'Self-inspection at the Procuracy’s request',
    active: false,
    trigger: { on: ['procuracy-request-received'], when: { about: 'self_inspection' } },
    period: days(30),
    dischargedBy: ['procuracy-request-carried-out'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: vks2014('28(6)c', QUOTE),
    confidence: 'V1',
    derived: AMENDED,
  },
  {
    id: 'vks-request-immediate',
    nameVi: 'Thực hiện ngay yêu cầu khác của Viện kiểm sát (ra quyết định, thi hành, cung cấp hồ sơ)',
    nameEn: 'Other requests of the Procuracy: at once',
    active: false,
    trigger: { on: ['procuracy-request-received'], when: { about: 'immediate' } },
    period: atOnce,
    dischargedBy: ['procuracy-request-carried-out'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: vks2014('28(6)', QUOTE),
    confidence: 'V1',
    derived: AMENDED,
  },
];

/** The Procuracy’s supervision of how complaints are handled. */
export const PROCURACY_REQUEST_RULE: RuleRow = {
  id: 'vks-request-complaint-handling',
  nameVi: 'Yêu cầu của Viện kiểm sát về giải quyết khiếu nại, tố cáo',
  nameEn: 'Requests about the handling of complaints',
  sort: 'effect',
  saysVi:
    'Viện kiểm sát yêu cầu ra quyết định giải quyết khiếu nại, kết luận tố cáo; kiểm tra, báo kết quả; cung cấp hồ sơ. Không nêu số ngày.',
  saysEn:
    'The Procuracy may ask for the decision or conclusion, for an inspection and its result, for the file. No number of days is given.',
  carriedBy: ['procuracy-request-received', 'procuracy-request-carried-out'],
  source: vks2014('30(2)'),
  confidence: 'V1',
};
