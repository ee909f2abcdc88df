import { toIso } from '../../law';
import { documentOf } from '../../law/calendar/notice/document';
import { type Statement, statementsOf } from '../../law/calendar/notice/statements';

/** A statement in short: what it says and its days. */
function short(one: Statement): string {
  const days = (...list: number[]) => list.map(toIso).join(' ');
  switch (one.says) {
    case 'off':
    case 'holidays':
      return `${one.says} ${days(one.from, one.to)}`;
    case 'compensation':
      return `${one.says} ${days(...one.days)}`;
    case 'swap':
      return `swap ${days(one.off, one.worked)}`;
    case 'make-up':
      return `make-up ${days(one.worked)}`;
    case 'no-swap':
      return 'no-swap';
  }
}
const said = (text: string, year: number) => statementsOf(text, year).statements.map(short);

/** Sentences as notices, letters and reports on them were worded, with the years they are from. */
const WORDINGS: readonly (readonly [year: number, text: string, said: readonly string[]])[] = [
  [
    2015,
    'công chức, viên chức đi làm thứ Bảy, ngày 25/4/2015 để nghỉ thứ Tư (ngày 29/4/2015)',
    ['swap 2015-04-29 2015-04-25'],
  ],
  [
    2015,
    'Tết Âm lịch: … nghỉ từ thứ 3 ngày 17/2/2015 đến hết thứ 7 ngày 21/2 … và nghỉ bù vào thứ 2 ngày 23/2/2015 … đi làm thứ 7 ngày 14/2/2015 để nghỉ thứ 2 ngày 16/2/2015',
    ['swap 2015-02-16 2015-02-14', 'compensation 2015-02-23', 'off 2015-02-17 2015-02-21'],
  ],
  [2015, 'đi làm thứ 7 (ngày 27/12/2014) để nghỉ thứ 6, ngày 2/1/2015', ['swap 2015-01-02 2014-12-27']],
  [
    2015,
    'Như vậy, dịp nghỉ Tết Dương lịch, công chức, viên chức sẽ nghỉ liền từ ngày 01/01 đến hết ngày 04/01/2015.',
    ['off 2015-01-01 2015-01-04'],
  ],
  [
    2016,
    'từ ngày 06/02/2016 đến hết ngày 14/02/2016 …, trong đó từ ngày 07/02/2016 đến hết ngày 11/02/2016 … là các ngày nghỉ lễ, các ngày còn lại là ngày nghỉ hằng tuần và ngày nghỉ bù',
    ['holidays 2016-02-07 2016-02-11', 'off 2016-02-06 2016-02-14'],
  ],
  [2016, 'nghỉ bù vào ngày thứ 2 (18/4/2016)', ['compensation 2016-04-18']],
  [2016, 'nghỉ bù vào ngày 2/5 và 3/5', ['compensation 2016-05-02 2016-05-03']],
  [2016, 'tất cả những ngày nghỉ lễ Tết trong năm 2016 … không phải hoán đổi', ['no-swap']],
  [2017, 'nghỉ 07 ngày liên tục từ Thứ 5 ngày 26/01/2017 đến hết Thứ 4 ngày 01/02/2017', ['off 2017-01-26 2017-02-01']],
  [
    2017,
    'Do mùng một, mùng 2 Tết … rơi vào hai ngày cuối tuần, công chức được nghỉ bù vào mùng 4, mùng 5 Tết. Tổng cộng có 7 ngày nghỉ và không hoán đổi',
    ['no-swap'],
  ],
  [
    2018,
    'nghỉ liền 07 ngày, từ thứ tư vào ngày 14/02/2018 đến hết thứ ba vào ngày 20/02/2018 … nghỉ bù vào ngày 19/02/2018 và ngày 20/02/2018',
    ['compensation 2018-02-19 2018-02-20', 'off 2018-02-14 2018-02-20'],
  ],
  [2018, 'nghỉ bù vào ngày ngày thứ Hai (ngày 03/9/2018)', ['compensation 2018-09-03']],
  [
    2019,
    'nghỉ từ thứ Hai ngày 31 tháng 12 năm 2018 đến hết thứ Ba 01 tháng 01 năm 2019; đi làm bù vào thứ Bẩy ngày 05 tháng 01 năm 2019',
    ['make-up 2019-01-05', 'off 2018-12-31 2019-01-01'],
  ],
  [
    2019,
    'nghỉ từ thứ Hai ngày 29 tháng 4 năm 2019 đến hết thứ Tư ngày 01 tháng 5 năm 2019; đi làm bù vào thứ Bẩy ngày 04 tháng 5 năm 2019',
    ['make-up 2019-05-04', 'off 2019-04-29 2019-05-01'],
  ],
  [
    2020,
    'nghỉ liền 7 ngày, từ thứ Năm ngày 23/1/2020 đến hết thứ Tư ngày 29/1/2020 (tức từ ngày 29 tháng Chạp năm Kỷ Hợi đến hết ngày mùng 5 tháng Giêng năm Canh Tý)',
    ['off 2020-01-23 2020-01-29'],
  ],
  [
    2021,
    'công chức, viên chức sẽ nghỉ bù vào ngày Mùng 4 và Mùng 5 tết Âm lịch (tức ngày 15 và 16/2/2021).',
    ['compensation 2021-02-15 2021-02-16'],
  ],
  [
    2021,
    'nghỉ 7 ngày liên tục, từ ngày 10 đến hết ngày 16-2-2021 (từ 29 tháng Chạp năm Canh Tý đến hết ngày mùng 5 tháng Giêng năm Tân Sửu)',
    ['off 2021-02-10 2021-02-16'],
  ],
  [
    2021,
    'nghỉ 4 ngày từ thứ Năm ngày 2/9/2021 đến hết Chủ nhật ngày 5/9/2021. Trong đó 2 ngày nghỉ lễ Quốc khánh',
    ['off 2021-09-02 2021-09-05'],
  ],
  [
    2022,
    'nghỉ Tết Nguyên đán Nhâm Dần từ ngày 31/01/2022 đến hết ngày 04/02/2022 và nghỉ lễ Quốc khánh từ ngày 01/9/2022 đến hết ngày 02/9/2022',
    ['off 2022-01-31 2022-02-04', 'off 2022-09-01 2022-09-02'],
  ],
  [
    2023,
    'nghỉ Tết Âm lịch từ ngày 20 tháng 01 năm 2023 đến hết ngày 26 tháng 01 năm 2023 và nghỉ lễ Quốc khánh từ ngày 01 tháng 9 năm 2023 đến hết ngày 04 tháng 9 năm 2023',
    ['off 2023-01-20 2023-01-26', 'off 2023-09-01 2023-09-04'],
  ],
  [
    2024,
    'nghỉ từ thứ Năm ngày 08/02/2024 (tức ngày 29 tháng Chạp năm Quý Mão) đến hết thứ Tư ngày 14/02/2024 (tức ngày mùng 5 tháng Giêng năm Giáp Thìn) gồm 05 ngày nghỉ tết Âm lịch và 02 ngày nghỉ bù',
    ['off 2024-02-08 2024-02-14'],
  ],
  [
    2024,
    'hoán đổi ngày làm việc từ ngày thứ Hai (29/4/2024) sang ngày thứ Bảy (04/5/2024)',
    ['swap 2024-04-29 2024-05-04'],
  ],
  [2025, 'hoán đổi ngày làm việc từ thứ Sáu ngày 2/5/2025 sang thứ Bảy ngày 26/4/2025', ['swap 2025-05-02 2025-04-26']],
  [
    2025,
    'nghỉ từ thứ Bảy ngày 30.8.2025 đến hết thứ Ba ngày 2.9.2025 … 2 ngày nghỉ lễ Quốc khánh và 2 ngày nghỉ hằng tuần',
    ['off 2025-08-30 2025-09-02'],
  ],
  [
    2026,
    'nghỉ Tết âm lịch từ thứ Bảy 14/2/2026 (tức 27 tháng Chạp, năm Ất Tỵ) đến hết Chủ nhật 22/2/2026 (tức mùng 6 tháng Giêng, năm Bính Ngọ), tổng cộng 9 ngày liên tục.',
    ['off 2026-02-14 2026-02-22'],
  ],
  [2026, 'nghỉ 5 ngày; thứ Hai ngày 31/8 sẽ chuyển sang thứ Bảy ngày 22/8', ['swap 2026-08-31 2026-08-22']],
  [
    2026,
    'Lịch làm việc ngày thứ Sáu -02/01/2026 được hoán đổi sang thứ Bảy - 10/01/2026, công chức nghỉ 4 ngày',
    ['swap 2026-01-02 2026-01-10'],
  ],
  [
    2026,
    'Ngày Văn hóa Việt Nam 24/11/2026: nghỉ 01 ngày, thứ Ba ngày 24/11/2026, không hoán đổi.',
    ['off 2026-11-24 2026-11-24', 'no-swap'],
  ],
];

test.each(WORDINGS)('%s: %s', (year, text, expected) => {
  expect(said(text, year)).toEqual(expected);
  expect(statementsOf(text, year)).toMatchObject({ problems: [], leftOver: [] });
});

describe('what is no day off', () => {
  test.each([
    'Căn cứ Bộ luật Lao động số 45/2019/QH14, Nghị định số 145/2020/NĐ-CP ngày 14/12/2020, công chức nghỉ theo quy định.',
    'Thực hiện Công văn số 9859/VPCP-KGVX ngày 13/10/2025 về việc nghỉ Tết.',
    'Do ngày Mùng 2 và Mùng 3 tết Âm lịch (tức ngày 13 và 14/ 2/2021) trùng vào thứ Bảy và Chủ nhật là ngày nghỉ hằng tuần.',
    'Dịp nghỉ lễ Quốc khánh 2/9 và dịp 30/4 - 1/5 các đơn vị bố trí trực.',
    'Báo cáo gửi về trước ngày 15/12/2025.',
  ])('%s', text => {
    expect(statementsOf(text, 2025)).toEqual({ statements: [], leftOver: [], problems: [] });
  });

  test('a proposal is not a decision, and is refused by name', () => {
    const found = statementsOf(
      'Bộ Nội vụ đề xuất hoán đổi ngày làm việc từ thứ Hai ngày 23/11/2026 sang thứ Bảy ngày 28/11/2026.',
      2026,
    );
    expect(found.statements).toEqual([]);
    expect(found.problems.map(({ code, line }) => [code, line])).toEqual([['ONLY_PROPOSED', 1]]);
  });

  test('agreeing to a proposal decides it', () => {
    const text =
      'Thủ tướng đồng ý với đề xuất hoán đổi ngày làm việc từ thứ Sáu ngày 02/01/2026 sang thứ Bảy ngày 10/01/2026.';
    expect(said(text, 2026)).toEqual(['swap 2026-01-02 2026-01-10']);
  });
});

describe('what cannot be understood', () => {
  test('is told with its line; about days off it is harmless, about swaps it stops the loading', () => {
    const text =
      'Thông báo\n\nCông chức được nghỉ thêm vào chiều 30/12/2025.\n\nCơ quan bố trí làm bù hợp lý, xong trước 15/01/2026.';
    const found = statementsOf(text, 2026);
    expect(found.leftOver).toEqual([{ line: 3, text: 'Công chức được nghỉ thêm vào chiều 30/12/2025.' }]);
    expect(found.problems.map(({ code, line }) => [code, line])).toEqual([['NOT_UNDERSTOOD', 5]]);
    expect(found.problems[0]!.vi).toContain('Cơ quan bố trí làm bù hợp lý');
  });

  test('a weekday that is not the day’s own, and a day that does not exist', () => {
    const text = 'Hoán đổi ngày làm việc từ thứ Sáu ngày 3/5/2025\nsang thứ Bảy ngày 31/4/2025.';
    const { statements, problems } = statementsOf(text, 2025);
    expect(statements).toEqual([]);
    expect(problems.map(({ code, line, vi }) => [code, line, vi])).toEqual([
      ['BAD_DATE', 1, '“thứ Sáu ngày 3/5/2025”: ngày ấy là thứ Bảy 03/05/2025'],
      ['BAD_DATE', 2, '“thứ Bảy ngày 31/4/2025” không phải ngày có thật'],
    ]);
  });
});

test('a sentence runs on over line breaks and ends at the next item of a list', () => {
  const text = `1. Nghỉ Tết từ thứ Năm ngày 04/02/2027
đến hết thứ Tư ngày 10/02/2027.
2. Nghỉ lễ Quốc khánh từ thứ Năm
ngày 02/9/2027 đến hết Chủ nhật ngày 05/9/2027`;
  const { statements } = statementsOf(text, 2027);
  expect(statements.map(one => [one.line, short(one)])).toEqual([
    [1, 'off 2027-02-04 2027-02-10'],
    [3, 'off 2027-09-02 2027-09-05'],
  ]);
  expect(statements[0]!.text).toBe('từ thứ Năm ngày 04/02/2027 đến hết thứ Tư ngày 10/02/2027');
});

describe('the document a notice is', () => {
  test.each([
    [
      'BỘ NỘI VỤ\nSố: 9441/TB-BNV\nHà Nội, ngày 16 tháng 10 năm 2025\nTHÔNG BÁO\nThực hiện Công văn số 9859/VPCP-KGVX ngày 13/10/2025',
      { decision: 'Thông báo 9441/TB-BNV, 16/10/2025', decidedOn: '2025-10-16' },
    ],
    [
      'VĂN PHÒNG CHÍNH PHỦ\nSố: 12729/VPCP-KGVX\nHà Nội, ngày 25 tháng 12 năm 2025',
      { decision: 'Công văn 12729/VPCP-KGVX, 25/12/2025', decidedOn: '2025-12-25' },
    ],
    [
      'Văn phòng Chính phủ có Công văn số 2450/VPCP-KGVX ngày 12/4/2024, hoán đổi ngày làm việc …',
      { decision: 'Công văn 2450/VPCP-KGVX, 12/04/2024', decidedOn: '2024-04-12' },
    ],
    ['Thông báo 4875/TB-LĐTBXH về nghỉ tết', { decision: 'Thông báo 4875/TB-LĐTBXH', decidedOn: null }],
    ['Lịch nghỉ tết năm 2027', { decision: null, decidedOn: null }],
  ])('%s', (text, expected) => {
    expect(documentOf(text)).toEqual(expected);
  });
});
