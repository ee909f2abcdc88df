import { type Problem, warning } from './issue';

/** Bytes of a text file decoded, with what had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Lines (from 1) that were not in the file's main encoding, and in which they were read. */
  readonly otherLines: readonly { readonly line: number; readonly encoding: string }[];
}

/**
 * TCVN3 (ABC): the byte, seen as Latin-1, of each Vietnamese lower-case letter; capitals are made by a font, so the text itself
 * is lower case where it carries a mark.
 */
const TCVN3_CHARS =
  '\u00B5\u00B8\u00B6\u00B7\u00B9\u00A8\u00BB\u00BE\u00BC\u00BD\u00C6\u00A9\u00C7\u00CA\u00C8\u00C9\u00CB\u00AE\u00CC\u00D0\u00CE\u00CF\u00D1\u00AA\u00D2\u00D5\u00D3\u00D4\u00D6\u00D7\u00DD\u00D8\u00DC\u00DE\u00DF\u00E3\u00E1\u00E2\u00E4\u00AB\u00E5\u00E8\u00E6\u00E7\u00E9\u00AC\u00EA\u00ED\u00EB\u00EC\u00EE\u00EF\u00F3\u00F1\u00F2\u00F4\u00AD\u00F5\u00F8\u00F6\u00F7\u00F9\u00FA\u00FD\u00FB\u00FC\u00FE\u00A1\u00A2\u00A7\u00A3\u00A4\u00A5\u00A6';
const TCVN3_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const TCVN3 = new Map([...TCVN3_CHARS].map((char, index) => [char, [...TCVN3_LETTERS][index]!]));

/** Letters that ordinary Vietnamese never shows but TCVN3 text does when read as Latin-1. */
const TCVN3_SIGNS = /[µ¸¶·¹¨»¾¼½Æ©Ç®Ë§¢£¤¥¦«¬]/g;

/** Turns TCVN3 text that was read as Latin-1 («Thi hµnh ¸n») into Unicode. */
export const fromTcvn3 = (text: string): string => [...text].map(char => TCVN3.get(char) ?? char).join('');

/** Whether a cell holds TCVN3 (ABC font) text kept as Latin-1 letters, as old workbooks do. */
export function looksTcvn3(text: string): boolean {
  const signs = text.match(TCVN3_SIGNS)?.length ?? 0;
  if (signs === 0) return false;
  const beyond = text.match(/[\u0102\u0103\u0110\u0111\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/g)?.length ?? 0;
  return beyond === 0 && /\p{L}[µ¸¶·¹¨»¾¼½Æ©Ç®Ë«¬]|[µ¸¶·¹¨»¾¼½Æ©Ç®Ë§«¬]\p{L}/u.test(text);
}

/** What to tell people about a cell read as TCVN3. */
export const tcvn3Warning = (text: string): Problem =>
  warning(
    'old-encoding',
    `Ô dùng phông chữ cũ (TCVN3/ABC), đã chuyển thành «${text}». Kiểm tra lại chữ.`,
    `The cell uses an old font encoding (TCVN3/ABC), converted to «${text}». Check the text.`,
  );

/**
 * Decodes a text file: UTF-8 with or without mark, UTF-16 with mark, otherwise line by line UTF-8 where it is valid and
 * windows-1258 or TCVN3 where it isn't. Nothing is dropped; lines in another encoding are named.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(bytes.subarray(2), 'utf-16be');
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const utf8 = strictUtf8(body);
  if (utf8 !== null) return { text: utf8.normalize('NFC'), encoding: 'utf-8', otherLines: [] };
  return byLine(body);
}

function whole(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes).normalize('NFC'), encoding, otherLines: [] };
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null;
    throw cause;
  }
}

function byLine(bytes: Uint8Array): DecodedText {
  const lines: { text: string; encoding: string; marked: boolean }[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    lines.push(decodeLine(bytes.subarray(start, at)));
    start = at + 1;
  }
  const counts = new Map<string, number>();
  for (const line of lines) if (line.marked) counts.set(line.encoding, (counts.get(line.encoding) ?? 0) + 1);
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'utf-8';
  const otherLines = lines.flatMap((line, index) =>
    line.marked && line.encoding !== main ? [{ line: index + 1, encoding: line.encoding }] : [],
  );
  return {
    text: lines
      .map(line => line.text)
      .join('\n')
      .normalize('NFC'),
    encoding: main,
    otherLines,
  };
}

function decodeLine(bytes: Uint8Array): { text: string; encoding: string; marked: boolean } {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', marked: bytes.some(byte => byte > 0x7f) };
  const latin = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const tcvn3 = fromTcvn3(latin);
  const asTcvn3 = score(tcvn3) > score(windows);
  return { text: asTcvn3 ? tcvn3 : windows, encoding: asTcvn3 ? 'tcvn3' : 'windows-1258', marked: true };
}

const SYLLABLE = /^(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Words with marks that could be Vietnamese syllables (at most one tone, letters in an order that occurs), less those that could not. */
function score(text: string): number {
  let sum = 0;
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    if (/^[a-z]+$/.test(word)) continue;
    const parts = word.normalize('NFD');
    const tones = parts.match(TONES)?.length ?? 0;
    sum += tones <= 1 && SYLLABLE.test(parts.replace(TONES, '').normalize('NFC')) ? 1 : -1;
  }
  return sum;
}
