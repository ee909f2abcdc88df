import { inflateRawSync } from 'node:zlib';
import { refuseFile } from './refused';

/** Unpacked size a workbook may have. A province's six years come to about 60 MB. */
export const MAX_UNPACKED = 400 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Refuses a zip that unpacks to more than the limit, whatever sizes it claims: every entry is unpacked once with what is left of
 * the limit as its bound, so that a bomb costs its bound and no more.
 */
export function guardZip(bytes: Buffer, limit = MAX_UNPACKED): void {
  let left = limit;
  for (const entry of entriesOf(bytes)) {
    const claimed = entry.unpacked;
    if (claimed > left) tooMuch(limit);
    left -=
      entry.method === STORED
        ? entry.packed
        : unpackedSize(bytes.subarray(entry.at, entry.at + entry.packed), left, limit);
  }
}

function unpackedSize(packed: Buffer, left: number, limit: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return tooMuch(limit);
    return damaged();
  }
}

interface Entry {
  readonly method: number;
  readonly at: number;
  readonly packed: number;
  readonly unpacked: number;
}

function entriesOf(bytes: Buffer): Entry[] {
  let end = bytes.length - 22;
  const oldest = Math.max(0, end - 65_535);
  while (end >= oldest && bytes.readUInt32LE(Math.max(0, end)) !== END_OF_DIRECTORY) end -= 1;
  if (end < oldest) return damaged();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return damaged();
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) return damaged();
    const method = bytes.readUInt16LE(at + 10);
    if (method !== STORED && method !== DEFLATED) return damaged();
    entries.push({
      method,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const tooMuch = (limit: number): never =>
  refuseFile(
    'file-unpacks-too-large',
    `Tệp nén nhỏ nhưng bung ra quá ${Math.round(limit / 1_048_576)} MB. Xóa các dòng, cột trống có định dạng rồi lưu lại, hoặc chia sổ theo năm.`,
    `The file unpacks to more than ${Math.round(limit / 1_048_576)} MB. Delete formatted empty rows and columns and save again, or split the register by year.`,
  );

const damaged = (): never =>
  refuseFile(
    'file-damaged',
    'Tệp .xlsx bị hỏng hoặc không đúng định dạng. Mở bằng bảng tính và lưu lại.',
    'The .xlsx file is damaged. Open it in a spreadsheet program and save it again.',
  );
