import { RUNS_ON } from '../pausing';
import { breach, days, lapse, late, type Row, tt13, workingDays, years } from '../words';

/** TT 13/2021: what the Ministry’s process adds to the Law on Denunciations. */
export const DENUNCIATION_PROCESS: readonly Row[] = [
  {
    id: 'denunciation-store-1-year',
    nameVi: 'Lưu đơn tố cáo',
    nameEn: 'Keep an unhandled denunciation',
    trigger: { on: ['letter-stored'] },
    period: years(1),
    dischargedBy: ['letter-destroyed'],
    role: 'complaint_handler',
    atExpiry: breach('Xem xét, quyết định tiêu hủy', 'Consider and decide on destruction'),
    pausedBy: RUNS_ON,
    source: tt13(
      '16(3)',
      'Thời hạn lưu đơn là 01 năm, hết thời hạn lưu đơn thì xem xét, quyết định việc tiêu hủy đơn theo quy định của pháp luật.',
    ),
    confidence: 'V1',
  },
  {
    id: 'denunciation-team-announce',
    nameVi: 'Giao, công bố quyết định thành lập Đoàn xác minh',
    nameEn: 'Hand over or announce the team decision',
    trigger: { on: ['verification-team-formed'] },
    period: days(10),
    dischargedBy: ['team-announced'],
    voidedBy: ['denunciation-concluded', 'denunciation-discontinued'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tt13(
      '19(1)',
      'Trưởng đoàn xác minh có trách nhiệm giao hoặc công bố quyết định thành lập Đoàn xác minh nội dung tố cáo cho người bị tố cáo, cơ quan của người bị tố cáo trong thời hạn 10 ngày kể từ ngày ban hành quyết định.',
    ),
    confidence: 'V1',
  },
  {
    id: 'denunciation-verification-report',
    nameVi: 'Báo cáo kết quả xác minh tố cáo',
    nameEn: 'Report the verification',
    trigger: { on: ['verification-ended'] },
    period: workingDays(5),
    dischargedBy: ['verification-reported', 'denunciation-concluded'],
    voidedBy: ['denunciation-discontinued'],
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: tt13(
      '21(1)',
      'Trong thời hạn 05 ngày làm việc, kể từ ngày kết thúc việc xác minh, Trưởng đoàn xác minh phải báo cáo bằng văn bản về kết quả xác minh với người có thẩm quyền giải quyết tố cáo.',
    ),
    confidence: 'V1',
  },
  {
    id: 'denunciation-accused-petition',
    nameVi: 'Kiến nghị của người bị tố cáo',
    nameEn: 'Time for the accused to petition the superior',
    trigger: { on: ['conclusion-received-by-accused'] },
    period: days(15),
    dischargedBy: ['accused-petitioned'],
    role: 'external',
    owedBy: 'private',
    atExpiry: lapse('Hết quyền kiến nghị (suy ra)', 'The right is lost (inferred)'),
    pausedBy: RUNS_ON,
    source: tt13(
      '23',
      'Trong thời hạn 15 ngày, kể từ ngày nhận được kết luận nội dung tố cáo, nếu người bị tố cáo không đồng ý thì có quyền kiến nghị bằng văn bản đến cấp trên trực tiếp của người đã giải quyết tố cáo',
    ),
    confidence: 'V1',
  },
];
