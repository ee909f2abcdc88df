import type { EventDef } from '../model';
import { luat2025, nd154, tiepCongDan, toCao, tt13 } from '../statutes/words';
import { code, date, events, must, RESOLVER, yesNo } from './words';

const DENOUNCED: readonly (readonly string[])[] = [['denunciation-received']];
const TAKEN_UP: readonly (readonly string[])[] = [['denunciation-accepted']];
const CONCLUDED: readonly (readonly string[])[] = [['denunciation-concluded']];

/** A denunciation (tố cáo): Luật Tố cáo, with the periods of Điều 110. */
export const DENUNCIATION: readonly EventDef[] = events('denunciation', [
  [
    'denunciation-received',
    'Nhận tố cáo',
    'Denunciation received',
    RESOLVER,
    { stage: 'received', once: true, source: toCao('24') },
  ],
  [
    'initial-processing-extended',
    'Kéo dài xử lý ban đầu',
    'Initial processing extended',
    RESOLVER,
    { requires: DENOUNCED, once: true, source: toCao('24(1)') },
  ],
  [
    'denunciation-forwarded',
    'Chuyển tố cáo không thuộc thẩm quyền',
    'Denunciation forwarded',
    RESOLVER,
    {
      requires: DENOUNCED,
      refusedAfter: ['denunciation-accepted'],
      stage: 'ended',
      closes: true,
      source: toCao('24(2)'),
    },
  ],
  [
    'denunciation-not-accepted',
    'Thông báo không thụ lý tố cáo',
    'Denunciation not accepted',
    RESOLVER,
    {
      requires: DENOUNCED,
      refusedAfter: ['denunciation-accepted'],
      stage: 'ended',
      closes: true,
      source: toCao('24(1)'),
    },
  ],
  [
    'denunciation-accepted',
    'Thụ lý tố cáo',
    'Denunciation accepted',
    RESOLVER,
    { requires: DENOUNCED, once: true, stage: 'accepted', source: toCao('29') },
  ],
  [
    'parties-notified',
    'Thông báo người tố cáo, người bị tố cáo',
    'Both sides notified',
    RESOLVER,
    { requires: TAKEN_UP, stage: 'verifying', source: toCao('29(3)') },
  ],
  [
    'denunciation-extended',
    'Gia hạn giải quyết (phức tạp)',
    'Extended (complex)',
    RESOLVER,
    { requires: TAKEN_UP, once: true, source: toCao('30(2)') },
  ],
  [
    'denunciation-suspended',
    'Tạm đình chỉ giải quyết tố cáo',
    'Denunciation suspended',
    RESOLVER,
    { requires: TAKEN_UP, stage: 'suspended', pauses: { kind: 'complaint-suspended' }, source: toCao('34(1)') },
  ],
  [
    'denunciation-continued',
    'Tiếp tục giải quyết tố cáo',
    'Denunciation continued',
    RESOLVER,
    {
      refusedAfter: ['denunciation-continued'],
      requires: [['denunciation-suspended']],
      stage: 'verifying',
      resumes: ['complaint-suspended'],
      source: toCao('34(2)'),
    },
  ],
  [
    'denunciation-discontinued',
    'Đình chỉ giải quyết tố cáo',
    'Denunciation discontinued',
    RESOLVER,
    {
      requires: TAKEN_UP,
      refusedAfter: ['denunciation-concluded'],
      stage: 'ended',
      closes: true,
      source: toCao('34(3)'),
    },
  ],
  [
    'denunciation-concluded',
    'Kết luận nội dung tố cáo',
    'Denunciation concluded',
    RESOLVER,
    { requires: TAKEN_UP, once: true, stage: 'concluded', source: luat2025('110(2)') },
  ],
  [
    'conclusion-sent',
    'Gửi kết luận nội dung tố cáo',
    'Conclusion sent',
    RESOLVER,
    { requires: CONCLUDED, source: toCao('35(3)') },
  ],
  [
    'conclusion-acted-on',
    'Xử lý kết luận nội dung tố cáo',
    'Conclusion acted on',
    RESOLVER,
    { requires: CONCLUDED, stage: 'executed', source: toCao('36(1)') },
  ],
  [
    'conclusion-published',
    'Công khai kết luận nội dung tố cáo',
    'Conclusion published',
    RESOLVER,
    { requires: CONCLUDED, source: toCao('40(1)') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    { requires: CONCLUDED, stage: 'ended', closes: true, source: toCao('39') },
  ],
  [
    'denunciation-not-competent',
    'Tố cáo không thuộc thẩm quyền',
    'Not competent',
    RESOLVER,
    { requires: DENOUNCED, attrs: [must(date('denunciationReceivedOn', 'Ngày nhận tố cáo'))], source: toCao('24(2)') },
  ],
  [
    'suspension-document-sent',
    'Gửi quyết định tạm đình chỉ',
    'Suspension decision sent',
    RESOLVER,
    { requires: [['denunciation-suspended']], source: toCao('34(4)') },
  ],
]);

/** A petition or reflection (kiến nghị, phản ánh). */
export const PETITION: readonly EventDef[] = events('petition', [
  [
    'petition-received',
    'Nhận kiến nghị, phản ánh',
    'Petition received',
    RESOLVER,
    { stage: 'received', once: true, source: tt13('28(1)') },
  ],
  [
    'petition-answered',
    'Trả lời kiến nghị, phản ánh',
    'Petition answered',
    RESOLVER,
    { requires: [['petition-received']], stage: 'ended', closes: true, source: tt13('28(1)') },
  ],
  [
    'petition-forwarded',
    'Hướng dẫn hoặc chuyển đơn',
    'Petition forwarded',
    RESOLVER,
    { requires: [['petition-received']], stage: 'ended', closes: true, source: tt13('28(2)') },
  ],
  [
    'petition-stored',
    'Lưu đơn trùng, nhiều nơi nhận',
    'Petition stored',
    RESOLVER,
    { requires: [['petition-received']], stage: 'ended', closes: true, source: tt13('28(3)') },
  ],
]);

/** A citizen received (tiếp công dân). */
export const RECEPTION: readonly EventDef[] = events('reception', [
  [
    'reception-planned',
    'Lên lịch tiếp công dân',
    'Reception planned',
    RESOLVER,
    {
      stage: 'planned',
      attrs: [must(date('plannedOn', 'Ngày tiếp')), yesNo('online', 'Trực tuyến')],
      source: tiepCongDan('18(2), 24(4)'),
    },
  ],
  [
    'schedule-posted',
    'Niêm yết lịch tiếp công dân',
    'Schedule posted',
    RESOLVER,
    { requires: [['reception-planned']], source: tiepCongDan('24(4)') },
  ],
  [
    'online-session-announced',
    'Thông báo buổi tiếp trực tuyến',
    'Online session announced',
    RESOLVER,
    { requires: [['reception-planned']], source: nd154('23(1)') },
  ],
  [
    'online-connection-tested',
    'Kết nối thử',
    'Connection tested',
    RESOLVER,
    { requires: [['reception-planned']], source: nd154('23(1)') },
  ],
  [
    'citizen-received',
    'Tiếp công dân, nhận nội dung',
    'Citizen received',
    RESOLVER,
    {
      stage: 'received',
      attrs: [code('about', 'Nội dung', 'complaint', 'denunciation', 'petition', 'none')],
      source: tiepCongDan('25, 28(1)'),
    },
  ],
  [
    'refusal-ground-complete',
    'Có đủ căn cứ từ chối tiếp',
    'Ground to refuse complete',
    RESOLVER,
    { source: nd154('4(3)') },
  ],
  [
    'reception-refused',
    'Thông báo từ chối tiếp',
    'Reception refused in writing',
    RESOLVER,
    { requires: [['refusal-ground-complete']], stage: 'ended', closes: true, source: nd154('4(3)') },
  ],
  [
    'citizen-notified',
    'Thông báo kết quả xử lý',
    'Citizen notified of the outcome',
    RESOLVER,
    { requires: [['citizen-received']], stage: 'answered', source: tiepCongDan('28(1)') },
  ],
  [
    'matter-resolved',
    'Vụ việc do cơ quan khác chuyển đến đã giải quyết',
    'Transmitted matter resolved',
    RESOLVER,
    { requires: [['citizen-received']], source: tiepCongDan('27(2)') },
  ],
  [
    'transmitter-notified',
    'Thông báo cơ quan chuyển đơn',
    'Transmitting body notified',
    RESOLVER,
    { requires: [['matter-resolved']], source: tiepCongDan('27(2)') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    { requires: [['citizen-received']], stage: 'ended', closes: true },
  ],
]);
