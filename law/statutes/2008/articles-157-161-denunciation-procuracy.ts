import { PROCURACY_REQUEST_RULE, PROCURACY_REQUESTS } from '../both/procuracy-requests';
import { RUNS_ON, WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { also, atOnce, days, duties2008, lapse, late, luat2008, rules2008, tt13, vks2014, workingDays } from '../words';

const LENGTHS =
  'Thời hạn giải quyết tố cáo là 60 ngày, kể từ ngày thụ lý; đối với vụ việc phức tạp thì thời hạn giải quyết tố cáo có thể dài hơn, nhưng không quá 90 ngày.';

/** Điều 157: denunciations. */
export const DENUNCIATION = duties2008('denunciation', [
  {
    id: 'o08-denunciation',
    nameVi: 'Giải quyết tố cáo',
    nameEn: 'Resolve the denunciation',
    trigger: { on: ['denunciation-accepted', 'denunciation-reopened', 'denunciation-taken-over'] },
    period: days(60),
    variants: [{ id: 'complex', when: { complexity: ['complex', 'special'] }, period: days(90) }],
    extension: { event: 'denunciation-extended', whole: true, period: days(90), source: luat2008('157(2)', LENGTHS) },
    dischargedBy: ['denunciation-concluded'],
    voidedBy: ['denunciation-discontinued', 'denunciation-taken-over', 'crime-transferred'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: also(luat2008('157(2)', LENGTHS), tt13('15(5)')),
    confidence: 'V1',
  },
]);

/** Điều 160, 161: protests of the Procuracy. Recommendations had no number. */
export const PROTEST = duties2008('procuracy_protest', [
  {
    id: 'o08-protest-limitation',
    nameVi: 'Thời hạn kháng nghị của Viện kiểm sát',
    nameEn: 'Time to protest',
    trigger: { on: ['protest-received'], dayFrom: 'procuracyNoticeOn' },
    period: days(15),
    variants: [{ id: 'superior', when: { level: ['superior', 'supreme'] }, period: days(30) }],
    dischargedBy: ['protest-received'],
    role: 'external',
    atExpiry: lapse('Ghi nhận ngày nhận', 'Record the date'),
    pausedBy: RUNS_ON,
    source: luat2008(
      '160(2)',
      'Thời hạn kháng nghị của Viện kiểm sát cùng cấp là 15 ngày, của Viện kiểm sát cấp trên trực tiếp là 30 ngày, kể từ ngày nhận được quyết định hoặc phát hiện hành vi vi phạm.',
    ),
    confidence: 'V1',
    derived: 'Chỉ để kiểm tra. Kháng nghị nhận từ 01/7/2026 về việc đã kết thúc: theo Luật 2025 (Điều 116(2)).',
  },
  {
    id: 'o08-protest-reply',
    nameVi: 'Trả lời kháng nghị',
    nameEn: 'Answer the protest',
    trigger: { on: ['protest-received'] },
    period: days(15),
    dischargedBy: ['protest-replied', 'protest-reported-up'],
    voidedBy: ['protest-withdrawn'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '161(1)',
      'Thủ trưởng cơ quan thi hành án dân sự có trách nhiệm trả lời kháng nghị của Viện kiểm sát nhân dân đối với quyết định, hành vi về thi hành án của mình hoặc của Chấp hành viên thuộc quyền quản lý trong thời hạn 15 ngày, kể từ ngày nhận được kháng nghị.',
    ),
    confidence: 'V1',
  },
  {
    id: 'o08-protest-execute',
    nameVi: 'Thực hiện kháng nghị đã chấp nhận',
    nameEn: 'Carry out the accepted protest',
    trigger: { on: ['protest-replied'], when: { accepted: true } },
    period: workingDays(5),
    dischargedBy: ['protest-executed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '161(1)',
      'Trường hợp chấp nhận kháng nghị của Viện kiểm sát nhân dân thì trong thời hạn 05 ngày làm việc, kể từ ngày có văn bản trả lời kháng nghị, Thủ trưởng cơ quan thi hành án dân sự phải thực hiện kháng nghị của Viện kiểm sát nhân dân.',
    ),
    confidence: 'V1',
  },
  {
    id: 'o08-protest-report-up',
    nameVi: 'Báo cáo ngay khi không nhất trí với kháng nghị',
    nameEn: 'Report up at once when the protest is not accepted',
    trigger: { on: ['protest-replied'], when: { accepted: false } },
    period: atOnce,
    dischargedBy: ['protest-reported-up'],
    voidedBy: ['protest-withdrawn'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '161(2)',
      'Thủ trưởng cơ quan thi hành án dân sự cấp tỉnh có quyết định, hành vi bị kháng nghị phải báo cáo với Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp và Viện kiểm sát nhân dân tối cao.',
    ),
    confidence: 'I',
    derived:
      'Luật không ghi số ngày cho việc báo cáo; “ngay” là cách hiểu của danh mục. Luật 2008 không có bước đề nghị xem xét lại.',
  },
  {
    id: 'o08-protest-disagree',
    nameVi: 'Cơ quan cấp trên trả lời khi không nhất trí kháng nghị',
    nameEn: 'The superior agency answers a disputed protest',
    trigger: { on: ['protest-reported-up'] },
    period: days(30),
    dischargedBy: ['managing-agency-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '161(2)',
      'Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp xem xét và trả lời trong thời hạn 30 ngày, kể từ ngày nhận được báo cáo. Văn bản trả lời của Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp có hiệu lực thi hành',
    ),
    confidence: 'V1',
  },
  {
    id: 'o08-protest-minister-answer',
    nameVi: 'Bộ trưởng xem xét lại theo yêu cầu của Viện trưởng VKSND tối cao',
    nameEn: 'The Minister answers the Chief Procurator',
    trigger: { on: ['minister-review-requested'] },
    period: days(30),
    dischargedBy: ['minister-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '161(3)',
      'Bộ trưởng Bộ Tư pháp, Bộ trưởng Bộ Quốc phòng có trách nhiệm xem xét và trả lời bằng văn bản cho Viện trưởng Viện kiểm sát nhân dân tối cao trong thời hạn 30 ngày, kể từ ngày nhận được yêu cầu.',
    ),
    confidence: 'V1',
  },
]);

/** Điều 159: recommendations. */
export const RECOMMENDATION_RULES = rules2008('procuracy_recommendation', [
  {
    id: 'o08-recommendation-reply',
    nameVi: 'Trả lời kiến nghị của Viện kiểm sát',
    nameEn: 'Answer a recommendation',
    sort: 'effect',
    saysVi: 'Chương khiếu nại, kháng nghị của Luật 2008 không nêu số ngày trả lời kiến nghị.',
    saysEn: 'The law of 2008 gives no number of days for answering a recommendation.',
    carriedBy: ['recommendation-replied'],
    source: also(
      luat2008(
        '159',
        'Viện kiểm sát có quyền yêu cầu, kiến nghị đối với cơ quan thi hành án dân sự cùng cấp và cấp dưới, cơ quan, tổ chức và cá nhân có trách nhiệm để bảo đảm việc giải quyết khiếu nại, tố cáo có căn cứ, đúng pháp luật.',
      ),
      vks2014('5(2)'),
    ),
    confidence: 'V1',
  },
]);

/** Requests of the Procuracy: not in use until the amended text has been read. */
export const REQUEST = duties2008('procuracy_request', PROCURACY_REQUESTS);
export const REQUEST_RULES = rules2008('procuracy_request', [PROCURACY_REQUEST_RULE]);
