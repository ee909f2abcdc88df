import { RUNS_ON } from '../pausing';
import { asIn, atOnce, blttds, breach, days, duties2008, hours, late, luat2008, months, workingDays } from '../words';

/** Điều 130 – 132: interim measures. Điều 137: bankruptcy. Điều 170, 179: courts. */
export const INTERIM_AND_BANKRUPTCY = duties2008('enforcement_case', [
  {
    id: 'interim-measure-apply',
    nameVi: 'Áp dụng biện pháp thi hành biện pháp khẩn cấp tạm thời',
    nameEn: 'Apply measures for an interim measure',
    trigger: { on: ['enforcer-assigned'], when: { origin: 'interim' } },
    period: hours(24),
    dischargedBy: ['freeze-decided', 'custody-decided', 'coercion-decided'],
    role: 'enforcer',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '130(1)',
      'Trong thời hạn 24 giờ, kể từ khi nhận được quyết định thi hành án, Chấp hành viên phải áp dụng ngay các biện pháp bảo đảm, biện pháp cưỡng chế',
    ),
    confidence: 'Q',
  },
  {
    id: 'interim-measure-cancel',
    nameVi: 'Đình chỉ khi biện pháp khẩn cấp tạm thời bị hủy bỏ',
    nameEn: 'Terminate when the interim measure is cancelled',
    trigger: { on: ['interim-measure-cancelled'] },
    period: atOnce,
    dischargedBy: ['terminated'],
    role: 'branch_head',
    atExpiry: breach(
      'Phải ra quyết định đình chỉ ngay; giải tỏa trong 24 giờ',
      'Owed at once; release within 24 hours',
    ),
    pausedBy: RUNS_ON,
    source: luat2008('132'),
    confidence: 'P',
  },
  {
    id: 'bankruptcy-procedure-stopped',
    nameVi: 'Thi hành tiếp khi đình chỉ thủ tục phá sản',
    nameEn: 'Continue when bankruptcy proceedings are stopped',
    trigger: { on: ['bankruptcy-procedure-stopped'] },
    period: workingDays(5),
    dischargedBy: ['resumed'],
    role: 'branch_head',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008('137(3)'),
    confidence: 'P',
  },
  {
    id: 'cassation-petition-reply',
    nameVi: 'Tòa án trả lời kiến nghị giám đốc thẩm, tái thẩm',
    nameEn: 'The court answers a petition for cassation or reopening',
    trigger: { on: ['cassation-petitioned'] },
    period: days(90),
    dischargedBy: ['cassation-answered'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: asIn(
      luat2008('170(2)b'),
      blttds(
        '487',
        'Tòa án có thẩm quyền phải trả lời trong thời hạn 03 tháng, kể từ ngày nhận được kiến nghị; trường hợp vụ việc phức tạp thì thời hạn trả lời không quá 04 tháng',
      ),
    ),
    confidence: 'Q',
    readings: [
      {
        id: 'civil-procedure',
        period: months(3),
        why: 'BLTTDS 2015 Điều 487: 03 tháng (phức tạp: không quá 04 tháng); Luật 26/2008/QH12 Điều 170(2)b: 90 ngày.',
      },
      {
        id: 'civil-procedure-complex',
        period: months(4),
        why: 'BLTTDS 2015 Điều 487: vụ việc phức tạp không quá 04 tháng.',
      },
    ],
  },
  {
    id: 'judgment-explanation',
    nameVi: 'Tòa án giải thích bản án',
    nameEn: 'The court explains the judgment',
    trigger: { on: ['judgment-explanation-asked'] },
    period: days(15),
    variants: [{ id: 'complex', when: { complex: true }, period: days(30) }],
    dischargedBy: ['judgment-explained'],
    role: 'external',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: luat2008(
      '179(2)',
      'trong thời hạn 15 ngày, kể từ ngày nhận được yêu cầu … Trường hợp vụ việc phức tạp thì thời hạn trả lời không quá 30 ngày',
    ),
    confidence: 'Q',
  },
]);
