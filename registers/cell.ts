/**
 * What a workbook or a CSV file becomes before anybody interprets it. Plain values: whoever reads the file (an activity)
 * turns its own cell objects into these, so that everything after is pure.
 */

/** A cell the spreadsheet itself holds as a date: civil date as shown, without time zone. */
export interface DateCell {
  readonly type: 'date';
  /** `YYYY-MM-DD`. */
  readonly iso: string;
}

/** A formula with the result the spreadsheet last computed; `null` when it was never computed. */
export interface FormulaCell {
  readonly type: 'formula';
  readonly result: string | number | boolean | DateCell | null;
}

/** The spreadsheet shows an error (`#REF!`, `#N/A`) instead of a value. */
export interface ErrorCell {
  readonly type: 'error';
  readonly text: string;
}

export type Cell = null | string | number | boolean | DateCell | FormulaCell | ErrorCell;

export interface GridRow {
  /** Number of the row as the spreadsheet shows it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Rectangle of merged cells; rows and columns from 1, both ends included. Only its top left cell carries the value. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** A value without formula wrapping. */
export type PlainCell = null | string | number | boolean | DateCell;

/** True for nothing at all and for blanks. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as text for people and for matching; an uncomputed formula is empty. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell.type === 'date') return cell.iso;
  if (cell.type === 'error') return cell.text;
  return cellText(cell.result);
}

/** Spreadsheet letter of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const high = Math.floor(index / 26);
  return (high > 0 ? columnLetter(high - 1) : '') + String.fromCharCode(65 + (index % 26));
}
