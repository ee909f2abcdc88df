import { ApiClient, matterPath } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { shown } from '../text';
import type { SignOptions } from './packs';

export interface HoldOptions extends SignOptions {
  readonly reason: string;
  readonly unit?: string;
  readonly year?: string;
}

interface Hold {
  readonly key: string;
  readonly due: string;
  readonly insteadOf: string;
  readonly reason: string;
  readonly author: string;
  readonly releasedBy: string | null;
}

const narrow = ({ unit, year }: { unit?: string; year?: string }) => ({ unit, year });

/** `thoihan law hold <matter> <deadline-key>`: keeps the date before a new law or calendar. */
export async function hold(io: Io, ref: string, key: string, options: HoldOptions): Promise<ExitCode> {
  const api = new ApiClient(io, options.by);
  const body = { deadlineKey: key, reason: options.reason };
  const kept = await api.command<Hold>(`${matterPath(ref)}/holds`, narrow(options), body, options.commandId);
  io.out(
    options.json
      ? JSON.stringify(kept)
      : `Giữ hạn ${shown(kept.due)} thay cho ${shown(kept.insteadOf)}: ${kept.key}. Xem: thoihan show ${ref}`,
  );
  return EXIT.ok;
}

/** `thoihan law release <matter> <deadline-key>`: lets it follow the law again. */
export async function release(
  io: Io,
  ref: string,
  key: string,
  options: Omit<HoldOptions, 'reason'>,
): Promise<ExitCode> {
  const api = new ApiClient(io, options.by);
  const path = `${matterPath(ref)}/holds/release`;
  const answer = await api.command<object>(path, narrow(options), { deadlineKey: key }, options.commandId);
  io.out(options.json ? JSON.stringify(answer) : `Thôi giữ hạn ${key}: tính theo luật và lịch đang áp dụng.`);
  return EXIT.ok;
}

/** `thoihan law holds <matter>`: kept dates, the newest decision first. */
export async function holds(io: Io, ref: string, options: Omit<HoldOptions, 'reason'>): Promise<ExitCode> {
  const { items } = await new ApiClient(io).get<{ items: Hold[] }>(`${matterPath(ref)}/holds`, narrow(options));
  const line = (one: Hold) =>
    `${shown(one.due)} thay cho ${shown(one.insteadOf)}  ${one.key}  ${one.author}: ${one.reason}${one.releasedBy === null ? '' : ` (${one.releasedBy} đã thôi giữ)`}`;
  io.out(options.json ? JSON.stringify(items) : items.map(line).join('\n') || 'Không có hạn nào được giữ.');
  return EXIT.ok;
}
