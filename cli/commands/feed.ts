import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';

export interface FeedOptions {
  readonly commandId?: string;
  readonly json?: boolean;
}

const path = (officer: string): string => `/v1/officers/${encodeURIComponent(officer)}/feed`;

/** `thoihan feed new`: prints the secret address, which is told only this once. */
export async function newFeed(io: Io, officer: string, { commandId, json }: FeedOptions): Promise<ExitCode> {
  const feed = await new ApiClient(io).command<{ id: string; url: string }>(path(officer), {}, {}, commandId);
  if (json) io.out(JSON.stringify(feed));
  else {
    io.out(feed.url);
    io.out(
      'Địa chỉ này là bí mật và chỉ hiện một lần; địa chỉ cũ hết hiệu lực. / Secret, shown once; the old one ends.',
    );
  }
  return EXIT.ok;
}

/** `thoihan feed revoke`. */
export async function revokeFeed(io: Io, officer: string, { commandId, json }: FeedOptions): Promise<ExitCode> {
  const answer = await new ApiClient(io).command(`${path(officer)}/revocation`, {}, {}, commandId);
  io.out(json ? JSON.stringify(answer) : 'Đã thu hồi. / Revoked.');
  return EXIT.ok;
}
