import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Sheet } from '../../registers/cell';
import type { Issue } from '../../registers/issue';
import { readCsv } from './csv';
import { refuseFile } from './refused';
import { readXlsx } from './xlsx';

/** Largest file that is opened. A province's register of six years has about 2 MB. */
export const MAX_BYTES = 50 * 1024 * 1024;

const ZIP = 0x04034b50;
/** Old binary .xls and password-protected .xlsx are both OLE containers. */
const OLE = 0xe011cfd0;

/** Opens a register by what it is, not by what its name says. @throws FileRefused */
export async function openFile(path: string, fileName: string): Promise<{ sheets: Sheet[]; issues: readonly Issue[] }> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) {
    refuseFile(
      'file-too-large',
      `Tệp ${megabytes(size)} MB, quá giới hạn ${megabytes(MAX_BYTES)} MB. Xóa hình ảnh và dòng trống có định dạng, hoặc chia sổ theo năm.`,
      `The file has ${megabytes(size)} MB, over the limit of ${megabytes(MAX_BYTES)} MB. Delete pictures and formatted empty rows, or split the register by year.`,
    );
  }
  if (size === 0) refuseFile('file-empty', 'Tệp rỗng.', 'The file is empty.');
  const bytes = await readFile(path);
  const magic = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
  if (magic === ZIP) return { sheets: await readXlsx(bytes), issues: [] };
  if (magic === OLE) {
    refuseFile(
      'file-old-excel',
      'Tệp là .xls cũ hoặc .xlsx có mật khẩu. Mở bằng bảng tính, bỏ mật khẩu và lưu thành .xlsx.',
      'The file is an old .xls or a password-protected .xlsx. Open it, remove the password and save it as .xlsx.',
    );
  }
  const { sheet, issues } = readCsv(bytes, basename(fileName).replace(/\.[^.]*$/, ''));
  return { sheets: [sheet], issues };
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);
