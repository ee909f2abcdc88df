import type { MatterKind } from '../../model';
import { RUNS_ON } from '../pausing';
import { cite, late, type Row, workingDays } from '../words';

/** Matters that begin with a letter. */
export const LETTERS: readonly MatterKind[] = ['complaint', 'administrative_complaint', 'denunciation', 'petition'];

export const LETTER_RECEIVED: readonly string[] = ['complaint-received', 'denunciation-received', 'petition-received'];

/** Any step by which a letter has been dealt with. */
export const LETTER_PROCESSED: readonly string[] = [
  ...['complaint-registered', 'complaint-accepted', 'complaint-rejected', 'complaint-forwarded'],
  ...['conditions-checked', 'denunciation-accepted', 'denunciation-not-accepted', 'denunciation-forwarded'],
  ...['denunciation-not-processed', 'inspection-lead-taken'],
  ...['petition-answered', 'petition-forwarded', 'petition-stored', 'letter-stored'],
];

/** TT 05/2021/TT-TTCP: the number is from memory and was not found in the articles read. */
export const LETTER_CIRCULAR: readonly Row[] = [
  {
    id: 'letter-ttcp-10-days',
    nameVi: 'Xử lý đơn theo thông tư của Thanh tra Chính phủ',
    nameEn: 'Handle a letter under the Government Inspectorate’s circular',
    active: false,
    trigger: { on: LETTER_RECEIVED },
    period: workingDays(10),
    dischargedBy: LETTER_PROCESSED,
    role: 'complaint_handler',
    atExpiry: late,
    pausedBy: RUNS_ON,
    source: cite('TT 05/2021/TT-TTCP')('13 – 16'),
    confidence: 'M',
    derived:
      '“10 ngày làm việc” chưa kiểm chứng: các điều đã đọc (13 – 16) không có số này; “10 ngày làm việc” có kiểm chứng là Luật Tiếp công dân Điều 28(1).',
  },
];
