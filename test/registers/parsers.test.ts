import fc from 'fast-check';
import { toIso } from '../../law/day';
import type { PlainCell } from '../../registers/cell';
import { parseComposite } from '../../registers/parse/composite';
import { parseDate, reportingYearOf } from '../../registers/parse/date';
import { parseMoney } from '../../registers/parse/money';
import { parseNote } from '../../registers/parse/note';
import { judgmentType, parseBookNumber, parseDecisionNumber, parseJudgmentNumber } from '../../registers/parse/number';

const TODAY = { today: '2026-11-23' };
const codes = (result: { problems: readonly { code: string }[] }) => result.problems.map(problem => problem.code);

describe('dates', () => {
  test.each<[PlainCell, string]>([
    ['14-10-2025', '2025-10-14'],
    ['04/10/2025', '2025-10-04'],
    ['4.10.2025', '2025-10-04'],
    ['ngày 4 tháng 10 năm 2025', '2025-10-04'],
    ['2025-08-13', '2025-08-13'],
    ['2025-08-13T17:00:00Z', '2025-08-14'],
    ['2025-08-13T16:59:59Z', '2025-08-13'],
    ['2025-08-14T00:30:00+07:00', '2025-08-14'],
    ['2025-08-13T23:30:00-05:00', '2025-08-14'],
    [45944, '2025-10-14'],
    ['45944', '2025-10-14'],
    [{ type: 'date', iso: '2025-10-14' }, '2025-10-14'],
    ['29/02/2024', '2024-02-29'],
  ])('%p is %s', (cell, iso) => {
    expect(parseDate(cell, TODAY)).toMatchObject({ value: { iso }, problems: [] });
  });

  test.each<[PlainCell, string]>([
    ['31/02/2025', 'date-no-such-day'],
    ['29/02/2025', 'date-no-such-day'],
    ['04/13/2025', 'date-no-such-day'],
    ['01/01/1900', 'date-too-old'],
    [0, 'date-too-old'],
    [1, 'date-too-old'],
    ['24/11/2026', 'date-in-future'],
    ['2026-11-23T17:00:00Z', 'date-in-future'],
    ['hôm qua', 'date-unreadable'],
    ['04/10/25', 'date-unreadable'],
    [true, 'date-unreadable'],
    [-3, 'date-unreadable'],
  ])('%p is refused: %s', (cell, code) => {
    const read = parseDate(cell, TODAY);
    expect(read.value).toBeUndefined();
    expect(codes(read)).toEqual([code]);
  });

  test('a planned day may lie ahead', () => {
    expect(parseDate('24/12/2026', { ...TODAY, planned: true }).value?.iso).toBe('2026-12-24');
  });

  test('every written form of a day is the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 20_000 }), day => {
        const iso = toIso(day);
        const [y, m, d] = iso.split('-') as [string, string, string];
        const forms: PlainCell[] = [
          iso,
          `${d}/${m}/${y}`,
          `${d}-${m}-${y}`,
          `${Number(d)}.${Number(m)}.${y}`,
          day + 25569,
          `${toIso(day - 1)}T17:00:00Z`,
        ];
        for (const form of forms) expect(parseDate(form, { today: '2100-01-01' }).value?.iso).toBe(iso);
      }),
    );
  });

  test('the reporting year begins on 1 October', () => {
    expect(reportingYearOf('2018-09-30')).toBe(2018);
    expect(reportingYearOf('2018-10-01')).toBe(2019);
  });
});

describe('money', () => {
  test.each<[PlainCell, bigint]>([
    ['1.234.567.000 đồng', 1_234_567_000n],
    ['1.234.567 nghìn đồng', 1_234_567_000n],
    ['1 tỷ 234 triệu 567 nghìn đồng', 1_234_567_000n],
    ['1 tỉ 234 triệu 567 ngàn', 1_234_567_000n],
    ['1,234,567,000', 1_234_567_000n],
    ['1234567000', 1_234_567_000n],
    [1_234_567_000, 1_234_567_000n],
    ['150.000đ', 150_000n],
    ['437,2 tỷ đồng', 437_200_000_000n],
    ['1,5 triệu', 1_500_000n],
    ['0', 0n],
    ['1.000.000,00 đồng', 1_000_000n],
  ])('%p', (cell, amount) => {
    expect(parseMoney(cell)).toEqual({ value: { amount }, problems: [] });
  });

  test.each<[string, bigint, string]>([
    ['trên 1.234 tỷ đồng', 1_234_000_000_000n, 'money-approximate'],
    ['hơn 450 tỷ đồng', 450_000_000_000n, 'money-approximate'],
    ['gần 437,2 tỷ đồng', 437_200_000_000n, 'money-approximate'],
    ['1.234,567 đồng', 1_234_567n, 'money-separators'],
  ])('%p is taken with a warning', (cell, amount, code) => {
    const read = parseMoney(cell);
    expect(read.value?.amount).toBe(amount);
    expect(read.problems).toMatchObject([{ severity: 'warning', code }]);
  });

  test.each(['590m2 đất', '357,3m2', 'cấp dưỡng nuôi con: 1.000.000đ/01 tháng (10/2025-09/2026)', '-', 'không'])(
    '%p has no sum',
    cell => {
      expect(parseMoney(cell).value?.amount).toBeNull();
    },
  );

  test.each<[PlainCell, string]>([
    ['một trăm', 'money-unreadable'],
    ['12O.000', 'money-unreadable'],
    ['APDSST: 150.000đ khấu trừ 300.000đ', 'money-unreadable'],
    ['1.23.456', 'money-unreadable'],
    ['5 triệu 3 tỷ', 'money-unreadable'],
    [-5, 'money-negative'],
    [10.5, 'money-fraction'],
    ['99.999.999 tỷ', 'money-too-large'],
  ])('%p is refused: %s', (cell, code) => {
    const read = parseMoney(cell);
    expect(read.value).toBeUndefined();
    expect(codes(read)).toEqual([code]);
  });

  test('a sum in any of the four spellings is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999n }), thousands => {
        const amount = thousands * 1000n;
        const dotted = (n: bigint) => n.toString().replace(/\B(?=(\d{3})+$)/g, '.');
        const [ty, trieu, nghin] = [thousands / 1_000_000n, (thousands / 1000n) % 1000n, thousands % 1000n];
        const words = [
          ty > 0n ? `${dotted(ty)} tỷ` : '',
          trieu > 0n ? `${trieu} triệu` : '',
          nghin > 0n ? `${nghin} nghìn` : '',
        ]
          .filter(Boolean)
          .join(' ');
        for (const text of [
          `${dotted(amount)} đồng`,
          `${dotted(thousands)} nghìn đồng`,
          `${words} đồng`,
          amount.toString(),
        ]) {
          expect(parseMoney(text).value?.amount).toBe(amount);
        }
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), text => void parseMoney(text)));
    fc.assert(fc.property(fc.string(), text => void parseDate(text, TODAY)));
    fc.assert(fc.property(fc.string(), text => void parseComposite(text, TODAY)));
  });
});

describe('numbers', () => {
  test.each([
    '123/QĐ-CCTHADS',
    '123/QD-CCTHADS',
    '0123/QĐ - CCTHADS',
    '123 QĐ-CCTHADS',
    '123/QĐ',
    '123',
    'Số: 123/QĐ-CCTHADS',
    '123/qđ-ccthads',
    '123/QĐ-CCTHADS'.normalize('NFD'),
  ])('%p', cell => {
    expect(parseDecisionNumber(cell, 'QĐ-CCTHADS').value).toBe('123/QĐ-CCTHADS');
  });

  test('an ending that is written wins over the one that is usual', () => {
    expect(parseDecisionNumber('36/QĐ-THADS', 'QĐ-CCTHADS').value).toBe('36/QĐ-THADS');
    expect(parseDecisionNumber('218/QĐ-CTHADS', 'QĐ-THADS').value).toBe('218/QĐ-CTHADS');
    expect(parseDecisionNumber(21101, 'QĐ-THADS').value).toBe('21101/QĐ-THADS');
  });

  test.each(['', '07/2025/DS-ST', 'không số', '0', 'QĐ-THADS'])('%p is no decision number', cell => {
    expect(codes(parseDecisionNumber(cell, 'QĐ-THADS'))).toEqual(['number-unreadable']);
  });

  test('judgment numbers: blanks, two in a cell, a year that differs', () => {
    expect(parseJudgmentNumber('10/2025/QĐ- CNHG-DS').value).toBe('10/2025/QĐ-CNHG-DS');
    expect(parseJudgmentNumber('311/2025/HS-ST & BA PT số: 67/2025/HS-PT').value).toBe(
      '311/2025/HS-ST & 67/2025/HS-PT',
    );
    expect(codes(parseJudgmentNumber('06/2023/QĐCNHG-DS', '2025-03-04'))).toEqual(['judgment-year']);
    expect(codes(parseJudgmentNumber('06/2023/QĐCNHG-DS', '2023-03-04'))).toEqual([]);
    expect(codes(parseJudgmentNumber('không rõ'))).toEqual(['judgment-unreadable']);
  });

  test.each([
    ['311/2025/HS-ST', 'criminal'],
    ['72/2025/QĐST-HNGĐ', 'family'],
    ['01/2025/QĐST-DS', 'civil'],
    ['QĐST-KDTM', 'commercial'],
    ['108/2015/DSST-HNGĐ', 'family'],
    ['5/2025/QĐST-LĐ', 'labour'],
    ['5/2025', 'other'],
  ])('%p is %s', (number, type) => expect(judgmentType(number)).toBe(type));

  test('book numbers', () => {
    expect(parseBookNumber('012').value).toBe('12');
    expect(parseBookNumber('12/KN').value).toBe('12/KN');
    expect(codes(parseBookNumber('mười'))).toEqual(['number-unreadable']);
  });
});

describe('composite cells', () => {
  test('«Số; Ngày; Số tiền; Nơi ban hành»', () => {
    expect(parseComposite('36/QĐ-THADS; 04/10/2025; 1.234.567 đồng; TAND KV7 - NA', TODAY)).toEqual({
      number: '36/QĐ-THADS',
      date: '2025-10-04',
      amount: 1_234_567n,
      text: 'TAND KV7 - NA',
      problems: [],
    });
  });
  test('in a sentence, on two lines', () => {
    expect(parseComposite('Số: 36/QĐ-THADS ngày 04/10/2025\nSố tiền: 5 triệu đồng', TODAY)).toMatchObject({
      number: '36/QĐ-THADS',
      date: '2025-10-04',
      amount: 5_000_000n,
    });
  });
  test('a sum mixed with words stays as text and is pointed out', () => {
    const read = parseComposite('12/QĐ-THADS; 04/10/2025; APDSST: 150.000đ khấu trừ 300.000đ', TODAY);
    expect(read).toMatchObject({
      number: '12/QĐ-THADS',
      date: '2025-10-04',
      text: 'APDSST: 150.000đ khấu trừ 300.000đ',
    });
    expect(codes(read)).toEqual(['amount-kept-as-text']);
  });
});

test('notes tell corrections and the enforcer', () => {
  const note = parseNote('CHV: Lò Văn Tấn; đã sửa đổi, bổ sung ngày 12/3/2019', TODAY);
  expect(note).toMatchObject({ correctedOn: ['2019-03-12'], enforcer: 'Lò Văn Tấn' });
  expect(codes(note)).toEqual(['row-corrected']);
});
