import { also, luat2025, nd152, nd155, rules2025, tt13 } from '../words';

const DECIDING: readonly string[] = [
  ...['complaint-decide-1st-a', 'complaint-decide-b', 'complaint-decide-1st-c'],
  ...['complaint-decide-2nd-a', 'complaint-decide-2nd-b', 'complaint-decide-2nd-c'],
];

/** Điều 96 – 107: what the law says of complaints without giving a length, and the points it leaves open. */
export const COMPLAINT_RULES = rules2025('complaint', [
  {
    id: 'complaint-form-check',
    nameVi: 'Hình thức, nội dung đơn khiếu nại',
    nameEn: 'Form and content of a complaint',
    sort: 'content',
    saysVi:
      'Nộp trực tiếp, qua bưu điện, trên môi trường số hoặc trình bày trực tiếp (ghi thành đơn). Đơn ghi ngày, họ tên, địa chỉ, số định danh, người bị khiếu nại, nội dung, lý do, yêu cầu; ký, điểm chỉ hoặc xác thực điện tử. Thiếu thì yêu cầu bổ sung.',
    saysEn:
      'Handed in, posted, sent digitally or told and written down. Date, name, address, identity number, who is complained of, what, why, what is asked; signed, fingerprinted or electronically authenticated. If incomplete, a supplement is asked for.',
    carriedBy: ['complaint-received', 'supplement-requested'],
    source: also(
      luat2025('103', 'Đơn phải do người khiếu nại ký tên hoặc điểm chỉ hoặc xác thực định danh điện tử'),
      tt13('8(1)'),
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-group-representative',
    nameVi: 'Cử người đại diện khi nhiều người cùng khiếu nại',
    nameEn: 'Representatives of a group',
    sort: 'amount',
    saysVi: 'Từ 05 đến 10 người: không quá 02 người đại diện; từ 11 người trở lên: không quá 05 người đại diện.',
    saysEn: 'Five to ten people: two representatives at most; eleven or more: five at most.',
    carriedBy: ['complaint-received'],
    source: nd152(
      '77',
      'từ 05 đến 10 người thì cử không quá 02 người đại diện; … từ 11 người trở lên … không quá 05 người đại diện',
    ),
    confidence: 'OCR',
  },
  {
    id: 'complaint-verify',
    nameVi: 'Xác minh nội dung khiếu nại',
    nameEn: 'Verification',
    sort: 'effect',
    saysVi: 'Xác minh, yêu cầu giải trình, trưng cầu giám định trong thời hạn giải quyết; không có thời hạn riêng.',
    saysEn: 'Verification and expert opinion fall within the resolution period; they have no limit of their own.',
    carriedBy: ['complaint-verified', ...DECIDING],
    source: also(
      luat2025(
        '105(1)',
        'Sau khi thụ lý đơn khiếu nại, người có thẩm quyền giải quyết khiếu nại tiến hành xác minh, yêu cầu người bị khiếu nại giải trình, trong trường hợp cần thiết, có thể trưng cầu giám định hoặc tổ chức đối thoại',
      ),
      tt13('11, 12'),
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-dialogue-2nd',
    nameVi: 'Đối thoại lần hai, khi cần thiết',
    nameEn: 'Dialogue at the second level, where needed',
    sort: 'condition',
    saysVi:
      'Người giải quyết lần hai triệu tập để đối thoại khi cần thiết. Bắt buộc đối thoại chỉ có trong pháp luật khiếu nại chung.',
    saysEn: 'The second resolver holds a dialogue where needed. It is mandatory under the general law only.',
    carriedBy: ['dialogue-planned', 'dialogue-held'],
    source: also(
      luat2025('106(2)', 'triệu tập người bị khiếu nại, người khiếu nại để tổ chức đối thoại khi cần thiết'),
      nd155('28(2)'),
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-extend-complex-c',
    nameVi: 'Kéo dài thời hạn vì vụ việc phức tạp (nhóm c)',
    nameEn: 'Extension for complexity (class c)',
    sort: 'effect',
    saysVi:
      'Vụ việc phức tạp, nhóm c, cả hai lần: kéo dài không quá 30 ngày kể từ ngày hết thời hạn giải quyết; một lần.',
    saysEn: 'Complex matters of class c, both levels: 30 days at most from the end of the resolution period; once.',
    carriedBy: ['resolution-extended', 'complaint-decide-1st-c', 'complaint-decide-2nd-c'],
    source: luat2025(
      '102(3)',
      'Đối với những vụ việc có tính chất phức tạp thì thời hạn giải quyết khiếu nại có thể kéo dài nhưng không quá 30 ngày kể từ ngày hết thời hạn giải quyết khiếu nại.',
    ),
    confidence: 'V1',
    derived: 'Chỉ một lần là suy ra: luật không nói được kéo dài lần nữa.',
    readings: [
      {
        id: 'one-extension',
        vi: 'Dùng một trong hai căn cứ 102(3), 102(4): tối đa 30 ngày.',
        en: 'One of the two grounds, 102(3) or 102(4): 30 days at most.',
      },
      {
        id: 'both-extensions',
        vi: 'Dùng cả hai căn cứ: tối đa 60 ngày; chỉ coi là quá hạn sau hạn muộn nhất.',
        en: 'Both grounds: 60 days at most; late only after the latest date.',
      },
    ],
  },
  {
    id: 'complaint-extend-remote-complex',
    nameVi: 'Kéo dài thời hạn ở vùng sâu, vùng xa, đi lại khó khăn, phức tạp',
    nameEn: 'Extension for remoteness or complexity',
    sort: 'effect',
    saysVi:
      'Kéo dài không quá 30 ngày kể từ ngày hết thời hạn giải quyết, cả hai lần. Việc xác định vụ việc phức tạp ghi bằng văn bản (7 tiêu chí của NĐ 124/2020 Điều 3a, áp dụng tương tự).',
    saysEn:
      'Up to 30 days from the end of the resolution period, both levels. That a matter is complex is put in writing (seven criteria of Decree 124, 3a, by analogy).',
    carriedBy: ['resolution-extended', ...DECIDING],
    source: also(
      luat2025(
        '102(4)',
        'Trường hợp ở vùng sâu, vùng xa, đường sá xa xôi, đi lại khó khăn, vụ việc có tính chất phức tạp thì thời hạn giải quyết khiếu nại có thể kéo dài nhưng không quá 30 ngày kể từ ngày hết thời hạn giải quyết khiếu nại.',
      ),
      nd155('3a'),
    ),
    confidence: 'V1',
    readings: [
      {
        id: 'not-class-b',
        vi: 'Không tự động kéo dài thời hạn 05 ngày làm việc của nhóm b.',
        en: 'The five working days of class b are not lengthened by themselves.',
      },
      {
        id: 'every-class',
        vi: 'Điều 102(4) áp dụng cho mọi nhóm, kể cả nhóm b.',
        en: '102(4) reaches every class, class b too.',
      },
    ],
  },
  {
    id: 'complaint-suspend',
    nameVi: 'Tạm đình chỉ giải quyết khiếu nại',
    nameEn: 'Suspension of the complaint',
    sort: 'effect',
    saysVi:
      'Vì tình trạng khẩn cấp, trở ngại, bất khả kháng hoặc chờ kết quả của cơ quan khác: thời gian tạm đình chỉ không tính vào thời hạn giải quyết; hết căn cứ thì tiếp tục và thông báo.',
    saysEn:
      'For emergency, obstacle, force majeure, or while another body’s result is awaited: the time is not counted; when the ground ends the complaint goes on and the parties are told.',
    carriedBy: ['complaint-suspended', 'complaint-continued', ...DECIDING],
    source: luat2025(
      '105(2), 105(4), 106(3)',
      'thời gian tạm đình chỉ giải quyết khiếu nại không tính vào thời hạn giải quyết khiếu nại.',
    ),
    confidence: 'V1',
    readings: [
      {
        id: 'from-continuation-day',
        vi: 'Tính lại ngay từ ngày ban hành văn bản tiếp tục giải quyết (NĐ 124/2020 Điều 28b(2), pháp luật khiếu nại chung).',
        en: 'Counted again from the very day the continuation is issued (Decree 124, 28b(2), general law).',
      },
      {
        id: 'from-next-day',
        vi: 'Không tính ngày ban hành văn bản tiếp tục (BLDS Điều 147(3)); hạn muộn hơn một ngày.',
        en: 'The day of continuation is not counted (Civil Code 147(3)); the limit ends a day later.',
      },
    ],
  },
  {
    id: 'complaint-discontinue',
    nameVi: 'Đình chỉ giải quyết khiếu nại',
    nameEn: 'Discontinuation of the complaint',
    sort: 'effect',
    saysVi:
      'Rút toàn bộ; người khiếu nại chết, tổ chức chấm dứt mà không có người thừa kế; không còn đối tượng; đã giải quyết theo thủ tục tố cáo. Đã đình chỉ thì không thụ lý lại (Điều 97(7)).',
    saysEn:
      'Wholly withdrawn; death or dissolution without successor; nothing left to resolve; handled as a denunciation. What was discontinued is not accepted again (97(7)).',
    carriedBy: ['complaint-discontinued'],
    source: also(luat2025('105(3), 106(3)'), luat2025('97(7)')),
    confidence: 'V1',
  },
  {
    id: 'complaint-stay-enforcement',
    nameVi: 'Tạm dừng việc thực hiện quyết định, hành vi bị khiếu nại; tạm ngừng thi hành án',
    nameEn: 'Stay of the act or of enforcement',
    sort: 'effect',
    saysVi: 'Không lâu hơn thời hạn giải quyết khiếu nại; có thể hủy bỏ sớm hơn.',
    saysEn: 'Not longer than the resolution period; may be cancelled earlier.',
    carriedBy: ['stay-ordered', 'stay-cancelled', 'stay-by-complaint', 'stay-lifted'],
    source: luat2025(
      '101(1)b, 101(1)c',
      'Tạm dừng việc thực hiện quyết định, hành vi bị khiếu nại hoặc yêu cầu cơ quan thi hành án dân sự, văn phòng thi hành án dân sự tạm ngừng việc thi hành án trong thời hạn giải quyết khiếu nại theo quy định của Luật này',
    ),
    confidence: 'V1',
    derived: 'Luật không nói việc tạm dừng có tự chấm dứt hay không.',
    readings: [
      {
        id: 'lapses',
        vi: 'Tự chấm dứt khi hết thời hạn giải quyết khiếu nại.',
        en: 'It lapses with the resolution period.',
      },
      {
        id: 'until-lifted',
        vi: 'Kéo dài đến khi có quyết định giải quyết hoặc hủy bỏ.',
        en: 'It lasts until the decision or until it is cancelled.',
      },
    ],
  },
  {
    id: 'complaint-decision-content-1st',
    nameVi: 'Nội dung quyết định giải quyết khiếu nại lần đầu',
    nameEn: 'Content of the first decision',
    sort: 'content',
    saysVi:
      'Chín mục: ngày; người khiếu nại, bị khiếu nại; nội dung; kết quả xác minh; căn cứ; kết luận đúng, đúng một phần hoặc sai toàn bộ; giữ nguyên, sửa, hủy hoặc buộc chấm dứt; hướng dẫn khiếu nại lần hai; hiệu lực.',
    saysEn:
      'Nine items: date; both sides; content; verification; legal grounds; right, partly right or wholly wrong; maintain, amend, cancel or stop; how to complain again; effect.',
    carriedBy: ['decision-issued'],
    source: luat2025('107(1)', 'Kết luận nội dung khiếu nại là đúng, đúng một phần hoặc sai toàn bộ'),
    confidence: 'V1',
  },
  {
    id: 'complaint-class-b-private-office',
    nameVi: 'Nhóm b của văn phòng THADS: có khiếu nại lần hai',
    nameEn: 'Class b of a private office goes to the second level',
    sort: 'condition',
    saysVi:
      'Câu về hiệu lực ngay chỉ nói Thủ trưởng cơ quan THADS: quyết định nhóm b của Trưởng văn phòng THADS còn khiếu nại lần hai được.',
    saysEn:
      'The sentence on immediate effect names State heads only: a class b decision of the head of a private office may be complained of again.',
    carriedBy: ['complaint-limitation-2nd', 'complaint-decide-2nd-b', 'complaint-effective-1st-security'],
    source: also(
      luat2025(
        '105(5)',
        'Quyết định giải quyết khiếu nại lần đầu của Thủ trưởng cơ quan thi hành án dân sự đối với quyết định, hành vi về áp dụng biện pháp bảo đảm thi hành án có hiệu lực thi hành ngay.',
      ),
      luat2025('98(2)'),
    ),
    confidence: 'I',
    derived: 'Câu chữ gợi ý như vậy; luật không nói thẳng.',
    readings: [
      { id: 'second-level', vi: 'Có khiếu nại lần hai.', en: 'There is a second level.' },
      {
        id: 'effective-at-once',
        vi: 'Có hiệu lực ngay như của cơ quan nhà nước.',
        en: 'Effective at once, as of the State.',
      },
    ],
  },
  {
    id: 'complaint-execute-decision',
    nameVi: 'Tổ chức thực hiện, theo dõi, đôn đốc quyết định có hiệu lực',
    nameEn: 'Carry out and monitor the effective decision',
    sort: 'effect',
    saysVi:
      'Quyết định có hiệu lực phải được chấp hành; quyết định về thi hành án được sửa, hủy khi bị buộc. Không nêu số ngày.',
    saysEn:
      'The effective decision is obeyed; the enforcement decision is amended or cancelled where ordered. No number of days.',
    carriedBy: ['became-effective', 'executed'],
    source: also(
      luat2025(
        '100(2)b',
        'Chấp hành nghiêm chỉnh quyết định giải quyết khiếu nại đã có hiệu lực thi hành và quyết định của Bộ trưởng Bộ Tư pháp, Bộ trưởng Bộ Quốc phòng quy định tại khoản 3 và khoản 6 Điều 98 của Luật này',
      ),
      luat2025('99(2)d'),
      luat2025('52(2), 52(4)'),
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-overdue-superior',
    nameVi: 'Quá hạn mà chưa giải quyết: cấp trên yêu cầu, đôn đốc, xử lý',
    nameEn: 'Overdue: the superior demands, chases, sanctions',
    sort: 'effect',
    saysVi:
      'Quá thời hạn mà chưa giải quyết thì Thủ trưởng cơ quan cấp trên yêu cầu cấp dưới giải quyết, theo dõi, đôn đốc và xử lý. Không mở ra khiếu nại lần hai.',
    saysEn:
      'When the period has run out the superior demands a decision, chases it and acts on who is late. It opens no second level.',
    carriedBy: ['superior-demanded', ...DECIDING],
    source: nd152(
      '74(1)',
      '…quá thời hạn quy định mà chưa được giải quyết thì Thủ trưởng cơ quan cấp trên yêu cầu cấp dưới giải quyết…',
    ),
    confidence: 'OCR',
  },
  {
    id: 'complaint-minister-review',
    nameVi: 'Bộ trưởng xem xét lại quyết định đã có hiệu lực',
    nameEn: 'The Minister’s review',
    sort: 'competence',
    saysVi:
      'Bộ trưởng Bộ Tư pháp xem xét lại quyết định lần đầu hoặc lần hai đã có hiệu lực khi có một trong bốn căn cứ, kể cả đề nghị của VKSND tối cao. Không có thời hạn.',
    saysEn:
      'The Minister may review an effective first or second decision on one of four grounds, the request of the Supreme Procuracy among them. No period.',
    carriedBy: ['minister-review-opened', 'minister-review-decided'],
    source: luat2025('98(3)', 'Có đề nghị của Viện kiểm sát nhân dân tối cao.'),
    confidence: 'V1',
  },
  {
    id: 'complaint-repeat-final',
    nameVi: 'Khiếu nại lại việc đã có quyết định có hiệu lực',
    nameEn: 'Repeat complaint after an effective decision',
    sort: 'effect',
    saysVi: 'Không thụ lý (Điều 97(5)); trả lời một lần rồi lưu đơn.',
    saysEn: 'Not accepted (97(5)); answered once, then stored.',
    carriedBy: ['complaint-refusal-ground-found', 'complaint-rejected', 'letter-stored'],
    source: also(
      luat2025('97(5)', 'Việc khiếu nại đã có quyết định giải quyết khiếu nại có hiệu lực thi hành.'),
      tt13('8(3), 8(4)'),
    ),
    confidence: 'V1',
  },
  {
    id: 'circular-13-in-force',
    nameVi: 'Quy trình của TT 13/2021 sau 01/7/2026',
    nameEn: 'Whether Circular 13/2021 outlived 1 July 2026',
    sort: 'condition',
    active: false,
    saysVi: 'Các dòng của TT 13/2021 được theo dõi như chỉ tiêu phục vụ bên cạnh Luật 2025.',
    saysEn: 'Rows of Circular 13/2021 are kept as targets of service beside the law of 2025.',
    carriedBy: [],
    source: also(tt13('1'), nd152('74(2), 76(3)')),
    confidence: 'M',
    derived:
      'Văn bản hướng dẫn thường hết hiệu lực cùng luật mẹ: theo trí nhớ, chưa kiểm chứng; thông tư mới theo NĐ 152 Điều 74(2) chưa tìm thấy.',
    readings: [
      {
        id: 'service-target',
        vi: 'Chỉ tiêu phục vụ, không phải thời hạn luật định.',
        en: 'A target of service, not a limit of law.',
      },
      {
        id: 'still-binding',
        vi: 'Còn ràng buộc cho đến khi có thông tư mới.',
        en: 'Binding until there is a new circular.',
      },
    ],
  },
]);

/** What a complaint does to the case it is about. */
export const COMPLAINT_EFFECT_RULES = rules2025('enforcement_case', [
  {
    id: 'complaint-auction-pause',
    nameVi: 'Tạm dừng đấu giá theo yêu cầu của người giải quyết khiếu nại, tố cáo',
    nameEn: 'Auction paused at the request of who resolves a complaint or denunciation',
    sort: 'effect',
    saysVi:
      'Chỉ trước khi công bố người trúng đấu giá; đến khi căn cứ không còn thì đấu giá tiếp tục (NĐ 152 Điều 65(9)).',
    saysEn: 'Only before the winner is announced; when the ground ends the auction goes on (Decree 152, 65(9)).',
    carriedBy: ['auction-paused', 'auction-resumed', 'auction-pause-requested', 'auction-pause-ended'],
    source: also(
      luat2025(
        '84(1)b, 84(3)',
        'Có yêu cầu của người có thẩm quyền giải quyết khiếu nại, tố cáo về việc tạm dừng việc thi hành án…',
      ),
      nd152('65(9)'),
    ),
    confidence: 'V1',
  },
  {
    id: 'complaint-payment-hold',
    nameVi: 'Kéo dài thời hạn thanh toán tiền khi có khiếu nại, tố cáo, kháng nghị, kiến nghị',
    nameEn: 'Payment held while a complaint, denunciation, protest or recommendation concerns the money',
    sort: 'condition',
    saysVi:
      'Có khiếu nại, tố cáo, kháng nghị, kiến nghị liên quan đến tiền, tài sản đó; không nêu số ngày cho căn cứ này.',
    saysEn:
      'While that money or asset is complained of, denounced, protested or recommended upon; no number of days for this ground.',
    carriedBy: ['payout'],
    source: also(nd152('30(3)c'), luat2025('54(6)')),
    confidence: 'OCR',
    derived: 'Hết căn cứ thì thanh toán (suy ra).',
  },
]);
