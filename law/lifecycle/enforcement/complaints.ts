import { luat2025, vks2014 } from '../../statutes/words';
import { code, DECIDED, date, events, FILE, must, RESOLVER, text, yesNo } from '../words';

const NUMBER = text('number', 'Số sổ của việc mới');

/** Complaints, denunciations and acts of the Procuracy that begin from a case, and the stay they may bring. */
export const COMPLAINT_SIDE = events('enforcement_case', [
  [
    'complaint-received',
    'Nhận đơn khiếu nại về việc thi hành án',
    'Complaint received',
    [...FILE, ...RESOLVER],
    {
      afterEnd: true,
      starts: 'complaint',
      attrs: [
        NUMBER,
        code('class', 'Nhóm', 'a', 'b', 'c', 'd'),
        date('noticeOn', 'Ngày được thông báo hợp lệ hoặc biết được'),
        code('measure', 'Biện pháp bảo đảm', 'account_freeze', 'other'),
        code('against', 'Đối với quyết định của', 'state', 'private_office'),
      ],
      source: luat2025('96'),
    },
  ],
  [
    'stay-by-complaint',
    'Tạm dừng theo yêu cầu của người giải quyết khiếu nại',
    'Stayed by who resolves the complaint',
    [...FILE, ...RESOLVER],
    {
      requires: DECIDED,
      pauses: { kind: 'stayed', until: 'until' },
      attrs: [date('until', 'Hết ngày (hết thời hạn giải quyết khiếu nại)')],
      source: luat2025('101(1)b'),
    },
  ],
  [
    'stay-lifted',
    'Chấm dứt tạm dừng',
    'Stay lifted',
    [...FILE, ...RESOLVER],
    {
      refusedAfter: ['stay-lifted'],
      requires: [['stay-by-complaint']],
      resumes: ['stayed'],
      source: luat2025('101(1)c'),
    },
  ],
  [
    'protest-received',
    'Nhận kháng nghị của Viện kiểm sát',
    'Protest received',
    [...FILE, ...RESOLVER],
    {
      afterEnd: true,
      starts: 'procuracy_protest',
      attrs: [
        NUMBER,
        text('level', 'Cấp Viện kiểm sát'),
        code('about', 'Về', 'verification', 'other'),
        date('decisionOn', 'Ngày của quyết định bị kháng nghị'),
        date('procuracyNoticeOn', 'Ngày Viện kiểm sát nhận quyết định hoặc phát hiện hành vi'),
        yesNo('caseEnded', 'Việc thi hành án đã kết thúc'),
        date('endedNoticeOn', 'Ngày Viện kiểm sát nhận thông báo kết thúc'),
      ],
      source: luat2025('112'),
    },
  ],
  [
    'recommendation-received',
    'Nhận kiến nghị của Viện kiểm sát',
    'Recommendation received',
    [...FILE, ...RESOLVER],
    {
      afterEnd: true,
      starts: 'procuracy_recommendation',
      attrs: [NUMBER, text('level', 'Cấp Viện kiểm sát')],
      source: luat2025('113(1)'),
    },
  ],
  [
    'procuracy-request-received',
    'Nhận yêu cầu của Viện kiểm sát',
    'Procuracy request received',
    [...FILE, ...RESOLVER],
    {
      afterEnd: true,
      starts: 'procuracy_request',
      attrs: [
        NUMBER,
        text('level', 'Cấp Viện kiểm sát'),
        must(code('about', 'Nội dung', 'immediate', 'self_inspection', 'complaint_handling')),
      ],
      source: vks2014('28(6), 30(2)'),
    },
  ],
  [
    'denunciation-received',
    'Nhận tố cáo trong thi hành án',
    'Denunciation received',
    [...FILE, ...RESOLVER],
    {
      afterEnd: true,
      starts: 'denunciation',
      attrs: [
        NUMBER,
        code('complexity', 'Tính chất', 'normal', 'complex', 'special'),
        yesNo('transmitted', 'Do cơ quan, tổ chức, báo chí chuyển đến'),
      ],
      source: luat2025('108, 110'),
    },
  ],
]);
