/** Writes text in the encodings of old spreadsheets, for samples. The inverse of what `registers/encoding` reads. */

/** TCVN3 byte for each lower-case letter with a mark, and the few capitals it has. */
const TCVN3_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const TCVN3_BYTES =
  'B5B8B6B7B9A8BBBEBCBDC6A9C7CAC8C9CBAECCD0CECFD1AAD2D5D3D4D6D7DDD8DCDEDFE3E1E2E4ABE5E8E6E7E9ACEAEDEBECEEEFF3F1F2F4ADF5F8F6F7F9FAFDFBFCFEA1A2A7A3A4A5A6';
const TCVN3 = new Map(
  [...TCVN3_LETTERS].map((letter, at) => [letter, Number.parseInt(TCVN3_BYTES.slice(at * 2, at * 2 + 2), 16)]),
);

/** Capitals with marks become small ones: the fonts had capitals of their own. */
export const toTcvn3 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text.normalize('NFC')].map(
      char => TCVN3.get(char) ?? TCVN3.get(char.toLowerCase()) ?? char.charCodeAt(0) & 0x7f,
    ),
  );

/** windows-1258: base letters as bytes, tone marks as bytes of their own. */
const TONES = new Map([
  ['\u0300', 0xcc],
  ['\u0301', 0xec],
  ['\u0303', 0xde],
  ['\u0309', 0xd2],
  ['\u0323', 0xf2],
]);
const BASES = new Map(
  [...'ÂÊÔâêôĂăĐđƠơƯư'].map((letter, at) => [
    letter,
    [0xc2, 0xca, 0xd4, 0xe2, 0xea, 0xf4, 0xc3, 0xe3, 0xd0, 0xf0, 0xd5, 0xf5, 0xdd, 0xfd][at]!,
  ]),
);

export function toWindows1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text
    .normalize('NFD')
    .replace(
      /([aeoAEO])([\u0323\u0300\u0301\u0303\u0309]*)\u0302/g,
      (_, base, marks) => (base + '\u0302').normalize('NFC') + marks,
    )
    .replace(
      /([aA])([\u0323\u0300\u0301\u0303\u0309]*)\u0306/g,
      (_, base, marks) => (base + '\u0306').normalize('NFC') + marks,
    )
    .replace(
      /([ouOU])([\u0323\u0300\u0301\u0303\u0309]*)\u031b/g,
      (_, base, marks) => (base + '\u031b').normalize('NFC') + marks,
    )) {
    bytes.push(TONES.get(char) ?? BASES.get(char) ?? char.charCodeAt(0) & 0xff);
  }
  return Uint8Array.from(bytes);
}
