import { PROCURACY_REQUEST_RULE, PROCURACY_REQUESTS } from '../both/procuracy-requests';
import { RUNS_ON } from '../pausing';
import { also, breach, days, duties2025, lapse, late, luat2025, nd152, rules2025, workingDays, years } from '../words';

const REPLY =
  'Thủ trưởng cơ quan thi hành án dân sự, Trưởng văn phòng thi hành án dân sự có trách nhiệm trả lời kháng nghị, kiến nghị của Viện kiểm sát nhân dân … trong thời hạn 15 ngày kể từ ngày nhận được kháng nghị, kiến nghị.';
const CARRY_OUT =
  'Trường hợp chấp nhận kháng nghị, kiến nghị của Viện kiểm sát nhân dân thì trong thời hạn 05 ngày làm việc kể từ ngày có văn bản trả lời kháng nghị, kiến nghị, Thủ trưởng cơ quan thi hành án dân sự, Trưởng văn phòng thi hành án dân sự phải thực hiện kháng nghị, kiến nghị của Viện kiểm sát nhân dân.';
const WINDOW =
  'Thời hạn kháng nghị của Viện kiểm sát nhân dân khu vực, Viện kiểm sát quân sự cấp quân khu, Viện kiểm sát nhân dân cấp tỉnh đối với quyết định, hành vi trong việc thi hành án là 15 ngày; của Viện kiểm sát nhân dân tối cao, Viện kiểm sát quân sự trung ương là 30 ngày kể từ ngày nhận được quyết định hoặc phát hiện hành vi vi phạm.';
const UNANSWERED = breach(
  'Vi phạm; luật không nêu hệ quả: báo Thủ trưởng và Cục Quản lý THADS',
  'A breach; the law names no consequence: tell the head and the managing agency',
);
const PROTEST_TOO_LATE = lapse(
  'Ghi nhận ngày nhận; luật không nêu hệ quả của kháng nghị muộn',
  'Record the date; the law names no effect',
);
const FOR_INFORMATION =
  'Chỉ để kiểm tra: tính từ ngày Viện kiểm sát nhận quyết định (hoặc phát hiện) đến ngày kháng nghị.';

/** Điều 112: the Procuracy’s time to protest. Điều 113: answering and carrying out protests. */
export const PROTEST = duties2025('procuracy_protest', [
  {
    id: 'protest-limitation',
    nameVi: 'Thời hạn kháng nghị của VKS khu vực, cấp tỉnh',
    nameEn: 'Time to protest, regional and provincial Procuracy',
    trigger: {
      on: ['protest-received'],
      dayFrom: 'procuracyNoticeOn',
      unless: [{ level: ['supreme', 'ended'] }, { caseEnded: true }],
    },
    period: days(15),
    dischargedBy: ['protest-received'],
    role: 'external',
    atExpiry: PROTEST_TOO_LATE,
    pausedBy: RUNS_ON,
    source: luat2025('112(2)', WINDOW),
    confidence: 'V1',
    derived: FOR_INFORMATION,
  },
  {
    id: 'protest-limitation-supreme',
    nameVi: 'Thời hạn kháng nghị của VKSND tối cao, VKSQS trung ương',
    nameEn: 'Time to protest, Supreme Procuracy',
    trigger: {
      on: ['protest-received'],
      dayFrom: 'procuracyNoticeOn',
      when: { level: 'supreme' },
      unless: { caseEnded: true },
    },
    period: days(30),
    dischargedBy: ['protest-received'],
    role: 'external',
    atExpiry: PROTEST_TOO_LATE,
    pausedBy: RUNS_ON,
    source: luat2025('112(2)', WINDOW),
    confidence: 'V1',
    derived: FOR_INFORMATION,
  },
  {
    id: 'protest-limitation-ended',
    succeeds: ['o08-protest-limitation'],
    alsoEnded: true,
    nameVi: 'Thời hạn kháng nghị việc thi hành án đã kết thúc',
    nameEn: 'Time to protest an ended case',
    trigger: { on: ['protest-received'], dayFrom: 'endedNoticeOn' },
    period: years(1),
    dischargedBy: ['protest-received'],
    role: 'external',
    atExpiry: PROTEST_TOO_LATE,
    pausedBy: RUNS_ON,
    source: luat2025(
      '112(2), 116(2)',
      'Trường hợp việc thi hành án đã kết thúc thì thời hạn kháng nghị là 01 năm kể từ ngày Viện kiểm sát nhân dân có thẩm quyền nhận được thông báo về kết thúc việc thi hành án.',
    ),
    confidence: 'V1',
    derived: `${FOR_INFORMATION} Áp dụng cả cho việc kết thúc trước 01/7/2026 (Điều 116(2)).`,
  },
  {
    id: 'protest-reply',
    succeeds: ['o08-protest-reply'],
    nameVi: 'Trả lời kháng nghị',
    nameEn: 'Answer the protest',
    trigger: { on: ['protest-received'] },
    period: days(15),
    dischargedBy: ['protest-replied', 'reconsideration-requested'],
    voidedBy: ['protest-withdrawn'],
    role: 'branch_head',
    atExpiry: UNANSWERED,
    pausedBy: RUNS_ON,
    source: luat2025('113(1)', REPLY),
    confidence: 'V1',
  },
  {
    id: 'protest-execute',
    succeeds: ['o08-protest-execute'],
    nameVi: 'Thực hiện kháng nghị đã chấp nhận',
    nameEn: 'Carry out the accepted protest',
    trigger: { on: ['protest-replied'], when: { accepted: true } },
    period: workingDays(5),
    dischargedBy: ['protest-executed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025('113(1)', CARRY_OUT),
    confidence: 'V1',
  },
  {
    id: 'protest-reconsider-answer',
    nameVi: 'Viện kiểm sát trả lời đề nghị xem xét lại',
    nameEn: 'The Procuracy answers the request',
    trigger: { on: ['reconsideration-requested'] },
    period: days(10),
    dischargedBy: ['reconsideration-answered', 'protest-withdrawn'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '113(2)',
      'Trong thời hạn 10 ngày kể từ ngày nhận được văn bản đề nghị, Viện kiểm sát nhân dân phải có văn bản trả lời.',
    ),
    confidence: 'V1',
  },
  {
    id: 'protest-managing-agency-answer',
    succeeds: ['o08-protest-disagree'],
    nameVi: 'Cục Quản lý THADS xem xét, trả lời',
    nameEn: 'The managing agency answers',
    trigger: { on: ['protest-reported-up'] },
    period: days(30),
    dischargedBy: ['managing-agency-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '113(2)a',
      'Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp xem xét và trả lời trong thời hạn 30 ngày kể từ ngày nhận được báo cáo.',
    ),
    confidence: 'V1',
  },
  {
    id: 'protest-minister-answer',
    succeeds: ['o08-protest-minister-answer'],
    nameVi: 'Bộ trưởng xem xét lại theo đề nghị của Viện trưởng VKSND tối cao',
    nameEn: 'The Minister answers the Chief Procurator',
    trigger: { on: ['minister-review-requested'] },
    period: days(30),
    dischargedBy: ['minister-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '113(3)',
      'Bộ trưởng Bộ Tư pháp, Bộ trưởng Bộ Quốc phòng có trách nhiệm xem xét và trả lời bằng văn bản cho Viện trưởng Viện kiểm sát nhân dân tối cao trong thời hạn 30 ngày kể từ ngày nhận được yêu cầu.',
    ),
    confidence: 'V1',
  },
  {
    id: 'protest-reverify',
    nameVi: 'Xác minh lại điều kiện thi hành án sau kháng nghị',
    nameEn: 'Verify means again after a protest',
    trigger: { on: ['protest-received'], when: { about: 'verification' } },
    period: workingDays(5),
    dischargedBy: ['reverified'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025(
      '37(5)',
      'Việc xác minh lại được tiến hành trong thời hạn 05 ngày làm việc kể từ ngày nhận được … kháng nghị của Viện kiểm sát nhân dân.',
    ),
    confidence: 'V1',
  },
]);

/** Điều 113(1), 113(4): recommendations (kiến nghị). */
export const RECOMMENDATION = duties2025('procuracy_recommendation', [
  {
    id: 'recommendation-reply',
    nameVi: 'Trả lời kiến nghị của Viện kiểm sát',
    nameEn: 'Answer the recommendation',
    trigger: { on: ['recommendation-received'] },
    period: days(15),
    dischargedBy: ['recommendation-replied'],
    role: 'branch_head',
    atExpiry: UNANSWERED,
    pausedBy: RUNS_ON,
    source: luat2025('113(1)', REPLY),
    confidence: 'V1',
  },
  {
    id: 'recommendation-execute',
    nameVi: 'Thực hiện kiến nghị đã chấp nhận',
    nameEn: 'Carry out the accepted recommendation',
    trigger: { on: ['recommendation-replied'], when: { accepted: true } },
    period: workingDays(5),
    dischargedBy: ['recommendation-executed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2025('113(1)', CARRY_OUT),
    confidence: 'V1',
  },
]);

/** Requests of the Procuracy (yêu cầu): not in use until the amended text has been read. */
export const REQUEST = duties2025('procuracy_request', PROCURACY_REQUESTS);

export const REQUEST_RULES = rules2025('procuracy_request', [
  { ...PROCURACY_REQUEST_RULE, source: also(PROCURACY_REQUEST_RULE.source, luat2025('12(1)')) },
]);

/** Provisions on protests that have no length. */
export const PROTEST_RULES = rules2025('procuracy_protest', [
  {
    id: 'protest-reconsider-request',
    nameVi: 'Đề nghị Viện kiểm sát xem xét lại kháng nghị',
    nameEn: 'Ask the Procuracy to reconsider',
    sort: 'condition',
    saysVi: 'Không nhất trí thì có văn bản đề nghị Viện kiểm sát đã kháng nghị xem xét lại; không có thời hạn riêng.',
    saysEn: 'Who disagrees asks the Procuracy in writing to reconsider; no limit of its own.',
    carriedBy: ['reconsideration-requested', 'protest-reply'],
    source: luat2025(
      '113(2)',
      'Trường hợp không nhất trí với kháng nghị thì Thủ trưởng cơ quan thi hành án dân sự, Trưởng văn phòng thi hành án dân sự có văn bản đề nghị Viện kiểm sát nhân dân đã kháng nghị xem xét lại kháng nghị.',
    ),
    confidence: 'I',
    derived: 'Nằm trong 15 ngày trả lời (protest-reply) là suy ra.',
    readings: [
      {
        id: 'within-15-days',
        vi: 'Văn bản đề nghị phải gửi trong 15 ngày và coi là trả lời.',
        en: 'It must be sent within the 15 days and counts as the reply.',
      },
      {
        id: 'no-limit',
        vi: 'Không bị giới hạn bởi 15 ngày; vẫn phải trả lời trong 15 ngày.',
        en: 'Not bound by the 15 days; a reply is owed within them all the same.',
      },
    ],
  },
  {
    id: 'protest-report-up',
    nameVi: 'Báo cáo Cục Quản lý THADS và VKSND tối cao',
    nameEn: 'Report to the managing agency and the Supreme Procuracy',
    sort: 'effect',
    saysVi: 'Viện kiểm sát giữ kháng nghị mà vẫn không nhất trí thì phải báo cáo; không nêu số ngày.',
    saysEn: 'If the protest is maintained and the head still disagrees, a report goes up; no number of days.',
    carriedBy: ['protest-reported-up', 'protest-managing-agency-answer'],
    source: luat2025(
      '113(2)a',
      'Thủ trưởng cơ quan thi hành án dân sự tỉnh, thành phố, Trưởng văn phòng thi hành án dân sự nơi có quyết định, hành vi bị kháng nghị phải báo cáo với Thủ trưởng cơ quan quản lý thi hành án dân sự thuộc Bộ Tư pháp và Viện kiểm sát nhân dân tối cao.',
    ),
    confidence: 'V1',
  },
  {
    id: 'protest-auction-pause',
    nameVi: 'Tạm dừng đấu giá khi có kháng nghị',
    nameEn: 'Auction paused because of a protest',
    sort: 'effect',
    saysVi: 'Tạm dừng đến khi căn cứ không còn; chỉ trước khi công bố người trúng đấu giá.',
    saysEn: 'Paused until the ground ends; only before the winner is announced.',
    carriedBy: ['auction-paused', 'auction-resumed'],
    source: luat2025('84(1)c, 84(3)', 'Có kháng nghị của Viện kiểm sát nhân dân…'),
    confidence: 'V1',
  },
]);

/** Điều 113(4). */
export const RECOMMENDATION_RULES = rules2025('procuracy_recommendation', [
  {
    id: 'recommendation-disagree',
    nameVi: 'Không nhất trí hoặc không thực hiện được kiến nghị',
    nameEn: 'A recommendation not accepted, or not possible',
    sort: 'content',
    saysVi: 'Trả lời bằng văn bản, nêu rõ lý do; luật không có bước tiếp theo.',
    saysEn: 'A written reply with reasons; the law has no further step.',
    carriedBy: ['recommendation-reply', 'recommendation-replied'],
    source: luat2025(
      '113(4)',
      'Trường hợp không nhất trí hoặc không thực hiện được nội dung kiến nghị của Viện kiểm sát nhân dân thì Thủ trưởng cơ quan thi hành án dân sự, Trưởng văn phòng thi hành án dân sự có văn bản trả lời Viện kiểm sát nhân dân đã kiến nghị và nêu rõ lý do.',
    ),
    confidence: 'V1',
    derived: 'Trong 15 ngày trả lời (recommendation-reply) là suy ra.',
  },
]);

/** What a case owes the Procuracy, besides the limits of Điều 35. */
export const PROCURACY_NOTICE_RULES = rules2025('enforcement_case', [
  {
    id: 'procuracy-send-enforcement-decision',
    nameVi: 'Gửi quyết định về thi hành án cho Viện kiểm sát',
    nameEn: 'Send each enforcement decision to the Procuracy',
    sort: 'effect',
    saysVi: 'Trong 03 ngày làm việc kể từ ngày ra quyết định; ngày Viện kiểm sát nhận được mở thời hạn kháng nghị.',
    saysEn: 'Within 3 working days of the decision; the day the Procuracy receives it opens its time to protest.',
    carriedBy: ['decision-to-procuracy', 'sent-to-procuracy'],
    source: luat2025(
      '35(2)',
      'Quyết định về thi hành án phải được gửi cho Viện kiểm sát nhân dân có thẩm quyền trong thời hạn 03 ngày làm việc kể từ ngày ra quyết định',
    ),
    confidence: 'V1',
  },
  {
    id: 'procuracy-ended-list',
    nameVi: 'Thông báo hằng tháng danh sách việc kết thúc cho Viện kiểm sát',
    nameEn: 'Monthly list of ended cases to the Procuracy',
    sort: 'effect',
    saysVi:
      'Hằng tháng trích danh sách việc kết thúc gửi Viện kiểm sát có thẩm quyền; ngày nhận mở thời hạn kháng nghị 01 năm.',
    saysEn: 'Each month the list of ended cases goes to the Procuracy; its receipt opens the year to protest.',
    carriedBy: [],
    source: nd152(
      '32(2)',
      'Định kỳ hằng tháng, cơ quan thi hành án dân sự trích xuất danh sách việc thi hành án kết thúc để thông báo cho Viện kiểm sát nhân dân có thẩm quyền.',
    ),
    confidence: 'OCR',
    derived: 'Là việc của cơ quan theo tháng, không của một việc thi hành án.',
  },
]);
