import { ApiClient, matterPath } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, shown, shownWithWeekday } from '../text';

export interface ExplainOptions {
  readonly on: string;
  readonly all?: boolean;
  readonly unit?: string;
  readonly year?: string;
  readonly json?: boolean;
}

interface Reason {
  readonly vi: string;
}
interface Person {
  readonly officer: string;
  readonly insteadOf: string | null;
  readonly state: string;
  readonly createdAt: string;
  readonly mail: { readonly kind: string; readonly state: string; readonly at: string | null } | null;
  readonly acknowledged: { readonly at: string; readonly by: string; readonly promisedOn: string | null } | null;
}
interface Step {
  readonly code: string;
  readonly level: string;
  readonly fell: string;
  readonly told: string;
  readonly people: readonly Person[];
  readonly reason: Reason | null;
}
interface Explanation {
  readonly matter: { readonly number: string };
  readonly on: string;
  readonly calendar: string;
  readonly limits: readonly {
    readonly name: string;
    readonly article: string;
    readonly due: string;
    readonly status: string;
    readonly policy: string | null;
    readonly steps: readonly Step[];
    readonly reason: Reason | null;
  }[];
  readonly unknown: readonly { readonly name: string; readonly due: string; readonly recordedOn: string }[];
}

const LEVELS: Record<string, string> = {
  officer: 'cán bộ',
  branch_head: 'người đứng đầu đơn vị',
  province_head: 'lãnh đạo tỉnh',
};
const STATES: Record<string, string> = {
  waiting: 'chờ bản tin',
  queued: 'trong thư',
  acknowledged: 'đã xác nhận',
  cancelled: 'đã hủy',
  silent: 'không gửi riêng',
};
const MAILS: Record<string, string> = {
  pending: 'chờ gửi',
  sending: 'đang gửi',
  unknown: 'không rõ đã tới chưa',
  accepted: 'máy chủ thư đã nhận',
  deferred: 'bị hoãn, sẽ gửi lại',
  bounced: 'bị trả lại',
  suppressed: 'không gửi',
};

function personLine({ officer, insteadOf, state, createdAt, mail, acknowledged }: Person): string {
  const parts = [
    `${officer}${insteadOf === null ? '' : ` (thay ${insteadOf})`}: ${STATES[state] ?? state}, lập ${moment(createdAt)}`,
    ...(mail === null
      ? []
      : [`thư ${mail.kind}: ${MAILS[mail.state] ?? mail.state}${mail.at === null ? '' : ` ${moment(mail.at)}`}`]),
    ...(acknowledged === null
      ? []
      : [
          `${acknowledged.by} xác nhận ${moment(acknowledged.at)}${acknowledged.promisedOn === null ? '' : `, hẹn ${shown(acknowledged.promisedOn)}`}`,
        ]),
  ];
  return `      ${parts.join('; ')}`;
}

/** `2026-09-10T07:31` as `07:31 10/09/2026`. */
const moment = (at: string): string => `${at.slice(11)} ${shown(at.slice(0, 10))}`;

function stepLines({ code, level, fell, told, people, reason }: Step): string[] {
  const when = fell === told ? shown(fell) : `${shown(fell)}, báo ${shown(told)}`;
  return [
    `    ${code} → ${LEVELS[level] ?? level} (${when})`,
    ...people.map(personLine),
    ...(reason === null ? [] : [`      ${reason.vi}`]),
  ];
}

/** `thoihan explain`: for one day, limits as known then, steps, who was told and how it arrived; where nobody was, the reason. */
export async function explain(io: Io, matter: string, options: ExplainOptions): Promise<ExitCode> {
  const { unit, year } = options;
  const on = dateOf('--on', options.on);
  const answer = await new ApiClient(io).get<Explanation>(`${matterPath(matter)}/explain`, { on, unit, year });
  if (options.json) {
    io.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  io.out(`${answer.matter.number}, ${shownWithWeekday(answer.on)} (lịch ${answer.calendar})`);
  const told = answer.limits.filter(({ steps }) => steps.length > 0);
  const limits = options.all ? answer.limits : told;
  for (const { name, article, due, policy, steps, reason } of limits) {
    io.out(`  ${name} (${article}), hạn ${shown(due)}${policy === null ? '' : `, chính sách ${policy.slice(0, 8)}`}`);
    for (const step of steps) for (const line of stepLines(step)) io.out(line);
    if (reason !== null) io.out(`    ${reason.vi}`);
  }
  if (told.length === 0) io.out('  Ngày ấy không có mốc nhắc nào. Lý do của từng thời hạn: --all.');
  for (const one of answer.unknown) {
    io.out(`  ${one.name}, hạn ${shown(one.due)}: ngày ấy chưa biết, ghi vào ${shown(one.recordedOn)}`);
  }
  return EXIT.ok;
}
