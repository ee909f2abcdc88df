import { toCivil, toDay, weekday } from '../day';
import type { Day } from '../model';
import type { CalendarYear } from './types';

/** Something wrong with a calendar year, for the person who loads it. */
export interface CalendarProblem {
  readonly code:
    | 'BAD_SHAPE'
    | 'BAD_DATE'
    | 'WRONG_YEAR'
    | 'DUPLICATE'
    | 'OFF_AND_WORKED'
    | 'OFF_ON_WEEKEND'
    | 'WORKED_ON_WEEKDAY'
    | 'SWAP_UNKNOWN'
    | 'SWAP_TWICE'
    | 'HOLIDAY_MISSING'
    | 'GAP';
  readonly date?: string;
  readonly vi: string;
  readonly en: string;
}

const OFF_KINDS = ['holiday', 'tet', 'compensation', 'swap'];

/** Days of the Labour Code with a fixed solar date, and since which year. */
const FIXED: readonly (readonly [monthDay: string, since: number, name: string])[] = [
  ['01-01', 1995, 'Tết Dương lịch'],
  ['04-30', 1995, 'Ngày Chiến thắng'],
  ['05-01', 1995, 'Ngày Quốc tế lao động'],
  ['09-02', 1995, 'Quốc khánh'],
  ['11-24', 2026, 'Ngày Văn hóa Việt Nam'],
];

function shapeProblems(year: CalendarYear): string[] {
  const wrong: string[] = [];
  const text = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  if (!Number.isInteger(year.year)) wrong.push('year');
  if (!Number.isInteger(year.version) || year.version < 1) wrong.push('version');
  if (!text(year.decision)) wrong.push('decision');
  if (!['N', 'L', 'D'].includes(year.confidence)) wrong.push('confidence');
  if (typeof year.provisional !== 'boolean') wrong.push('provisional');
  if (!Array.isArray(year.off)) wrong.push('off');
  else {
    year.off.forEach((off, i) => {
      if (!text(off?.date)) wrong.push(`off[${i}].date`);
      if (!text(off?.reason)) wrong.push(`off[${i}].reason`);
      if (!OFF_KINDS.includes(off?.kind)) wrong.push(`off[${i}].kind`);
    });
  }
  if (!Array.isArray(year.workingWeekend)) wrong.push('workingWeekend');
  else {
    year.workingWeekend.forEach((worked, i) => {
      if (!text(worked?.date)) wrong.push(`workingWeekend[${i}].date`);
      if (!text(worked?.insteadOf)) wrong.push(`workingWeekend[${i}].insteadOf`);
    });
  }
  for (const name of ['lunarNewYear', 'hungKings'] as const) if (!text(year[name])) wrong.push(name);
  return wrong;
}

/**
 * Checks one calendar year before it is used.
 * @returns every problem found, empty when the year is sound.
 */
export function validateCalendarYear(year: CalendarYear): CalendarProblem[] {
  const shape = shapeProblems(year);
  if (shape.length > 0) {
    const fields = shape.join(', ');
    return [{ code: 'BAD_SHAPE', vi: `Thiếu hoặc sai trường: ${fields}`, en: `Missing or wrong field: ${fields}` }];
  }
  const problems: CalendarProblem[] = [];
  const say = (code: CalendarProblem['code'], date: string, vi: string, en: string) =>
    problems.push({ code, date, vi: `${date}: ${vi}`, en: `${date}: ${en}` });

  const dayOf = (date: string, inYear = true): Day | null => {
    try {
      const day = toDay(date);
      if (inYear && toCivil(day).year !== year.year) {
        say('WRONG_YEAR', date, `không thuộc năm ${year.year}`, `is not in ${year.year}`);
      }
      return day;
    } catch (error) {
      say('BAD_DATE', date, (error as RangeError).message, 'is not a date');
      return null;
    }
  };

  const off = new Map<Day, string>();
  for (const { date } of year.off) {
    const day = dayOf(date);
    if (day === null) continue;
    if (off.has(day)) say('DUPLICATE', date, 'ghi hai lần trong ngày nghỉ', 'is listed off twice');
    if (weekday(day) >= 5) {
      say(
        'OFF_ON_WEEKEND',
        date,
        'là ngày cuối tuần; hãy ghi ngày nghỉ bù',
        'is a weekend day; list its compensation day',
      );
    }
    off.set(day, date);
  }
  const worked = new Set<Day>();
  for (const { date, insteadOf } of year.workingWeekend) {
    const day = dayOf(date);
    dayOf(insteadOf, false);
    if (day === null) continue;
    if (worked.has(day)) say('DUPLICATE', date, 'ghi hai lần trong ngày làm bù', 'is listed as worked twice');
    if (off.has(day)) say('OFF_AND_WORKED', date, 'vừa là ngày nghỉ vừa là ngày làm bù', 'is both off and worked');
    if (weekday(day) < 5) {
      say('WORKED_ON_WEEKDAY', date, 'không phải Thứ Bảy hay Chủ nhật', 'is not a Saturday or Sunday');
    }
    worked.add(day);
  }
  dayOf(year.lunarNewYear);
  dayOf(year.hungKings);
  for (const [monthDay, since, name] of FIXED) {
    const date = `${year.year}-${monthDay}`;
    const day = toDay(date);
    if (year.year >= since && weekday(day) < 5 && !off.has(day)) {
      say('HOLIDAY_MISSING', date, `thiếu ngày nghỉ ${name}`, `the holiday ${name} is missing`);
    }
  }
  return problems;
}

/**
 * Checks a run of years together: each year, no gap or double year, and every make-up day tied to one swapped day.
 * A make-up day whose swapped day lies before the first year is let pass.
 */
export function validateCalendarYears(years: readonly CalendarYear[]): CalendarProblem[] {
  const problems = years.flatMap(validateCalendarYear);
  if (problems.length > 0) return problems;
  const sorted = [...years].sort((a, b) => a.year - b.year);
  for (let i = 1; i < sorted.length; i++) {
    const expected = sorted[i - 1]!.year + 1;
    const found = sorted[i]!.year;
    if (found === expected) continue;
    problems.push(
      found < expected
        ? { code: 'DUPLICATE', vi: `Năm ${found} có hai lần`, en: `Year ${found} is there twice` }
        : {
            code: 'GAP',
            vi: `Thiếu lịch năm ${expected}; hãy nạp trước`,
            en: `Year ${expected} is missing; load it first`,
          },
    );
  }
  const swaps = new Set(years.flatMap(year => year.off.filter(off => off.kind === 'swap').map(off => off.date)));
  const madeUp = new Set<string>();
  const first = sorted[0]?.year ?? 0;
  for (const { date, insteadOf } of years.flatMap(year => year.workingWeekend)) {
    if (madeUp.has(insteadOf)) {
      problems.push({
        code: 'SWAP_TWICE',
        date,
        vi: `${date}: ngày ${insteadOf} đã được làm bù ngày khác`,
        en: `${date}: ${insteadOf} is made up on another day already`,
      });
    }
    madeUp.add(insteadOf);
    if (!swaps.has(insteadOf) && Number(insteadOf.slice(0, 4)) >= first) {
      problems.push({
        code: 'SWAP_UNKNOWN',
        date,
        vi: `${date}: làm bù cho ${insteadOf} nhưng ngày đó không ghi là ngày nghỉ hoán đổi`,
        en: `${date}: makes up for ${insteadOf}, which is not listed as a swapped day off`,
      });
    }
  }
  return problems;
}
