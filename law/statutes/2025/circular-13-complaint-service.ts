import {
  COMPLAINT_PROCESS,
  COMPLAINT_PROCESS_RULES,
  PETITION_PROCESS,
  SEND_FIRST,
  WITHDRAWAL,
} from '../both/circular-13-complaints';
import { DENUNCIATION_PROCESS } from '../both/circular-13-denunciations';
import { RUNS_ON } from '../pausing';
import {
  also,
  asService,
  before,
  duties2025,
  late,
  luat2025,
  nd155,
  type Row,
  type RuleRow,
  rules2025,
  tt13,
  workingDays,
} from '../words';

/** Taken over from the general law on complaints, where the law of 2025 names a step without a number. */
const BY_ANALOGY: readonly Row[] = [
  {
    id: 'complaint-dialogue-1st',
    nameVi: 'Thông báo việc tổ chức đối thoại',
    nameEn: 'Announce the dialogue',
    basis: 'service',
    trigger: { on: ['dialogue-planned'], dayFrom: 'plannedOn', unless: { level: 2 } },
    period: before(5, 'days'),
    dischargedBy: ['dialogue-notified', 'dialogue-held'],
    voidedBy: ['dialogue-planned', 'complaint-discontinued', 'decision-issued'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: also(nd155('28(1)', '…trước ngày đối thoại ít nhất 05 ngày'), luat2025('105(1)')),
    confidence: 'V1',
    derived:
      'Đối thoại chỉ khi cần thiết (Điều 105(1)), Luật 106/2025 không nêu số ngày: áp dụng tương tự pháp luật khiếu nại chung. Người khiếu nại vắng không có lý do chính đáng thì vẫn giải quyết tiếp.',
  },
  {
    id: 'complaint-suspend-notice-send',
    nameVi: 'Gửi thông báo tạm đình chỉ, đình chỉ, tiếp tục giải quyết khiếu nại',
    nameEn: 'Send the notice of suspension, discontinuation or continuation',
    basis: 'service',
    trigger: { on: ['complaint-suspended', 'complaint-continued', 'complaint-discontinued'] },
    period: workingDays(3),
    dischargedBy: ['suspension-document-sent'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: nd155('28b(1), 28b(2)', '…gửi … trong thời hạn 03 ngày làm việc, kể từ ngày ban hành'),
    confidence: 'V1',
    derived: 'Luật 106/2025 không nêu số ngày; áp dụng tương tự pháp luật khiếu nại chung.',
  },
];

/** The Ministry’s complaint process beside the law of 2025: targets of service. */
export const COMPLAINT_SERVICE = duties2025('complaint', [
  ...asService([
    ...COMPLAINT_PROCESS,
    {
      ...SEND_FIRST,
      source: also(SEND_FIRST.source, luat2025('101(2)b'), luat2025('35(1), 35(2)')),
      readings: [
        {
          id: 'decision-on-enforcement',
          period: workingDays(3),
          why: 'Quyết định giải quyết khiếu nại có phải là “quyết định về thi hành án” phải gửi Viện kiểm sát trong 03 ngày làm việc (Điều 35(2)) hay không là điểm luật để ngỏ; gửi trong 03 ngày làm việc đáp ứng cả hai.',
        },
      ],
    },
    {
      ...WITHDRAWAL,
      source: also(WITHDRAWAL.source, luat2025('99(1)e')),
      derived:
        'Khiếu nại trở lại trong 30 ngày (TT 13 Điều 10(1)) trái Điều 97(7) Luật 2025 nên chỉ áp dụng theo Luật 2008.',
    },
  ]),
  ...BY_ANALOGY,
]);

const FILE: RuleRow = {
  id: 'complaint-file',
  nameVi: 'Lập hồ sơ, đánh bút lục',
  nameEn: 'The file: order of documents, page numbering',
  sort: 'content',
  saysVi: 'Thẩm tra viên lập hồ sơ, xếp tài liệu theo thứ tự, đánh số bút lục. Luật 2025 không có điều này.',
  saysEn: 'The examiner keeps the file, orders and numbers its pages. The law of 2025 has no such article.',
  carriedBy: ['filed'],
  source: tt13('30', 'Thẩm tra viên có trách nhiệm lập hồ sơ giải quyết khiếu nại, tố cáo.'),
  confidence: 'V1',
};

export const COMPLAINT_SERVICE_RULES = rules2025('complaint', asService([...COMPLAINT_PROCESS_RULES, FILE]));

/** TT 13/2021 Điều 28: petitions and reflections. */
export const PETITION_SERVICE = duties2025('petition', asService(PETITION_PROCESS));

/** TT 13/2021 Điều 16, 19, 21, 23: denunciations. */
export const DENUNCIATION_SERVICE = duties2025('denunciation', asService(DENUNCIATION_PROCESS));
