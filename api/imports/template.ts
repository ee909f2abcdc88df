import { Workbook } from 'exceljs';
import { LAYOUTS, type Layout } from '../../registers/layout';

/** Layouts of the template and the names of their sheets. */
const SHEETS: Readonly<Record<string, string>> = {
  'template-cases': 'Việc thi hành án',
  'template-complaints': 'Đơn thư, kháng nghị',
  'course-of-matters': 'Diễn biến',
};

const REQUIRED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } } as const;
const OPTIONAL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } } as const;

let made: Promise<Buffer> | undefined;

/** The template to fill in, as an .xlsx: made from the very layouts by which the importer reads it. Required columns are yellow. */
export function templateWorkbook(): Promise<Buffer> {
  made ??= build();
  return made;
}

async function build(): Promise<Buffer> {
  const book = new Workbook();
  // Fixed, so that the same program makes the same file.
  book.created = book.modified = new Date('2026-01-01T00:00:00Z');
  for (const layout of LAYOUTS.filter(l => l.id in SHEETS)) addSheet(book, layout);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: Workbook, layout: Layout): void {
  const sheet = book.addWorksheet(SHEETS[layout.id] ?? layout.id, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = layout.columns.map(column => {
    const header = column.headings[0] ?? '';
    return { header, width: Math.max(12, Math.min(40, header.length + 2)), style: { numFmt: '@' } };
  });
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  layout.columns.forEach((column, i) => {
    head.getCell(i + 1).fill = column.required ? REQUIRED : OPTIONAL;
  });
}
