import {
  buildCalendar,
  CalendarError,
  type CalendarYear,
  calendarYears,
  changeSince,
  officialCalendar,
  toDay,
  toIso,
  validateCalendarYear,
  validateCalendarYears,
  withClosures,
} from '../../law';

const official = officialCalendar();
const day = toDay;
const year2026 = calendarYears().find(({ year }) => year === 2026)!;
const without = (date: string) => year2026.off.filter(one => one.date !== date);
const codes = (year: CalendarYear) => validateCalendarYear(year).map(problem => problem.code);

describe('the official calendars 2015–2027', () => {
  test('thirteen sound years, none missing', () => {
    expect(calendarYears().map(({ year }) => year)).toEqual([
      2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
    ]);
    expect(validateCalendarYears(calendarYears())).toEqual([]);
  });

  test('five Tết days a year, those on weekends compensated', () => {
    for (const { year, off } of calendarYears()) {
      const tet = off.filter(
        ({ kind, reason }) => kind === 'tet' || (kind === 'compensation' && reason.includes('Tết Nguyên đán')),
      );
      expect([year, tet.length]).toEqual([year, 5]);
    }
  });

  test('weekdays off and working days of each year, as counted from the notices', () => {
    const expected: Record<number, [off: number, worked: number]> = {
      2015: [13, 250],
      2016: [10, 251],
      2017: [10, 250],
      2018: [11, 250],
      2019: [11, 252],
      2020: [10, 252],
      2021: [11, 250],
      2022: [11, 249],
      2023: [11, 249],
      2024: [12, 251],
      2025: [12, 250],
      2026: [14, 249],
      2027: [12, 249],
    };
    for (const [year, counts] of Object.entries(expected)) {
      let off = 0;
      for (let d = day(`${year}-01-01`); d <= day(`${year}-12-31`); d++) {
        const kind = official.offKind(d);
        if (kind !== null && kind !== 'weekend') off++;
      }
      const worked = official.countWorking(day(`${Number(year) - 1}-12-31`), day(`${year}-12-31`));
      expect([year, off, worked]).toEqual([year, ...counts]);
    }
  });

  test('Tết 2026 is off from 14 to 22 February', () => {
    for (let d = day('2026-02-14'); d <= day('2026-02-22'); d++) expect(official.isWorking(d)).toBe(false);
    expect(official.isWorking(day('2026-02-13'))).toBe(true);
    expect(official.isWorking(day('2026-02-23'))).toBe(true);
    expect(official.offReason(day('2026-02-17'))).toBe('Tết Nguyên đán: mùng 1');
    expect(official.lunarNewYear(2026)).toBe(day('2026-02-17'));
    expect(official.lunarNewYear(2031)).toBeNull();
  });

  test('2 September 2026: three days off, the Saturday before worked', () => {
    expect(
      ['2026-08-22', '2026-08-31', '2026-09-01', '2026-09-02', '2026-09-03'].map(d => official.isWorking(day(d))),
    ).toEqual([true, false, false, false, true]);
    expect(official.offReason(day('2026-08-31'))).toContain('Hoán đổi');
    expect(official.offKind(day('2026-08-31'))).toBe('swap');
    expect(official.offReason(day('2026-08-22'))).toBeNull();
  });

  test('24 November 2026 is off alone; no swap around it', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-28'].map(d => official.isWorking(day(d)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(official.isWorking(day('2025-11-24'))).toBe(true);
  });

  test('every swap of the years kept', () => {
    const swaps = calendarYears().flatMap(({ workingWeekend }) =>
      workingWeekend.map(({ date, insteadOf }) => `${insteadOf} ${date}`),
    );
    expect(swaps).toEqual([
      '2015-02-16 2015-02-14',
      '2015-04-29 2015-04-25',
      '2018-12-31 2019-01-05',
      '2019-04-29 2019-05-04',
      '2024-04-29 2024-05-04',
      '2025-05-02 2025-04-26',
      '2026-01-02 2026-01-10',
      '2026-08-31 2026-08-22',
    ]);
    for (const swap of swaps) {
      const [off = '', worked = ''] = swap.split(' ');
      expect([official.isWorking(day(off)), official.isWorking(day(worked))]).toEqual([false, true]);
    }
  });

  test('provisional in 2027, before 2015 and after 2027', () => {
    const answers = ['2014-12-31', '2015-01-01', '2026-12-31', '2027-01-01', '2028-06-01'].map(d =>
      official.isProvisional(day(d)),
    );
    expect(answers).toEqual([true, false, false, true, true]);
  });

  test('a day outside its range is an error, not a guess', () => {
    expect(() => official.isWorking(day('1979-12-31'))).toThrow(RangeError);
    expect(() => official.addWorking(day('2119-12-30'), 5)).toThrow(/2119-12-31/);
  });

  test('no address and no path in the data', () => {
    expect(JSON.stringify(calendarYears())).not.toMatch(/https?:|\/work|Read at/);
  });
});

describe('loading a year', () => {
  test.each<[string, Partial<CalendarYear>, string]>([
    [
      'a holiday that is also worked',
      { workingWeekend: [{ date: '2026-11-24', insteadOf: '2026-08-31' }] },
      'OFF_AND_WORKED',
    ],
    [
      'a weekday as working weekend',
      { workingWeekend: [{ date: '2026-08-26', insteadOf: '2026-08-31' }] },
      'WORKED_ON_WEEKDAY',
    ],
    [
      'a weekend day listed off',
      { off: [...year2026.off, { date: '2026-06-06', reason: 'x', kind: 'holiday' }] },
      'OFF_ON_WEEKEND',
    ],
    ['a day off twice', { off: [...year2026.off, year2026.off[0]!] }, 'DUPLICATE'],
    ['a worked day twice', { workingWeekend: [year2026.workingWeekend[0]!, year2026.workingWeekend[0]!] }, 'DUPLICATE'],
    [
      'a day of another year',
      { off: [...year2026.off, { date: '2025-12-31', reason: 'x', kind: 'swap' }] },
      'WRONG_YEAR',
    ],
    [
      'a day that does not exist',
      { off: [...year2026.off, { date: '2026-02-31', reason: 'x', kind: 'tet' }] },
      'BAD_DATE',
    ],
    ['2 September forgotten', { off: year2026.off.filter(({ date }) => date !== '2026-09-02') }, 'HOLIDAY_MISSING'],
    ['24 November forgotten', { off: year2026.off.filter(({ date }) => date !== '2026-11-24') }, 'HOLIDAY_MISSING'],
    ['Giỗ Tổ’s compensation forgotten', { off: without('2026-04-27') }, 'HOLIDAY_MISSING'],
    [
      'a holiday marked as swapped',
      { off: year2026.off.map(o => (o.date === '2026-04-30' ? { ...o, kind: 'swap' as const } : o)) },
      'SWAP_ON_HOLIDAY',
    ],
    [
      'a swap day that is a holiday too',
      { off: [...year2026.off, { date: '2026-08-31', reason: 'x', kind: 'holiday' }] },
      'SWAP_ON_HOLIDAY',
    ],
    [
      'a holiday made a working Sunday',
      { workingWeekend: [{ date: '2026-04-26', insteadOf: '2026-08-31' }] },
      'WORKED_ON_HOLIDAY',
    ],
    ['one day at Quốc khánh', { off: without('2026-09-01') }, 'NATIONAL_DAY'],
    ['four Tết days', { off: without('2026-02-20') }, 'TET_DAYS'],
    ['six Tết days', { off: [...year2026.off, { date: '2026-02-13', reason: 'x', kind: 'tet' }] }, 'TET_DAYS'],
    [
      'five Tết days without mùng 1',
      { off: year2026.off.map(o => (o.date === '2026-02-17' ? { ...o, date: '2026-02-13' } : o)) },
      'TET_DAYS',
    ],
    ['mùng 1 of the Chinese calendar', { lunarNewYear: '2026-02-18' }, 'WRONG_LUNAR_DAY'],
    ['Giỗ Tổ a month early', { hungKings: '2026-03-27' }, 'WRONG_LUNAR_DAY'],
    ['no decision', { decision: '' }, 'BAD_SHAPE'],
    ['a decision without its day', { decidedOn: undefined as unknown as string }, 'BAD_SHAPE'],
    ['a decision on a day that does not exist', { decidedOn: '2026-02-30' }, 'BAD_DATE'],
    ['an unknown kind', { off: [{ date: '2026-01-01', reason: 'x', kind: 'party' as 'tet' }] }, 'BAD_SHAPE'],
  ])('%s', (_name, change, code) => {
    expect(codes({ ...year2026, ...change })).toContain(code);
  });

  test('everything wrong is said at once, each with its place', () => {
    const off = [...without('2026-09-02'), { date: '2026-06-06', reason: 'x', kind: 'holiday' as const }];
    const workingWeekend = [...year2026.workingWeekend, { date: '2027-01-09', insteadOf: '2026-06-08' }];
    const found = validateCalendarYear({ ...year2026, lunarNewYear: '2026-02-18', off, workingWeekend });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['OFF_ON_WEEKEND', 'off[13].date'],
      ['WRONG_YEAR', 'workingWeekend[2].date'],
      ['WRONG_LUNAR_DAY', 'lunarNewYear'],
      ['HOLIDAY_MISSING', undefined],
      ['NATIONAL_DAY', undefined],
    ]);
  });

  test('what is no calendar year at all', () => {
    expect(codes(null as unknown as CalendarYear)).toEqual(['BAD_SHAPE']);
    expect(codes({ off: [null] } as unknown as CalendarYear)).toHaveLength(12);
  });

  test('what is wrong is said in both languages with the date', () => {
    const [problem] = validateCalendarYear({
      ...year2026,
      workingWeekend: [{ date: '2026-08-26', insteadOf: '2026-08-31' }],
    });
    expect(problem).toEqual({
      code: 'WORKED_ON_WEEKDAY',
      path: 'workingWeekend[0].date',
      year: 2026,
      date: '2026-08-26',
      vi: '2026-08-26: không phải Thứ Bảy hay Chủ nhật',
      en: '2026-08-26: is not a Saturday or Sunday',
    });
  });

  test('a gap, a double year, an unknown swap, a swap made up twice', () => {
    const years = calendarYears();
    const problems = (list: readonly CalendarYear[]) => validateCalendarYears(list).map(({ code }) => code);
    expect(problems(years.filter(({ year }) => year !== 2020))).toEqual(['GAP']);
    expect(problems([...years, year2026])).toContain('DUPLICATE');
    const replaced = (workingWeekend: CalendarYear['workingWeekend']) =>
      years.map(y => (y.year === 2026 ? { ...y, workingWeekend } : y));
    expect(problems(replaced([{ date: '2026-01-10', insteadOf: '2026-01-05' }]))).toEqual([
      'SWAP_UNKNOWN',
      'SWAP_NOT_MADE_UP',
      'SWAP_NOT_MADE_UP',
    ]);
    expect(problems(replaced([...year2026.workingWeekend, { date: '2026-01-17', insteadOf: '2026-01-02' }]))).toEqual([
      'SWAP_TWICE',
    ]);
    expect(() => buildCalendar(years.filter(({ year }) => year !== 2020))).toThrow(CalendarError);
    expect(() => buildCalendar(years.filter(({ year }) => year !== 2020))).toThrow(/2020/);
  });
});

describe('a unit’s own closures', () => {
  const move = { id: 'a', reason: 'Chuyển trụ sở', decision: 'QĐ 12/QĐ-THADS, 25/06/2026' };
  const closed = withClosures(official, [
    { ...move, from: day('2026-07-02'), to: day('2026-07-02') },
    { ...move, id: 'b', from: day('2026-08-22'), to: day('2026-09-03') },
  ]);
  test('are off, with their reason; a holiday keeps its own', () => {
    expect(closed.offReason(day('2026-07-02'))).toBe('Chuyển trụ sở');
    expect(closed.offKind(day('2026-07-02'))).toBe('closure');
    expect(closed.isWorking(day('2026-08-22'))).toBe(false);
    expect(closed.offReason(day('2026-09-02'))).toBe('Quốc khánh 2/9');
    expect(closed.offKind(day('2026-08-31'))).toBe('swap');
    expect(toIso(closed.addWorking(day('2026-07-01'), 1))).toBe('2026-07-03');
    expect(closed.isProvisional(day('2027-03-01'))).toBe(true);
  });
  test('leave the official calendar as it was, and make another version', () => {
    expect(official.isWorking(day('2026-07-02'))).toBe(true);
    expect(closed.version).not.toBe(official.version);
    expect(closed.version.startsWith(official.version)).toBe(true);
    expect(withClosures(official, [])).toBe(official);
  });
  test('say what came and what was withdrawn', () => {
    const [first] = closed.closures;
    const onlyFirst = withClosures(official, [first!]);
    expect(changeSince(official.version, onlyFirst)).toEqual({ years: [], closed: [first], reopened: false });
    expect(changeSince(closed.version, onlyFirst)).toEqual({ years: [], closed: [], reopened: true });
    expect(changeSince(onlyFirst.version, onlyFirst)).toBeNull();
  });
});

test('a changed day changes the version', () => {
  const years = calendarYears().map(y =>
    y.year === 2027 ? { ...y, off: y.off.map(o => (o.date === '2027-02-10' ? { ...o, reason: 'khác' } : o)) } : y,
  );
  expect(buildCalendar(years).version).not.toBe(official.version);
});
