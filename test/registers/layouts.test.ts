import { LIFECYCLES } from '../../law/lifecycle';
import type { Cell, Merge, Sheet } from '../../registers/cell';
import { findHeadings } from '../../registers/headings';
import { LAYOUTS } from '../../registers/layout';
import { readRegister } from '../../registers/read';
import { benTrePlan, benTreRegister } from '../../samples/generator/ben-tre';
import { demoOffice } from '../../samples/generator/demo-office';
import { benTreOffice, laoCaiOffice } from '../../samples/generator/old-province';
import { templateSheets } from '../../samples/generator/template';
import { asSheet } from '../../samples/generator/workbook';
import { contextOf } from './support';

const sheet = (rows: readonly (readonly Cell[])[], merges: readonly Merge[] = [], name = 'Sổ'): Sheet => ({
  name,
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  merges,
});
const merge = (top: number, left: number, bottom: number, right: number): Merge => ({ top, left, bottom, right });
const old = contextOf(laoCaiOffice(), '2026-11-23', 'LCA-CU-BT');
const now = contextOf(demoOffice(), '2026-11-23', 'LCA-KV1');
const codes = (issues: readonly { code: string }[]) => issues.map(issue => issue.code);

test('every event a mapping names exists in the lives of the matters', () => {
  const known = new Set(
    Object.values(LIFECYCLES)
      .flat()
      .map(def => def.type),
  );
  const named = LAYOUTS.flatMap(layout =>
    layout.columns.flatMap(column => (column.event && column.event !== 'accepted' ? [column.event] : [])),
  );
  expect(named.filter(type => !known.has(type))).toEqual([]);
});

describe("the Procuracy's workbook", () => {
  const TOP = [
    'STT',
    'Ngày TL',
    'Bản án, Quyết định (Số; Ngày, tháng, năm; Cơ quan ban hành)',
    'Người phải thi hành; Người được thi hành (Tên; Địa chỉ)',
    null,
    'QĐ uỷ thác đi (Số; Ngày, tháng, năm; Số tiền; Nơi BH)',
    'QĐ uỷ thác đến (Số; Ngày, tháng, năm; Số tiền; Nơi BH)',
    'Quyết định thi hành án dân sự (Số; Ngày, tháng, năm; Số tiền)',
    'QĐ về việc chưa có điều kiện thi hành án dân sự (Số; Ngày, tháng, năm; Số tiền)',
    'QĐ rút Quyết định THA (Số; Ngày, tháng, năm; Số tiền)',
    'QĐ hoãn thi hành án Dân sự',
    null,
    'QĐ tạm đình chỉ thi hành án dân sự',
    null,
    'QĐ đình chỉ thi hành án dân sự (Số; Ngày, tháng, năm; Số tiền)',
    'Đã thi hành xong (Số; Ngày, tháng, năm; Số tiền)',
    'Ghi chú (Ghi các thông tin như tên chấp hành viên; Vi phạm..)',
  ];
  const LOW = [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    '(Số; Ngày, tháng, năm; Lý do Số tiền;)',
    '(QĐ tiếp tục THA (Số; Ngày, tháng, năm))',
    '(Số; Ngày, tháng, năm; Lý do Số tiền;)',
    '(QĐ tiếp tục THA (Số; Ngày, tháng, năm))',
    null,
    null,
    null,
  ];
  const row = (values: Record<number, Cell>): Cell[] => Array.from({ length: 17 }, (_, at) => values[at] ?? null);
  const rows = [
    TOP,
    LOW,
    Array.from({ length: 17 }, (_, at) => at + 1),
    row({
      0: 1,
      1: '04/10/2025',
      2: '12/2025/DS-ST; 02/08/2025; TAND KV7 - LC',
      3: 'Nguyễn Văn Mẫu; thôn Ví Dụ',
      7: '36/QĐ-THADS; 04/10/2025; 590m2 đất',
      8: '77/QĐ-THADS; 02/12/2025; 12.500.000đ',
      16: 'CHV: Lò Văn Thử; đã sửa đổi, bổ sung ngày 05/10/2025',
    }),
    row({ 3: 'Trần Thị Ví; tổ 5' }),
    row({
      0: 2,
      1: '05/10/2025',
      2: '15/2025/DS-ST; 03/08/2025; TAND KV7 - LC',
      3: 'Sùng A Giả',
      7: 'Số: 43/QD-THADS ngày 05/10/2025; 8 triệu đồng',
      10: '50/QĐ-THADS; 20/10/2025; ốm đau',
      11: '61/QĐ-THADS; 15/11/2025',
    }),
    row({}),
    row({}),
  ];
  const reading = readRegister(
    [
      sheet(
        rows,
        [
          merge(1, 11, 1, 12),
          merge(1, 13, 1, 14),
          ...[1, 2, 3, 6, 7, 8, 9, 10, 15, 16, 17].map(c => merge(1, c, 2, c)),
          merge(4, 1, 5, 1),
        ],
        'MOI',
      ),
    ],
    now,
  );

  test('is understood and read', () => {
    expect(reading.sheets[0]).toMatchObject({ layout: 'procuracy-register@1', entries: 2, skipped: { joined: 1 } });
    expect(reading.issues.filter(issue => issue.severity === 'error')).toEqual([]);
    const [first, second] = reading.matters;
    expect(first).toMatchObject({
      key: { kind: 'enforcement_case', series: 'LCA', year: 2026, number: '36/QĐ-THADS' },
      facts: {
        judgmentNumber: '12/2025/DS-ST',
        judgmentDate: '2025-08-02',
        court: 'TAND KV7 - LC',
        registerCorrectedOn: '2025-10-05',
      },
      parties: [
        { side: 'debtor', name: 'Nguyễn Văn Mẫu', address: 'thôn Ví Dụ' },
        { side: 'creditor', name: 'Trần Thị Ví', address: 'tổ 5' },
      ],
    });
    expect(first!.events.map(event => [event.type, event.occurredOn])).toEqual([
      ['request-received', '2025-10-04'],
      ['decision-issued', '2025-10-04'],
      ['no-condition-decided', '2025-12-02'],
    ]);
    expect(second).toMatchObject({ key: { number: '43/QĐ-THADS' }, facts: { amount: '8000000' } });
    expect(second!.events.map(event => event.type)).toEqual([
      'request-received',
      'decision-issued',
      'postponed',
      'resumed',
    ]);
    expect(codes(reading.issues)).toEqual(
      expect.arrayContaining(['row-corrected', 'officer-unknown', 'origin-missing']),
    );
  });
});

test('banners set the year, sections the origin, closing rows and repeated headings are passed over, order of columns is free', () => {
  const head = ['Ghi chú', 'Số tiền phải thi hành', 'Ngày QĐ THA', 'Số QĐ THA', 'STT'];
  const reading = readRegister(
    [
      sheet([
        ['SỔ THỤ LÝ THI HÀNH ÁN'],
        head,
        [5, 4, 3, 2, 1],
        ['NĂM 2019'],
        ['I. Chủ động'],
        [null, '200.000đ', '15/10/2018', '1', 1],
        head,
        ['II. Theo yêu cầu'],
        [null, '300.000đ', '16/10/2018', '2', 2],
        ['Kết sổ quý IV/2018: đến số 2'],
        [null, null, 'Người kết sổ'],
        [],
        ['NĂM BÁO CÁO 2020'],
        [null, '400.000đ', '16/10/2018', '1', 1],
      ]),
    ],
    old,
  );
  expect(reading.sheets[0]).toMatchObject({ entries: 3, skipped: { banners: 4, closings: 2, headings: 1, joined: 0 } });
  expect(
    reading.matters.map(matter => [matter.key.number, matter.key.year, matter.facts.origin, matter.facts.amount]),
  ).toEqual([
    ['1/QĐ-CCTHADS', 2019, 'ex_officio', '200000'],
    ['2/QĐ-CCTHADS', 2019, 'on_request', '300000'],
    ['1/QĐ-CCTHADS', 2020, 'on_request', '400000'],
  ]);
  expect(codes(reading.issues)).toEqual(['year-differs']);
});

test('books of decisions put events on the cases of the same file, and hand on those of earlier ones', () => {
  const cases = sheet(
    [
      ['STT', 'Số QĐ THA', 'Ngày QĐ THA', 'Loại', 'Số tiền phải thi hành'],
      [1, '5', '06/10/2025', 'Theo yêu cầu', 100_000],
    ],
    [],
    'M03',
  );
  const m09 = sheet(
    [
      ['STT', 'Quyết định', null, 'Loại', 'Căn cứ', 'Quyết định thi hành án', null, 'Ghi chú'],
      [null, 'Số', 'Ngày, tháng, năm', null, null, 'Số', 'Ngày, tháng, năm', null],
      [1, '20/QĐ-THADS', '20/10/2025', 'Hoãn', 'Điểm c khoản 1 Điều 48', '5/QĐ-THADS', '06/10/2025', null],
      [2, '31/QĐ-THADS', '20/11/2025', 'Tiếp tục', null, '5/QĐ-THADS', '06/10/2025', null],
      [3, '32/QĐ-THADS', '20/11/2025', 'Tạm đình chỉ', null, '99/QĐ-THADS', '06/10/2025', null],
      [4, '33/QĐ-THADS', '20/11/2025', 'Bãi bỏ', null, '5/QĐ-THADS', '06/10/2025', null],
    ],
    [merge(1, 2, 1, 3), merge(1, 6, 1, 7), ...[1, 4, 5, 8].map(c => merge(1, c, 2, c))],
    'M09',
  );
  const reading = readRegister([m09, cases], now);
  expect(reading.sheets[0]!.layout).toBe('m09-postponements@1');
  expect(reading.matters[0]!.events.slice(2)).toEqual([
    { type: 'postponed', occurredOn: '2025-10-20', attrs: { ground: 'c', number: '20/QĐ-THADS' } },
    { type: 'resumed', occurredOn: '2025-11-20', attrs: { number: '31/QĐ-THADS' } },
  ]);
  expect(reading.events).toMatchObject([{ key: { number: '99/QĐ-THADS', year: 2026 }, event: { type: 'suspended' } }]);
  expect(reading.issues.filter(issue => issue.severity === 'error')).toMatchObject([
    { code: 'event-unknown', sheet: 'M09', row: 6 },
  ]);
});

test('complaint books of TT 13/2021', () => {
  const received = sheet(
    [
      ['STT', 'Số đến', 'Ngày nhận đơn', 'Loại đơn', 'Người gửi đơn', 'Nội dung đơn'],
      [1, '12', '03/11/2026', 'Khiếu nại', 'Giàng Seo Thử', 'về kê biên'],
      [2, '13', '04/11/2026', 'Tố cáo', 'Lý Thị Ví', ''],
    ],
    [],
    'Mẫu 01',
  );
  const accepted = sheet(
    [
      [
        'STT',
        'Số thụ lý',
        'Ngày thụ lý',
        'Ngày nhận đơn',
        'Người khiếu nại',
        'Lần',
        'Loại hành vi',
        'Việc thi hành án liên quan',
      ],
      [1, '7', '06/11/2026', '02/11/2026', 'Tẩn Láo Mẫu', 'lần hai', 'c', '36/QĐ-THADS ngày 04/10/2025'],
    ],
    [],
    'Mẫu 02',
  );
  const reading = readRegister([received, accepted], now);
  expect(reading.sheets.map(one => one.layout)).toEqual(['complaints-received@1', 'complaints-accepted@1']);
  expect(reading.issues.filter(issue => issue.severity === 'error')).toEqual([]);
  expect(
    reading.matters.map(matter => [matter.key.kind, matter.key.number, matter.events.map(event => event.type)]),
  ).toEqual([
    ['complaint', '12', ['complaint-received']],
    ['denunciation', '13', ['denunciation-received']],
    ['complaint', '7', ['complaint-received', 'complaint-accepted']],
  ]);
  expect(reading.matters[2]).toMatchObject({
    facts: { level: 2, class: 'c' },
    parent: { series: 'LCA', kind: 'enforcement_case', year: 2026, number: '36/QĐ-THADS' },
  });
});

test('the template is read by its own mappings, every column understood', () => {
  const found = templateSheets()
    .slice(1)
    .map(plan => findHeadings(asSheet(plan))!);
  expect(found.map(one => one.layout.id)).toEqual(['template-cases', 'template-complaints', 'course-of-matters']);
  for (const one of found) expect(one.found).toHaveLength(one.layout.columns.length);
});

describe('Bến Tre 2017', () => {
  const context = contextOf(benTreOffice(), '2026-11-23');
  test('register: carried over and new', () => {
    const reading = readRegister(benTreRegister().map(asSheet), context);
    expect(reading.issues.slice(0, 3)).toEqual([]);
    expect(reading.sheets.map(one => [one.sheet, one.layout, one.entries, one.notUnderstood])).toEqual([
      ['TON', 'm03-accepted-cases@1', 1_400, []],
      ['MOI', 'm03-accepted-cases@1', 1_600, []],
    ]);
    expect(reading.matters).toHaveLength(3_000);
    expect(reading.matters.reduce((sum, matter) => sum + BigInt(String(matter.facts.amount)), 0n)).toBe(
      240_000_000_000n,
    );
    expect(
      reading.matters.filter(matter =>
        matter.events.some(event => event.type === 'completed' || event.type === 'terminated'),
      ),
    ).toHaveLength(1_719);
  });
  test('plan: dates, four targets, 11 tasks, 37 work items', () => {
    const { campaign, issues } = readRegister(benTrePlan().map(asSheet), context);
    expect(issues).toEqual([]);
    expect(campaign).toMatchObject({
      id: 'ben-tre-2017',
      unitCode: 'BTR-CU',
      startsOn: '2017-05-03',
      endsOn: '2017-06-30',
      extendedTo: '2017-09-30',
      measuredFrom: '2016-10-01',
      measuredTo: '2017-09-30',
      targets: [
        { indicator: 'cases_rate', value: 7000 },
        { indicator: 'money_rate', value: 3300 },
        { indicator: 'cases_backlog_change', value: -800 },
        { indicator: 'money_backlog_change', value: -750 },
      ],
    });
    expect(new Set(campaign!.items.map(item => item.task)).size).toBe(11);
    expect(campaign!.items).toHaveLength(37);
  });
});
