import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, type Io } from '../io';
import { type Recompute, recomputed } from '../recompute';
import { shown } from '../text';
import { namedLaw, type SignOptions } from './packs';

export interface DecideOptions extends SignOptions {
  readonly basis: string;
  readonly law?: string;
  readonly point?: string;
}

interface Decision {
  readonly id: string;
  readonly subject: string;
  readonly choice: string;
  readonly basis: string;
  readonly author: string;
  readonly countersigner: string | null;
  readonly countersignedAt: string | null;
}

interface Point {
  readonly law: string;
  readonly subject: string;
  readonly point: string;
  readonly nameVi: string;
  readonly article: string;
  readonly confidence: string;
  readonly choices: readonly { readonly id: string; readonly vi: string }[];
  readonly meanwhile: { readonly vi: string };
  readonly state: 'open' | 'pending' | 'decided';
  readonly inUse: string | null;
  readonly decided: Decision | null;
  readonly pending: readonly Decision[];
}

const STATES = { open: 'CHƯA QUYẾT ĐỊNH', pending: 'CHỜ NGƯỜI THỨ HAI KÝ', decided: 'đã quyết định' };

/** `thoihan law readings`: the points the law leaves open, with their state. */
export async function readings(io: Io, options: { open?: boolean; json?: boolean }): Promise<ExitCode> {
  const { items } = await new ApiClient(io).get<{ items: Point[] }>('/v1/law/readings');
  const wanted = options.open ? items.filter(({ state }) => state !== 'decided') : items;
  io.out(options.json ? JSON.stringify(wanted) : wanted.map(described).join('\n\n'));
  return EXIT.ok;
}

const described = (one: Point): string =>
  [
    `${STATES[one.state]}  ${one.subject} [${one.point}] – ${one.nameVi}`,
    `  Luật ${one.law}, ${one.article}; độ tin cậy ${one.confidence}`,
    ...one.choices.map(({ id, vi }) => `  ${id === one.inUse ? '●' : '○'} ${id}: ${vi}`),
    one.decided === null
      ? `  Đang làm: ${one.meanwhile.vi}`
      : `  Theo ${one.decided.basis}: ${one.decided.author} chọn, ${one.decided.countersigner} ký ${shown((one.decided.countersignedAt ?? '').slice(0, 10))}`,
    ...one.pending.map(
      ({ id, choice, basis, author }) => `  Chờ ký: ${choice} theo ${basis} (${author}); thoihan law countersign ${id}`,
    ),
  ].join('\n');

/** `thoihan law decide <duty> <reading>`: the first signature. */
export async function decide(io: Io, subject: string, choice: string, options: DecideOptions): Promise<ExitCode> {
  const { basis, point, law } = options;
  const body = {
    ...{ subject, choice, basis },
    ...(point === undefined ? {} : { point }),
    ...(law === undefined ? {} : { law: namedLaw(law) }),
  };
  const api = new ApiClient(io, options.by);
  const decision = await api.command<Decision>('/v1/law/readings', {}, body, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(decision));
    return EXIT.ok;
  }
  io.out(`Đã ghi: “${decision.subject}” theo cách hiểu “${decision.choice}” (${decision.basis}). Chưa áp dụng.`);
  io.out(`Người thứ hai ký: thoihan law countersign ${decision.id} --by <mã cán bộ>`);
  return EXIT.ok;
}

/** `thoihan law countersign <decision>`: the second signature. */
export async function countersign(io: Io, id: string, options: SignOptions): Promise<ExitCode> {
  const api = new ApiClient(io, options.by);
  const path = `/v1/law/readings/${encodeURIComponent(id)}/countersign`;
  const signed = await api.command<Decision & { recompute: Recompute }>(path, {}, {}, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(signed));
    return EXIT.ok;
  }
  io.out(`Áp dụng từ bây giờ: “${signed.subject}” theo cách hiểu “${signed.choice}” (${signed.basis}).`);
  io.out(recomputed(signed.recompute));
  return EXIT.ok;
}
