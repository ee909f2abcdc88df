import { luat2025 } from '../../statutes/words';
import { DECIDED, events, FILE, RESOLVER } from '../words';

/** Complaints and acts of the Procuracy that begin from a case, and the stay they may bring. */
export const COMPLAINT_SIDE = events('enforcement_case', [
  [
    'complaint-received',
    'Nhận đơn khiếu nại về việc thi hành án',
    'Complaint received',
    [...FILE, ...RESOLVER],
    { afterEnd: true, starts: 'complaint', source: luat2025('96') },
  ],
  [
    'stay-by-complaint',
    'Tạm dừng theo yêu cầu của người giải quyết khiếu nại',
    'Stayed by who resolves the complaint',
    [...FILE, ...RESOLVER],
    {
      requires: DECIDED,
      pauses: { kind: 'stayed' },
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
    { afterEnd: true, starts: 'procuracy_protest', source: luat2025('112') },
  ],
  [
    'recommendation-received',
    'Nhận kiến nghị của Viện kiểm sát',
    'Recommendation received',
    [...FILE, ...RESOLVER],
    { afterEnd: true, starts: 'procuracy_recommendation', source: luat2025('113(1)') },
  ],
]);
