import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { progressOn } from '../progress';
import { grouped, shown, table } from '../text';

interface Counts {
  readonly changes: number;
  readonly earlier: number;
  readonly later: number;
  readonly new: number;
  readonly gone: number;
  readonly overdueAtOnce: number;
  readonly pending: number;
  readonly rejected: number;
}

interface RehearsalView {
  readonly id: string;
  readonly subject: { readonly kind: string; readonly [field: string]: unknown };
  readonly author: string;
  readonly createdAt: string;
  readonly state: string;
  readonly mattersTotal: number;
  readonly mattersDone: number;
  readonly report?: {
    readonly total: Counts;
    readonly units: readonly (Counts & { unit: string; name: string })[];
    readonly officers: readonly (Counts & { officer: string | null; unit: string })[];
    readonly duties: readonly (Counts & { dutyId: string; law: string })[];
  };
}

interface ChangeView {
  readonly number: string;
  readonly matterId: string;
  readonly key: string;
  readonly dutyId: string;
  readonly unit: string;
  readonly officer: string | null;
  readonly kind: string;
  readonly overdueAtOnce: boolean;
  readonly dueBefore: string | null;
  readonly due: string | null;
  readonly verdict: string;
}

export interface By {
  readonly by?: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

export interface WhichOptions {
  readonly unit?: string;
  readonly officer?: string;
  readonly kind?: string;
  readonly duty?: string;
  readonly matter?: string;
  readonly key?: string;
  readonly verdict?: string;
  readonly overdueAtOnce?: boolean;
}

const POLL_MS = 400;
const KIND_VI: Readonly<Record<string, string>> = {
  earlier: 'sớm hơn',
  later: 'muộn hơn',
  new: 'mở mới',
  gone: 'không còn',
};
const STATE_VI: Readonly<Record<string, string>> = {
  computing: 'đang tính',
  ready: 'chờ quyết định',
  applied: 'đã áp dụng',
  abandoned: 'đã bỏ',
};

/** The server, spoken to as the officer who signs. */
const as = (io: Io, { by }: By): ApiClient =>
  new ApiClient(by === undefined ? io : { ...io, env: { ...io.env, THOIHAN_OFFICER: by } });

function subjectOf(what: string, first: string, second: string | undefined) {
  if (what === 'pack' && second !== undefined) return { kind: 'pack', law: first, version: second };
  if (what === 'calendar' && second !== undefined)
    return { kind: 'calendar', year: Number(first), version: Number(second) };
  if (what === 'decision' && second === undefined) return { kind: 'decision', decisionId: first };
  throw new Failure(
    EXIT.usage,
    'usage',
    'Dùng: rehearse pack <luật> <bản> | rehearse calendar <năm> <bản> | rehearse decision <id>.',
    'Use: rehearse pack <law> <version> | rehearse calendar <year> <version> | rehearse decision <id>.',
  );
}

/** `thoihan law rehearse`: tries a draft on every open matter, waits with a progress bar, prints what would change. */
export async function rehearse(
  io: Io,
  [what, first, second]: readonly [string, string, string | undefined],
  options: By,
): Promise<ExitCode> {
  const api = as(io, options);
  const progress = await progressOn(options.json ? { ...io, tty: false, err: () => {} } : io);
  let now: RehearsalView;
  try {
    const body = { subject: subjectOf(what, first, second) };
    now = await api.command<RehearsalView>('/v1/law/rehearsals', {}, body, options.commandId ?? randomUUID());
    while (now.state === 'computing') {
      progress.part('Chạy thử trên việc đang mở', now.mattersTotal);
      progress.at(now.mattersDone);
      await sleep(POLL_MS);
      now = await api.get<RehearsalView>(`/v1/law/rehearsals/${now.id}`);
    }
  } finally {
    progress.end();
  }
  return rehearsal(io, now.id, {}, options);
}

/** `thoihan law rehearsal <id>`: counts by kind, unit, officer and duty; with `--changes` each deadline. */
export async function rehearsal(
  io: Io,
  id: string,
  which: WhichOptions & { readonly changes?: boolean; readonly limit?: string },
  options: By,
): Promise<ExitCode> {
  const api = as(io, options);
  const found = await api.get<RehearsalView>(`/v1/law/rehearsals/${encodeURIComponent(id)}`);
  const changes = which.changes
    ? await api.all<ChangeView>(`/v1/law/rehearsals/${found.id}/changes`, queryOf(which), Number(which.limit ?? 200))
    : undefined;
  if (options.json) io.out(JSON.stringify(changes === undefined ? found : { ...found, changes }));
  else if (changes === undefined) io.out(described(found));
  else io.out(changesTable(changes));
  return EXIT.ok;
}

const queryOf = ({ unit, officer, kind, duty, matter, key, verdict, overdueAtOnce }: WhichOptions) => ({
  ...{ unit, officer, kind, dutyId: duty, matterId: matter, key, verdict, overdueAtOnce },
});

const COLUMNS = ['Thay đổi', 'Sớm hơn', 'Muộn hơn', 'Mở mới', 'Không còn', 'Quá hạn ngay', 'Chưa quyết', 'Từ chối'];
const cells = (c: Counts): string[] =>
  [c.changes, c.earlier, c.later, c.new, c.gone, c.overdueAtOnce, c.pending, c.rejected].map(grouped);

function described({ id, state, mattersDone, report }: RehearsalView): string {
  if (!report) return '';
  const { total, units, officers, duties } = report;
  return [
    `Chạy thử ${id}: ${STATE_VI[state] ?? state}; đã tính ${grouped(mattersDone)} việc đang mở.`,
    table(['', ...COLUMNS], [['Tất cả', ...cells(total)]]),
    ...(total.changes === 0
      ? []
      : [
          table(
            ['Đơn vị', ...COLUMNS],
            units.map(u => [`${u.unit} ${u.name}`, ...cells(u)]),
          ),
          table(
            ['Cán bộ', ...COLUMNS],
            officers.slice(0, 30).map(o => [o.officer ?? '—', ...cells(o)]),
          ),
          table(
            ['Nghĩa vụ', ...COLUMNS],
            duties.map(d => [`${d.dutyId} (${d.law})`, ...cells(d)]),
          ),
        ]),
    state === 'ready'
      ? `Xem từng hạn: thoihan law rehearsal ${id} --changes. Quyết định: thoihan law approve|reject ${id}. Áp dụng: thoihan law apply ${id} --by <người thứ hai>.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const changesTable = (changes: readonly ChangeView[]): string =>
  table(
    ['Việc', 'Nghĩa vụ', 'Đơn vị', 'Cán bộ', 'Loại', 'Hạn cũ', 'Hạn mới', 'Quyết định', 'Thời hạn'],
    changes.map(c => [
      c.number,
      c.dutyId,
      c.unit,
      c.officer ?? '—',
      (KIND_VI[c.kind] ?? c.kind) + (c.overdueAtOnce ? ', quá hạn ngay' : ''),
      c.dueBefore === null ? '—' : shown(c.dueBefore),
      c.due === null ? '—' : shown(c.due),
      c.verdict,
      `${c.matterId} ${c.key}`,
    ]),
  );

/** `thoihan law approve|reject <id>`: says it of the changes that match. */
export async function decideChanges(
  io: Io,
  id: string,
  verdict: 'approved' | 'rejected',
  which: WhichOptions & { readonly reason?: string },
  options: By,
): Promise<ExitCode> {
  const body = { verdict, which: queryOf(which), reason: which.reason };
  const { changes } = await as(io, options).command<{ changes: number }>(
    `/v1/law/rehearsals/${encodeURIComponent(id)}/verdicts`,
    {},
    body,
    options.commandId,
  );
  io.out(
    options.json
      ? JSON.stringify({ changes })
      : `${verdict === 'approved' ? 'Chấp nhận' : 'Từ chối, giữ hạn cũ'}: ${grouped(changes)} thay đổi.`,
  );
  return EXIT.ok;
}

/** `thoihan law apply <id>`: the second signature; open matters are computed again. */
export async function applyRehearsal(io: Io, id: string, options: By): Promise<ExitCode> {
  const answer = await as(io, options).command<{
    kept: number;
    recompute: { workflowId: string; started: boolean };
  }>(`/v1/law/rehearsals/${encodeURIComponent(id)}/application`, {}, {}, options.commandId);
  io.out(
    options.json
      ? JSON.stringify(answer)
      : `Đã áp dụng. ${grouped(answer.kept)} thời hạn giữ hạn cũ; đang tính lại các việc đang mở (${answer.recompute.workflowId}).`,
  );
  return EXIT.ok;
}

/** `thoihan law rehearsals`: the latest ones. */
export async function rehearsals(io: Io, options: By): Promise<ExitCode> {
  const { items } = await as(io, options).get<{ items: readonly RehearsalView[] }>('/v1/law/rehearsals');
  io.out(
    options.json
      ? JSON.stringify(items)
      : table(
          ['Chạy thử', 'Bản nháp', 'Người chạy', 'Tình trạng', 'Việc đã tính'],
          items.map(r => [
            r.id,
            Object.values(r.subject).join(' '),
            r.author,
            STATE_VI[r.state] ?? r.state,
            `${grouped(r.mattersDone)}/${grouped(r.mattersTotal)}`,
          ]),
        ),
  );
  return EXIT.ok;
}
