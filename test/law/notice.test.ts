import * as fc from 'fast-check';
import {
  type CalendarYear,
  calendarEditions,
  calendarYears,
  inForce,
  knownSince,
  readCalendar,
  toDay,
  toIso,
  weekday,
} from '../../law';

const editions = calendarEditions();
const edition = (year: number, version: number) => editions.find(one => one.year === year && one.version === version)!;
/** What was loaded before an edition was decided. */
const loadedBefore = (one: CalendarYear) => inForce(editions, knownSince(one) - 1);

const NAMES = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const named = (iso: string) =>
  `${NAMES[weekday(toDay(iso))]} ngày ${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
const plain = ({ off, workingWeekend }: CalendarYear) => ({
  off: off.map(({ date, kind, reason }) => [date, kind, reason]),
  workingWeekend,
});

/** Ends of a break as announced where weekends in front belong to it. */
const TET_FROM: Record<number, string> = { 2016: '2016-02-06', 2026: '2026-02-14' };
const TET_TO: Record<number, string> = { 2016: '2016-02-14', 2026: '2026-02-22' };

/** The notice of an edition, in the words notices use. */
function noticeOf({ year, decidedOn, off, workingWeekend }: CalendarYear): string {
  const tet = off.filter(({ reason }) => reason.includes('Tết Nguyên đán')).map(({ date }) => date);
  const national = off.filter(({ reason }) => reason.includes('Quốc khánh')).map(({ date }) => date);
  const swaps = [
    ...workingWeekend.map(({ date, insteadOf }) => [insteadOf, date] as const),
    ...(year === 2015 ? [['2015-01-02', '2014-12-27'] as const] : []),
  ];
  const [y, m, d] = (decidedOn ?? `${year - 1}-12-01`).split('-');
  return `BỘ NỘI VỤ
Số: 1234/TB-BNV
Hà Nội, ngày ${d} tháng ${m} năm ${y}

THÔNG BÁO
Về việc nghỉ Tết Âm lịch và nghỉ lễ Quốc khánh năm ${year}

1. Công chức, viên chức nghỉ Tết Âm lịch từ ${named(TET_FROM[year] ?? tet[0]!)} (tức ngày … tháng Chạp)
đến hết ${named(TET_TO[year] ?? tet.at(-1)!)} (tức ngày mùng … tháng Giêng).

2. Nghỉ lễ Quốc khánh từ ${named(national[0]!)} đến hết ${named(national.at(-1)!)}.

${swaps.map(([from, to]) => `- Hoán đổi ngày làm việc từ ${named(from)} sang ${named(to)}.`).join('\n')}
`;
}

describe('a notice for a whole year gives the year as it is kept', () => {
  const whole = editions.filter(({ version }) => version === 1);
  test.each(whole.map(one => [`${one.year}, bản ${one.version}`, one] as const))('%s', (_name, one) => {
    const { years, problems } = readCalendar(noticeOf(one), loadedBefore(one));
    expect(problems).toEqual([]);
    const own = years.find(({ year }) => year === one.year)!;
    expect(plain(own)).toEqual(plain(one));
    expect(own).toMatchObject({
      ...{ version: 1, provisional: false, lunarNewYear: one.lunarNewYear, hungKings: one.hungKings },
      decidedOn: one.decidedOn ?? '2020-12-01',
    });
  });

  test('a swap with the last day of the year before makes an edition of that year too', () => {
    const { years } = readCalendar(noticeOf(edition(2019, 1)), loadedBefore(edition(2019, 1)));
    expect(years.map(({ year, version }) => [year, version])).toEqual([
      [2019, 1],
      [2018, 2],
    ]);
    expect(plain(years[1]!)).toEqual(plain(edition(2018, 2)));
  });

  test('days of the Labour Code that the notice does not name are derived, and marked so', () => {
    const { years } = readCalendar(noticeOf(edition(2027, 1)), inForce(editions));
    const derived = years[0]!.off.filter(({ confidence }) => confidence === 'D').map(({ date }) => date);
    expect(derived).toEqual(['2027-01-01', '2027-04-16', '2027-04-30', '2027-05-03', '2027-11-24']);
  });
});

describe('a notice of one swap is a further edition of its year', () => {
  const letter = `Số: 12729/VPCP-KGVX
Hà Nội, ngày 25 tháng 12 năm 2025
Đồng ý với đề xuất: Lịch làm việc ngày thứ Sáu -02/01/2026 được hoán đổi sang thứ Bảy - 10/01/2026.`;
  test('decided on 25/12/2025 for 2/1/2026', () => {
    const { years, problems, understood } = readCalendar(letter, loadedBefore(edition(2026, 2)));
    expect(problems).toEqual([]);
    expect(years).toHaveLength(1);
    expect(plain(years[0]!)).toEqual(plain(edition(2026, 2)));
    expect(years[0]).toMatchObject({ version: 2, decidedOn: '2025-12-25', confidence: 'N' });
    expect(years[0]!.decision).toBe(`${edition(2026, 1).decision}; Công văn 12729/VPCP-KGVX, 25/12/2025`);
    expect(understood.map(({ line, says }) => [line, says])).toEqual([[3, 'swap']]);
  });

  test('without a calendar of the year there is nothing to change', () => {
    const { years, problems } = readCalendar(letter.replaceAll('2026', '2029'), inForce(editions));
    expect(years).toEqual([]);
    expect(problems[0]!.code).toBe('BAD_DATE');
    const plainWords =
      'Công văn 1/VPCP ngày 25/12/2028: hoán đổi ngày làm việc từ ngày 02/05/2029 sang ngày 05/05/2029.';
    expect(readCalendar(plainWords, inForce(editions)).problems.map(({ code }) => code)).toEqual(['TET_DAYS']);
  });
});

describe('refused, all at once, with the line', () => {
  const good = noticeOf(edition(2026, 2));
  const known = loadedBefore(edition(2026, 1));
  const refused = (text: string, of: Parameters<typeof readCalendar>[2] = {}) => {
    const { years, problems } = readCalendar(text, known, of);
    expect(years).toEqual([]);
    return problems.map(({ code, line }) => [code, line]);
  };
  test('the notice itself is sound', () => {
    expect(readCalendar(good, known).problems).toEqual([]);
  });

  test.each<[string, (text: string) => string, [string, number | undefined][]]>([
    [
      'a swap on a holiday',
      t => t.replace('thứ Hai ngày 31/08/2026', 'thứ Tư ngày 02/09/2026'),
      [['SWAP_ON_HOLIDAY', 14]],
    ],
    [
      'a make-up day that is a weekday',
      t => t.replace('thứ Bảy ngày 22/08/2026', 'thứ Sáu ngày 21/08/2026'),
      [['WORKED_ON_WEEKDAY', 14]],
    ],
    [
      'a swap of a Saturday',
      t => t.replace('thứ Sáu ngày 02/01/2026', 'thứ Bảy ngày 03/01/2026'),
      [['OFF_ON_WEEKEND', 13]],
    ],
    ['four Tết days', t => t.replace('Chủ nhật ngày 22/02/2026', 'thứ Năm ngày 19/02/2026'), [['TET_DAYS', 8]]],
    ['six Tết days', t => t.replace('thứ Bảy ngày 14/02/2026', 'thứ Sáu ngày 13/02/2026'), [['TET_DAYS', 8]]],
    [
      'one day at Quốc khánh',
      t => t.replace(/từ thứ Ba ngày 01.09.2026 đến/, 'từ thứ Tư ngày 02/09/2026 đến'),
      [['NATIONAL_DAY', 11]],
    ],
    [
      'a break that is nothing',
      t => `${t}\n- Nghỉ từ thứ Hai ngày 08/06/2026 đến hết thứ Ba ngày 09/06/2026.`,
      [['NOT_UNDERSTOOD', 16]],
    ],
    ['a compensation of nothing', t => `${t}\n- Nghỉ bù vào thứ Hai ngày 08/06/2026.`, [['NOT_UNDERSTOOD', 16]]],
    ['a make-up day for nobody knows what', t => `${t}\n- Làm bù vào thứ Bảy ngày 13/06/2026.`, [['SWAP_UNKNOWN', 16]]],
    ['no number and no day', t => t.split('\n').slice(3).join('\n'), [['NO_DECISION', undefined]]],
  ])('%s', (_name, change, expected) => {
    expect(change(good)).not.toBe(good);
    expect(refused(change(good))).toEqual(expected);
  });

  test('everything at once, in both languages', () => {
    const bad = good
      .replace('thứ Bảy ngày 22/08/2026', 'thứ Sáu ngày 22/08/2026')
      .replace('Chủ nhật ngày 22/02/2026', 'Chủ nhật ngày 30/02/2026')
      .replace('Số: 1234/TB-BNV\n', '');
    const { problems } = readCalendar(bad, known);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['BAD_DATE', 8],
      ['BAD_DATE', 13],
      ['NO_DECISION', undefined],
    ]);
    for (const { vi, en } of problems) expect([vi, en]).not.toContain('');
  });

  test('another year than asked for', () => {
    expect(refused(good, { year: 2028 }).map(([code]) => code)).toContain('WRONG_YEAR');
  });

  test('a year after a gap', () => {
    const { problems } = readCalendar(noticeOf(edition(2026, 1)), loadedBefore(edition(2025, 1)));
    expect(problems.map(({ code, vi }) => [code, vi])).toEqual([['GAP', 'Thiếu lịch năm 2025; hãy nạp trước']]);
  });

  test('a text without days', () => {
    expect(refused('Kính gửi các đơn vị.', { decision: 'TB 1', decidedOn: '2026-01-01' })).toEqual([
      ['NOT_UNDERSTOOD', 1],
    ]);
  });
});

describe('JSON', () => {
  const known = inForce(editions);
  const year2027 = {
    ...calendarYears().find(({ year }) => year === 2027)!,
    provisional: false,
    decision: 'Thông báo 1/TB-BNV, 20/11/2026',
  };
  const text = (change: object = {}) => JSON.stringify({ ...year2027, ...change }, null, 2);
  const found = (content: string, of = {}) =>
    readCalendar(content, known, of).problems.map(({ code, line }) => [code, line]);

  test('a year, or several in a list', () => {
    expect(readCalendar(text(), known)).toMatchObject({ from: 'json', problems: [], years: [{ year: 2027 }] });
    expect(readCalendar(`[${text()}]`, known).years).toHaveLength(1);
  });

  test('each problem with the line it stands on', () => {
    const off = [
      ...year2027.off.filter(({ date }) => date !== '2027-04-30'),
      { date: '2027-06-06', reason: 'x', kind: 'holiday' },
    ];
    const bad = text({ off, lunarNewYear: '2027-02-07' });
    const lineWith = (part: string) => bad.split('\n').findIndex(line => line.includes(part)) + 1;
    expect(found(bad)).toEqual([
      ['OFF_ON_WEEKEND', lineWith('2027-06-06')],
      ['WRONG_LUNAR_DAY', lineWith('lunarNewYear')],
      ['HOLIDAY_MISSING', 1],
    ]);
  });

  test('fields that are missing, a text that is cut off, an edition without its day, another year', () => {
    expect(found('{ "year": 2027,\n "off": [ {} ] }').map(([code]) => code)).toEqual(Array(11).fill('BAD_SHAPE'));
    expect(found(text().slice(0, 200)).map(([code]) => code)).toEqual(['BAD_SHAPE']);
    expect(found(text({ decidedOn: null }))).toEqual([['NO_DECISION', 5]]);
    expect(found(text(), { year: 2028 })).toEqual([['WRONG_YEAR', 2]]);
    expect(found('[]').map(([code]) => code)).toEqual(['BAD_SHAPE']);
  });

  test('a year that leaves a gap, the same year twice, a swap that no year explains', () => {
    const year = 2029;
    const later = JSON.stringify({ ...year2027, year });
    expect(found(later).map(([code]) => code)).toContain('WRONG_YEAR');
    expect(found(`[${text()},\n${text()}]`).map(([code]) => code)).toEqual(['DUPLICATE']);
    expect(
      found(text({ workingWeekend: [{ date: '2027-03-06', insteadOf: '2027-03-08' }] })).map(([code]) => code),
    ).toEqual(['SWAP_UNKNOWN']);
  });
});

test('lunar days of a loaded year are those reckoned', () => {
  const { years } = readCalendar(noticeOf(edition(2025, 1)), loadedBefore(edition(2025, 1)));
  expect(years[0]!.lunarNewYear).toBe('2025-01-29');
  expect(toIso(toDay(years[0]!.hungKings))).toBe('2025-04-07');
});

describe('whatever is pasted', () => {
  const known = inForce(editions);
  const good = noticeOf(edition(2026, 2));
  const orderly = (text: string) => {
    const { years, problems } = readCalendar(text, known);
    expect(years.length > 0).toBe(problems.length === 0);
    for (const { vi, en } of problems) expect(vi !== '' && en !== '').toBe(true);
  };
  test('it is read or refused, never half of it, and never an exception', () => {
    const words = fc.constantFrom(
      ...good.split(/\s+/),
      '31/2/2026',
      'hoán đổi',
      'thứ Bảy',
      '§0§',
      '(',
      '[',
      '{"year":',
    );
    fc.assert(fc.property(fc.string(), orderly), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }).map(list => list.join(' ')),
        orderly,
      ),
      { numRuns: 200 },
    );
  });

  test('a notice with any piece cut out', () => {
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(200), (at, length) =>
        orderly(good.slice(0, at) + good.slice(at + length)),
      ),
      { numRuns: 150 },
    );
  });
});
