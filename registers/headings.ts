import { type Cell, cellText, columnLetter, isBlank, type Sheet } from './cell';
import { type Column, LAYOUTS, type Layout } from './layout';
import { fold } from './text';

/** A column of the sheet and what it was understood to be. */
export interface FoundColumn {
  /** From 0. */
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
  readonly column: Column;
}

export interface Headings {
  readonly layout: Layout;
  /** Index in `sheet.rows` of the first heading row, and of the first row after heading and row of column numbers. */
  readonly from: number;
  readonly dataFrom: number;
  readonly found: readonly FoundColumn[];
  readonly notUnderstood: readonly { readonly letter: string; readonly heading: string }[];
  readonly missing: readonly Column[];
}

/** Headings stand near the top: titles, addresses and legal notes come before. */
const DEEPEST = 40;
const TALLEST = 3;
/** Below this many understood columns a sheet is not a register of ours. */
const FEWEST = 3;

/**
 * Finds the heading of a sheet whatever its layout, height and order of columns: the place where most columns of one layout are understood.
 * Null when no layout reaches three columns.
 */
export function findHeadings(sheet: Sheet, layouts: readonly Layout[] = LAYOUTS): Headings | null {
  const merged = spread(sheet);
  let best: { score: number; headings: Headings } | null = null;
  for (let from = 0; from < Math.min(sheet.rows.length, DEEPEST); from += 1) {
    for (let height = 1; height <= TALLEST && from + height <= sheet.rows.length; height += 1) {
      const paths = pathsOf(merged.slice(from, from + height));
      if (paths.filter(path => path.length > 0).length < 2) continue;
      const index = indexOf(paths);
      for (const layout of layouts) {
        const headings = match(sheet, layout, paths, index, from, height);
        if (headings.found.length < Math.min(FEWEST, layout.columns.length)) continue;
        const score =
          headings.found.length * 4 - headings.missing.length * 3 - headings.notUnderstood.length - height * 0.1;
        if (!best || score > best.score) best = { score, headings };
      }
    }
  }
  return best?.headings ?? null;
}

/** The first rows as text, merged cells filled with the value of their top left cell. */
function spread(sheet: Sheet): string[][] {
  const rows = sheet.rows.slice(0, DEEPEST + TALLEST).map(row => row.cells.map(cell => cellText(cell)));
  const byNumber = new Map(sheet.rows.slice(0, DEEPEST + TALLEST).map((row, index) => [row.number, index]));
  for (const merge of sheet.merges) {
    const top = byNumber.get(merge.top);
    if (top === undefined) continue;
    const value = rows[top]?.[merge.left - 1] ?? '';
    for (let number = merge.top; number <= merge.bottom; number += 1) {
      const row = rows[byNumber.get(number) ?? -1];
      if (!row) continue;
      for (let column = merge.left - 1; column < merge.right; column += 1) row[column] = value;
    }
  }
  return rows;
}

/** For each column the texts above one another, repeats (vertical merges) once. */
function pathsOf(rows: readonly string[][]): string[][] {
  const width = Math.max(0, ...rows.map(row => row.length));
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (const row of rows) {
      const text = row[column] ?? '';
      if (text !== '' && text !== path[path.length - 1]) path.push(text);
    }
    return path;
  });
}

/** Columns by every key under which their heading may be asked for. */
type HeadingIndex = ReadonlyMap<string, readonly number[]>;

/** Keys of a heading: its texts run together, and its last two or three as a path; each with and without what stands in brackets. */
function indexOf(paths: readonly (readonly string[])[]): HeadingIndex {
  const index = new Map<string, number[]>();
  paths.forEach((path, at) => {
    const keys = new Set<string>();
    for (const form of [path, path.map(bare)]) {
      const parts = form.map(fold);
      keys.add(fold(form.join(' ')));
      for (let length = 2; length <= parts.length; length += 1) keys.add(parts.slice(-length).join('>'));
    }
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), at]);
  });
  return index;
}

/** Keys of the headings a column goes by, folded once. */
const wanted = new WeakMap<Column, readonly string[]>();
function keysOf(column: Column): readonly string[] {
  let keys = wanted.get(column);
  if (!keys) {
    keys = column.headings.map(heading => heading.split('>').map(fold).join('>'));
    wanted.set(column, keys);
  }
  return keys;
}

/** Without what stands in brackets; a heading that stands in brackets as a whole keeps its words. */
const bare = (text: string): string =>
  text
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\*/g, ' ');

function match(
  sheet: Sheet,
  layout: Layout,
  paths: readonly (readonly string[])[],
  index: HeadingIndex,
  from: number,
  height: number,
): Headings {
  const taken = new Set<number>();
  const found: FoundColumn[] = [];
  const missing: Column[] = [];
  for (const column of layout.columns) {
    const at = firstFree(index, keysOf(column), taken);
    if (at === undefined) {
      if (column.required) missing.push(column);
      continue;
    }
    taken.add(at);
    found.push({ index: at, letter: columnLetter(at), heading: paths[at]!.join(' › '), column });
  }
  const notUnderstood = paths.flatMap((path, at) =>
    taken.has(at) || path.length === 0 ? [] : [{ letter: columnLetter(at), heading: path.join(' › ') }],
  );
  return { layout, from, dataFrom: afterNumbers(sheet, from + height), found, notUnderstood, missing };
}

/** The leftmost column under any of the keys that nobody has claimed. */
function firstFree(index: HeadingIndex, keys: readonly string[], taken: ReadonlySet<number>): number | undefined {
  const free = keys.flatMap(key => index.get(key) ?? []).filter(at => !taken.has(at));
  return free.length > 0 ? Math.min(...free) : undefined;
}

/** Skips the row that numbers the columns: 1, 2, 3 … or (1), (2) … or A, B, 1, 2 …, in whatever order the columns now stand. */
function afterNumbers(sheet: Sheet, at: number): number {
  const cells = (sheet.rows[at]?.cells ?? [])
    .filter((cell: Cell) => !isBlank(cell))
    .map(cell => cellText(cell).replace(/[()]/g, ''));
  if (cells.length < 3) return at;
  const numbers = cells.filter(cell => /^\d{1,2}$/.test(cell)).map(Number);
  const letters = cells.filter(cell => /^[A-Z]$/i.test(cell)).length;
  const few = numbers.every(value => value <= 60) && new Set(numbers).size >= numbers.length * 0.8;
  const starts = Math.min(...numbers) <= 2;
  return numbers.length >= 2 && numbers.length + letters === cells.length && few && starts ? at + 1 : at;
}
