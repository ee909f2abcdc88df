import { EXIT, Failure } from './io';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/**
 * A date as typed (`2026-07-15` or `15/07/2026`) in ISO form. Whether the day exists is checked here too.
 * @throws Failure naming the option
 */
export function dateOf(option: string, typed: string): string {
  const iso = isoOf(typed.trim());
  if (iso !== null && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso)) return iso;
  throw new Failure(
    EXIT.refused,
    'wrong_date',
    `${option}: "${typed}" không phải ngày có thật; viết 2026-07-15 hoặc 15/07/2026.`,
    `${option}: "${typed}" is not a date that exists; write 2026-07-15 or 15/07/2026.`,
  );
}

function isoOf(typed: string): string | null {
  if (ISO.test(typed)) return typed;
  const [, day, month, year] = VIETNAMESE.exec(typed) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** `15/07/2026`, as people read it. */
export const shown = (iso: string | null): string =>
  iso === null ? '—' : iso.replace(/^(\d{4})-(\d{2})-(\d{2})T?/, (_, y, m, d) => `${d}/${m}/${y} `).trimEnd();

/** `thứ Tư 15/07/2026`, and `thứ Tư 15/07/2026 14:00` of a moment. */
export function shownWithWeekday(iso: string): string {
  const days = Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000);
  return `${WEEKDAYS[(days + 3) % 7]} ${shown(iso)}`;
}

/** `385.296.980.000`; anything that is not a whole number is shown as it is. */
export const grouped = (n: string | number | bigint): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** Pairs `name=value` as typed with `--with` or `--set`. */
export function pairs(option: string, typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map(pair => {
      const at = pair.indexOf('=');
      if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      throw new Failure(
        EXIT.usage,
        'wrong_pair',
        `${option}: "${pair}" phải có dạng tên=giá-trị.`,
        `${option}: "${pair}" must be name=value.`,
      );
    }),
  );
}

/** A fact as typed: true, false, a whole number, or text. */
export function factOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Columns aligned by their widest cell; the last one is left as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map(row => width(row[i] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map(w => '─'.repeat(Math.min(w, 60)))), ...rows.map(line)].join('\n');
}

/** Composed letters count once: Vietnamese in NFC has one code point per letter. */
const width = (text: string): number => [...text.normalize('NFC')].length;
