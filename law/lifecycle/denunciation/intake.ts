import { toCao, tt13 } from '../../statutes/words';
import { date, events, must, RESOLVER, yesNo } from '../words';

const DENOUNCED: readonly (readonly string[])[] = [['denunciation-received']];
const BEFORE_ACCEPTANCE = { requires: DENOUNCED, refusedAfter: ['denunciation-accepted'] } as const;

/** From the letter to its acceptance, refusal, forwarding, storing or transfer (Luật Tố cáo Điều 24 – 26, 29). */
export const DENUNCIATION_INTAKE = events('denunciation', [
  [
    'denunciation-received',
    'Nhận tố cáo',
    'Denunciation received',
    RESOLVER,
    {
      stage: 'received',
      once: true,
      attrs: [yesNo('transmitted', 'Do cơ quan, tổ chức, báo chí chuyển đến')],
      source: toCao('22, 24'),
    },
  ],
  [
    'conditions-checked',
    'Kiểm tra họ tên, địa chỉ, điều kiện thụ lý',
    'Identity and conditions checked',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'screening', source: toCao('24(1)') },
  ],
  [
    'initial-processing-extended',
    'Kéo dài xử lý ban đầu',
    'Initial processing extended',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, once: true, stage: 'screening', source: toCao('24(1)') },
  ],
  [
    'denunciation-not-competent',
    'Tố cáo không thuộc thẩm quyền',
    'Not competent',
    RESOLVER,
    {
      ...BEFORE_ACCEPTANCE,
      stage: 'screening',
      attrs: [must(date('denunciationReceivedOn', 'Ngày nhận tố cáo'))],
      source: toCao('24(2)'),
    },
  ],
  [
    'denunciation-forwarded',
    'Chuyển tố cáo không thuộc thẩm quyền',
    'Denunciation forwarded',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'forwarded', closes: true, source: toCao('24(2)') },
  ],
  [
    'denunciation-conditions-failed',
    'Không đủ điều kiện thụ lý',
    'Conditions of acceptance not met',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'screening', source: toCao('29(1)') },
  ],
  [
    'denunciation-not-accepted',
    'Thông báo không thụ lý tố cáo',
    'Denunciation not accepted',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'not_accepted', closes: true, source: toCao('24(1)') },
  ],
  [
    'denunciation-not-processed',
    'Không xử lý: gửi nhiều nơi hoặc đã được hướng dẫn',
    'Not processed: sent to several places, or guided already',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'not_processed', closes: true, source: toCao('24(3)') },
  ],
  [
    'inspection-lead-taken',
    'Thanh tra, kiểm tra theo thông tin tố cáo nặc danh',
    'Anonymous lead taken up by inspection',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, stage: 'inspection', closes: true, source: toCao('25') },
  ],
  [
    'letter-stored',
    'Lưu đơn tố cáo',
    'Letter stored without handling',
    RESOLVER,
    { ...BEFORE_ACCEPTANCE, once: true, stage: 'stored', source: tt13('16(3)') },
  ],
  [
    'letter-destroyed',
    'Tiêu hủy đơn lưu',
    'Stored letter destroyed',
    RESOLVER,
    { requires: [['letter-stored']], stage: 'ended', closes: true, source: tt13('16(3)') },
  ],
  [
    'transmitter-notified',
    'Thông báo kết quả xử lý cho cơ quan chuyển đơn, báo chí',
    'Transmitting body or press told',
    RESOLVER,
    { requires: DENOUNCED, source: toCao('26(2)') },
  ],
  [
    'crime-signs-found',
    'Phát hiện dấu hiệu tội phạm',
    'Signs of crime found',
    RESOLVER,
    { requires: DENOUNCED, refusedAfter: ['crime-transferred'], source: toCao('36(2)') },
  ],
  [
    'crime-transferred',
    'Chuyển hồ sơ cho Cơ quan điều tra, Viện kiểm sát',
    'Transferred to investigation or the Procuracy',
    RESOLVER,
    { requires: [['crime-signs-found']], stage: 'transferred', closes: true, source: toCao('36(2)') },
  ],
  [
    'denunciation-accepted',
    'Thụ lý tố cáo',
    'Denunciation accepted',
    RESOLVER,
    {
      requires: DENOUNCED,
      refusedAfter: ['letter-stored'],
      once: true,
      stage: 'accepted',
      source: toCao('29'),
    },
  ],
]);
