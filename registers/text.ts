/**
 * Vietnamese text made comparable. Registers write the same word composed or decomposed, with Đ or D, with blanks anywhere.
 */

/** Registers say the same few thousand words over and over. */
const known = new Map<string, string>();
const REMEMBERED = 50_000;

/** Lower case, without diacritics, Đ as d; punctuation kept. */
export function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  let result = known.get(text);
  if (result === undefined) {
    result = text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .normalize('NFC');
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, result);
  }
  return result;
}

/** `plain` with everything but letters and digits as single blanks: the key under which headings and names are compared. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** NFC, non-breaking blanks as blanks, runs of blanks as one. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f\ufeff]/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
