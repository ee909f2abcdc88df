import { fromCivil, toDay } from '../../day';
import type { CalendarYear } from '../types';
import type { CalendarProblem } from './problem';
import { validateCalendarYear } from './year';

/** How far a make-up day may lie from its swapped day: the furthest kept is eleven days; a swap near the end of the run waits for the next year. */
const SWAP_REACH = 31;

/**
 * Checks a run of years together: each year, no gap or double year, and every make-up day tied to one swapped day and back. What lies
 * before the first year or after the last is let pass.
 */
export function validateCalendarYears(years: readonly CalendarYear[]): CalendarProblem[] {
  const found = years.map(year => ({ year, problems: validateCalendarYear(year) }));
  const readable = found
    .filter(({ problems }) => !problems.some(({ code }) => code === 'BAD_SHAPE' || code === 'BAD_DATE'))
    .map(({ year }) => year);
  // What a year that cannot be read would say of the others is not known.
  const together = readable.length === years.length ? [...sequence(readable), ...swaps(readable)] : [];
  return [...found.flatMap(({ problems }) => problems), ...together];
}

function sequence(years: readonly CalendarYear[]): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const sorted = [...years].sort((a, b) => a.year - b.year);
  for (let i = 1; i < sorted.length; i++) {
    const expected = sorted[i - 1]!.year + 1;
    const found = sorted[i]!.year;
    if (found === expected) continue;
    problems.push(
      found < expected
        ? {
            code: 'DUPLICATE',
            year: found,
            path: 'year',
            vi: `Năm ${found} có hai lần`,
            en: `Year ${found} is there twice`,
          }
        : {
            code: 'GAP',
            year: found,
            path: 'year',
            vi: `Thiếu lịch năm ${expected}; hãy nạp trước`,
            en: `Year ${expected} is missing; load it first`,
          },
    );
  }
  return problems;
}

function swaps(years: readonly CalendarYear[]): CalendarProblem[] {
  if (years.length === 0) return [];
  const problems: CalendarProblem[] = [];
  const numbers = years.map(({ year }) => year);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const swapped = new Set(years.flatMap(year => year.off.filter(off => off.kind === 'swap').map(off => off.date)));
  const madeUp = new Set<string>();
  for (const { year, workingWeekend } of years) {
    workingWeekend.forEach(({ date, insteadOf }, i) => {
      const path = `workingWeekend[${i}].insteadOf`;
      if (madeUp.has(insteadOf)) {
        problems.push({
          ...{ code: 'SWAP_TWICE', year, path, date },
          vi: `${date}: ngày ${insteadOf} đã được làm bù ngày khác`,
          en: `${date}: ${insteadOf} is made up on another day already`,
        });
      }
      madeUp.add(insteadOf);
      const elsewhere = Number(insteadOf.slice(0, 4));
      if (!swapped.has(insteadOf) && elsewhere >= first && elsewhere <= last) {
        problems.push({
          ...{ code: 'SWAP_UNKNOWN', year, path, date },
          vi: `${date}: làm bù cho ${insteadOf} nhưng ngày đó không ghi là ngày nghỉ hoán đổi`,
          en: `${date}: makes up for ${insteadOf}, which is not listed as a swapped day off`,
        });
      }
    });
  }
  const begin = fromCivil(first, 1, 1) + SWAP_REACH;
  const end = fromCivil(last, 12, 31) - SWAP_REACH;
  for (const { year, off } of years) {
    off.forEach(({ date, kind }, i) => {
      if (kind !== 'swap' || madeUp.has(date) || toDay(date) < begin || toDay(date) > end) return;
      problems.push({
        ...{ code: 'SWAP_NOT_MADE_UP', year, path: `off[${i}].date`, date },
        vi: `${date}: là ngày hoán đổi nhưng không có ngày làm bù`,
        en: `${date}: is swapped but made up on no weekend day`,
      });
    });
  }
  return problems;
}
