import { RUNS_ON, WHILE_COMPLAINT_SUSPENDED } from '../pausing';
import { days, duties2008, lapse, late, luat2008, workingDays } from '../words';

/** Điều 157: denunciations. */
export const DENUNCIATION = duties2008('denunciation', [
  {
    id: 'o08-denunciation',
    nameVi: 'Giải quyết tố cáo',
    nameEn: 'Resolve the denunciation',
    trigger: { on: ['denunciation-accepted'] },
    period: days(60),
    variants: [{ id: 'complex', when: { complexity: ['complex', 'special'] }, period: days(90) }],
    dischargedBy: ['denunciation-concluded'],
    voidedBy: ['denunciation-discontinued'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: WHILE_COMPLAINT_SUSPENDED,
    source: luat2008('157(2)', 'Thời hạn giải quyết tố cáo là 60 ngày… không quá 90 ngày'),
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
    source: luat2008('160(2)', '…cùng cấp là 15 ngày, của Viện kiểm sát cấp trên trực tiếp là 30 ngày'),
    confidence: 'V1',
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
    source: luat2008('161(1)', '…15 ngày, kể từ ngày nhận được kháng nghị'),
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
    source: luat2008('161(1)'),
    confidence: 'P',
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
    source: luat2008('161(2)'),
    confidence: 'P',
  },
]);
