import { writeFile } from 'node:fs/promises';
import { templateSheets } from '../../samples/generator/template';
import { writeWorkbook } from '../../samples/generator/workbook';
import { EXIT, type ExitCode, Failure, type Io } from '../io';

/** `thoihan template [file]`: the clean layout to fill in. Needs no server; never writes over a file. */
export async function template(io: Io, file: string): Promise<ExitCode> {
  const bytes = await writeWorkbook(templateSheets());
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'write';
    const why = code === 'EEXIST' ? 'tệp đã có' : code;
    throw new Failure(
      EXIT.refused,
      'unwritable',
      `Không ghi được ${file} (${why}).`,
      `${file} cannot be written (${code}).`,
    );
  }
  io.out(`Đã ghi tệp mẫu vào ${file}. Điền xong, thử trước: thoihan import ${file} --dry-run`);
  return EXIT.ok;
}
