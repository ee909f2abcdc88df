import type { Entry } from './area';
import { cellText, isBlank, type PlainCell } from './cell';
import type { FoundColumn, Headings } from './headings';
import { error, type Issue, type Parsed, type Problem } from './issue';
import type { Field, Part } from './layout';

/** The cells of one entry by meaning, collecting what is wrong with them. */
export class Fields {
  readonly issues: Issue[] = [];

  constructor(
    private readonly entry: Entry,
    private readonly headings: Headings,
  ) {
    for (const { column, problem } of entry.problems) this.report(problem, column);
  }

  column(field: Field, part?: Part): FoundColumn | undefined {
    return this.headings.found.find(
      ({ column }) => column.field === field && (part === undefined || (column.part ?? 'whole') === part),
    );
  }

  cell(column: FoundColumn | undefined): PlainCell {
    if (!column) return null;
    const cell = this.entry.cells[this.headings.found.indexOf(column)] ?? null;
    return isBlank(cell) ? null : cell;
  }

  text(field: Field, part?: Part): string {
    return cellText(this.cell(this.column(field, part)));
  }

  /** Parses a cell that is there; undefined (without a report) when it is empty. */
  read<T>(column: FoundColumn | undefined, parse: (cell: PlainCell) => Parsed<T>): T | undefined {
    const cell = this.cell(column);
    if (!column || cell === null) return undefined;
    const result = parse(cell);
    for (const problem of result.problems) this.report(problem, column);
    return result.value;
  }

  /** Parses a cell that must be there. */
  need<T>(
    column: FoundColumn | undefined,
    name: { vi: string; en: string },
    parse: (cell: PlainCell) => Parsed<T>,
  ): T | undefined {
    if (column && this.cell(column) === null && !this.hasErrorIn(column)) {
      this.report(error('missing-value', `Thiếu ${name.vi}.`, `${name.en} is missing.`), column);
    }
    return this.read(column, parse);
  }

  report(problem: Problem, column?: FoundColumn): void {
    this.issues.push({
      sheet: this.entry.sheet,
      row: this.entry.row,
      column: column ? `${column.letter} (${column.heading})` : null,
      ...problem,
    });
  }

  get refused(): boolean {
    return this.issues.some(issue => issue.severity === 'error');
  }

  private hasErrorIn(column: FoundColumn): boolean {
    return this.entry.problems.some(one => one.column === column && one.problem.severity === 'error');
  }
}
