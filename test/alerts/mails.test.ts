import { composeDigest, composeUrgent, type DigestInput, type MailItem } from '../../alerts';
import { citation } from '../../alerts/mail-text';
import { officialCalendar } from '../../law/calendar';
import { instantOf, toDay } from '../../law/day';

const calendar = officialCalendar();
const publicUrl = 'http://thoihan.test/';
// A Wednesday.
const day = toDay('2026-08-12');

const item = (over: Partial<MailItem> & { due: number }): MailItem => ({
  alertId: '0a1b2c3d-0000-4000-8000-000000000001',
  deadlineId: `d-${over.due}`,
  matterId: '7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f',
  matterNumber: '123/QĐ-THADS',
  dutyNameVi: 'Xác minh điều kiện thi hành án (lần đầu)',
  dutyNameEn: 'First verification of means',
  source: { law: 'Luật 106/2025/QH15', article: '37(1)' },
  dueLatest: over.due,
  window: false,
  plan: false,
  provisional: false,
  ...over,
});
const inboxUrl = 'http://thoihan.test/inbox';
const totals = { overdue: 3, soon: 12 };
const plain = { day, totals, settled: [], unchanged: 0, cap: 60, inboxUrl, calendar, publicUrl };
const digest = (items: MailItem[], more: Partial<DigestInput> = {}) => composeDigest({ ...plain, items, ...more })!;
/** Headings and bullets of a text, in order. */
const outline = (text: string) => text.split('\n').filter(line => / · |^[•✓]/.test(line));

describe('the morning digest', () => {
  test('plans and reports come last, and are never called overdue', () => {
    const source = { law: 'Kế hoạch của cơ quan THADS', article: 'đầu việc có ngày hoàn thành' };
    const mail = digest([
      item({ deadlineId: 'p', due: day - 5, plan: true, matterNumber: 'cao-diem-2026/1.1', source }),
      item({ due: day }),
    ]);
    expect(mail.subject).toBe('[Thời Hạn] 12/08/2026: 1 hôm nay, 1 kế hoạch');
    expect(mail.text).not.toContain('QUÁ HẠN');
    expect(mail.text).toMatch(
      /KẾ HOẠCH, BÁO CÁO CỦA ĐƠN VỊ \(1\).*cao-diem-2026\/1\.1.*đầu việc có ngày hoàn thành Kế hoạch/s,
    );
    expect(mail.text.indexOf('HÔM NAY')).toBeLessThan(mail.text.indexOf('KẾ HOẠCH'));
  });

  test('reads like this', () => {
    const told = day - 6;
    const mail = digest(
      [
        item({ due: day + 9, dutyNameVi: 'Xác minh định kỳ', dutyNameEn: 'Periodic verification', provisional: true }),
        item({ due: day, change: { kind: 'nearer', told } }),
        item({ due: day - 2, change: { kind: 'now_overdue', told } }),
        item({ due: day + 2, dueLatest: day + 3, change: { kind: 'moved', from: day - 1 } }),
        item({ deadlineId: 'w', due: day - 1, window: true, dutyNameVi: 'Thời hạn tự nguyện thi hành án' }),
      ],
      {
        unchanged: 14,
        settled: [
          { matterId: 'm', matterNumber: '9/QĐ-THADS', dutyNameVi: 'Gửi quyết định', how: 'late', on: day - 1 },
          { matterId: 'm', matterNumber: '8/QĐ-THADS', dutyNameVi: 'Xác minh', how: 'moved', on: day + 20 },
        ],
      },
    );
    expect(mail.subject).toBe(
      '[Thời Hạn] 12/08/2026: 1 quá hạn, 1 hôm nay, 1 trong tuần, 1 sắp tới, 1 đã hết, 2 đã giải quyết',
    );
    expect(mail.text).toBe(`Thời hạn Thứ Tư, 12/08/2026

2 thời hạn mới, 3 gần hơn, quá hạn hoặc tính lại, 2 đã giải quyết; 14 đã báo không đổi.
Đang phụ trách: 3 quá hạn, 12 đến hạn trong 5 ngày làm việc tới.
2 new, 3 nearer, overdue or counted anew, 2 settled, 14 unchanged; in all 3 overdue, 12 due within 5 working days.

QUÁ HẠN (1) · overdue

• 123/QĐ-THADS: Xác minh điều kiện thi hành án (lần đầu)
  Hạn 10/08/2026, quá 2 ngày làm việc
  Nay đã quá hạn, đã báo ngày 06/08/2026
  khoản 1 Điều 37 Luật 106/2025/QH15
  First verification of means
  http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f
  Đã nhận / Acknowledge: http://thoihan.test/acknowledge/0a1b2c3d-0000-4000-8000-000000000001~20260911

HÔM NAY (1) · today

• 123/QĐ-THADS: Xác minh điều kiện thi hành án (lần đầu)
  Hạn 12/08/2026, hôm nay là ngày cuối
  Gần hơn, đã báo ngày 06/08/2026
  khoản 1 Điều 37 Luật 106/2025/QH15
  First verification of means
  http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f
  Đã nhận / Acknowledge: http://thoihan.test/acknowledge/0a1b2c3d-0000-4000-8000-000000000001~20260911

TRONG TUẦN (1) · this week

• 123/QĐ-THADS: Xác minh điều kiện thi hành án (lần đầu)
  Hạn 14/08/2026, còn 2 ngày làm việc; muộn nhất theo cách tính khác: 15/08/2026
  Hạn mới, trước là 11/08/2026
  khoản 1 Điều 37 Luật 106/2025/QH15
  First verification of means
  http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f
  Đã nhận / Acknowledge: http://thoihan.test/acknowledge/0a1b2c3d-0000-4000-8000-000000000001~20260914

SẮP TỚI (1) · coming

• 123/QĐ-THADS: Xác minh định kỳ
  Hạn 21/08/2026, còn 7 ngày làm việc; tạm tính, lịch nghỉ chưa công bố
  khoản 1 Điều 37 Luật 106/2025/QH15
  Periodic verification
  http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f
  Đã nhận / Acknowledge: http://thoihan.test/acknowledge/0a1b2c3d-0000-4000-8000-000000000001~20260920

THỜI HẠN CỦA BÊN KHÁC ĐÃ HẾT (1) · windows of others now closed

• 123/QĐ-THADS: Thời hạn tự nguyện thi hành án
  Hạn 11/08/2026, đã hết
  khoản 1 Điều 37 Luật 106/2025/QH15
  First verification of means
  http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f

ĐÃ GIẢI QUYẾT (2) · settled

✓ 9/QĐ-THADS, Gửi quyết định: xong, muộn ngày 11/08/2026
✓ 8/QĐ-THADS, Xác minh: tính lại, hạn mới 01/09/2026

--
Thư tự động của Thời Hạn; xin không trả lời. Ngày tháng tính theo giờ Việt Nam.
Sent automatically; please do not reply.
`);
  });

  test('of a head: own matters first, then by officer, who has most that is late first', () => {
    const mail = digest([
      item({ deadlineId: 'a', due: day - 1, officerCode: 'LCA-003', matterNumber: '1' }),
      item({ deadlineId: 'b', due: day + 1, officerCode: 'LCA-002', matterNumber: '2' }),
      item({ deadlineId: 'c', due: day - 1, officerCode: 'LCA-007', matterNumber: '3' }),
      item({ deadlineId: 'd', due: day - 4, officerCode: 'LCA-007', matterNumber: '4' }),
      item({ deadlineId: 'e', due: day, matterNumber: '5' }),
      item({ deadlineId: 'f', due: day + 1, officerCode: 'LCA-003', matterNumber: '6' }),
    ]);
    expect(outline(mail.text).map(line => line.replace(/: Xác minh.*/, ''))).toEqual([
      'HÔM NAY (1) · today',
      '• 5',
      'CÁN BỘ LCA-007: 2 QUÁ HẠN · by officer',
      '• 4',
      '• 3',
      'CÁN BỘ LCA-003: 1 QUÁ HẠN, 1 TRONG TUẦN · by officer',
      '• 1',
      '• 6',
      'CÁN BỘ LCA-002: 1 TRONG TUẦN · by officer',
      '• 2',
    ]);
  });

  test('after mornings without one says what should have been told, and when', () => {
    const owed = item({ due: day, change: { kind: 'new' }, owedSince: day - 2 });
    const { text } = digest([owed, item({ due: day + 1, change: { kind: 'new' } })]);
    expect(text).toContain('Không gửi được bản tin ngày 10/08/2026; thư này báo bù');
    expect(text.match(/lẽ ra báo ngày/g)).toHaveLength(1);
    expect(text).toContain('  Mới; lẽ ra báo ngày 10/08/2026\n');
  });

  test('beyond its cap counts the rest instead of dropping it, the late ones in full', () => {
    const many = Array.from({ length: 50 }, (_, n) => item({ due: day + 5 - n, deadlineId: `d${n}` }));
    const mail = digest(many, { cap: 12 });
    expect(mail.subject).toBe('[Thời Hạn] 12/08/2026: 44 quá hạn, 1 hôm nay, 4 trong tuần, 1 sắp tới');
    expect(mail.text.match(/^• /gm)).toHaveLength(12);
    expect(mail.text).toContain(`Hạn ${'30/06/2026'}`);
    expect(mail.text).toContain(
      'Còn 38 việc không ghi đủ ở đây: 32 quá hạn, 1 hôm nay, 4 trong tuần, 1 sắp tới. / 38 more in your inbox.\n' +
        inboxUrl,
    );
    expect(mail.html).toContain(`<a href="${inboxUrl}"`);
  });

  test('of what is settled alone is sent too', () => {
    const done = { matterId: 'm', matterNumber: '9/QĐ', dutyNameVi: 'Gửi', how: 'met' as const, on: day - 1 };
    const mail = digest([], { settled: [done] });
    expect(mail.subject).toBe('[Thời Hạn] 12/08/2026: 1 đã giải quyết');
    expect(mail.html).toContain('xong ngày 11/08/2026');
  });

  test('is the same mail in whatever order the database gives its limits', () => {
    const items = [
      item({ deadlineId: 'a', due: day }),
      item({ deadlineId: 'b', due: day }),
      item({ deadlineId: 'c', due: day - 1, officerCode: 'B' }),
      item({ deadlineId: 'd', due: day - 1, officerCode: 'A' }),
    ].map((one, n) => ({ ...one, alertId: `${n}` }));
    expect(digest([...items].reverse())).toEqual(digest(items));
  });

  test('shows a deadline once, however many alerts it has', () => {
    const mail = digest([item({ due: day }), item({ due: day })]);
    expect(mail.subject).toBe('[Thời Hạn] 12/08/2026: 1 hôm nay');
    expect(mail.text.match(/• /g)).toHaveLength(1);
  });

  test('is not sent when nothing is new', () => {
    expect(composeDigest({ ...plain, items: [], unchanged: 9 })).toBeNull();
  });

  test('a disputed limit past its earlier reading only is for today, not overdue', () => {
    const mail = digest([item({ due: day - 1, dueLatest: day + 1 })]);
    expect(mail.subject).toContain('1 hôm nay');
    expect(mail.text).toContain('muộn nhất theo cách tính khác: 13/08/2026');
  });

  test('tells a stand-in for whom the mail is', () => {
    expect(digest([item({ due: day })], { onBehalfOf: 'LCA-CHV07' }).text).toContain('thay cán bộ LCA-CHV07');
  });

  test('what a register wrote into a number can neither break a header nor become markup', () => {
    const mail = digest([item({ due: day, matterNumber: '12<script>alert("x")</script>\r\nBcc: all@x.vn/QĐ' })]);
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).toContain('12&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; Bcc: all@x.vn/QĐ');
    expect(mail.text).toContain('• 12<script>alert("x")</script> Bcc: all@x.vn/QĐ: Xác minh');
    const urgent = composeUrgent({
      now: instantOf(day, 600),
      item: item({ due: day, matterNumber: '1\r\nBcc: x' }),
      calendar,
      publicUrl,
    });
    expect(urgent.subject).not.toMatch(/[\r\n]/);
  });

  test('is composed Unicode, for phones and for subjects', () => {
    const mail = digest([item({ due: day, dutyNameVi: 'Xác minh'.normalize('NFD') })]);
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).toBe(part.normalize('NFC'));
    expect(mail.html).toContain('<meta name="viewport"');
    expect(mail.html).toContain('<html lang="vi">');
  });
});

describe('an urgent mail', () => {
  const hours = item({ due: day, dueMinute: 870 });
  const at = (minute: number) => composeUrgent({ now: instantOf(day, minute), item: hours, calendar, publicUrl });

  test('says until when', () => {
    expect(at(800).subject).toBe(
      '[Thời Hạn] Khẩn, hạn 14:30 12/08/2026: 123/QĐ-THADS, Xác minh điều kiện thi hành án (lần đầu)',
    );
    expect(at(800).text).toContain('Hạn 14:30 12/08/2026');
    expect(at(800).html).toContain('href="http://thoihan.test/matters/7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f"');
  });

  test('calls a limit late from the minute after it', () => {
    expect(at(870).subject).toContain('Khẩn');
    expect(at(871).subject).toContain('Quá hạn');
  });
});

test.each([
  ['38(1)a', 'điểm a khoản 1 Điều 38 Luật X'],
  ['37(1)', 'khoản 1 Điều 37 Luật X'],
  ['44a', 'Điều 44a Luật X'],
  ['33(2), 33(3)a', 'khoản 2 Điều 33, điểm a khoản 3 Điều 33 Luật X'],
  ['44(6)b, c', 'Điều 44(6)b, c Luật X'],
  ['', 'Luật X'],
])('article %s is cited as %s', (article, expected) => {
  expect(citation({ law: 'Luật X', article })).toBe(expected);
});
