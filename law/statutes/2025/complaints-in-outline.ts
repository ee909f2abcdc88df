import { luat2025, rules2025 } from '../words';

/**
 * Complaints, denunciations and protests as one line each, the way the enforcement articles speak of them. Each names the duties that
 * carry it.
 */
export const COMPLAINTS_IN_OUTLINE = [
  ...rules2025('complaint', [
    {
      id: 'complaint-window',
      nameVi: 'Thời hiệu khiếu nại',
      nameEn: 'Time to complain',
      sort: 'effect',
      saysVi:
        'Lần đầu: 15 ngày trước biện pháp, 10 ngày đối với biện pháp bảo đảm, 30 ngày đối với cưỡng chế và sau đó; lần hai 15 ngày. Hết thời hiệu thì không thụ lý (97(4)).',
      saysEn:
        'First: 15 days before measures, 10 for preventive ones, 30 for coercion and after; second: 15. Later it is not accepted (97(4)).',
      carriedBy: [
        'complaint-limitation-1st-a',
        'complaint-limitation-1st-b',
        'complaint-limitation-1st-c',
        'complaint-limitation-2nd',
      ],
      source: luat2025(
        '96(2), 96(3)',
        'là 15 ngày kể từ ngày được thông báo hợp lệ quyết định hoặc biết được hành vi đó',
      ),
      confidence: 'Q',
    },
    {
      id: 'complaint-acceptance',
      nameVi: 'Thụ lý khiếu nại',
      nameEn: 'Accept the complaint',
      sort: 'effect',
      saysVi: '05 ngày làm việc đối với khiếu nại lần đầu, 10 ngày đối với khiếu nại lần hai.',
      saysEn: '5 working days for a first complaint, 10 days for a second.',
      carriedBy: ['complaint-accept-1st', 'complaint-accept-2nd'],
      source: luat2025(
        '104',
        'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được đơn khiếu nại lần đầu hoặc 10 ngày kể từ ngày nhận được đơn khiếu nại lần hai',
      ),
      confidence: 'Q',
    },
    {
      id: 'complaint-resolution',
      nameVi: 'Giải quyết khiếu nại',
      nameEn: 'Resolve the complaint',
      sort: 'effect',
      saysVi:
        'Nhóm a: 15 ngày, lần hai 30 ngày; nhóm b: 05 ngày làm việc; nhóm c: 30 ngày, lần hai 45 ngày; phức tạp, vùng xa thêm không quá 30 ngày.',
      saysEn:
        'Group a: 15 days, second 30; group b: 5 working days; group c: 30 days, second 45; at most 30 more when complex or remote.',
      carriedBy: [
        'complaint-decide-1st-a',
        'complaint-decide-b',
        'complaint-decide-1st-c',
        'complaint-decide-2nd-a',
        'complaint-decide-2nd-b',
        'complaint-decide-2nd-c',
      ],
      source: luat2025(
        '98, 102',
        'thời hạn giải quyết khiếu nại lần đầu là 15 ngày, lần hai là 30 ngày kể từ ngày thụ lý đơn khiếu nại',
      ),
      confidence: 'Q',
    },
  ]),
  ...rules2025('denunciation', [
    {
      id: 'denunciation-resolution',
      nameVi: 'Giải quyết tố cáo',
      nameEn: 'Resolve the denunciation',
      sort: 'effect',
      saysVi: '30 ngày; phức tạp không quá 60 ngày; đặc biệt phức tạp không quá 90 ngày kể từ ngày thụ lý.',
      saysEn: '30 days; complex at most 60; specially complex at most 90, from acceptance.',
      carriedBy: ['denunciation-resolve'],
      source: luat2025('110(2)', 'Thời hạn giải quyết tố cáo là 30 ngày kể từ ngày thụ lý tố cáo'),
      confidence: 'Q',
    },
  ]),
  ...rules2025('procuracy_protest', [
    {
      id: 'procuracy-protest-window',
      nameVi: 'Thời hạn kháng nghị của Viện kiểm sát',
      nameEn: 'The Procuracy’s time to protest',
      sort: 'effect',
      saysVi:
        '15 ngày (Viện kiểm sát khu vực, tỉnh) hoặc 30 ngày (tối cao); việc đã kết thúc: 01 năm từ khi nhận thông báo kết thúc, kể cả việc kết thúc trước 01/07/2026.',
      saysEn:
        '15 days (regional, provincial) or 30 (supreme); ended cases: 1 year from the notice of the end, also those ended before 1 July 2026.',
      carriedBy: ['protest-limitation', 'protest-limitation-supreme', 'protest-limitation-ended'],
      source: luat2025(
        '112(2), 116(2)',
        'Trường hợp việc thi hành án đã kết thúc thì thời hạn kháng nghị là 01 năm kể từ ngày Viện kiểm sát nhân dân có thẩm quyền nhận được thông báo về kết thúc việc thi hành án.',
      ),
      confidence: 'Q',
    },
    {
      id: 'procuracy-protest-reply',
      nameVi: 'Trả lời kháng nghị, kiến nghị',
      nameEn: 'Answer a protest or recommendation',
      sort: 'effect',
      saysVi: '15 ngày kể từ ngày nhận được kháng nghị, kiến nghị.',
      saysEn: '15 days from receipt of the protest or recommendation.',
      carriedBy: ['protest-reply', 'recommendation-reply'],
      source: luat2025('113(1)', 'trong thời hạn 15 ngày kể từ ngày nhận được kháng nghị, kiến nghị'),
      confidence: 'Q',
    },
    {
      id: 'procuracy-protest-implement',
      nameVi: 'Thực hiện kháng nghị, kiến nghị được chấp nhận',
      nameEn: 'Carry out an accepted protest',
      sort: 'effect',
      saysVi: '05 ngày làm việc kể từ ngày có văn bản trả lời.',
      saysEn: '5 working days from the answer.',
      carriedBy: ['protest-execute', 'recommendation-execute'],
      source: luat2025('113(1)', 'trong thời hạn 05 ngày làm việc kể từ ngày có văn bản trả lời kháng nghị, kiến nghị'),
      confidence: 'Q',
    },
    {
      id: 'procuracy-protest-dispute',
      nameVi: 'Đề nghị xem xét lại kháng nghị',
      nameEn: 'Disagreement over a protest',
      sort: 'effect',
      saysVi: 'Viện kiểm sát trả lời trong 10 ngày; Cục Quản lý THADS trong 30 ngày; Bộ trưởng trong 30 ngày.',
      saysEn: 'The Procuracy answers in 10 days; the managing agency in 30; the Minister in 30.',
      carriedBy: ['protest-reconsider-answer', 'protest-managing-agency-answer', 'protest-minister-answer'],
      source: luat2025(
        '113(2), 113(3)',
        'Trong thời hạn 10 ngày kể từ ngày nhận được văn bản đề nghị, Viện kiểm sát nhân dân phải có văn bản trả lời.',
      ),
      confidence: 'Q',
    },
  ]),
];
