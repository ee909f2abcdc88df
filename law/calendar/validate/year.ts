import { fromCivil, toCivil, toDay, toIso, weekday } from '../../day';
import type { Day } from '../../model';
import { knownSince } from '../editions';
import { hungKingsOf, lunarNewYearOf } from '../lunar';
import { compensations, statutoryDays, TWO_NATIONAL_DAYS_SINCE } from '../statutory';
import type { CalendarYear, OffDay } from '../types';
import type { CalendarProblem } from './problem';
import { shapeProblems } from './shape';

/** A date of the data that is a day, and where it stands. */
interface Placed<Row> {
  readonly day: Day;
  readonly path: string;
  readonly row: Row;
}

class Findings {
  readonly problems: CalendarProblem[] = [];
  constructor(readonly year: number) {}

  say(code: CalendarProblem['code'], date: string, path: string | undefined, vi: string, en: string): void {
    this.problems.push({
      code,
      ...(path !== undefined && { path }),
      year: this.year,
      date,
      vi: `${date}: ${vi}`,
      en: `${date}: ${en}`,
    });
  }

  day(date: string, path: string, inYear = true): Day | null {
    try {
      const day = toDay(date);
      if (inYear && toCivil(day).year !== this.year) {
        this.say('WRONG_YEAR', date, path, `không thuộc năm ${this.year}`, `is not in ${this.year}`);
      }
      return day;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const [vi = '', en = ''] = error.message.split(' / ');
      this.say('BAD_DATE', date, path, vi, en);
      return null;
    }
  }
}

/**
 * Checks one edition of a calendar year before it is used.
 * @returns every problem found, empty when the year is sound.
 */
export function validateCalendarYear(year: CalendarYear): CalendarProblem[] {
  const shape = shapeProblems(year);
  if (shape.length > 0) return shape;
  const findings = new Findings(year.year);
  if (year.decidedOn !== null) findings.day(year.decidedOn, 'decidedOn', false);
  const off = offDays(year, findings);
  workedDays(year, off, findings);
  lunarDays(year, findings);
  // With a date that cannot be read, what is missing cannot be told from what is misspelt.
  if (findings.problems.some(({ code }) => code === 'BAD_DATE')) return findings.problems;
  statutory(year, off, findings);
  tet(year, [...off.values()], findings);
  return findings.problems;
}

function offDays(year: CalendarYear, findings: Findings): Map<Day, Placed<OffDay>> {
  const off = new Map<Day, Placed<OffDay>>();
  year.off.forEach((row, i) => {
    const { date } = row;
    const path = `off[${i}].date`;
    const day = findings.day(date, path);
    if (day === null) return;
    const twin = off.get(day);
    if (twin && (twin.row.kind === 'swap') !== (row.kind === 'swap')) {
      findings.say(
        'SWAP_ON_HOLIDAY',
        date,
        path,
        'vừa là ngày lễ, ngày nghỉ bù vừa là ngày hoán đổi',
        'is both a holiday and swapped',
      );
    } else if (twin) {
      findings.say('DUPLICATE', date, path, 'ghi hai lần trong ngày nghỉ', 'is listed off twice');
    }
    if (weekday(day) >= 5) {
      findings.say(
        'OFF_ON_WEEKEND',
        date,
        path,
        'là ngày cuối tuần; hãy ghi ngày nghỉ bù',
        'is a weekend day; list its compensation day',
      );
    }
    off.set(day, { day, path, row });
  });
  return off;
}

function workedDays(year: CalendarYear, off: ReadonlyMap<Day, unknown>, findings: Findings): void {
  const holidays = new Map(statutoryDays(year.year, knownSinceOrNow(year)).map(one => [one.day, one]));
  const worked = new Set<Day>();
  year.workingWeekend.forEach(({ date, insteadOf }, i) => {
    const path = `workingWeekend[${i}].date`;
    const day = findings.day(date, path);
    findings.day(insteadOf, `workingWeekend[${i}].insteadOf`, false);
    if (day === null) return;
    if (worked.has(day))
      findings.say('DUPLICATE', date, path, 'ghi hai lần trong ngày làm bù', 'is listed as worked twice');
    if (off.has(day)) {
      findings.say('OFF_AND_WORKED', date, path, 'vừa là ngày nghỉ vừa là ngày làm bù', 'is both off and worked');
    }
    if (weekday(day) < 5) {
      findings.say('WORKED_ON_WEEKDAY', date, path, 'không phải Thứ Bảy hay Chủ nhật', 'is not a Saturday or Sunday');
    }
    const holiday = holidays.get(day);
    if (holiday) {
      findings.say('WORKED_ON_HOLIDAY', date, path, `là ngày lễ: ${holiday.name}`, `is a holiday: ${holiday.name}`);
    }
    worked.add(day);
  });
}

/** As `knownSince`, where a decision's date that cannot be read counts as today's knowledge. */
function knownSinceOrNow(year: CalendarYear): Day {
  try {
    return knownSince(year);
  } catch (error) {
    if (error instanceof RangeError) return fromCivil(year.year, 12, 31);
    throw error;
  }
}

function lunarDays(year: CalendarYear, findings: Findings): void {
  const one = (field: 'lunarNewYear' | 'hungKings', right: Day, vi: string) => {
    const day = findings.day(year[field], field);
    if (day === null || day === right) return;
    const iso = toIso(right);
    findings.say('WRONG_LUNAR_DAY', year[field], field, `${vi} năm ${year.year} là ${iso}`, `should be ${iso}`);
  };
  one('lunarNewYear', lunarNewYearOf(year.year), 'mùng 1 Tết');
  one('hungKings', hungKingsOf(year.year), 'ngày 10/3 âm lịch');
}

/** Every day of the Labour Code is off, or its compensation is. */
function statutory(year: CalendarYear, off: ReadonlyMap<Day, Placed<OffDay>>, findings: Findings): void {
  const days = statutoryDays(year.year, knownSince(year));
  const missing = (day: Day, vi: string, en: string) => findings.say('HOLIDAY_MISSING', toIso(day), undefined, vi, en);
  for (const { day, name } of days) {
    if (weekday(day) >= 5) continue;
    const placed = off.get(day);
    if (!placed) missing(day, `thiếu ngày nghỉ ${name}`, `the holiday ${name} is missing`);
    else if (placed.row.kind === 'swap') {
      findings.say(
        'SWAP_ON_HOLIDAY',
        placed.row.date,
        placed.path,
        `là ngày lễ ${name}, không thể hoán đổi`,
        `is the holiday ${name} and cannot be swapped`,
      );
    }
  }
  for (const [day, { name, day: on }] of compensations(days)) {
    const kind = off.get(day)?.row.kind;
    if (kind === undefined || kind === 'swap') {
      missing(
        day,
        `thiếu ngày nghỉ bù ${name} (${toIso(on)} là ngày cuối tuần)`,
        `the compensation of ${name} (${toIso(on)}, a weekend day) is missing`,
      );
    }
  }
  nationalDays(year, off, findings);
}

/** Quốc khánh: one day up to 2020, two adjoining ones since 2021, each on a weekday or compensated. */
function nationalDays({ year }: CalendarYear, off: ReadonlyMap<Day, Placed<OffDay>>, findings: Findings): void {
  const day = fromCivil(year, 9, 2);
  const wanted = year >= TWO_NATIONAL_DAYS_SINCE ? 2 : 1;
  let found = 0;
  for (let near = day - 3; near <= day + 5; near++) {
    const kind = off.get(near)?.row.kind;
    if (kind !== undefined && kind !== 'swap') found++;
  }
  if (found === wanted) return;
  findings.say(
    'NATIONAL_DAY',
    toIso(day),
    undefined,
    `Quốc khánh năm ${year} phải nghỉ ${wanted} ngày (kể cả nghỉ bù), đang ghi ${found}`,
    `National Day of ${year} is ${wanted} days (compensations included), ${found} are listed`,
  );
}

/** Five Tết days around mùng 1, each on a weekday or compensated. */
function tet(year: CalendarYear, off: readonly Placed<OffDay>[], findings: Findings): void {
  const newYear = lunarNewYearOf(year.year);
  const near = (day: Day) => day >= newYear - 4 && day <= newYear + 9;
  const days = off.filter(({ day, row }) => row.kind === 'tet' || (row.kind === 'compensation' && near(day)));
  for (const { day, path, row } of days) {
    if (near(day)) continue;
    findings.say(
      'TET_DAYS',
      row.date,
      path,
      `ghi là ngày Tết nhưng mùng 1 là ${toIso(newYear)}`,
      `is listed as a Tết day, but mùng 1 is ${toIso(newYear)}`,
    );
  }
  if (days.length !== 5) {
    findings.say(
      'TET_DAYS',
      toIso(newYear),
      undefined,
      `Tết phải nghỉ đúng 5 ngày (kể cả nghỉ bù), đang ghi ${days.length}`,
      `Tết is five days off (compensations included), ${days.length} are listed`,
    );
  }
  for (let day = newYear; day <= newYear + 2; day++) {
    if (weekday(day) >= 5 || days.some(one => one.day === day)) continue;
    findings.say(
      'TET_DAYS',
      toIso(day),
      undefined,
      `mùng ${day - newYear + 1} phải là ngày nghỉ`,
      `mùng ${day - newYear + 1} must be off`,
    );
  }
}
