import { RUNS_ON } from '../pausing';
import { breach, days, months, nd152, onDay, plan, type Row, type RuleRow, tt05, ttlt12, workingDays } from '../words';

const LATE_REPORT = breach(
  'Chậm báo cáo: xem xét thi đua, kỷ luật nội bộ; không phải quá hạn theo luật',
  'A late report counts in appraisal; it is no breach of the law',
);
const BY_CIRCULAR =
  'Thông tư ghi cho Tổng cục, Cục, Chi cục; chưa có văn bản áp cho THADS tỉnh và Phòng khu vực, nên giữ là chỉ tiêu của thông tư.';
const SIGNED_TOGETHER = 'Hiệu lực sau 01/07/2026 chưa kiểm chứng.';

/** Any period: 1 to 12 months, each from 1 October (TT 05/2024 Điều 5). */
const statistics = (level: string | readonly string[]) => ({
  on: ['report-period-set'],
  dayFrom: 'endsOn',
  when: { form: 'statistics', level },
});
const interagency = (level: readonly string[]) => ({ form: 'interagency', level });

/**
 * Statistics by circular (basis `service`: the circulars name bodies that are no more, and being late is no breach of a statute), the
 * monthly list of ended cases and work items (basis `plan`: the day is the agency's own). They bind in both packs.
 */
export const REPORTING_ROWS: readonly Row[] = [
  {
    id: 'stat-report-enforcer',
    nameVi: 'Báo cáo thống kê của Chấp hành viên',
    nameEn: 'The enforcers’ statistics',
    basis: 'service',
    trigger: statistics(['enforcer', 'branch', 'province']),
    period: workingDays(1),
    dischargedBy: ['enforcer-reports-in', 'unit-report-sent'],
    role: 'enforcer',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: tt05(
      '10(1)',
      'Trong thời hạn 01 ngày làm việc, kể từ ngày kết thúc kỳ báo cáo thống kê, Chấp hành viên phải lập và gửi báo cáo thống kê tới Thủ trưởng đơn vị nơi công tác.',
    ),
    confidence: 'Q',
    derived: 'Thông tư không thuộc luật thi hành án: xếp là chỉ tiêu của thông tư.',
  },
  {
    id: 'stat-report-district',
    nameVi: 'Báo cáo thống kê của Phòng khu vực (trước là Chi cục)',
    nameEn: 'Statistics of a branch',
    basis: 'service',
    trigger: statistics('branch'),
    period: workingDays(2),
    dischargedBy: ['unit-report-sent'],
    role: 'branch_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: tt05(
      '10(2)',
      'Trong thời hạn 02 ngày làm việc, kể từ ngày kết thúc kỳ báo cáo thống kê, Chi cục Thi hành án dân sự phải tổng hợp, lập báo cáo thống kê',
    ),
    confidence: 'Q',
    derived: BY_CIRCULAR,
  },
  {
    id: 'stat-report-province',
    nameVi: 'Báo cáo thống kê toàn tỉnh',
    nameEn: 'Statistics of a province',
    basis: 'service',
    trigger: statistics('province'),
    period: workingDays(4),
    dischargedBy: ['unit-report-sent'],
    role: 'province_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: tt05(
      '10(3)',
      'Trong thời hạn 04 ngày làm việc, kể từ ngày kết thúc kỳ báo cáo thống kê, Cục Thi hành án dân sự phải tổng hợp, lập báo cáo thống kê của toàn tỉnh',
    ),
    confidence: 'Q',
    derived: BY_CIRCULAR,
  },
  {
    id: 'stat-report-national',
    nameVi: 'Tổng hợp thống kê toàn quốc',
    nameEn: 'Statistics of the country',
    basis: 'service',
    trigger: statistics('national'),
    period: workingDays(6),
    dischargedBy: ['unit-report-sent'],
    role: 'external',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: tt05('10(7)', 'Trong thời hạn 06 ngày làm việc, kể từ ngày kết thúc kỳ báo cáo thống kê'),
    confidence: 'Q',
    derived: BY_CIRCULAR,
  },
  {
    id: 'stat-lock',
    nameVi: 'Chốt số liệu, lập biểu liên ngành',
    nameEn: 'Lock the figures of the inter-agency forms',
    basis: 'service',
    trigger: {
      on: ['report-period-set'],
      dayFrom: 'endsOn',
      when: interagency(['branch', 'province']),
    },
    period: days(1),
    dischargedBy: ['forms-locked'],
    role: 'branch_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12(
      '8(2)a',
      'Chậm nhất 01 ngày kể từ ngày kết thúc kỳ báo cáo, Chi cục Thi hành án dân sự, Cục Thi hành án dân sự phải rà soát, chốt số liệu',
    ),
    confidence: 'V1',
    derived: SIGNED_TOGETHER,
  },
  {
    id: 'stat-consolidate',
    nameVi: 'Tổng hợp biểu liên ngành của các đơn vị cấp dưới',
    nameEn: 'Consolidate the forms of lower units',
    basis: 'service',
    trigger: { on: ['lower-forms-received'], when: interagency(['province']) },
    period: workingDays(2),
    dischargedBy: ['forms-consolidated'],
    role: 'province_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12('8(2)b'),
    confidence: 'V1',
    derived: SIGNED_TOGETHER,
  },
  {
    id: 'stat-send-cosign',
    nameVi: 'Gửi biểu liên ngành để ký xác nhận',
    nameEn: 'Send the forms for counter-signature',
    basis: 'service',
    trigger: { on: ['forms-locked', 'forms-consolidated'], when: interagency(['branch', 'province']) },
    period: workingDays(1),
    dischargedBy: ['forms-sent-for-signature'],
    role: 'branch_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12('8(3)a'),
    confidence: 'V1',
    derived: `Tính từ ngày lập xong biểu. ${SIGNED_TOGETHER}`,
  },
  {
    id: 'stat-cosign',
    nameVi: 'Đơn vị phối hợp ký xác nhận biểu liên ngành',
    nameEn: 'The partner counter-signs the forms',
    basis: 'service',
    trigger: { on: ['forms-sent-for-signature'] },
    period: workingDays(2),
    dischargedBy: ['forms-countersigned'],
    role: 'external',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12(
      '8(3)b',
      'Chậm nhất 02 ngày làm việc, kể từ ngày nhận được báo cáo, đơn vị phối hợp phải rà soát, ký xác nhận và gửi lại cho đơn vị chủ trì lập báo cáo',
    ),
    confidence: 'V1',
    derived: SIGNED_TOGETHER,
  },
  {
    id: 'stat-send-up',
    nameVi: 'Gửi biểu liên ngành lên cấp trên',
    nameEn: 'Send the forms up',
    basis: 'service',
    trigger: { on: ['forms-countersigned'], when: interagency(['branch', 'province']) },
    period: workingDays(1),
    variants: [{ id: 'province', when: { level: 'province' }, period: workingDays(5) }],
    dischargedBy: ['forms-sent-up'],
    role: 'branch_head',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12('9(1)'),
    confidence: 'V1',
    derived: `Cấp dưới gửi tỉnh 01 ngày làm việc, tỉnh gửi trung ương 05 ngày làm việc; tính từ ngày biểu được ký xác nhận. ${SIGNED_TOGETHER}`,
  },
  {
    id: 'stat-central-total',
    nameVi: 'Trung ương tổng hợp biểu liên ngành',
    nameEn: 'The centre totals the forms',
    basis: 'service',
    trigger: { on: ['lower-forms-received'], when: interagency(['national']) },
    period: workingDays(5),
    dischargedBy: ['forms-consolidated'],
    role: 'external',
    atExpiry: LATE_REPORT,
    pausedBy: RUNS_ON,
    source: ttlt12('9(1)'),
    confidence: 'V1',
    derived: SIGNED_TOGETHER,
  },
  {
    id: 'work-item-due',
    nameVi: 'Đầu việc của đợt cao điểm',
    nameEn: 'Work item of a campaign',
    basis: 'plan',
    trigger: { on: ['work-item-set'], dayFrom: 'dueOn' },
    period: onDay,
    dischargedBy: ['work-item-done'],
    voidedBy: ['work-item-set'],
    role: 'enforcer',
    atExpiry: breach('Chậm so với kế hoạch của đợt', 'Late against the campaign’s plan'),
    pausedBy: RUNS_ON,
    source: plan('đầu việc có ngày hoàn thành'),
    confidence: 'D',
    derived: 'Ngày do cơ quan tự đặt, không phải thời hạn luật định: đúng ngày đã định, không chuyển khi là ngày nghỉ.',
  },
];

/** Its provisions without a length. */
export const REPORTING_RULES: readonly RuleRow[] = [
  {
    id: 'stat-lists',
    nameVi: 'Danh sách kèm theo báo cáo thống kê 3, 6, 10, 12 tháng',
    nameEn: 'Lists that go with the reports of 3, 6, 10 and 12 months',
    basis: 'service',
    sort: 'content',
    saysVi:
      'Kỳ 3, 6, 10, 12 tháng có danh sách kèm theo (việc ở sổ riêng, việc đang thi hành, bồi thường, tổ chức tín dụng); kỳ 12 tháng chốt danh sách việc chuyển kỳ sau.',
    saysEn:
      'The reports of 3, 6, 10 and 12 months carry lists (separate register, ongoing cases, compensation, credit institutions); that of 12 months carries the cases passed on.',
    carriedBy: ['lists-made', 'stat-report-district', 'stat-report-province'],
    source: tt05(
      '8(2), 8(3)',
      'Kết thúc kỳ báo cáo thống kê 12 tháng, Chi cục Thi hành án dân sự chốt số liệu, lập danh sách số việc thi hành án chưa thi hành xong chuyển kỳ sau',
    ),
    confidence: 'Q',
  },
  {
    id: 'stat-period',
    nameVi: 'Kỳ báo cáo thống kê liên ngành',
    nameEn: 'Periods of the inter-agency statistics',
    basis: 'service',
    sort: 'moment',
    saysVi: 'Năm báo cáo từ 01/10 đến 30/9; các kỳ 3, 6, 10, 12 tháng kết thúc ngày 31/12, 31/3, 31/7, 30/9.',
    saysEn:
      'The year runs from 1 October to 30 September; periods of 3, 6, 10 and 12 months end on 31/12, 31/3, 31/7 and 30/9.',
    carriedBy: ['report-period-set'],
    source: ttlt12('6'),
    confidence: 'V1',
  },
  {
    id: 'stat-interagency-draft',
    nameVi: 'Biểu liên ngành: chốt số liệu',
    nameEn: 'Inter-agency forms: lock the figures',
    basis: 'service',
    sort: 'effect',
    saysVi: 'Biểu 01 – 03/TKLN do Chi cục, Cục chốt số liệu chậm nhất 01 ngày sau kỳ; biểu 04 do Viện kiểm sát.',
    saysEn: 'Forms 01 – 03 are locked at most one day after the period by the agency; form 04 by the Procuracy.',
    carriedBy: ['stat-lock'],
    source: ttlt12(
      '8(2)a',
      'Chậm nhất 01 ngày kể từ ngày kết thúc kỳ báo cáo, Chi cục Thi hành án dân sự, Cục Thi hành án dân sự phải rà soát, chốt số liệu',
    ),
    confidence: 'Q',
  },
  {
    id: 'stat-interagency-sign',
    nameVi: 'Biểu liên ngành: ký xác nhận',
    nameEn: 'Inter-agency forms: counter-signature',
    basis: 'service',
    sort: 'effect',
    saysVi:
      '01 ngày làm việc để gửi ký, 02 để ký, 01 để gửi lên tỉnh; tỉnh gửi lên trong 05, trung ương tổng hợp trong 05 ngày làm việc.',
    saysEn:
      '1 working day to send, 2 to sign, 1 to send up; the province sends up in 5 working days, the centre totals in 5.',
    carriedBy: ['stat-send-cosign', 'stat-cosign', 'stat-send-up', 'stat-central-total'],
    source: ttlt12(
      '8(3), 9(1)',
      'Chậm nhất 02 ngày làm việc, kể từ ngày nhận được báo cáo, đơn vị phối hợp phải rà soát, ký xác nhận và gửi lại cho đơn vị chủ trì lập báo cáo',
    ),
    confidence: 'Q',
  },
];

/** NĐ 152 Điều 32(2): the monthly list. Law of 2025 only. */
export const ENDED_LIST_ROWS: readonly Row[] = [
  {
    id: 'ended-cases-list-to-procuracy',
    nameVi: 'Danh sách việc kết thúc gửi Viện kiểm sát',
    nameEn: 'List of ended cases for the Procuracy',
    basis: 'plan',
    trigger: { on: ['report-period-set'], dayFrom: 'endsOn', when: { form: 'ended_list' } },
    period: months(1),
    dischargedBy: ['ended-list-sent'],
    role: 'branch_head',
    atExpiry: breach(
      'Chưa thông báo thì thời hạn kháng nghị 01 năm của Viện kiểm sát chưa bắt đầu (Điều 112(2))',
      'Until told, the Procuracy’s year to protest does not begin (112(2))',
    ),
    pausedBy: RUNS_ON,
    source: nd152(
      '32(2)',
      'Định kỳ hằng tháng, cơ quan thi hành án dân sự trích xuất danh sách việc thi hành án kết thúc để thông báo cho Viện kiểm sát nhân dân có thẩm quyền.',
    ),
    confidence: 'Q',
    derived:
      'Nghị định chỉ ghi “định kỳ hằng tháng”, không ấn định ngày: cơ quan tự đặt hạn là một tháng kể từ ngày cuối tháng của danh sách.',
  },
];
