import ExcelJS from 'exceljs';
import type { Cell, Merge } from '../../registers/cell';

/** A sheet to write. Rows as they stand; `null` is an empty cell. */
export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Rows (from 1) printed bold. */
  readonly bold?: readonly number[];
  readonly widths?: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

/** Spreadsheet files carry their time of making; a fixed one keeps a sample the same from run to run. */
const MADE = new Date('2026-01-01T00:00:00Z');

/** Writes an .xlsx file. The same plan gives the same cells. */
export async function writeWorkbook(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Thời Hạn';
  book.created = MADE;
  book.modified = MADE;
  for (const plan of sheets) {
    const sheet = book.addWorksheet(plan.name, {
      views: plan.frozen ? [{ state: 'frozen', xSplit: plan.frozen.columns, ySplit: plan.frozen.rows }] : [],
    });
    plan.widths?.forEach((width, at) => {
      sheet.getColumn(at + 1).width = width;
    });
    plan.rows.forEach((cells, at) => {
      const row = sheet.getRow(at + 1);
      cells.forEach((cell, column) => {
        if (cell !== null && cell !== '') write(row.getCell(column + 1), cell);
      });
    });
    for (const merge of plan.merges) sheet.mergeCells(merge.top, merge.left, merge.bottom, merge.right);
    for (const number of plan.bold ?? []) sheet.getRow(number).font = { bold: true };
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const DATE = { numFmt: 'dd/mm/yyyy' };

function write(to: ExcelJS.Cell, cell: Exclude<Cell, null>): void {
  if (typeof cell !== 'object') {
    to.value = cell;
  } else if (cell.type === 'date') {
    to.value = new Date(`${cell.iso}T00:00:00Z`);
    to.style = DATE;
  } else if (cell.type === 'formula') {
    const result =
      cell.result !== null && typeof cell.result === 'object' ? new Date(`${cell.result.iso}T00:00:00Z`) : cell.result;
    to.value = result === null ? { formula: '1+1' } : { formula: '1+1', result };
  } else {
    to.value = { error: cell.text } as ExcelJS.CellErrorValue;
  }
}

/** A plan as the reader of registers sees it, for tests that need no file. */
export const asSheet = (plan: SheetPlan) => ({
  name: plan.name,
  rows: plan.rows.map((cells, at) => ({ number: at + 1, cells })),
  merges: plan.merges,
});
