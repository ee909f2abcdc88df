import ExcelJS from 'exceljs';
import type { Cell, DateCell, ErrorCell, GridRow, Merge, Sheet } from '../../registers/cell';
import { refuseFile } from './refused';
import { guardZip } from './zip-guard';

/** Reads a workbook into plain cells. Hidden sheets too: registers hide years that are closed. @throws FileRefused */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  guardZip(bytes);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, {
      // Nothing in these parts is data, and some office programs write them in ways the reader stumbles over.
      ignoreNodes: [
        'dataValidations',
        'conditionalFormatting',
        'extLst',
        'drawing',
        'picture',
        'tableParts',
        'hyperlinks',
      ],
    });
  } catch (cause) {
    return refuseFile(
      'file-damaged',
      `Không đọc được tệp .xlsx (${reason(cause)}). Mở bằng bảng tính và lưu lại.`,
      `The .xlsx file cannot be read (${reason(cause)}). Open it in a spreadsheet program and save it again.`,
    );
  }
  return book.worksheets.map(sheet => ({
    name: sheet.name.normalize('NFC'),
    rows: rowsOf(sheet),
    merges: mergesOf(sheet),
  }));
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message.slice(0, 120) : String(cause));

function rowsOf(sheet: ExcelJS.Worksheet): GridRow[] {
  const rows: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    let filled = false;
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value = cell.type === ExcelJS.ValueType.Merge ? null : plain(cell.value);
      if (value === null) return;
      while (cells.length < column - 1) cells.push(null);
      cells[column - 1] = value;
      filled = true;
    });
    if (filled) rows.push({ number, cells });
  });
  return rows;
}

function plain(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return dateCell(value);
  if ('richText' in value) return value.richText.map(run => run.text).join('');
  if ('error' in value) return { type: 'error', text: value.error };
  if ('formula' in value || 'sharedFormula' in value) return formula((value as ExcelJS.CellFormulaValue).result);
  if ('text' in value) return plain((value as ExcelJS.CellHyperlinkValue).text as ExcelJS.CellValue);
  return null;
}

function formula(result: ExcelJS.CellFormulaValue['result']): Cell {
  if (result === null || result === undefined) return { type: 'formula', result: null };
  if (result instanceof Date) {
    const date = dateCell(result);
    return date.type === 'date' ? { type: 'formula', result: date } : date;
  }
  if (typeof result === 'object') return { type: 'error', text: result.error };
  return { type: 'formula', result };
}

/** Spreadsheet dates have no time zone; the reader gives them as UTC, so the UTC day is the day shown. Half a second mends rounding. */
function dateCell(value: Date): DateCell | ErrorCell {
  const time = value.getTime() + 500;
  return Number.isFinite(time)
    ? { type: 'date', iso: new Date(time).toISOString().slice(0, 10) }
    : { type: 'error', text: 'ngày sai' };
}

function mergesOf(sheet: ExcelJS.Worksheet): Merge[] {
  const ranges: readonly string[] = sheet.model.merges ?? [];
  return ranges.flatMap(range => {
    const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range);
    return match
      ? [{ left: columnOf(match[1]!), top: Number(match[2]), right: columnOf(match[3]!), bottom: Number(match[4]) }]
      : [];
  });
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
