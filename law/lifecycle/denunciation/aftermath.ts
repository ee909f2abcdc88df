import { nd31, nd152, toCao, tt13 } from '../../statutes/words';
import { code, date, events, must, RESOLVER } from '../words';

const CONCLUDED: readonly (readonly string[])[] = [['denunciation-concluded']];

/** Sending, acting on and publishing the conclusion; continued denunciations; delay (Luật Tố cáo Điều 35 – 40). */
export const DENUNCIATION_AFTERMATH = events('denunciation', [
  [
    'conclusion-sent',
    'Gửi kết luận nội dung tố cáo',
    'Conclusion sent',
    RESOLVER,
    { requires: CONCLUDED, stage: 'concluded', source: toCao('35(3)') },
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
    { requires: CONCLUDED, stage: 'published', source: toCao('40(1)') },
  ],
  [
    'sanction-result-known',
    'Có kết quả xử lý kiến nghị trong kết luận',
    'Result of the proposed sanction',
    RESOLVER,
    { requires: [['conclusion-acted-on']], source: toCao('36(3)') },
  ],
  [
    'result-reported',
    'Thông báo kết quả xử lý kiến nghị',
    'Result reported back',
    RESOLVER,
    { requires: [['sanction-result-known']], stage: 'result_reported', source: toCao('36(3)') },
  ],
  [
    'conclusion-received-by-accused',
    'Người bị tố cáo nhận được kết luận',
    'Accused received the conclusion',
    RESOLVER,
    { requires: CONCLUDED, source: tt13('23') },
  ],
  [
    'accused-petitioned',
    'Người bị tố cáo kiến nghị lên cấp trên',
    'Accused petitions the superior',
    RESOLVER,
    { requires: [['conclusion-received-by-accused']], source: tt13('23') },
  ],
  [
    'continued-denunciation-received',
    'Nhận tố cáo tiếp',
    'Continued denunciation received',
    RESOLVER,
    {
      requires: [['denunciation-accepted']],
      afterEnd: true,
      stage: 'continued_review',
      attrs: [must(code('ground', 'Lý do', 'disagrees', 'overdue'))],
      source: toCao('37, 38'),
    },
  ],
  [
    'continued-denunciation-decided',
    'Không giải quyết lại, hoặc chuyển tố cáo tiếp',
    'Not reopened, or transferred',
    RESOLVER,
    {
      requires: [['continued-denunciation-received']],
      refusedAfter: ['continued-denunciation-decided', 'denunciation-reopened'],
      afterEnd: true,
      stage: 'answered',
      attrs: [must(code('outcome', 'Kết quả', 'no_reopen', 'transferred'))],
      source: toCao('37(2)'),
    },
  ],
  [
    'denunciation-reopened',
    'Giải quyết lại vụ việc tố cáo',
    'Denunciation reopened',
    RESOLVER,
    {
      requires: [['continued-denunciation-received']],
      refusedAfter: ['continued-denunciation-decided', 'denunciation-reopened'],
      stage: 'accepted',
      source: toCao('37(2), 37(3)'),
    },
  ],
  [
    'final-letter-received',
    'Nhận đơn không đồng ý kết quả xử lý tố cáo tiếp',
    'Letter against the outcome of the continued denunciation',
    RESOLVER,
    { requires: [['continued-denunciation-decided']], afterEnd: true, source: nd152('76(1)') },
  ],
  [
    'final-reply-sent',
    'Trả lời bằng văn bản, không xem xét tiếp',
    'Final written reply',
    RESOLVER,
    { requires: [['final-letter-received']], afterEnd: true, stage: 'answered', source: nd152('76(1)') },
  ],
  [
    'superior-demanded-report',
    'Cấp trên yêu cầu báo cáo vì quá hạn',
    'Superior demands a report on the delay',
    RESOLVER,
    {
      requires: [['continued-denunciation-received']],
      refusedAfter: ['denunciation-concluded'],
      stage: 'overdue_demand',
      attrs: [date('reportBy', 'Ngày phải báo cáo')],
      source: toCao('38(2)'),
    },
  ],
  [
    'delay-reported',
    'Người giải quyết báo cáo lý do chậm',
    'Resolver reports the reasons for delay',
    RESOLVER,
    { requires: [['superior-demanded-report']], stage: 'verifying', source: toCao('38(3)') },
  ],
  [
    'denunciation-taken-over',
    'Cấp trên trực tiếp giải quyết',
    'Superior takes over',
    RESOLVER,
    {
      requires: [['superior-demanded-report']],
      refusedAfter: ['denunciation-concluded', 'denunciation-taken-over'],
      stage: 'accepted',
      source: { ...nd31('5'), also: [`${toCao('38(5)').law}, Điều 38(5)`] },
    },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    {
      requires: [
        [
          ...['conclusion-published', 'result-reported', 'final-reply-sent'],
          ...['denunciation-forwarded', 'denunciation-not-accepted', 'denunciation-not-processed'],
          ...['denunciation-discontinued', 'inspection-lead-taken', 'crime-transferred'],
        ],
      ],
      refusedAfter: ['filed'],
      afterEnd: true,
      stage: 'ended',
      closes: true,
      source: toCao('39'),
    },
  ],
]);
