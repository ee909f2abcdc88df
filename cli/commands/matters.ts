import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, shown, table } from '../text';

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly reportingYear: number;
  readonly unit: { code: string };
  readonly officer: { code: string } | null;
  readonly stageName: string;
  readonly nextDue: string | null;
  readonly nextDueProvisional: boolean;
  readonly overdue: boolean;
}

export interface MattersOptions {
  readonly kind?: string;
  readonly unit?: string;
  readonly officer?: string;
  readonly stage?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
  readonly closed?: boolean;
  readonly limit: string;
  readonly json?: boolean;
}

/** `thoihan matters`: the most urgent first. */
export async function matters(io: Io, options: MattersOptions): Promise<ExitCode> {
  const { kind, unit, officer, stage, overdue } = options;
  const dueBefore = options.dueBefore === undefined ? undefined : dateOf('--due-before', options.dueBefore);
  const query = { kind, unit, officer, stage, dueBefore, overdue, closed: options.closed ?? false };
  const lines = await new ApiClient(io).all<Line>('/v1/matters', query, Number(options.limit) || 50);
  if (options.json) io.out(JSON.stringify(lines));
  else if (lines.length === 0) io.out('Không có việc nào khớp. / No matter matches.');
  else {
    io.out(
      table(
        ['Số', 'Năm', 'Đơn vị', 'Cán bộ', 'Hạn gần nhất', 'Giai đoạn'],
        lines.map(m => [
          m.number,
          String(m.reportingYear),
          m.unit.code,
          m.officer?.code ?? '—',
          `${shown(m.nextDue)}${m.nextDueProvisional ? ' tạm tính' : ''}${m.overdue ? ' QUÁ HẠN' : ''}`,
          m.stageName,
        ]),
      ),
    );
  }
  return EXIT.ok;
}
