import { parse } from 'csv-parse/sync';
import type { Sheet } from '../../registers/cell';
import { decodeText } from '../../registers/encoding';
import { type Issue, warning } from '../../registers/issue';
import { refuseFile } from './refused';

export interface CsvRead {
  readonly sheet: Sheet;
  readonly issues: readonly Issue[];
}

/** Reads a CSV file in whatever encoding and with whatever separator it comes; both are reported. @throws FileRefused */
export function readCsv(bytes: Buffer, name: string): CsvRead {
  const { text, encoding, otherLines } = decodeText(bytes);
  if (text.includes('\u0000')) {
    refuseFile(
      'file-not-text',
      'Tệp .csv chứa dữ liệu nhị phân, không phải văn bản.',
      'The .csv file holds binary data, not text.',
    );
  }
  const rows = records(text);
  const at = { sheet: name, column: null };
  const issues: Issue[] = [];
  if (encoding === 'windows-1258' || encoding === 'tcvn3') {
    issues.push({
      ...at,
      row: 1,
      ...warning(
        'encoding-old',
        `Tệp ghi bằng bảng mã ${encoding}; đã đọc theo bảng mã đó. Kiểm tra dấu tiếng Việt; nên lưu lại bằng UTF-8.`,
        `The file is written in ${encoding} and was read so. Check the Vietnamese letters; better save it as UTF-8.`,
      ),
    });
  }
  for (const { line, encoding: other } of otherLines) {
    issues.push({
      ...at,
      row: line,
      ...warning(
        'encoding-mixed',
        `Dòng này ghi bằng ${other}, khác phần còn lại của tệp (${encoding}); đã chuyển đổi. Kiểm tra lại chữ.`,
        `This line is in ${other}, unlike the rest of the file (${encoding}); converted. Check the text.`,
      ),
    });
  }
  return {
    sheet: {
      name,
      rows: rows.map(({ record, info }) => ({
        number: info.lines,
        cells: record.map(cell => (cell === '' ? null : cell)),
      })),
      merges: [],
    },
    issues,
  };
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function records(text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 120) : String(cause);
    return refuseFile('csv-broken', `Tệp .csv sai cấu trúc: ${why}`, `The .csv file is malformed: ${why}`);
  }
}

/** Whichever of `;`, tab and `,` splits the first lines into most columns. */
function separatorOf(text: string): string {
  const head = text
    .split('\n', 5)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const count = (separator: string) => head.split(separator).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
}
