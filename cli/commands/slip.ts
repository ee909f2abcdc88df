import { readFileSync } from 'node:fs';
import { SLIP_FORMAT, type SlipDocument, slipHash } from '../../law/slip/document';
import { slipText } from '../../law/slip/text';
import { ApiClient, matterPath } from '../api-client';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { shownWithWeekday } from '../text';

export interface SlipOptions {
  readonly verify?: string;
  readonly version?: string;
  readonly unit?: string;
  readonly year?: string;
  readonly json?: boolean;
}

/** `thoihan slip <matter> <deadline>`: how one date was counted, on a page to print; `--verify` holds a kept file against its hash. */
export async function slip(
  io: Io,
  matter: string | undefined,
  deadline: string | undefined,
  options: SlipOptions,
): Promise<ExitCode> {
  if (options.verify !== undefined) return verify(io, options.verify, options);
  if (matter === undefined || deadline === undefined) {
    throw new Failure(
      EXIT.usage,
      'usage',
      'Cần <hồ sơ> và <thời hạn>, hoặc --verify <tệp>. Khóa của thời hạn: thoihan show <hồ sơ> --json.',
      '<matter> and <deadline> are needed, or --verify <file>. Keys of deadlines: thoihan show <matter> --json.',
    );
  }
  const { unit, year, version } = options;
  const path = `${matterPath(matter)}/deadlines/${encodeURIComponent(deadline)}/slip`;
  const document = await new ApiClient(io).get<SlipDocument>(path, { unit, year, version });
  io.out(options.json ? JSON.stringify(document, null, 2) : slipText(document));
  return EXIT.ok;
}

/** A slip that was kept says what it said when it was made, or somebody has changed it. */
function verify(io: Io, file: string, { json }: SlipOptions): ExitCode {
  const slip = read(file);
  const hash = slipHash(slip);
  const untouched = hash === slip.hash;
  if (json) io.out(JSON.stringify({ file, untouched, hash, written: slip.hash, due: slip.due }));
  else if (untouched) {
    io.out(`Đúng: ${file} còn nguyên như khi lập cho ngày ${shownWithWeekday(slip.asOf)}.`);
    io.out(`${slip.duty.nameVi}: hạn ${shownWithWeekday(slip.due)}`);
    io.out(`SHA-256 ${hash}; so với dòng cuối của bản giấy. / compare it with the foot of the paper.`);
  }
  if (untouched) return EXIT.ok;
  throw new Failure(
    EXIT.refused,
    'slip_changed',
    `${file} đã bị sửa: nội dung cho mã băm ${hash}, trong tệp ghi ${slip.hash}. Hãy lập lại phiếu.`,
    `${file} was changed: its content gives the hash ${hash}, the file says ${slip.hash}. Make the slip again.`,
  );
}

function read(file: string): SlipDocument {
  const bad = (why: string) =>
    new Failure(
      EXIT.refused,
      'no_slip',
      `${file} không phải phiếu tính thời hạn dạng JSON (${why}). Lập bằng: thoihan slip … --json.`,
      `${file} is no slip in JSON (${why}). Make one with: thoihan slip … --json.`,
    );
  let content: SlipDocument;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw bad((error as { code?: string }).code ?? (error as Error).message);
  }
  if (content?.format !== SLIP_FORMAT) throw bad(`format: ${JSON.stringify(content?.format ?? null)}`);
  if (typeof content.hash !== 'string' || typeof content.due !== 'string') throw bad('hash, due');
  return content;
}
