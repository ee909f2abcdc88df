import { basename } from 'node:path';
import { packDocument } from '../../activities/law/pack-file';
import { builtInPack } from '../../law';
import type { LawId } from '../../law/model';
import { ApiClient } from '../api-client';
import { readJson } from '../files';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { type Recompute, recomputed } from '../recompute';
import { shown, table } from '../text';
import { lawOf } from './law/options';

export interface SignOptions {
  readonly by?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

export interface WithdrawOptions extends SignOptions {
  readonly reason: string;
}

export interface ExportOptions {
  readonly law: string;
  readonly pack?: string;
  readonly builtIn?: boolean;
}

/** The law a command line names. @throws Failure for anything else */
export const namedLaw = (text: string): LawId => lawOf(text)!;

const path = (law: string, version: string) => `/v1/law/packs/${namedLaw(law)}/${encodeURIComponent(version)}`;

interface Pack {
  readonly law: string;
  readonly version: string;
  readonly state: 'draft' | 'signed' | 'withdrawn';
  readonly origin: 'built_in' | 'agency';
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  readonly author: string;
  readonly countersigner: string | null;
  readonly hash: string;
}

const STATES = { draft: 'nháp', signed: 'đang áp dụng', withdrawn: 'đã rút hoặc bị thay' };

/** `thoihan law packs`: every pack kept, with who stands behind it. */
export async function packs(io: Io, options: SignOptions): Promise<ExitCode> {
  const { items, notices } = await new ApiClient(io).get<{ items: Pack[]; notices: { vi: string }[] }>('/v1/law/packs');
  if (options.json) {
    io.out(JSON.stringify(items));
    return EXIT.ok;
  }
  io.out(
    table(
      ['Luật', 'Bản', 'Trạng thái', 'Hiệu lực', 'Soạn', 'Ký', 'SHA-256'],
      items.map(one => [
        one.law,
        one.version,
        STATES[one.state],
        `${shown(one.inForceFrom)} – ${one.inForceTo === null ? '…' : shown(one.inForceTo)}`,
        one.origin === 'built_in' ? 'chương trình' : one.author,
        one.countersigner ?? '—',
        one.hash.slice(0, 12),
      ]),
    ),
  );
  for (const notice of notices) io.out(notice.vi);
  return EXIT.ok;
}

/** Without the server nobody knows what is in force; what came with the program is there all the same. */
function orBuiltIn(error: unknown): never {
  if (!(error instanceof Failure) || error.exit !== EXIT.unreachable) throw error;
  const { exit, code, vi, en, lines } = error;
  throw new Failure(exit, code, vi, en, [...lines, 'bản đi kèm chương trình / the one of the program: --built-in']);
}

/** `thoihan law export`: one pack as JSON on standard output. */
export async function exportPack(io: Io, { law, pack, builtIn }: ExportOptions): Promise<ExitCode> {
  const document = builtIn
    ? packDocument(builtInPack(namedLaw(law)))
    : await new ApiClient(io).get<object>(path(law, pack ?? 'in-force')).catch(orBuiltIn);
  io.out(JSON.stringify(document, null, 2));
  return EXIT.ok;
}

interface Loaded {
  readonly law: string;
  readonly version: string;
  readonly hash: string;
  readonly state: string;
  readonly replaces: string | null;
  readonly decided: string[];
  readonly changes: { readonly added: string[]; readonly removed: string[]; readonly changed: string[] };
}

/** `thoihan law load <file>`: a draft, or everything that is wrong with the file. */
export async function load(io: Io, file: string, options: SignOptions): Promise<ExitCode> {
  const document = await readJson(file);
  const api = new ApiClient(io, options.by);
  const query = { fileName: basename(file) };
  const loaded = await api.command<Loaded>('/v1/law/packs', query, document, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(loaded));
    return EXIT.ok;
  }
  const { law, version, hash, replaces, changes, decided } = loaded;
  io.out(`Đã nạp bản ${version} của Luật ${law} làm bản nháp; chưa áp dụng. SHA-256 ${hash}`);
  io.out(replaces === null ? 'Nối tiếp bản đang có.' : `Khi ký sẽ thay bản ${replaces}.`);
  const listed = { thêm: changes.added, bỏ: changes.removed, sửa: changes.changed };
  for (const [what, ids] of Object.entries(listed)) {
    if (ids.length > 0) io.out(`  ${what} ${ids.length}: ${ids.join(', ')}`);
  }
  if (decided.length > 0) io.out(`Chú ý: quyết định đã ký vẫn áp dụng cho dòng đã sửa: ${decided.join(', ')}`);
  io.out(`Người thứ hai ký: thoihan law sign ${law} ${version} --by <mã cán bộ>`);
  return EXIT.ok;
}

/** `thoihan law sign <law> <version>`: the second signature. */
export async function sign(io: Io, law: string, version: string, options: SignOptions): Promise<ExitCode> {
  const api = new ApiClient(io, options.by);
  const signed = await api.command<{ author: string; countersigner: string; replaced: string[]; recompute: Recompute }>(
    `${path(law, version)}/sign`,
    {},
    {},
    options.commandId,
  );
  if (options.json) {
    io.out(JSON.stringify(signed));
    return EXIT.ok;
  }
  io.out(`Bản ${version} của Luật ${law} áp dụng từ bây giờ: ${signed.author} soạn, ${signed.countersigner} ký.`);
  if (signed.replaced.length > 0) io.out(`Thay cho: ${signed.replaced.join(', ')}`);
  io.out(recomputed(signed.recompute));
  return EXIT.ok;
}

/** `thoihan law withdraw <law> <version>`: gives up a draft. */
export async function withdraw(io: Io, law: string, version: string, options: WithdrawOptions): Promise<ExitCode> {
  const api = new ApiClient(io, options.by);
  const answer = await api.command<object>(
    `${path(law, version)}/withdraw`,
    {},
    { reason: options.reason },
    options.commandId,
  );
  io.out(options.json ? JSON.stringify(answer) : `Đã bỏ bản nháp ${version} của Luật ${law}.`);
  return EXIT.ok;
}
