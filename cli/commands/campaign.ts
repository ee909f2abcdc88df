import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, shown, table } from '../text';

interface CampaignLine {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extendedTo: string | null;
}

export interface CampaignOptions {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `thoihan campaigns`: one line each. */
export async function campaigns(io: Io, options: CampaignOptions): Promise<ExitCode> {
  const lines = await new ApiClient(io).all<CampaignLine>('/v1/campaigns', {}, 1000);
  if (options.json) io.out(JSON.stringify(lines));
  else if (lines.length === 0) io.out('Chưa có đợt cao điểm nào. / There is no campaign yet.');
  else {
    io.out(
      table(
        ['Mã', 'Đơn vị', 'Từ', 'Đến', 'Tên'],
        lines.map(c => [c.id, c.unit, shown(c.startsOn), shown(c.extendedTo ?? c.endsOn), c.name]),
      ),
    );
  }
  return EXIT.ok;
}

/** `thoihan campaign <id>`: the printed report, or all of its figures with `--json`. */
export async function campaign(io: Io, id: string, options: CampaignOptions): Promise<ExitCode> {
  const asOf = options.asOf === undefined ? undefined : dateOf('--as-of', options.asOf);
  const figures = await new ApiClient(io).get<{ text: string }>(`/v1/campaigns/${encodeURIComponent(id)}`, { asOf });
  io.out(options.json ? JSON.stringify(figures) : figures.text);
  return EXIT.ok;
}
