import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { type Progress, progressOn } from '../progress';
import { grouped, table } from '../text';
import { upload } from '../upload';

interface ImportView {
  readonly id: string;
  readonly state: string;
  readonly dryRun: boolean;
  readonly layout: string | null;
  readonly rowsRead: number;
  readonly rowsWrong: number;
  readonly mattersNew: number;
  readonly mattersKnown: number;
  readonly started: number;
  readonly report: { readonly text?: string } | null;
}

interface RowError {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly severity: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly unit?: string;
  readonly errors?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

const ENDED = new Set(['done', 'refused', 'failed']);
const PART: Readonly<Record<string, string>> = {
  received: 'Chờ đọc',
  reading: 'Đọc sổ',
  writing: 'Ghi việc',
  starting: 'Khởi động theo dõi',
};
const SHOWN_ERRORS = 30;
const SHOWN_REMARKS = 5;
const POLL_MS = 400;

/** `thoihan import`: sends a register, waits until it is written, prints the rows in error and the closing figures. */
export async function importRegister(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const api = new ApiClient(io);
  const progress = await progressOn(options.json ? { ...io, tty: false, err: () => {} } : io);
  let ended: ImportView;
  try {
    const begun = await send(api, file, options, progress);
    ended = await follow(api, begun, progress);
  } finally {
    progress.end();
  }
  const errors = await api.all<RowError>(`/v1/imports/${ended.id}/errors`, {}, 100_000);
  if (options.errors !== undefined) await writeFile(options.errors, csv(errors));
  if (options.json) io.out(JSON.stringify({ ...ended, errors }));
  else printed(io, ended, errors, options.errors);
  return ended.state === 'done' && !errors.some(e => e.severity === 'error') ? EXIT.ok : EXIT.refused;
}

function send(api: ApiClient, file: string, options: ImportOptions, progress: Progress): Promise<ImportView> {
  return upload<ImportView>(api, file, {
    dryRun: options.dryRun ?? false,
    unit: options.unit,
    commandId: options.commandId ?? randomUUID(),
    onProgress: (sent, total) => {
      progress.part('Gửi tệp', total);
      progress.at(sent);
    },
  });
}

/** Asks until the import has ended. It lives in the server: breaking off here does not stop it. */
async function follow(api: ApiClient, begun: ImportView, progress: Progress): Promise<ImportView> {
  let now = begun;
  while (!ENDED.has(now.state)) {
    const written = now.mattersNew + now.mattersKnown;
    progress.part(
      PART[now.state] ?? now.state,
      now.state === 'starting' ? now.mattersNew : now.rowsRead - now.rowsWrong,
    );
    progress.at(now.state === 'starting' ? now.started : written);
    await sleep(POLL_MS);
    now = await api.get<ImportView>(`/v1/imports/${begun.id}`);
  }
  return now;
}

/** Rows refused come first; of those taken with a remark a few, as examples. */
function shownFirst(errors: readonly RowError[]): readonly RowError[] {
  const refused = errors.filter(e => e.severity === 'error');
  const remarks = errors.filter(e => e.severity !== 'error');
  return [...refused.slice(0, SHOWN_ERRORS), ...remarks.slice(0, SHOWN_REMARKS)];
}

const errorTable = (errors: readonly RowError[]): string =>
  table(
    ['Trang', 'Dòng', 'Cột', 'Mức', 'Lỗi'],
    shownFirst(errors).map(e => [
      e.sheet,
      String(e.row),
      e.column ?? '',
      e.severity === 'error' ? 'LỖI' : 'lưu ý',
      e.vi,
    ]),
  );

function printed(io: Io, ended: ImportView, errors: readonly RowError[], file: string | undefined): void {
  if (errors.length > 0) io.out(errorTable(errors));
  const hidden = errors.length - shownFirst(errors).length;
  if (hidden > 0)
    io.out(`… và ${grouped(hidden)} dòng nữa${file === undefined ? '; xem hết bằng --errors loi.csv' : ''}.`);
  if (file !== undefined) io.out(`Đã ghi mọi lỗi vào ${file}.`);
  if (ended.state !== 'done') {
    const report = ended.report?.text;
    throw new Failure(
      EXIT.refused,
      `import_${ended.state}`,
      report ?? 'Không nhập được tệp này; chưa ghi gì.',
      'The file was not imported; nothing was written.',
    );
  }
  const dry = ended.dryRun ? ' (chạy thử, không ghi)' : '';
  io.out(
    `\nĐọc ${grouped(ended.rowsRead)} dòng, sai ${grouped(ended.rowsWrong)}; việc mới ${grouped(ended.mattersNew)}, đã có ` +
      `${grouped(ended.mattersKnown)}, bắt đầu theo dõi ${grouped(ended.started)}${dry}.`,
  );
  if (ended.report?.text !== undefined) io.out(`\n${ended.report.text}`);
}

/** With a byte order mark, so that spreadsheet programs read the Vietnamese letters. */
function csv(errors: readonly RowError[]): string {
  const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const rows = errors.map(e => [e.sheet, e.row, e.column, e.severity, e.code, e.vi, e.en]);
  return `\uFEFF${[['sheet', 'row', 'column', 'severity', 'code', 'vi', 'en'], ...rows].map(r => r.map(cell).join(',')).join('\r\n')}\r\n`;
}
