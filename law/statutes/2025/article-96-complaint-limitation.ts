import { FORCE_MAJEURE } from '../pausing';
import { also, days, duties2025, lapse, luat2025, nd152, rules2025 } from '../words';

const TOO_LATE = lapse('Không thụ lý (Điều 97(4))', 'Not accepted (97(4))');
const COUNTED_FROM_NOTICE =
  'Chỉ để kiểm tra đơn còn trong thời hiệu: tính từ ngày được thông báo hợp lệ (hoặc biết) ghi trong đơn đến ngày nhận đơn.';

/** Điều 96(2), (3): how long one may complain. */
export const COMPLAINT_LIMITATION = duties2025('complaint', [
  {
    id: 'complaint-limitation-1st-a',
    succeeds: ['o08-limitation-a'],
    nameVi: 'Thời hiệu khiếu nại lần đầu, nhóm a (trước khi có biện pháp bảo đảm, cưỡng chế)',
    nameEn: 'Time to complain, class a (before any measure)',
    trigger: { on: ['complaint-received'], dayFrom: 'noticeOn', when: { class: 'a' }, unless: { level: 2 } },
    period: days(15),
    dischargedBy: ['complaint-received'],
    role: 'external',
    owedBy: 'private',
    atExpiry: TOO_LATE,
    pausedBy: FORCE_MAJEURE,
    source: luat2025(
      '96(2)a',
      'Đối với quyết định, hành vi về thi hành án trước khi có quyết định áp dụng biện pháp bảo đảm, biện pháp cưỡng chế là 15 ngày kể từ ngày được thông báo hợp lệ quyết định hoặc biết được hành vi đó',
    ),
    confidence: 'V1',
    derived: COUNTED_FROM_NOTICE,
  },
  {
    id: 'complaint-limitation-1st-b',
    succeeds: ['o08-limitation-b-account', 'o08-limitation-b-other'],
    nameVi: 'Thời hiệu khiếu nại lần đầu, nhóm b (biện pháp bảo đảm)',
    nameEn: 'Time to complain, class b (preventive measures)',
    trigger: { on: ['complaint-received'], dayFrom: 'noticeOn', when: { class: 'b' }, unless: { level: 2 } },
    period: days(10),
    dischargedBy: ['complaint-received'],
    role: 'external',
    owedBy: 'private',
    atExpiry: TOO_LATE,
    pausedBy: FORCE_MAJEURE,
    source: luat2025(
      '96(2)b',
      'Đối với quyết định, hành vi về áp dụng biện pháp bảo đảm là 10 ngày kể từ ngày được thông báo hợp lệ quyết định hoặc biết được hành vi đó',
    ),
    confidence: 'V1',
    derived: COUNTED_FROM_NOTICE,
  },
  {
    id: 'complaint-limitation-1st-c',
    succeeds: ['o08-limitation-c', 'o08-limitation-d'],
    nameVi: 'Thời hiệu khiếu nại lần đầu, nhóm c (cưỡng chế và sau cưỡng chế)',
    nameEn: 'Time to complain, class c (coercion and after)',
    trigger: { on: ['complaint-received'], dayFrom: 'noticeOn', when: { class: ['c', 'd'] }, unless: { level: 2 } },
    period: days(30),
    dischargedBy: ['complaint-received'],
    role: 'external',
    owedBy: 'private',
    atExpiry: TOO_LATE,
    pausedBy: FORCE_MAJEURE,
    source: luat2025(
      '96(2)c',
      'Đối với quyết định, hành vi về áp dụng biện pháp cưỡng chế và sau khi có quyết định áp dụng biện pháp cưỡng chế là 30 ngày kể từ ngày được thông báo hợp lệ quyết định hoặc biết được hành vi đó.',
    ),
    confidence: 'V1',
    derived: `${COUNTED_FROM_NOTICE} Nhóm d của Luật 2008 (sau cưỡng chế) nay thuộc nhóm c.`,
  },
  {
    id: 'complaint-limitation-2nd',
    succeeds: ['o08-limitation-next'],
    nameVi: 'Thời hiệu khiếu nại lần hai',
    nameEn: 'Time for a second complaint',
    trigger: {
      on: ['decision-notified'],
      when: { class: ['a', 'c', 'd'] },
      unless: { level: 2 },
      or: [{ on: ['decision-notified'], when: { class: 'b', against: 'private_office' }, unless: { level: 2 } }],
    },
    period: days(15),
    dischargedBy: ['second-complaint-received'],
    voidedBy: ['became-effective'],
    role: 'external',
    owedBy: 'private',
    atExpiry: lapse('Quyết định lần đầu có hiệu lực (Điều 105(5))', 'The first decision takes effect (105(5))'),
    pausedBy: FORCE_MAJEURE,
    source: luat2025(
      '96(3)',
      'Trường hợp khiếu nại lần hai thì thời hiệu là 15 ngày kể từ ngày được thông báo hợp lệ quyết định giải quyết khiếu nại lần đầu.',
    ),
    confidence: 'V1',
    derived:
      'Nhóm b của cơ quan nhà nước có hiệu lực ngay nên không có lần hai; của văn phòng THADS thì có (xem complaint-class-b-private-office).',
  },
]);

export const COMPLAINT_LIMITATION_RULES = rules2025('complaint', [
  {
    id: 'complaint-limitation-excluded-time',
    nameVi: 'Thời gian không tính vào thời hiệu khiếu nại',
    nameEn: 'Time not counted in the time to complain',
    sort: 'effect',
    saysVi:
      'Thời gian có tình trạng khẩn cấp, trở ngại khách quan, sự kiện bất khả kháng làm người khiếu nại không thực hiện được quyền khiếu nại thì không tính; người giải quyết quyết định trên cơ sở chứng cứ.',
    saysEn:
      'Time of emergency, objective obstacle or force majeure that kept the complainant from complaining is not counted; who resolves decides, on evidence.',
    carriedBy: [
      ...['force-majeure-began', 'force-majeure-ended', 'complaint-limitation-1st-a', 'complaint-limitation-1st-b'],
      ...['complaint-limitation-1st-c', 'complaint-limitation-2nd'],
    ],
    source: also(
      luat2025(
        '96(4)',
        'Trường hợp do tình trạng khẩn cấp, trở ngại khách quan hoặc sự kiện bất khả kháng mà người khiếu nại không thực hiện được quyền khiếu nại trong thời hiệu thì thời gian có tình trạng khẩn cấp, trở ngại khách quan hoặc sự kiện bất khả kháng không tính vào thời hiệu khiếu nại.',
      ),
      nd152('3'),
    ),
    confidence: 'V1',
    derived:
      'Điều 3 NĐ 152 định nghĩa ba khái niệm cho thời hiệu yêu cầu thi hành án (Điều 34(2)); dùng cho khiếu nại là suy ra.',
  },
  {
    id: 'complaint-valid-notice-date',
    nameVi: 'Ngày thông báo hợp lệ để tính thời hiệu khiếu nại',
    nameEn: 'The day of valid notice from which the time to complain runs',
    sort: 'moment',
    saysVi:
      'Qua VNeID: ngày ứng dụng báo đã gửi; trực tiếp: ngày lập biên bản, ký nhận; niêm yết: ngày niêm yết (giữ 07 ngày); phương tiện thông tin đại chúng: ngày đăng, phát lần hai; Cổng thông tin Bộ Tư pháp: ngày đăng. Văn bản thụ lý và quyết định giải quyết khiếu nại chỉ dùng hình thức của Điều 35(3)a.',
    saysEn:
      'By VNeID: the day the application reports it sent; in person: the day of the minutes or signature; posted: the day of posting (kept up 7 days); mass media: the day of the second publication; the Ministry’s portal: the day it is put there. Notices of acceptance and complaint decisions use the forms of 35(3)a only.',
    carriedBy: ['complaint-received', 'decision-notified'],
    source: also(
      nd152(
        '15(2), 16(3), 16(4), 16(6), 17(3), 18(3), 19(2), 19(3)',
        'Ngày ứng dụng VNeID báo đã gửi là ngày thông báo hợp lệ.',
      ),
      luat2025('101(2)b'),
    ),
    confidence: 'OCR',
    derived:
      'Kênh số chỉ dùng khi Bộ Tư pháp đã công bố sẵn sàng (NĐ 152 Điều 115(2)); ngày được ghi ở sự kiện, chương trình không tự suy ra.',
  },
]);
