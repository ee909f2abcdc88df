import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { shown, table } from '../text';

interface Subscription {
  readonly id: string;
  readonly unit: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly waiting: number;
  readonly dead: number;
}

interface Message {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly createdAt: string;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

export interface WebhookOptions {
  readonly unit?: string;
  readonly kind?: readonly string[];
  readonly state?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

const path = (id: string): string => `/v1/webhooks/${encodeURIComponent(id)}`;

/** `thoihan webhook list`. */
export async function listWebhooks(io: Io, { json }: WebhookOptions): Promise<ExitCode> {
  const rows = await new ApiClient(io).get<Subscription[]>('/v1/webhooks');
  if (json) io.out(JSON.stringify(rows));
  else if (rows.length === 0) io.out('Chưa có đăng ký nào. / No subscription.');
  else {
    io.out(
      table(
        ['Mã', 'Đơn vị', 'Chờ', 'Thôi gửi', 'Trạng thái', 'Loại', 'Địa chỉ'],
        rows.map(one => [
          ...[one.id, one.unit, String(one.waiting), String(one.dead)],
          one.endedAt === null ? 'đang nghe' : `đã dứt (${one.endReason})`,
          one.kinds.join(' '),
          one.url,
        ]),
      ),
    );
  }
  return EXIT.ok;
}

/** `thoihan webhook add`: subscribes, and prints the secret the receiver verifies with. */
export async function addWebhook(io: Io, url: string, options: WebhookOptions): Promise<ExitCode> {
  const api = new ApiClient(io);
  const body = { unit: options.unit, url, kinds: options.kind };
  const { id } = await api.command<{ id: string }>('/v1/webhooks', {}, body, options.commandId);
  return printSecret(io, api, id, options);
}

/** `thoihan webhook rotate`. */
export async function rotateWebhook(io: Io, id: string, options: WebhookOptions): Promise<ExitCode> {
  const api = new ApiClient(io);
  await api.command(`${path(id)}/secret`, {}, {}, options.commandId);
  return printSecret(io, api, id, options);
}

async function printSecret(io: Io, api: ApiClient, id: string, { json }: WebhookOptions): Promise<ExitCode> {
  const { secret } = await api.get<{ secret: string }>(`${path(id)}/secret`);
  io.out(json ? JSON.stringify({ id, secret }) : `${id}\nKhoá kiểm chữ ký / secret: ${secret}`);
  return EXIT.ok;
}

/** `thoihan webhook end`. */
export async function endWebhook(io: Io, id: string, { commandId, json }: WebhookOptions): Promise<ExitCode> {
  const answer = await new ApiClient(io).command(`${path(id)}/end`, {}, {}, commandId);
  io.out(json ? JSON.stringify(answer) : 'Đã chấm dứt. / Ended.');
  return EXIT.ok;
}

/** `thoihan webhook messages`. */
export async function webhookMessages(io: Io, id: string, { state, json }: WebhookOptions): Promise<ExitCode> {
  const rows = await new ApiClient(io).all<Message>(`${path(id)}/messages`, { state }, 200);
  if (json) io.out(JSON.stringify(rows));
  else if (rows.length === 0) io.out('Không có thông báo nào. / No message.');
  else {
    io.out(
      table(
        ['Mã', 'Lúc (UTC)', 'Lần', 'Trả lời', 'Trạng thái', 'Loại'],
        rows.map(one => [
          ...[one.id, shown(one.createdAt.slice(0, 16)), String(one.attempts)],
          one.lastStatus === null ? (one.lastError ?? '—') : String(one.lastStatus),
          ...[one.state, one.kind],
        ]),
      ),
    );
  }
  return EXIT.ok;
}

/** `thoihan webhook again`. */
export async function sendWebhookAgain(
  io: Io,
  id: string,
  message: string,
  { commandId, json }: WebhookOptions,
): Promise<ExitCode> {
  const answer = await new ApiClient(io).command(
    `${path(id)}/messages/${encodeURIComponent(message)}/again`,
    {},
    {},
    commandId,
  );
  io.out(json ? JSON.stringify(answer) : 'Sẽ gửi lại trong một phút. / It goes out again within a minute.');
  return EXIT.ok;
}
