import { composeWeekly, type UnitWeek, type WeeklyInput } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
import { toDay } from '../../law/day';

const day = toDay('2026-08-17');
const unit = (code: string, more: Partial<UnitWeek> = {}): UnitWeek => ({
  ...{ code, name: `Phòng ${code}`, open: 10, overdue: 0, newlyOverdue: 0, done: 0, told: 0, acknowledged: 0 },
  ...more,
});
const weekly = (more: Partial<WeeklyInput> = {}) =>
  composeWeekly({
    ...{ province: 'THADS tỉnh Lào Cai', day, from: toDay('2026-08-10'), to: toDay('2026-08-16') },
    units: [
      unit('KV1', { open: 60, overdue: 20, newlyOverdue: 4, done: 9, told: 8, acknowledged: 6 }),
      unit('KV2', { open: 38, overdue: 2, done: 1, told: 1 }),
    ],
    officers: [{ code: 'LCA-003', unitCode: 'KV1', overdue: 12, oldest: toDay('2026-05-04') }],
    oldest: [
      {
        ...{ matterId: 'm-1', matterNumber: '9/QĐ', dutyNameVi: 'Xác minh <b>', unitCode: 'KV1', officerCode: null },
        dueLatest: toDay('2026-08-12'),
      },
    ],
    ...{ calendar: officialCalendar(), publicUrl: 'http://thoihan.test' },
    ...more,
  });

test('the week of a province reads like this', () => {
  const mail = weekly()!;
  expect(mail.subject).toBe('[Thời Hạn] Tuần 10/08/2026 – 16/08/2026: 22 quá hạn, 4 mới, 10 đã xong');
  expect(mail.text).toBe(`THADS tỉnh Lào Cai: tuần 10/08/2026 – 16/08/2026

Toàn tỉnh: 98 đang mở, 22 quá hạn (4 mới trong tuần), 10 đã xong, đã xác nhận 67 %.
In all: 98 open, 22 overdue (4 new this week), 10 done, 67 % acknowledged.

THEO ĐƠN VỊ · by unit

• Phòng KV1 (KV1)
  60 đang mở, 20 quá hạn (4 mới trong tuần), 9 đã xong, đã xác nhận 75 %
• Phòng KV2 (KV2)
  38 đang mở, 2 quá hạn (0 mới trong tuần), 1 đã xong, đã xác nhận 0 %

CÁN BỘ CÓ NHIỀU VIỆC QUÁ HẠN · officers with most overdue

• LCA-003 (KV1): 12 quá hạn, lâu nhất từ 05/05/2026

QUÁ HẠN LÂU NHẤT · longest overdue

• 9/QĐ: Xác minh <b>, chưa phân công (KV1): hạn 12/08/2026, quá 3 ngày làm việc
  http://thoihan.test/matters/m-1

--
Thư tự động của Thời Hạn; xin không trả lời. Ngày tháng tính theo giờ Việt Nam.
Sent automatically; please do not reply.
`);
});

test('the bars are table cells whose widths add up, in proportion to the largest unit', () => {
  const { html } = weekly()!;
  const bars = [...html.matchAll(/<table.*?<\/table>/g)].map(([bar]) =>
    [...bar.matchAll(/<td width="(\d+)%" height="10" bgcolor="(#\w+)"/g)].map(([, width, colour]) => [
      Number(width),
      colour,
    ]),
  );
  // 80 limits fill the bar: 20 late of 80, then 38 open and 2 late of the same 80.
  expect(bars).toEqual([
    [
      [25, '#b91c1c'],
      [75, '#93c5fd'],
    ],
    [
      [3, '#b91c1c'],
      [47, '#93c5fd'],
      [50, '#e7e5e4'],
    ],
  ]);
});

test('what a register wrote becomes no markup', () => {
  expect(weekly()!.html).toContain('Xác minh &lt;b&gt;');
});

test('nothing told is no share of it, and units without anything are left out', () => {
  const mail = weekly({ units: [unit('KV3'), unit('KV4', { open: 0 })], officers: [], oldest: [] })!;
  expect(mail.text).toContain('đã xác nhận –');
  expect(mail.text).not.toContain('KV4');
  expect(mail.text).not.toContain('QUÁ HẠN LÂU');
});

test('a province without anything has no mail', () => {
  expect(weekly({ units: [unit('KV4', { open: 0 })] })).toBeNull();
});
