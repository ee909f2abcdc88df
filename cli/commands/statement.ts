import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, shown, table } from '../text';

interface Fates {
  readonly due: number;
  readonly created: number;
  readonly [fate: string]: number;
}

interface Gap {
  readonly kind: string;
  readonly why: string;
  readonly matter: string;
  readonly unit: string;
  readonly dutyId: string;
  readonly due: string;
  readonly threshold: string;
  readonly level: string;
}

interface Statement {
  readonly day: string;
  readonly revision: number;
  readonly at: string;
  readonly deadlines: number;
  readonly early: number;
  readonly groundless: number;
  readonly found: number;
  readonly asked: number;
  readonly revived: number;
  readonly provinces: readonly { province: string; fresh: boolean; fates: Fates }[];
  readonly gaps: readonly Gap[];
  readonly moreGaps: number;
  readonly hash: string;
  readonly intact: boolean;
}

export interface StatementOptions {
  readonly on?: string;
  readonly json?: boolean;
}

const FATES: readonly [name: string, vi: string, en: string][] = [
  ['acknowledged', 'đã xác nhận', 'acknowledged'],
  ['accepted', 'máy chủ thư đã nhận', 'accepted by the mail server'],
  ['onTheWay', 'đang gửi', 'on the way'],
  ['waiting', 'chờ bản tin ngày làm việc tới', 'waiting for the next digest'],
  ['held', 'tạm giữ vì đã xác nhận', 'held by an acknowledgement'],
  ['silent', 'không gửi: mốc cũ khi nhập sổ', 'silent: past when taken over'],
  ['settled', 'đã xong, thay, hủy hoặc tạm ngừng', 'done, replaced, void or paused'],
  ['undeliverable', 'không gửi được, đã giao quản trị viên', 'undeliverable, with a task'],
  ['nobody', 'không có ai để nhắc', 'nobody to tell'],
  ['unaccounted', 'KHÔNG GIẢI TRÌNH ĐƯỢC', 'UNACCOUNTED'],
];

const WHY: Readonly<Record<string, string>> = {
  never_told: 'chưa nhắc',
  left_waiting: 'bị bỏ sót ngoài bản tin',
  mail_lost: 'mất thư',
  wrongly_cancelled: 'bị hủy khi hạn còn chạy',
  nobody: 'không có ai để nhắc',
  early: 'nhắc trước mốc',
  no_such_threshold: 'chính sách không có mốc này',
};

/** `thoihan statement`: what was due by the morning and what became of it. Exit code 1 when something is unaccounted for. */
export async function statement(io: Io, { on, json }: StatementOptions): Promise<ExitCode> {
  const day = on === undefined ? 'latest' : dateOf('--on', on);
  const found = await new ApiClient(io).get<Statement>(`/v1/statements/${day}`);
  const all = sum(found.provinces.map(one => one.fates));
  if (json) io.out(JSON.stringify(found));
  else for (const part of [head(found, all), fates(found), provinces(found), gaps(found), foot(found)]) say(io, part);
  return (all.unaccounted ?? 0) > 0 ? EXIT.refused : EXIT.ok;
}

const say = (io: Io, text: string): void => {
  if (text !== '') io.out(text);
};

const sum = (all: readonly Fates[]): Fates =>
  all.reduce<Record<string, number>>(
    (total, one) => {
      for (const [name, n] of Object.entries(one)) total[name] = (total[name] ?? 0) + n;
      return total;
    },
    { due: 0, created: 0 },
  ) as Fates;

/** `07:45` in +07:00. */
const clock = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16);

function head({ day, revision, at, deadlines, found, asked, revived }: Statement, all: Fates): string {
  const healed =
    revision === 1
      ? []
      : [
          `Lần đếm đầu có ${found} chỗ hổng; đã cho ${asked} việc tính lại (${revived} việc mất đồng hồ được dựng lại). / ` +
            `${found} gaps at first; ${asked} matters computed again, ${revived} of them revived.`,
        ];
  return [
    `THỐNG KÊ NHẮC HẠN ${shown(day)}, đếm lúc ${clock(at)}${revision === 1 ? '' : `, lần ${revision}`}`,
    `Đến hạn nhắc ${all.due}, đã lập ${all.created}, không giải trình được ${all.unaccounted ?? 0}; ${deadlines} thời hạn được xét.`,
    `${all.due} due, ${all.created} created, ${all.unaccounted ?? 0} unaccounted; ${deadlines} limits looked at.`,
    ...healed,
  ].join('\n');
}

function fates({ provinces: rows }: Statement): string {
  const [fresh, earlier] = [true, false].map(is => sum(rows.filter(one => one.fresh === is).map(one => one.fates)));
  return `\n${table(
    ['Từ lần trước', 'Trước nữa', 'Số phận / fate'],
    FATES.map(([name, vi, en]) => [String(fresh![name] ?? 0), String(earlier![name] ?? 0), `${vi} / ${en}`]),
  )}`;
}

function provinces({ provinces: rows }: Statement): string {
  const codes = [...new Set(rows.map(one => one.province))];
  if (codes.length < 2) return '';
  return `\n${table(
    ['Tỉnh', 'Đến hạn nhắc', 'Đã lập', 'Không rõ'],
    codes.map(code => {
      const own = sum(rows.filter(one => one.province === code).map(one => one.fates));
      return [code, String(own.due), String(own.created), String(own.unaccounted ?? 0)];
    }),
  )}`;
}

function gaps({ gaps: rows, moreGaps }: Statement): string {
  if (rows.length === 0) return '';
  const list = table(
    ['Đơn vị', 'Việc', 'Hạn', 'Nghĩa vụ', 'Mốc', 'Cấp', 'Vì sao'],
    rows.map(gap => [
      gap.unit,
      gap.matter,
      shown(gap.due),
      gap.dutyId,
      gap.threshold,
      gap.level,
      WHY[gap.why] ?? gap.why,
    ]),
  );
  return `\n${list}${moreGaps > 0 ? `\n… và ${moreGaps} chỗ nữa / and ${moreGaps} more` : ''}`;
}

const foot = ({ early, groundless, hash, intact }: Statement): string =>
  `\nNhắc sớm ${early}, nhắc không có mốc ${groundless}. / ${early} told early, ${groundless} without ground.\n` +
  `${intact ? 'Chuỗi thống kê còn nguyên / chain intact' : 'CHUỖI THỐNG KÊ ĐÃ BỊ SỬA / THE CHAIN WAS ALTERED'} · ${hash}`;
