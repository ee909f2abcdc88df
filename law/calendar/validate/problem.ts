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
    | 'WORKED_ON_HOLIDAY'
    | 'SWAP_ON_HOLIDAY'
    | 'SWAP_UNKNOWN'
    | 'SWAP_TWICE'
    | 'SWAP_NOT_MADE_UP'
    | 'HOLIDAY_MISSING'
    | 'NATIONAL_DAY'
    | 'TET_DAYS'
    | 'WRONG_LUNAR_DAY'
    | 'GAP'
    | 'NOT_UNDERSTOOD'
    | 'ONLY_PROPOSED'
    | 'NO_DECISION';
  /** Where in the data: `off[3].date`. */
  readonly path?: string;
  /** The calendar year it is about. */
  readonly year?: number;
  readonly date?: string;
  /** Line of the text it was read from, from 1. */
  readonly line?: number;
  readonly vi: string;
  readonly en: string;
}

/** All problems as one text, a line each. */
export const sayProblems = (problems: readonly CalendarProblem[]): string =>
  problems.map(({ line, vi, en }) => `${line === undefined ? '' : `dòng ${line}: `}${vi} / ${en}`).join('\n');
