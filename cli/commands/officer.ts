import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf } from '../text';

export interface OfficerOptions {
  readonly name?: string;
  readonly email?: string;
  readonly unit?: string;
  readonly role?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly basis?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

const officerPath = (ref: string): string => `/v1/officers/${encodeURIComponent(ref)}`;
const day = (option: string, typed: string | undefined) => (typed === undefined ? undefined : dateOf(option, typed));

/** `thoihan officer add`. */
export async function addOfficer(io: Io, code: string, options: OfficerOptions): Promise<ExitCode> {
  const { name, email, unit, role: roles } = options;
  const body = { code, name, email, unit, roles, from: day('--from', options.from) };
  return say(
    io,
    options,
    await send(io, '/v1/officers', body, options),
    `Đã thêm cán bộ ${code}. / Officer ${code} added.`,
  );
}

/** `thoihan officer address`. */
export async function correctAddress(io: Io, code: string, email: string, options: OfficerOptions): Promise<ExitCode> {
  const path = `${officerPath(code)}/address`;
  const answer = await send<{ tasks: number; mails: number }>(io, path, { email }, options);
  const { tasks, mails } = answer;
  return say(
    io,
    options,
    answer,
    `Đã sửa; ${tasks} việc xong, gửi lại ${mails} thư. / Corrected; ${tasks} problems closed, ${mails} mails go out again.`,
  );
}

/** `thoihan officer role`. */
export async function appoint(io: Io, code: string, role: string, options: OfficerOptions): Promise<ExitCode> {
  const { unit } = options;
  const body = { role, unit, from: day('--from', options.from), until: day('--until', options.until) };
  const answer = await send(io, `${officerPath(code)}/roles`, body, options);
  return say(io, options, answer, `Đã ghi: ${code}, ${role}, ${unit}. / Recorded.`);
}

/** `thoihan officer delegate`. */
export async function delegate(io: Io, code: string, to: string, options: OfficerOptions): Promise<ExitCode> {
  const { basis } = options;
  const body = { to, from: day('--from', options.from), until: day('--until', options.until), basis };
  const answer = await send(io, `${officerPath(code)}/delegations`, body, options);
  return say(io, options, answer, `${to} đọc nhắc việc thay ${code}. / ${to} reads the reminders of ${code}.`);
}

const send = <T = { id: string }>(io: Io, path: string, body: object, { commandId }: OfficerOptions): Promise<T> =>
  new ApiClient(io).command<T>(path, {}, body, commandId);

function say(io: Io, { json }: OfficerOptions, answer: object, text: string): ExitCode {
  io.out(json ? JSON.stringify(answer) : text);
  return EXIT.ok;
}
