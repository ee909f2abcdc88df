import { type Cell, cellText, isBlank, type PlainCell, type Sheet } from './cell';
import { fromTcvn3, looksTcvn3, tcvn3Warning } from './encoding';
import type { FoundColumn, Headings } from './headings';
import { error, type Issue, type Problem, warning } from './issue';
import { fold, plain } from './text';

/** One entry of a register: its first physical row with what stood on the rows below joined to it. */
export interface Entry {
  readonly sheet: string;
  /** Number of its first row in the spreadsheet. */
  readonly row: number;
  /** Reporting year of the banner above («NĂM 2019»), null when there is none. */
  readonly bannerYear: number | null;
  /** «Chủ động» / «Theo yêu cầu» of the section heading above. */
  readonly section: 'ex_officio' | 'on_request' | null;
  /** Values in the order of `Headings.found`. */
  readonly cells: readonly PlainCell[];
  readonly problems: readonly { readonly column: FoundColumn; readonly problem: Problem }[];
}

export interface Area {
  readonly entries: readonly Entry[];
  readonly issues: readonly Issue[];
  /** Rows that are no entries: banners, closings, repeated headings. */
  readonly skipped: {
    readonly banners: number;
    readonly closings: number;
    readonly headings: number;
    readonly joined: number;
  };
}

const CLOSING =
  /\b(ket so|khoa so|tong cong|cong (trang|thang|quy|nam|cuoi|ky)|mang sang|chuyen (trang|sang trang)|nguoi (ket|lap|ghi) so|thu truong( don vi| co quan)?|cuc truong|chi cuc truong|truong phong|so nay co)\b|^cong$/;
const YEAR = /^(?:so )?(?:.{0,40}\b)?nam(?: bao cao| cong tac| thong ke| bao cao thong ke)? (20\d\d|19\d\d)$/;
const SECTION =
  /^(?:[ivx]+|[a-d]|\d)?\s*(?:(?:cac )?(?:viec|quyet dinh) )?(?:thi hanh an )?(chu dong|theo yeu cau|theo don)(?: thi hanh an)?$/;

interface Draft {
  row: number;
  bannerYear: number | null;
  section: Entry['section'];
  cells: PlainCell[];
  problems: { column: FoundColumn; problem: Problem }[];
}

/**
 * Walks the rows under a heading. Year banners set the year of what follows, closing rows and repeated headings are passed over,
 * rows without number and order number are joined to the entry above, formatted but empty rows vanish.
 */
export function readArea(sheet: Sheet, headings: Headings): Area {
  const found = headings.found;
  const keys = found.flatMap(({ column }, at) => (isKey(column.field) ? [at] : []));
  const drafts: Draft[] = [];
  const issues: Issue[] = [];
  const skipped = { banners: 0, closings: 0, headings: 0, joined: 0 };
  let year: number | null = yearAbove(sheet, headings);
  let section: Entry['section'] = null;
  let open: Draft | null = null;

  for (const row of sheet.rows.slice(headings.dataFrom)) {
    if (row.cells.every(isBlank)) continue;
    const label = labelOf(row.cells);
    if (label !== null) {
      const banner = YEAR.exec(label);
      const part = SECTION.exec(label);
      if (banner) year = Number(banner[1]);
      if (part) section = part[1] === 'chu dong' ? 'ex_officio' : 'on_request';
      if (banner || part || CLOSING.test(label)) {
        if (banner || part) skipped.banners += 1;
        else skipped.closings += 1;
        open = null;
        continue;
      }
    }
    const keyed = keys.some(at => !isBlank(row.cells[found[at]!.index]));
    const numbered = keys.some(at => /\d/.test(cellText(row.cells[found[at]!.index])));
    if (!numbered && CLOSING.test(fold(row.cells.map(cellText).join(' ')))) {
      skipped.closings += 1;
      open = null;
      continue;
    }
    if (keyed && repeatsHeading(row.cells, found)) {
      skipped.headings += 1;
      continue;
    }
    const draft: Draft = { row: row.number, bannerYear: year, section, cells: [], problems: [] };
    draft.cells = found.map(column => flatten(row.cells[column.index] ?? null, column, draft.problems));
    if (!keyed && open) {
      join(open, draft);
      skipped.joined += 1;
      continue;
    }
    if (!keyed && keys.length > 0) {
      if (draft.cells.every(isBlank)) continue;
      issues.push({
        sheet: sheet.name,
        row: row.number,
        column: null,
        ...warning(
          'stray-row',
          `Dòng không có số và không nối được với dòng nào ở trên: «${row.cells.map(cellText).filter(Boolean).join(' | ').slice(0, 80)}». Bỏ qua; nếu là một việc thì ghi số quyết định.`,
          'The row has no number and no entry above to belong to. Passed over; if it is a matter, give it its number.',
        ),
      });
      continue;
    }
    drafts.push(draft);
    open = draft;
  }
  return { entries: drafts.map(draft => ({ sheet: sheet.name, ...draft })), issues, skipped };
}

const isKey = (field: string): boolean =>
  field === 'number' || field === 'sequence' || field === 'setting' || field === 'item';

/** Year written in the title rows above the heading. */
function yearAbove(sheet: Sheet, headings: Headings): number | null {
  for (const row of sheet.rows.slice(0, headings.from)) {
    for (const cell of row.cells) {
      const banner = YEAR.exec(fold(cellText(cell)));
      if (banner) return Number(banner[1]);
    }
  }
  return null;
}

/** Folded text of a row that says one thing only (perhaps repeated over merged cells); null for ordinary rows. */
function labelOf(cells: readonly Cell[]): string | null {
  let label: string | null = null;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string') return null;
    if (label !== null && label !== cell) return null;
    label = cell;
  }
  return label === null ? null : fold(label);
}

function repeatsHeading(cells: readonly Cell[], found: readonly FoundColumn[]): boolean {
  let same = 0;
  for (const column of found) {
    const cell = cells[column.index];
    if (typeof cell !== 'string') continue;
    if (column.heading.split(' › ').some(part => plain(part) === plain(cell))) same += 1;
    if (same >= 3) return true;
  }
  return false;
}

function flatten(cell: Cell, column: FoundColumn, problems: Draft['problems']): PlainCell {
  if (cell !== null && typeof cell === 'object' && cell.type === 'formula') {
    if (cell.result === null) {
      problems.push({
        column,
        problem: error(
          'formula-without-result',
          'Ô chứa công thức chưa được tính. Mở tệp bằng bảng tính, tính lại rồi lưu, hoặc dán giá trị.',
          'The cell holds a formula that was never computed. Open the file in a spreadsheet, recalculate and save, or paste the value.',
        ),
      });
      return null;
    }
    problems.push({
      column,
      problem: warning(
        'formula',
        `Ô chứa công thức; lấy kết quả đã lưu «${cellText(cell)}».`,
        `The cell holds a formula; its stored result «${cellText(cell)}» is taken.`,
      ),
    });
    return cell.result;
  }
  if (cell !== null && typeof cell === 'object' && cell.type === 'error') {
    problems.push({
      column,
      problem: error(
        'cell-error',
        `Ô báo lỗi ${cell.text}. Sửa trong tệp gốc.`,
        `The cell shows the error ${cell.text}. Correct it in the file.`,
      ),
    });
    return null;
  }
  if (typeof cell === 'string') {
    if (!looksTcvn3(cell)) return cell.normalize('NFC');
    const text = fromTcvn3(cell);
    problems.push({ column, problem: tcvn3Warning(text) });
    return text;
  }
  return cell;
}

function join(entry: Draft, more: Draft): void {
  entry.problems.push(...more.problems);
  more.cells.forEach((cell, at) => {
    if (isBlank(cell)) return;
    const above = entry.cells[at] ?? null;
    entry.cells[at] = isBlank(above) ? cell : `${cellText(above)}\n${cellText(cell)}`;
  });
}
