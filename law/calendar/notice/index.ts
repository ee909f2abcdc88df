/** Reading what somebody loads: a calendar year (or several) as JSON, or an official notice as pasted. */

import { toCivil, toDay } from '../../day';
import type { CalendarYear } from '../types';
import { type CalendarProblem, validateCalendarYear, validateCalendarYears } from '../validate';
import { decide } from './compose';
import { documentOf } from './document';
import { lineOf, offsetsOf } from './json';
import { type Place, type Statement, statementsOf } from './statements';

export type { Place, Statement } from './statements';

/** What the person says beside the text. */
export interface Beside {
  /** The year the notice is about, where the text leaves it open. */
  readonly year?: number;
  readonly decision?: string;
  /** ISO date. */
  readonly decidedOn?: string;
}

export interface CalendarReading {
  readonly from: 'json' | 'notice';
  /** The editions to load, on top of those known; empty when there are problems. */
  readonly years: readonly CalendarYear[];
  /** Of a notice: what its sentences say. */
  readonly understood: readonly Statement[];
  /** Of a notice: sentences about days off that say nothing to the program, and do no harm. */
  readonly leftOver: readonly Place[];
  readonly problems: readonly CalendarProblem[];
}

/**
 * Read a text and check it together with the years it joins. Never throws: whatever is wrong is a problem, all at once.
 * @param known one edition of each year that is loaded already
 */
export function readCalendar(text: string, known: readonly CalendarYear[], beside: Beside = {}): CalendarReading {
  const { place, ...reading } = /^\s*[[{]/.test(text) ? fromJson(text, beside) : fromNotice(text, known, beside);
  if (reading.problems.length > 0) return { ...reading, years: [] };
  const loaded = new Set(reading.years.map(({ year }) => year));
  const problems = validateCalendarYears([...known.filter(({ year }) => !loaded.has(year)), ...reading.years])
    .filter(({ year }) => year === undefined || loaded.has(year))
    .map(place);
  return { ...reading, years: problems.length > 0 ? [] : reading.years, problems };
}

interface Read extends CalendarReading {
  /** Adds the line a problem stands on, where there is one. */
  place(problem: CalendarProblem): CalendarProblem;
}

function fromJson(text: string, { year: wanted }: Beside): Read {
  const read = (problems: readonly CalendarProblem[], years: readonly CalendarYear[] = []): Read => ({
    ...{ from: 'json', years, understood: [], leftOver: [], problems },
    place: problem => problem,
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return read([
      {
        code: 'BAD_SHAPE',
        ...brokenLine(text, error.message),
        vi: `Tệp không phải JSON: ${error.message}`,
        en: `The file is not JSON: ${error.message}`,
      },
    ]);
  }
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) {
    return read([{ code: 'BAD_SHAPE', line: 1, vi: 'Danh sách không có năm nào', en: 'The list holds no year' }]);
  }
  const offsets = offsetsOf(text);
  const placed = (problem: CalendarProblem, i: number): CalendarProblem => {
    const own = Array.isArray(value) ? `[${i}]` : '';
    const path = problem.path === undefined ? own : own === '' ? problem.path : `${own}.${problem.path}`;
    const offset = offsets.get(path) ?? offsets.get(own);
    return offset === undefined ? problem : { ...problem, line: lineOf(text, offset) };
  };
  const problems = list.flatMap((year, i) => validateCalendarYear(year).map(problem => placed(problem, i)));
  const years = list as CalendarYear[];
  if (problems.length === 0) {
    years.forEach(({ year }, i) => {
      if (wanted === undefined || wanted === year) return;
      problems.push(
        placed(
          {
            code: 'WRONG_YEAR',
            path: 'year',
            year,
            vi: `Tệp là lịch năm ${year}, không phải ${wanted}`,
            en: `The file is the calendar of ${year}, not of ${wanted}`,
          },
          i,
        ),
      );
    });
    years.forEach(({ decidedOn, year }, i) => {
      if (decidedOn !== null) return;
      problems.push(
        placed(
          {
            code: 'NO_DECISION',
            path: 'decidedOn',
            year,
            vi: 'Thiếu ngày của văn bản quyết định (decidedOn)',
            en: 'The day of the decision (decidedOn) is missing',
          },
          i,
        ),
      );
    });
  }
  const index = new Map(years.map(({ year }, i) => [year, i]));
  return { ...read(problems, years), place: problem => placed(problem, index.get(problem.year ?? 0) ?? 0) };
}

/** JSON.parse names the offset or the line of what it does not understand. */
function brokenLine(text: string, message: string): { line?: number } {
  const [, offset] = /position (\d+)/.exec(message) ?? [];
  return offset === undefined ? {} : { line: lineOf(text, Number(offset)) };
}

function fromNotice(text: string, known: readonly CalendarYear[], beside: Beside): Read {
  const document = documentOf(text);
  const decision = beside.decision ?? document.decision;
  const decidedOn = beside.decidedOn ?? document.decidedOn;
  const titled = titledYear(text);
  const first = statementsOf(text, beside.year ?? titled);
  const year = beside.year ?? yearOf(first.statements) ?? titled;
  const problems: CalendarProblem[] = [...first.problems];
  if (decision === null || decidedOn === null) {
    problems.push({
      code: 'NO_DECISION',
      vi: 'Không thấy số hoặc ngày của văn bản; ghi thêm --decision "Thông báo …/TB-BNV, ngày/tháng/năm" và --decided-on',
      en: 'The number or the day of the notice was not found; give --decision and --decided-on',
    });
  }
  const nothing = !first.statements.some(({ says }) => says !== 'no-swap');
  if (nothing && first.problems.length === 0) {
    problems.push({
      code: 'NOT_UNDERSTOOD',
      line: 1,
      vi: 'Không đọc được ngày nghỉ, ngày hoán đổi nào trong văn bản',
      en: 'No day off and no swap was found in the text',
    });
  }
  problems.push(...wrongYear(first.statements, beside.year));
  const read = { from: 'notice' as const, understood: first.statements, leftOver: first.leftOver };
  const place = (problem: CalendarProblem) => placedIn(first.statements, problem);
  if (problems.length > 0 || nothing || year === null || decision === null || decidedOn === null) {
    return { ...read, years: [], problems, place };
  }
  const decided = decide(first.statements, year, { decision, decidedOn }, known);
  return { ...read, years: decided.years, problems: decided.problems, place };
}

/** The year a title names: `nghỉ Tết Nguyên đán … năm 2027`. */
function titledYear(text: string): number | null {
  const [, year] = /(?:nghỉ|Tết|Quốc khánh)[^.\n]{0,120}năm\s+(\d{4})/iu.exec(text.normalize('NFC')) ?? [];
  return year === undefined ? null : Number(year);
}

const daysOf = (one: Statement): readonly number[] => {
  switch (one.says) {
    case 'off':
    case 'holidays':
      return [one.from, one.to];
    case 'compensation':
      return one.days;
    case 'swap':
      return [one.off, one.worked];
    case 'make-up':
      return [one.worked];
    case 'no-swap':
      return [];
  }
};

/** The year most days lie in; the later of two alike. */
function yearOf(statements: readonly Statement[]): number | null {
  const counts = new Map<number, number>();
  for (const day of statements.flatMap(daysOf)) {
    const { year } = toCivil(day);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? null;
}

/** Statements without any day within a month of the year asked for. */
function wrongYear(statements: readonly Statement[], wanted: number | undefined): CalendarProblem[] {
  if (wanted === undefined) return [];
  const near = (day: number) => [day, day + 31, day - 31].some(one => toCivil(one).year === wanted);
  return statements
    .filter(one => daysOf(one).length > 0 && !daysOf(one).some(near))
    .map(({ line, text }) => ({
      ...{ code: 'WRONG_YEAR' as const, line, year: wanted },
      vi: `“${text}” không thuộc năm ${wanted}`,
      en: `“${text}” is not in ${wanted}`,
    }));
}

function placedIn(statements: readonly Statement[], problem: CalendarProblem): CalendarProblem {
  if (problem.line !== undefined || problem.date === undefined) return problem;
  let day: number;
  try {
    day = toDay(problem.date);
  } catch (error) {
    if (error instanceof RangeError) return problem;
    throw error;
  }
  const there = statements.find(one =>
    one.says === 'off' || one.says === 'holidays' ? one.from <= day && day <= one.to : daysOf(one).includes(day),
  );
  return there ? { ...problem, line: there.line } : problem;
}
