import { ApiClient, matterPath } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { dateOf, pairs, shown } from '../text';

interface CommandAnswer {
  readonly eventId: string | null;
  readonly seq: number;
  readonly stageName: string;
  readonly changed: readonly { key: string; dutyId: string; name: string; status: string; due: string }[];
}

export interface EventOptions {
  readonly on: string;
  readonly at?: string;
  readonly set: readonly string[];
  readonly unit?: string;
  readonly year?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

const STATUS: Readonly<Record<string, string>> = {
  open: 'hạn',
  paused: 'tạm dừng, hạn',
  overdue: 'QUÁ HẠN từ',
  met: 'xong đúng hạn',
  late: 'xong, muộn so với',
  void: 'không còn hạn',
};

/** `thoihan event`: records one event and prints what it opened, moved or closed. */
export async function event(io: Io, ref: string, type: string, options: EventOptions): Promise<ExitCode> {
  const body = {
    event: type,
    occurredOn: dateOf('--on', options.on),
    ...(options.at === undefined ? {} : { at: options.at }),
    ...(options.set.length === 0 ? {} : { attrs: pairs('--set', options.set) }),
  };
  const query = { unit: options.unit, year: options.year };
  const answer = await new ApiClient(io).command<CommandAnswer>(
    `${matterPath(ref)}/events`,
    query,
    body,
    options.commandId,
  );
  if (options.json) {
    io.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  io.out(`Đã ghi sự kiện số ${answer.seq}; giai đoạn: ${answer.stageName}.`);
  for (const change of answer.changed) {
    io.out(`  ${STATUS[change.status] ?? change.status} ${shown(change.due)}  ${change.name} [${change.dutyId}]`);
  }
  io.out(`Xem cách tính: thoihan show ${ref}`);
  return EXIT.ok;
}
