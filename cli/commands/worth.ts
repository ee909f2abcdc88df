import type { Worth } from '../../activities/mail/worth';
import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, grouped, shown, table } from '../text';

export interface WorthOptions {
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
  readonly json?: boolean;
}

const LEVELS: Record<string, string> = {
  officer: 'cán bộ',
  branch_head: 'trưởng đơn vị',
  province_head: 'lãnh đạo tỉnh',
};
const CHANNELS: Record<string, string> = { digest: 'bản tin', at_once: 'thư gấp' };
const WIDTH = 20;

/** A bar: acted █, later ▓, too late ▒, ignored ░; what was told just now stays blank. */
function drawn({ told, acted, later, tooLate, ignored }: Worth): string {
  const ends = [acted, acted + later, acted + later + tooLate, acted + later + tooLate + ignored];
  const marks = ['█', '▓', '▒', '░'];
  let bar = '';
  ends.forEach((end, n) => {
    bar = bar.padEnd(Math.round((end / told) * WIDTH), marks[n]);
  });
  return bar;
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** `thoihan worth`: of the reminders of a time, how many were acted on within a working day, later, too late, not at all. */
export async function worth(io: Io, { from, to, unit, json }: WorthOptions): Promise<ExitCode> {
  const query = {
    ...(from === undefined ? {} : { from: dateOf('--from', from) }),
    ...(to === undefined ? {} : { to: dateOf('--to', to) }),
    unit,
  };
  const answer = await new ApiClient(io).get<{ from: string; to: string; items: Worth[] }>('/v1/alerts/worth', query);
  if (json) {
    io.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  io.out(`Nhắc việc từ ${shown(answer.from)} đến hết ${shown(answer.to)}`);
  if (answer.items.length === 0) {
    io.out('Không có nhắc việc nào. / No reminders.');
    return EXIT.ok;
  }
  io.out(
    table(
      [
        'Cấp',
        'Mốc',
        'Kênh',
        'Đã nhắc',
        'Trong 1 ngày',
        'Muộn hơn',
        'Quá hạn',
        'Chưa làm',
        'Mới nhắc',
        '█ ngay ▓ muộn ▒ quá hạn ░ chưa',
      ],
      answer.items.map(one => [
        LEVELS[one.level] ?? one.level,
        one.threshold,
        CHANNELS[one.channel] ?? one.channel,
        grouped(one.told),
        `${grouped(one.acted)} (${percent(one.acted, one.told)})`,
        grouped(one.later),
        grouped(one.tooLate),
        grouped(one.ignored),
        grouped(one.fresh),
        drawn(one),
      ]),
    ),
  );
  return EXIT.ok;
}
