/** What is wrong with a cell, before one knows where the cell is. */
export interface Problem {
  /** `error`: the row is refused. `warning`: the row is taken, somebody should look. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A problem with its place in the register. `column` is the heading as printed, with its letter. */
export interface Issue extends Problem {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
}

export const error = (code: string, vi: string, en: string): Problem => ({ severity: 'error', code, vi, en });
export const warning = (code: string, vi: string, en: string): Problem => ({ severity: 'warning', code, vi, en });

/** Outcome of reading one cell: a value unless an error stands among the problems. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

export const parsed = <T>(value: T, ...problems: Problem[]): Parsed<T> => ({ value, problems });
export const failed = (...problems: Problem[]): Parsed<never> => ({ problems });
