import type { PlainCell } from '../cell';
import { error, failed, type Parsed, type Problem, parsed, warning } from '../issue';
import { plain, tidy } from '../text';

export interface MoneyValue {
  /** đồng; `null` for an obligation that is no sum of money. */
  readonly amount: bigint | null;
  /** What the cell says when it is no sum: an area, a periodic payment. */
  readonly obligation?: string;
}

const SCALE: Record<string, bigint> = {
  ty: 1_000_000_000n,
  ti: 1_000_000_000n,
  trieu: 1_000_000n,
  tr: 1_000_000n,
  nghin: 1_000n,
  ngan: 1_000n,
  dong: 1n,
  vnd: 1n,
  d: 1n,
};
/** More than the yearly budget of the State: a slip of the keyboard. */
const LARGEST = 5_000_000_000_000_000n;

/**
 * Reads a sum of money in the spellings of registers: `1.234.567.000 đồng`, `1.234.567 nghìn đồng`, `1 tỷ 234 triệu 567 nghìn đồng`,
 * `trên/hơn/gần 1.234 tỷ đồng` (taken, with a warning), dots and commas mixed (warning), bare numbers (đồng, or `unit`).
 * Areas and periodic payments come back as obligations without an amount. Anything with other letters is refused.
 *
 * @param unit what a bare number counts in; statistics are kept in `nghin`.
 */
export function parseMoney(cell: PlainCell, unit: 'dong' | 'nghin' = 'dong'): Parsed<MoneyValue> {
  if (typeof cell === 'number') return fromNumber(cell, unit);
  if (typeof cell === 'object' && cell) return failed(unreadable(cell.iso));
  if (typeof cell === 'boolean') return failed(unreadable(String(cell)));
  const shown = tidy(cell ?? '');
  const text = plain(shown);
  if (text === '' || /^[-–—/]+$|^khong$|^0 ?(dong|d)?$/.test(text))
    return parsed({ amount: text.startsWith('0') ? 0n : null });
  if (/\d\s*(m2|m²|ha\b)/.test(text)) return parsed({ amount: null, obligation: shown });
  if (/\/\s*(\d+\s*)?(thang|nam|quy|ky|tuan)|(hang|moi|dinh ky)\s+(thang|nam|quy)/.test(text)) {
    return parsed(
      { amount: null, obligation: shown },
      warning(
        'money-periodic',
        `«${shown}» là khoản định kỳ: ghi nhận nghĩa vụ, không cộng vào số tiền.`,
        `«${shown}» is a periodic payment: kept as an obligation, not added to the sum.`,
      ),
    );
  }
  return fromWords(text, shown, unit);
}

function fromNumber(value: number, unit: 'dong' | 'nghin'): Parsed<MoneyValue> {
  const scaled = unit === 'nghin' ? value * 1000 : value;
  if (!Number.isFinite(value) || value < 0) {
    return failed(
      error(
        'money-negative',
        `Số tiền ${value} âm. Ghi số dương.`,
        `The sum ${value} is negative. Write a positive number.`,
      ),
    );
  }
  if (!Number.isInteger(scaled)) {
    return failed(
      error(
        'money-fraction',
        `Số tiền ${value} có phần lẻ nhỏ hơn một đồng. Ghi số nguyên đồng.`,
        `The sum ${value} has a fraction of a đồng. Write whole đồng.`,
      ),
    );
  }
  return bounded(BigInt(scaled), String(value), []);
}

function fromWords(text: string, shown: string, unit: 'dong' | 'nghin'): Parsed<MoneyValue> {
  const problems: Problem[] = [];
  const rough = /^(tren|hon|gan|khoang|xap xi|chung)\s+/.exec(text);
  const exact = rough ? text.slice(rough[0].length) : text;
  if (rough) {
    problems.push(
      warning(
        'money-approximate',
        `«${shown}» chỉ là số gần đúng: lấy nguyên số đã ghi. Nên ghi số chính xác đến đồng.`,
        `«${shown}» is only approximate: taken as written. Write the exact sum in đồng.`,
      ),
    );
  }
  const part = /\s*(\d[\d.,\s]*\d|\d)\s*(ty|ti|trieu|tr|nghin|ngan|dong|vnd|d)?\s*(dong|vnd|d)?\b\.?/y;
  let total = 0n;
  let last: bigint | null = null;
  let at = 0;
  while (at < exact.length) {
    part.lastIndex = at;
    const match = part.exec(exact);
    if (!match || match[0] === '') return failed(unreadable(shown));
    const scale: bigint = match[2] ? SCALE[match[2]]! : last === null ? (unit === 'nghin' ? 1000n : 1n) : 1n;
    if (last !== null && scale >= last) return failed(unreadable(shown));
    const amount = scaled(match[1]!.replace(/\s+/g, ''), scale);
    if (amount === null) return failed(unreadable(shown));
    if (amount.mixed) {
      problems.push(
        warning(
          'money-separators',
          `«${shown}» dùng lẫn dấu chấm và dấu phẩy: hiểu là ${amount.value} đồng.`,
          `«${shown}» mixes dots and commas: understood as ${amount.value} đồng.`,
        ),
      );
    }
    total += amount.value;
    last = scale;
    at = part.lastIndex;
    while (at < exact.length && /[\s,.;]/.test(exact[at]!)) at += 1;
  }
  return bounded(total, shown, problems);
}

/** A number with separators times its scale; null when it cannot be a number of whole đồng. */
function scaled(token: string, scale: bigint): { value: bigint; mixed: boolean } | null {
  if (/^\d+$/.test(token)) return { value: BigInt(token) * scale, mixed: false };
  if (/^\d{1,3}([.,]\d{3})+$/.test(token)) {
    const mixed = token.includes('.') && token.includes(',');
    return { value: BigInt(token.replace(/[.,]/g, '')) * scale, mixed };
  }
  const decimal = /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)[.,](\d+)$/.exec(token);
  if (!decimal) return null;
  const fraction = decimal[2]!;
  const value = BigInt(decimal[1]!.replace(/[.,]/g, '') + fraction) * scale;
  const divisor = 10n ** BigInt(fraction.length);
  return value % divisor === 0n ? { value: value / divisor, mixed: false } : null;
}

function bounded(amount: bigint, shown: string, problems: Problem[]): Parsed<MoneyValue> {
  if (amount <= LARGEST) return parsed({ amount }, ...problems);
  return failed(
    error(
      'money-too-large',
      `Số tiền «${shown}» lớn quá mức có thể. Kiểm tra số chữ số và đơn vị tính.`,
      `The sum «${shown}» is larger than can be. Check the digits and the unit.`,
    ),
  );
}

function unreadable(shown: string): Problem {
  return error(
    'money-unreadable',
    `Không hiểu số tiền «${shown}». Ghi số đồng, ví dụ 1.234.567.000 đồng; phần giải thích ghi ở cột nội dung hoặc Ghi chú.`,
    `Cannot understand the sum «${shown}». Write đồng, for example 1.234.567.000 đồng; explanations belong in the content or note column.`,
  );
}
