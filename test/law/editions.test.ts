import {
  buildCalendar,
  type CalendarYear,
  calendarEditions,
  calendarKnownOn,
  calendarYears,
  changeSince,
  horizonOf,
  inForce,
  type KeptEdition,
  officialCalendar,
  overruled,
  toDay,
  validateCalendarYears,
} from '../../law';

const day = toDay;
const known = (on: string) => calendarKnownOn(day(on));
const editions = calendarEditions();
const edition = (year: number, version: number) => editions.find(one => one.year === year && one.version === version)!;

describe('a year in its editions', () => {
  test('each edition is sound together with those known when it was decided', () => {
    for (const one of editions) {
      const then = inForce(editions, one.decidedOn === null ? day(`${one.year}-01-01`) : day(one.decidedOn));
      expect(then).toContain(one);
      expect([one.year, one.version, validateCalendarYears(then)]).toEqual([one.year, one.version, []]);
    }
  });

  test('numbers run from one on, decisions follow each other', () => {
    for (const { year } of calendarYears()) {
      const own = editions.filter(one => one.year === year);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, i) => i + 1));
      const decided = own.map(({ decidedOn }) => decidedOn ?? '');
      expect([...decided].sort()).toEqual(decided);
    }
  });

  test('the newest is in force', () => {
    expect(calendarYears().find(({ year }) => year === 2026)).toBe(edition(2026, 4));
    expect(
      officialCalendar()
        .years.filter(({ version }) => version > 1)
        .map(({ year, version }) => [year, version]),
    ).toEqual([
      [2018, 2],
      [2024, 2],
      [2026, 4],
    ]);
  });
});

describe('the calendar as known on a day', () => {
  test.each([
    // The swap of 2/1/2026, decided eight days before it fell (CV 12729/VPCP-KGVX).
    ['2025-12-24', '2026-01-02', true],
    ['2025-12-25', '2026-01-02', false],
    ['2025-12-24', '2026-01-10', false],
    ['2025-12-25', '2026-01-10', true],
    // 24 November became a holiday on 24/4/2026 (NQ 28/2026/QH16).
    ['2026-04-23', '2026-11-24', true],
    ['2026-04-24', '2026-11-24', false],
    // The swap of 29/4/2024, decided on 12/4/2024.
    ['2024-04-11', '2024-04-29', true],
    ['2024-04-12', '2024-04-29', false],
    // 31/12/2018, decided with the calendar of 2019 on 11/7/2018.
    ['2018-07-10', '2018-12-31', true],
    ['2018-07-11', '2018-12-31', false],
    ['2018-07-11', '2019-01-05', true],
  ])('on %s: %s works: %s', (on, which, works) => {
    expect(known(on).isWorking(day(which))).toBe(works);
  });

  test('a year not decided yet is provisional', () => {
    expect(known('2025-10-15').isProvisional(day('2026-06-01'))).toBe(true);
    expect(known('2025-10-16').isProvisional(day('2026-06-01'))).toBe(false);
    expect(known('2014-12-10').years).toEqual([]);
    // The letter for 2022 is of 11 January of that year.
    expect(known('2022-01-10').years.at(-1)?.year).toBe(2021);
  });

  test('an edition whose day could not be read is known from its year on (derived)', () => {
    expect(known('2020-12-31').years.at(-1)?.year).toBe(2020);
    expect(known('2021-01-01').years.at(-1)?.year).toBe(2021);
  });

  test('today it is the official calendar', () => {
    expect(known('2026-11-23').version).toBe(officialCalendar().version);
  });
});

describe('what lies between two versions', () => {
  test('the edition that came, with its decision', () => {
    const change = changeSince(known('2025-12-24').version, known('2025-12-25'))!;
    expect(change.years.map(({ year, version, decidedOn }) => [year, version, decidedOn])).toEqual([
      [2026, 2, '2025-12-25'],
    ]);
    expect(change.years[0]!.decision).toContain('12729/VPCP-KGVX');
  });

  test('a new year, and an edition that changes no day', () => {
    expect(changeSince(known('2026-10-01').version, known('2026-10-02'))!.years.map(({ year }) => year)).toEqual([
      2026, 2027,
    ]);
  });

  test('nothing between equal versions, nothing told of versions that do not say what they are made of', () => {
    expect(changeSince(officialCalendar().version, officialCalendar())).toBeNull();
    expect(changeSince('2015-2027-1a2b3c4d', officialCalendar())).toBeNull();
  });
});

describe('what the agency signed', () => {
  const own: KeptEdition = { ...edition(2026, 4), version: 5, agency: true, decision: 'Bản của cơ quan' };
  const later: KeptEdition = { ...edition(2026, 4), version: 6 };

  test('comes before a later edition of the program, which is told of', () => {
    const all: KeptEdition[] = [...editions, own, later];
    expect(inForce(all).find(({ year }) => year === 2026)).toBe(own);
    expect(overruled(all)).toEqual([later]);
    expect(overruled([...editions, own])).toEqual([]);
    expect(overruled(editions)).toEqual([]);
  });

  test('a gap in what was known then ends the calendar there', () => {
    const late: CalendarYear[] = editions.map(one => (one.year === 2020 ? { ...one, decidedOn: '2026-01-01' } : one));
    expect(inForce(late, day('2025-01-01')).at(-1)?.year).toBe(2019);
  });
});

describe('how far the published calendar reaches', () => {
  const at = (on: string) => horizonOf(officialCalendar(), day(on));
  test('a warning in the last 60 days, with the year to load', () => {
    expect(at('2026-11-01')).toEqual({ published: 2026, loaded: 2027, daysLeft: 60, warning: null });
    expect(at('2026-11-02')).toMatchObject({ daysLeft: 59 });
    expect(at('2026-11-02').warning?.vi).toMatch(
      /hết năm 2026 \(còn 59 ngày\); lịch năm 2027 chưa công bố: nạp bằng thoihan calendar load/,
    );
    expect(at('2027-01-02').warning?.en).toMatch(/ended 2 days ago.*load it with thoihan calendar load/);
  });
  test('without any year it warns as well', () => {
    expect(horizonOf(buildCalendar([]), day('2026-11-01')).warning?.vi).toContain('lịch năm 2026 chưa công bố');
  });
});
