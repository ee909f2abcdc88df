import { documentOf, type PolicyDocument, policyDocument, readPolicy } from '../../activities/policy/document';
import type { KeptPolicy, LoadedPolicy } from '../../activities/policy/load';
import { DEFAULT_POLICY } from '../../alerts';
import { toIso, vietnamDay } from '../../law';
import { ApiClient } from '../api-client';
import { readJson } from '../files';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { type Recompute, recomputed } from '../recompute';
import { shown, table } from '../text';

export interface PolicyOptions {
  readonly province?: string;
  readonly builtIn?: boolean;
  /** Number of a kept version. */
  readonly kept?: string;
  readonly by?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

/** `thoihan policy list`: every version, with who stands behind it. */
export async function listPolicies(io: Io, { json }: PolicyOptions): Promise<ExitCode> {
  const { items } = await new ApiClient(io).get<{ items: KeptPolicy[] }>('/v1/policies');
  if (json) io.out(JSON.stringify(items));
  else if (items.length === 0) io.out('Đang theo chính sách của chương trình. Xem: thoihan policy export.');
  else
    io.out(
      table(
        ['Tỉnh', 'Bản', 'Hiệu lực từ', 'Người lập', 'Lý do'],
        items.map(one => [one.province ?? 'chung', String(one.version), shown(one.validFrom), one.author, one.reason]),
      ),
    );
  return EXIT.ok;
}

/** The program's own, a kept one by its number, or the one in force. */
function versionOf(io: Io, { province, builtIn, kept }: PolicyOptions): Promise<PolicyDocument> {
  if (builtIn) return Promise.resolve(documentOf(DEFAULT_POLICY, province ?? null, 'theo bản của chương trình'));
  const which = kept === undefined ? 'in-force' : `versions/${encodeURIComponent(kept)}`;
  return new ApiClient(io).get<PolicyDocument>(`/v1/policies/${encodeURIComponent(province ?? 'general')}/${which}`);
}

/** `thoihan policy export`: the version in force, or a kept one, as JSON on standard output. */
export async function exportPolicy(io: Io, options: PolicyOptions): Promise<ExitCode> {
  io.out(JSON.stringify(await versionOf(io, options), null, 2));
  return EXIT.ok;
}

/** `thoihan policy check`: everything wrong with a file, each with where it stands. Exit code 1 when there is anything. */
export async function checkPolicy(io: Io, file: string, { json }: PolicyOptions): Promise<ExitCode> {
  const { problems } = readPolicy(await readJson(file), toIso(vietnamDay(Date.now())));
  if (json) io.out(JSON.stringify(problems));
  else if (problems.length === 0) io.out(`${file}: không có gì sai. / nothing is wrong.`);
  else for (const { field, vi, en } of problems) io.out(`${field}: ${vi}\n  ${en}`);
  return problems.length === 0 ? EXIT.ok : EXIT.refused;
}

/** `thoihan policy load`: a new version from a file. */
export async function loadPolicy(io: Io, file: string, options: PolicyOptions): Promise<ExitCode> {
  const body = (await readJson(file)) as object;
  const api = new ApiClient(io, options.by);
  const kept = await api.command<LoadedPolicy & { recompute: Recompute }>('/v1/policies', {}, body, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(kept));
    return EXIT.ok;
  }
  io.out(`Đã ghi bản ${kept.version} (${kept.province ?? 'chung'}), hiệu lực từ ${shown(kept.validFrom)}.`);
  if (kept.replaces.length > 0) {
    const gone = kept.replaces.join(', ');
    io.out(`Thay bản ${gone}, chưa áp dụng. / Takes the place of version ${gone}, which was still to come.`);
  }
  io.out('Việc đã bắt đầu nhắc giữ chính sách cũ. / Chains that have begun keep theirs.');
  io.out(recomputed(kept.recompute));
  return EXIT.ok;
}

const nameOf = (one: PolicyDocument['thresholds'][number]): string => `${one.class} ${one.code}`;
const said = ({ class: _, code: __, ...rest }: PolicyDocument['thresholds'][number]): string =>
  `${rest.offset} từ ${rest.from}, ${rest.level}, ${rest.channel}, ${rest.urgency}`;

/** `thoihan policy diff`: a file against the version in force where it would apply, or a kept one of the same place. */
export async function diffPolicy(io: Io, file: string, { builtIn, kept, json }: PolicyOptions): Promise<ExitCode> {
  const { data: after } = policyDocument.safeParse(await readJson(file));
  if (after === undefined) {
    throw new Failure(
      EXIT.refused,
      'bad_policy',
      `${file} không đúng mẫu chính sách nhắc việc. Xem chỗ sai: thoihan policy check ${file}`,
      `${file} is not shaped as an alert policy. What is wrong: thoihan policy check ${file}`,
    );
  }
  const { province } = after;
  const before = await versionOf(io, {
    ...(province === null ? {} : { province }),
    ...(builtIn ? { builtIn } : {}),
    ...(kept === undefined ? {} : { kept }),
  });
  const was = new Map(before.thresholds.map(one => [nameOf(one), said(one)]));
  const is = new Map(after.thresholds.map(one => [nameOf(one), said(one)]));
  const changes = [
    ...[...is].flatMap(([name, to]) => {
      const from = was.get(name);
      return from === to ? [] : [{ name, from: from ?? null, to: to as string | null }];
    }),
    ...[...was].filter(([name]) => !is.has(name)).map(([name, from]) => ({ name, from, to: null })),
    ...Object.entries(after.settings).flatMap(([name, to]) => {
      const from = before.settings[name as keyof PolicyDocument['settings']];
      return from === to ? [] : [{ name, from: String(from), to: String(to) }];
    }),
  ];
  if (json) io.out(JSON.stringify(changes));
  else if (changes.length === 0) io.out('Không khác. / No difference.');
  else
    for (const { name, from, to } of changes)
      io.out(`${name}: ${from ?? '(không có / none)'} → ${to ?? '(bỏ / gone)'}`);
  return EXIT.ok;
}
