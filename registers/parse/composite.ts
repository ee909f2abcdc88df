import type { PlainCell } from '../cell';
import { type Problem, warning } from '../issue';
import { plain, tidy } from '../text';
import { type DateLimits, parseDate } from './date';
import { parseMoney } from './money';

/** A cell that holds a whole document: «Số; Ngày, tháng, năm; Số tiền; Nơi ban hành», in that order or another, parts missing. */
export interface Composite {
  readonly number?: string;
  readonly date?: string;
  /** Minutes after midnight (+07:00). */
  readonly minute?: number;
  /** đồng */
  readonly amount?: bigint;
  /** What is neither number, date nor money: the issuing place, a reason, an obligation in kind. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

const DATE = /\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{4}/;
const MONEY =
  /(\d\s*(đ|d|đồng|dong|vnđ|vnd|tỷ|tỉ|triệu|nghìn|ngàn)(?![\p{L}\d]))|^\s*\d{1,3}([.,]\d{3})+\s*$|^\s*\d{5,}\s*$/iu;
const NUMBER = /^\d{1,6}[A-Za-z]?$|^\d{1,6}\s*[A-Za-z]?\s*\/?\s*(?:\d{4}\s*\/\s*)?\p{L}[\p{L}\d\s.-]*$/u;

/**
 * Takes a composite cell apart by what its pieces look like. A piece that looks like money but is mixed with other words is kept as
 * text with a warning, since such a cell carries an obligation nobody should lose.
 */
export function parseComposite(cell: PlainCell, limits: DateLimits): Composite {
  if (cell === null || typeof cell === 'boolean') return { problems: [] };
  if (typeof cell === 'object' || typeof cell === 'number') return fromValue(cell, limits);
  const found: { number?: string; date?: string; minute?: number; amount?: bigint } = {};
  const rest: string[] = [];
  const problems: Problem[] = [];
  for (const piece of pieces(cell)) {
    const dated = DATE.exec(piece);
    if (dated && found.date === undefined) {
      const date = parseDate(dated[0], limits);
      problems.push(...date.problems);
      if (date.value) {
        found.date = date.value.iso;
        if (date.value.minute !== undefined && /T/.test(dated[0])) found.minute = date.value.minute;
      }
      const left = piece
        .replace(dated[0], '')
        .replace(/[\s,.;:()-]+$/, '')
        .trim();
      if (left !== '') take(left, found, rest, problems);
      continue;
    }
    take(piece, found, rest, problems);
  }
  return { ...found, ...(rest.length > 0 ? { text: rest.join('; ') } : {}), problems };
}

function pieces(cell: string): string[] {
  return tidy(cell.replace(/\r?\n/g, ';'))
    .split(/;|,\s*(?=ngày|số tiền)|\s+(?=ngày\s+\d)/i)
    .map(piece =>
      piece
        .replace(
          /^\s*(số tiền|ngày(,\s*tháng,\s*năm)?|số|nơi ban hành|nơi bh|cơ quan ban hành|lý do)\s*:?\s*(?=\S)/i,
          '',
        )
        .trim(),
    )
    .filter(piece => piece !== '');
}

function take(piece: string, found: { number?: string; amount?: bigint }, rest: string[], problems: Problem[]): void {
  if (found.number === undefined && NUMBER.test(piece) && !MONEY.test(piece)) {
    found.number = piece;
    return;
  }
  if (found.amount === undefined && MONEY.test(piece)) {
    const money = parseMoney(piece);
    if (money.value && money.value.amount !== null) {
      found.amount = money.value.amount;
      problems.push(...money.problems);
      return;
    }
    problems.push(
      ...(money.value
        ? money.problems
        : [
            warning(
              'amount-kept-as-text',
              `«${piece}» có cả số tiền và diễn giải: giữ nguyên làm nội dung, không cộng vào số tiền.`,
              `«${piece}» mixes a sum with words: kept as text, not added to the sum.`,
            ),
          ]),
    );
  }
  rest.push(piece);
}

function fromValue(cell: number | Exclude<PlainCell, null | string | boolean | number>, limits: DateLimits): Composite {
  if (typeof cell === 'number' && cell < 20_000) return { number: String(cell), problems: [] };
  const date = parseDate(cell, limits);
  return { ...(date.value ? { date: date.value.iso } : {}), problems: date.problems };
}

/** True when the cell says "nothing": empty, a dash, «không». */
export const saysNothing = (text: string): boolean => /^([-–—/x.]*|khong( co)?)$/.test(plain(text));
