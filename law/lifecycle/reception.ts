import type { EventDef } from '../model';
import { luat136, nd154, tiepCongDan } from '../statutes/words';
import { code, date, events, must, RESOLVER, text, time, yesNo } from './words';

const PLANNED: readonly (readonly string[])[] = [['reception-planned', 'reception-rescheduled']];
const NUMBER = text('number', 'Số sổ của việc mới');
const TAKEN: readonly (readonly string[])[] = [['citizen-received']];
const TAKEN_IN = { requires: TAKEN, refusedAfter: ['reception-refused', 'refused-on-the-spot'] } as const;

/**
 * Receiving citizens (tiếp công dân). One matter is a month of the head’s duty (`reception-month-opened`), a session, or one
 * citizen’s visit; a complaint, denunciation or petition handed in begins a matter of its own, whose clocks start at its receipt.
 */
export const RECEPTION: readonly EventDef[] = events('reception', [
  [
    'reception-month-opened',
    'Mở tháng tiếp công dân của người đứng đầu',
    'Month of the head’s reception opened',
    RESOLVER,
    {
      once: true,
      stage: 'month_open',
      attrs: [must(date('nextMonthOn', 'Ngày đầu tháng sau'))],
      source: tiepCongDan('18(2)'),
    },
  ],
  [
    'reception-planned',
    'Lên lịch tiếp công dân',
    'Reception planned',
    RESOLVER,
    {
      stage: 'planned',
      attrs: [must(date('plannedOn', 'Ngày tiếp')), time('plannedAt', 'Giờ tiếp'), yesNo('online', 'Trực tuyến')],
      source: tiepCongDan('18(2), 24(4)'),
    },
  ],
  [
    'schedule-posted',
    'Niêm yết lịch tiếp công dân',
    'Schedule posted',
    RESOLVER,
    { requires: PLANNED, stage: 'posted', source: tiepCongDan('24(4)') },
  ],
  [
    'reception-rescheduled',
    'Dời lịch, niêm yết thời gian mới',
    'Rescheduled, new time posted',
    RESOLVER,
    {
      requires: PLANNED,
      stage: 'posted',
      attrs: [
        must(date('plannedOn', 'Ngày tiếp mới')),
        time('plannedAt', 'Giờ tiếp mới'),
        yesNo('online', 'Trực tuyến'),
        text('why', 'Lý do'),
      ],
      source: tiepCongDan('24(4)'),
    },
  ],
  [
    'online-session-announced',
    'Thông báo buổi tiếp trực tuyến',
    'Online session announced',
    RESOLVER,
    { requires: PLANNED, stage: 'posted', source: nd154('23(1)') },
  ],
  [
    'online-connection-tested',
    'Kết nối thử',
    'Connection tested',
    RESOLVER,
    { requires: PLANNED, source: nd154('23(1)') },
  ],
  [
    'online-connected',
    'Kết nối xong các điểm cầu',
    'All sites connected',
    RESOLVER,
    { requires: PLANNED, stage: 'online_ready', source: nd154('23(1)') },
  ],
  [
    'adhoc-reception-called',
    'Tiếp công dân đột xuất',
    'Ad hoc reception called',
    RESOLVER,
    { stage: 'planned', attrs: [code('ground', 'Căn cứ', 'a', 'b')], source: tiepCongDan('18(3)') },
  ],
  [
    'reception-held',
    'Người đứng đầu đã tiếp công dân',
    'The head held reception',
    RESOLVER,
    { stage: 'held', source: tiepCongDan('18(2)') },
  ],
  [
    'conclusion-issued',
    'Thông báo kết luận việc tiếp công dân',
    'Conclusion of the reception issued',
    RESOLVER,
    { requires: [['reception-held', 'citizen-received']], source: nd154('25(2)') },
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
    'refused-on-the-spot',
    'Từ chối tiếp, giải thích trực tiếp',
    'Refused and explained on the spot',
    RESOLVER,
    { refusedAfter: ['citizen-notified'], stage: 'refused', closes: true, source: nd154('4(2)') },
  ],
  [
    'refusal-ground-complete',
    'Có đủ căn cứ từ chối tiếp',
    'Ground to refuse complete',
    RESOLVER,
    { refusedAfter: ['citizen-notified'], source: nd154('4(3)') },
  ],
  [
    'reception-refused',
    'Thông báo từ chối tiếp',
    'Reception refused in writing',
    RESOLVER,
    { requires: [['refusal-ground-complete']], stage: 'refused', closes: true, source: nd154('4(3)') },
  ],
  [
    'reception-recorded',
    'Ghi sổ, cập nhật cơ sở dữ liệu quốc gia',
    'Entered in the book and the national database',
    RESOLVER,
    { ...TAKEN_IN, stage: 'recorded', source: { ...tiepCongDan('25(2)'), also: ['NĐ 154/2026/NĐ-CP, Điều 27(1)'] } },
  ],
  [
    'answered-on-the-spot',
    'Trả lời ngay',
    'Answered on the spot',
    RESOLVER,
    { ...TAKEN_IN, stage: 'answered', source: tiepCongDan('18(4)') },
  ],
  [
    'content-classified',
    'Phân loại nội dung',
    'Content classified',
    RESOLVER,
    {
      ...TAKEN_IN,
      stage: 'classified',
      attrs: [must(code('about', 'Nội dung', 'complaint', 'denunciation', 'petition', 'none'))],
      source: tiepCongDan('26(1)'),
    },
  ],
  [
    'complaint-handed-in',
    'Tiếp nhận khiếu nại thuộc thẩm quyền',
    'Complaint taken in',
    RESOLVER,
    {
      ...TAKEN_IN,
      stage: 'child_started',
      starts: 'complaint',
      attrs: [NUMBER, must(code('class', 'Nhóm', 'a', 'b', 'c', 'd')), date('noticeOn', 'Ngày được thông báo hợp lệ')],
      source: tiepCongDan('26(1)'),
    },
  ],
  [
    'denunciation-handed-in',
    'Tiếp nhận tố cáo thuộc thẩm quyền',
    'Denunciation taken in',
    RESOLVER,
    { ...TAKEN_IN, stage: 'child_started', starts: 'denunciation', attrs: [NUMBER], source: tiepCongDan('26(1)') },
  ],
  [
    'petition-handed-in',
    'Tiếp nhận kiến nghị, phản ánh thuộc thẩm quyền',
    'Petition taken in',
    RESOLVER,
    { ...TAKEN_IN, stage: 'child_started', starts: 'petition', attrs: [NUMBER], source: tiepCongDan('26(1)') },
  ],
  [
    'citizen-guided',
    'Hướng dẫn công dân',
    'Citizen guided',
    RESOLVER,
    { ...TAKEN_IN, stage: 'guided', source: tiepCongDan('26(1)b') },
  ],
  [
    'content-forwarded',
    'Chuyển đơn đến nơi có thẩm quyền',
    'Forwarded to the competent body',
    RESOLVER,
    { ...TAKEN_IN, stage: 'forwarded', source: luat136('1(11)') },
  ],
  [
    'citizen-notified',
    'Thông báo kết quả xử lý',
    'Citizen notified of the outcome',
    RESOLVER,
    {
      ...TAKEN_IN,
      stage: 'answered',
      attrs: [code('content', 'Nội dung thông báo', 'accepted', 'needs_longer', 'refused', 'forwarded')],
      source: tiepCongDan('28(1)'),
    },
  ],
  [
    'matter-resolved',
    'Vụ việc do cơ quan khác chuyển đến đã giải quyết',
    'Transmitted matter resolved',
    RESOLVER,
    { requires: TAKEN, source: tiepCongDan('27(2)') },
  ],
  [
    'transmitter-notified',
    'Thông báo cơ quan chuyển đơn',
    'Transmitting body notified',
    RESOLVER,
    { requires: [['matter-resolved']], source: tiepCongDan('27(2)') },
  ],
  [
    'transmitter-told-citizen',
    'Cơ quan chuyển đơn báo lại công dân',
    'Transmitting body told the citizen',
    RESOLVER,
    { requires: [['transmitter-notified']], source: tiepCongDan('28(2)') },
  ],
  [
    'filed',
    'Đưa hồ sơ vào lưu trữ',
    'Filed',
    RESOLVER,
    {
      requires: [['citizen-received', 'reception-held']],
      refusedAfter: ['filed'],
      afterEnd: true,
      stage: 'ended',
      closes: true,
      source: tiepCongDan('25(2)'),
    },
  ],
]);
