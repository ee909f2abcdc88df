import { asIn, luat2008, luat2025, rules2008 } from '../words';

/**
 * Complaints, denunciations and protests as one line each, the way the enforcement articles speak of them. Each names the duties that
 * carry it.
 */
export const COMPLAINTS_IN_OUTLINE = [
  ...rules2008('complaint', [
    {
      id: 'complaint-window',
      nameVi: 'Thời hiệu khiếu nại',
      nameEn: 'Time to complain',
      sort: 'effect',
      saysVi:
        '15 ngày trước biện pháp; 03 ngày làm việc đối với phong tỏa tài khoản; 10 ngày đối với biện pháp bảo đảm khác; 30 ngày đối với cưỡng chế và sau đó; lần tiếp theo 15 ngày.',
      saysEn:
        '15 days before measures; 3 working days for an account freeze; 10 days for other preventive measures; 30 for coercion and after; 15 for the next level.',
      carriedBy: [
        'o08-limitation-a',
        'o08-limitation-b-account',
        'o08-limitation-b-other',
        'o08-limitation-c',
        'o08-limitation-d',
        'o08-limitation-next',
      ],
      source: luat2008(
        '140(2)',
        'Đối với quyết định về áp dụng biện pháp phong tỏa tài khoản là 03 ngày làm việc, kể từ ngày nhận được quyết định',
      ),
      confidence: 'Q',
    },
    {
      id: 'complaint-acceptance',
      nameVi: 'Thụ lý khiếu nại',
      nameEn: 'Accept the complaint',
      sort: 'effect',
      saysVi: '05 ngày làm việc kể từ ngày nhận được đơn khiếu nại.',
      saysEn: '5 working days from receipt of the complaint.',
      carriedBy: ['o08-accept'],
      source: asIn(
        luat2008('148'),
        luat2025(
          '104',
          'Trong thời hạn 05 ngày làm việc kể từ ngày nhận được đơn khiếu nại lần đầu hoặc 10 ngày kể từ ngày nhận được đơn khiếu nại lần hai',
        ),
      ),
      confidence: 'Q',
      derived: 'Luật 2008 khác: 05 ngày làm việc ở mọi lần (danh mục, dòng both‡).',
    },
    {
      id: 'complaint-resolution',
      nameVi: 'Giải quyết khiếu nại',
      nameEn: 'Resolve the complaint',
      sort: 'effect',
      saysVi:
        'Theo nhóm: a 15 ngày, lần hai 30; b 05 ngày làm việc; c 30 ngày, lần hai 45; d (sau cưỡng chế) 15 ngày, lần hai 30; gia hạn khi vùng xa, phức tạp.',
      saysEn:
        'By group: a 15 days, second 30; b 5 working days; c 30 days, second 45; d (after coercion) 15 days, second 30; longer when remote or complex.',
      carriedBy: ['o08-decide-a', 'o08-decide-b', 'o08-decide-c', 'o08-decide-d'],
      source: asIn(
        luat2008('146'),
        luat2025(
          '98, 102',
          'thời hạn giải quyết khiếu nại lần đầu là 15 ngày, lần hai là 30 ngày kể từ ngày thụ lý đơn khiếu nại',
        ),
      ),
      confidence: 'Q',
      derived: 'Luật 2008 khác ở nhóm d: hành vi sau cưỡng chế 15 ngày, lần hai 30 ngày (danh mục, dòng both‡).',
    },
  ]),
  ...rules2008('denunciation', [
    {
      id: 'denunciation-resolution',
      nameVi: 'Giải quyết tố cáo',
      nameEn: 'Resolve the denunciation',
      sort: 'effect',
      saysVi: '60 ngày kể từ ngày thụ lý; phức tạp không quá 90 ngày.',
      saysEn: '60 days from acceptance; complex at most 90.',
      carriedBy: ['o08-denunciation'],
      source: asIn(
        luat2008('157'),
        luat2025('110(2)', 'Thời hạn giải quyết tố cáo là 30 ngày kể từ ngày thụ lý tố cáo'),
      ),
      confidence: 'Q',
      derived: 'Luật 2008 khác: 60 ngày, phức tạp không quá 90 ngày (danh mục, dòng both‡).',
    },
  ]),
  ...rules2008('procuracy_protest', [
    {
      id: 'procuracy-protest-window',
      nameVi: 'Thời hạn kháng nghị của Viện kiểm sát',
      nameEn: 'The Procuracy’s time to protest',
      sort: 'effect',
      saysVi: '15 ngày (Viện kiểm sát cùng cấp) hoặc 30 ngày (cấp trên trực tiếp).',
      saysEn: '15 days (same level) or 30 (next level).',
      carriedBy: ['o08-protest-limitation'],
      source: luat2008(
        '160(2)',
        'Thời hạn kháng nghị của Viện kiểm sát cùng cấp là 15 ngày, của Viện kiểm sát cấp trên trực tiếp là 30 ngày',
      ),
      confidence: 'Q',
    },
    {
      id: 'procuracy-protest-reply',
      nameVi: 'Trả lời kháng nghị',
      nameEn: 'Answer a protest',
      sort: 'effect',
      saysVi: '15 ngày kể từ ngày nhận được kháng nghị.',
      saysEn: '15 days from receipt of the protest.',
      carriedBy: ['o08-protest-reply'],
      source: asIn(
        luat2008('161(1)'),
        luat2025('113(1)', 'trong thời hạn 15 ngày kể từ ngày nhận được kháng nghị, kiến nghị'),
      ),
      confidence: 'Q',
      derived: 'Luật 2008 chỉ nói kháng nghị, không nói kiến nghị (danh mục, dòng both‡).',
    },
    {
      id: 'procuracy-protest-implement',
      nameVi: 'Thực hiện kháng nghị được chấp nhận',
      nameEn: 'Carry out an accepted protest',
      sort: 'effect',
      saysVi: '05 ngày làm việc kể từ ngày có văn bản trả lời kháng nghị.',
      saysEn: '5 working days from the answer.',
      carriedBy: ['o08-protest-execute'],
      source: asIn(
        luat2008('161(1)'),
        luat2025('113(1)', 'trong thời hạn 05 ngày làm việc kể từ ngày có văn bản trả lời kháng nghị, kiến nghị'),
      ),
      confidence: 'Q',
    },
  ]),
];
