import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { shown, table } from '../text';

interface Problem {
  readonly kind: string;
  readonly unit: string;
  readonly vi: string;
  readonly en: string;
}

interface Task {
  readonly id: string;
  readonly reason: string;
  readonly unit: string | null;
  readonly officer: string | null;
  readonly address: string | null;
  readonly status: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly mails: readonly { state: string }[];
}

export interface MailOptions {
  readonly unit?: string;
  readonly all?: boolean;
  readonly commandId?: string;
  readonly json?: boolean;
}

/** Day in Vietnam of an instant. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

const REASONS: Readonly<Record<string, string>> = {
  bad_address: 'địa chỉ không dùng được',
  address_refused: 'địa chỉ bị từ chối',
  mail_refused: 'thư bị từ chối',
  given_up: 'năm ngày không gửi được',
  unknown_fate: 'không rõ đã đến chưa',
  circular_delegation: 'ủy quyền vòng tròn',
};

/** `thoihan problems`: one line each, with what to do. */
export async function problems(io: Io, { unit, json }: MailOptions): Promise<ExitCode> {
  const lines = await new ApiClient(io).get<Problem[]>('/v1/problems', { unit });
  if (json) io.out(JSON.stringify(lines));
  else if (lines.length === 0) io.out('Không có gì cản trở. / Nothing stands in the way.');
  else for (const line of lines) io.out(`${line.vi}\n  ${line.en}`);
  return EXIT.ok;
}

/** `thoihan mail problems`: newest first. */
export async function mailProblems(io: Io, { unit, all, json }: MailOptions): Promise<ExitCode> {
  const tasks = await new ApiClient(io).all<Task>('/v1/mail/problems', { unit, closed: all ?? false }, 1000);
  if (json) io.out(JSON.stringify(tasks));
  else if (tasks.length === 0) io.out('Thư nào cũng đến nơi. / Every mail arrives.');
  else {
    io.out(
      table(
        ['Mã', 'Đơn vị', 'Cán bộ', 'Từ ngày', 'Thư', 'Trả lời', 'Lý do', 'Địa chỉ'],
        tasks.map(task => [
          task.id,
          task.unit ?? '—',
          task.officer ?? '—',
          shown(dayOf(task.openedAt)),
          String(task.mails.length),
          task.status ?? '—',
          `${REASONS[task.reason] ?? task.reason}${task.closedAt === null ? '' : ' (xong)'}`,
          task.address ?? '—',
        ]),
      ),
    );
    io.out(
      'Sửa địa chỉ: thoihan officer address <cán bộ> <địa chỉ>; gửi lại: thoihan mail again <mã>; thôi: thoihan mail drop <mã>.',
    );
  }
  return EXIT.ok;
}

/** `thoihan mail again|drop <id>`. */
export async function resolveMail(
  io: Io,
  id: string,
  action: 'again' | 'drop',
  { commandId, json }: MailOptions,
): Promise<ExitCode> {
  const path = `/v1/mail/problems/${encodeURIComponent(id)}/resolution`;
  const answer = await new ApiClient(io).command<{ mails: number }>(path, {}, { action }, commandId);
  if (json) io.out(JSON.stringify(answer));
  else if (action === 'drop') io.out('Đã thôi không gửi. / Left unsent.');
  else io.out(`Gửi lại ${answer.mails} thư. / ${answer.mails} mails go out again.`);
  return EXIT.ok;
}
