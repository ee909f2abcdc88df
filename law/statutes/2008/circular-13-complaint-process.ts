import {
  CIRCULAR_13,
  COMPLAINT_PROCESS,
  COMPLAINT_PROCESS_RULES,
  PETITION_PROCESS,
  SEND_FIRST,
  WITHDRAWAL,
} from '../both/circular-13-complaints';
import { DENUNCIATION_PROCESS } from '../both/circular-13-denunciations';
import { also, duties2008, inForceSince, luat2008, rules2008, tt13 } from '../words';

/** TT 13/2021/TT-BTP: the process in force under the law of 2008 since 13 February 2022. */
export const COMPLAINT_CIRCULAR = duties2008(
  'complaint',
  inForceSince(CIRCULAR_13, [
    ...COMPLAINT_PROCESS,
    SEND_FIRST,
    {
      ...WITHDRAWAL,
      derived:
        'Trong 30 ngày kể từ ngày có thông báo đình chỉ mà khiếu nại trở lại thì thụ lý và giải quyết (Điều 10(1)): mở việc mới.',
    },
  ]),
);

export const PETITION_CIRCULAR = duties2008('petition', inForceSince(CIRCULAR_13, PETITION_PROCESS));
export const DENUNCIATION_CIRCULAR = duties2008('denunciation', inForceSince(CIRCULAR_13, DENUNCIATION_PROCESS));

export const COMPLAINT_CIRCULAR_RULES = rules2008('complaint', [
  ...COMPLAINT_PROCESS_RULES,
  {
    id: 'complaint-reject-1st',
    nameVi: 'Thông báo không thụ lý, nêu rõ lý do',
    nameEn: 'Refuse the complaint, with reasons',
    sort: 'effect',
    saysVi:
      'Trong 05 ngày làm việc kể từ ngày nhận đơn; hướng dẫn, trả lời một lần. Khiếu nại việc không thụ lý: cấp trên trả lời hoặc chỉ đạo cấp dưới giải quyết (Điều 8(5)).',
    saysEn:
      'Within 5 working days of receipt, once. A complaint about the refusal: the superior answers or directs the lower agency (8(5)).',
    carriedBy: ['o08-reject-guide', 'complaint-rejected'],
    source: tt13(
      '8',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận được đơn khiếu nại, người có thẩm quyền xử lý như sau',
    ),
    confidence: 'V1',
    derived: 'Thời hạn được theo dõi ở o08-reject-guide (NĐ 62/2015 Điều 38(1), cùng số ngày).',
  },
  {
    id: 'complaint-execute-decision',
    nameVi: 'Đôn đốc, theo dõi, kiểm tra việc thực hiện quyết định có hiệu lực',
    nameEn: 'Monitor the effective decision',
    sort: 'effect',
    saysVi: 'Người giải quyết đôn đốc, theo dõi, kiểm tra; cơ quan được giao thực hiện và báo cáo. Không nêu số ngày.',
    saysEn: 'The resolver chases, follows and checks; the agency carries out and reports. No number of days.',
    carriedBy: ['became-effective', 'executed'],
    source: tt13(
      '14(3)',
      'Người giải quyết khiếu nại có trách nhiệm đôn đốc, theo dõi, kiểm tra cơ quan, tổ chức, cá nhân có liên quan thực hiện quyết định giải quyết khiếu nại có hiệu lực thi hành.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-repeat-final',
    nameVi: 'Khiếu nại lại việc đã có quyết định có hiệu lực',
    nameEn: 'Repeat complaint after an effective decision',
    sort: 'effect',
    saysVi: 'Không thụ lý; trả lời một lần rồi lưu đơn.',
    saysEn: 'Not accepted; answered once, then stored.',
    carriedBy: ['complaint-refusal-ground-found', 'complaint-rejected', 'letter-stored'],
    source: tt13(
      '8(3), 8(4)',
      'Trường hợp đơn khiếu nại không thuộc thẩm quyền hoặc đã có quyết định giải quyết khiếu nại có hiệu lực thi hành thì không thụ lý nhưng phải có văn bản hướng dẫn, trả lời cho người khiếu nại biết. Việc hướng dẫn, trả lời chỉ thực hiện một lần.',
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-file',
    nameVi: 'Lập hồ sơ giải quyết khiếu nại, đánh bút lục',
    nameEn: 'The file: its documents, page numbering',
    sort: 'content',
    saysVi:
      'Hồ sơ gồm đơn, giải trình, biên bản, kết quả giám định, quyết định; đánh số bút lục, lưu giữ theo pháp luật.',
    saysEn: 'Letter, explanation, minutes, expertise and decision; pages numbered, kept as the law says.',
    carriedBy: ['filed'],
    source: also(
      luat2008(
        '149',
        'Hồ sơ giải quyết khiếu nại phải được đánh số bút lục và được lưu giữ theo quy định của pháp luật.',
      ),
      tt13('30'),
    ),
    confidence: 'V1',
  },
]);
