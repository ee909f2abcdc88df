import { readFile } from 'node:fs/promises';
import {
  type CalendarYear,
  calendarYears,
  horizonOf,
  notPublished,
  officialCalendar,
  toDay,
  vietnamDay,
  weekday,
} from '../../law';
import { ApiClient } from '../api-client';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { type Recompute, recomputed } from '../recompute';
import { dateOf, shown, table } from '../text';

interface Edition extends CalendarYear {
  readonly state?: 'draft' | 'signed' | 'built_in';
  readonly inForce?: boolean;
  readonly author?: string;
  readonly countersigner?: string | null;
}

interface Listing {
  readonly items: readonly (Omit<Edition, 'off' | 'workingWeekend'> & Required<Pick<Edition, 'state' | 'inForce'>>)[];
  readonly horizon: { published: number | null; loaded: number | null; daysLeft: number };
  readonly warnings: readonly { vi: string; en: string }[];
}

interface Place {
  readonly line: number;
  readonly text: string;
  readonly says?: string;
}

interface Loaded {
  readonly dryRun: boolean;
  readonly drafts: readonly Pick<Edition, 'year' | 'version' | 'decision' | 'off' | 'workingWeekend'>[];
  readonly understood: readonly Place[];
  readonly leftOver: readonly Place[];
}

interface Signed {
  readonly signed: readonly { year: number; version: number }[];
  readonly changed: boolean;
  readonly days: readonly string[];
  readonly recompute: Recompute;
}

export interface CalendarOptions {
  readonly edition?: string;
  readonly knownOn?: string;
  readonly json?: boolean;
}

const STATES: Readonly<Record<string, string>> = {
  draft: 'chờ ký',
  signed: 'đã ký',
  built_in: 'đi kèm chương trình',
};
const DAY_NAMES = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
const dayName = (iso: string) => `${DAY_NAMES[weekday(toDay(iso))]} ${shown(iso)}`;

/** Without a server, what comes with the program. */
async function orBuiltIn<T>(io: Io, ask: () => Promise<T>, builtIn: () => T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Failure) || error.exit !== EXIT.unreachable) throw error;
    io.err('Máy chủ không trả lời: dưới đây là lịch đi kèm chương trình, không phải lịch cơ quan đã ký.');
    io.err('The server does not answer: this is the calendar of the program, not what the agency has signed.');
    return builtIn();
  }
}

/** `thoihan calendar`: the years, their editions and how far the published ones reach. */
export async function calendarList(io: Io, options: CalendarOptions): Promise<ExitCode> {
  const listing = await orBuiltIn(io, () => new ApiClient(io).get<Listing>('/v1/calendar'), builtInListing);
  if (options.json) {
    io.out(JSON.stringify(listing));
    return EXIT.ok;
  }
  io.out(
    table(
      ['Năm', 'Bản', '', 'Quyết định ngày', 'Văn bản'],
      listing.items.map(one => [
        String(one.year),
        String(one.version),
        [one.inForce ? 'đang áp dụng' : STATES[one.state], ...(one.provisional ? ['tạm tính'] : [])].join(', '),
        shown(one.decidedOn),
        one.decision,
      ]),
    ),
  );
  for (const { vi, en } of listing.warnings) io.out(`Chú ý: ${vi}\n       ${en}`);
  return EXIT.ok;
}

function builtInListing(): Listing {
  const { warning, ...horizon } = horizonOf(officialCalendar(), vietnamDay(Date.now()));
  const items = calendarYears().map(year => ({ ...year, state: 'built_in' as const, inForce: true }));
  return { items, horizon, warnings: warning ? [warning] : [] };
}

/** `thoihan calendar <year>`: its days off and the weekends worked for them. */
export async function calendarOf(io: Io, yearText: string, options: CalendarOptions): Promise<ExitCode> {
  const year = yearOf(yearText);
  const knownOn = options.knownOn === undefined ? undefined : dateOf('--known-on', options.knownOn);
  const query = { edition: options.edition, knownOn };
  const chosen = options.edition !== undefined || knownOn !== undefined;
  const edition = chosen
    ? await new ApiClient(io).get<Edition>(`/v1/calendar/${year}`, query)
    : await orBuiltIn(
        io,
        () => new ApiClient(io).get<Edition>(`/v1/calendar/${year}`),
        () => builtInYear(year),
      );
  if (options.json) {
    io.out(JSON.stringify(documentOf(edition), null, 2));
    return EXIT.ok;
  }
  const said = [
    ...(edition.provisional ? ['tạm tính, chưa công bố chính thức'] : []),
    ...(edition.state === 'draft' ? [`chờ ký, ${edition.author} nạp`] : []),
    ...(edition.state === 'signed' ? [`${edition.author} nạp, ${edition.countersigner} ký`] : []),
    ...(edition.inForce === false && edition.state !== 'draft' ? ['không phải bản đang áp dụng'] : []),
  ];
  io.out(
    `Năm ${edition.year}, bản ${edition.version}${said.length > 0 ? ` (${said.join('; ')})` : ''}: ${edition.decision}`,
  );
  io.out(daysTable(edition));
  if (edition.notes) io.out(edition.notes);
  return EXIT.ok;
}

/** The form in which a year can be loaded again. */
const documentOf = (edition: Edition): CalendarYear => ({
  year: edition.year,
  version: edition.version,
  decision: edition.decision,
  decidedOn: edition.decidedOn,
  confidence: edition.confidence,
  provisional: edition.provisional,
  lunarNewYear: edition.lunarNewYear,
  hungKings: edition.hungKings,
  off: edition.off,
  workingWeekend: edition.workingWeekend,
  ...(edition.notes !== undefined && { notes: edition.notes }),
});

function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new Failure(
    EXIT.usage,
    'wrong_year',
    `"${text}" không phải một năm. Xem: thoihan calendar --help.`,
    `"${text}" is not a year. See: thoihan calendar --help.`,
  );
}

function builtInYear(year: number): Edition {
  const found = calendarYears().find(one => one.year === year);
  if (found) return found;
  const { vi, en } = notPublished(year);
  throw new Failure(
    EXIT.refused,
    'not_published',
    `${vi[0]!.toUpperCase()}${vi.slice(1)}.`,
    `${en[0]!.toUpperCase()}${en.slice(1)}.`,
  );
}

const daysTable = ({ off, workingWeekend }: Pick<Edition, 'off' | 'workingWeekend'>): string =>
  table(
    ['Ngày', '', 'Lý do'],
    [
      ...off.map(d => [d.date, 'nghỉ', d.reason + (d.confidence === 'D' ? ' (suy ra)' : '')] as const),
      ...workingWeekend.map(d => [d.date, 'làm bù', `cho ${dayName(d.insteadOf)}`] as const),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, what, reason]) => [dayName(date), what, reason]),
  );

export interface LoadOptions {
  readonly by: string;
  readonly year?: string;
  readonly decision?: string;
  readonly decidedOn?: string;
  readonly dryRun?: boolean;
  readonly commandId?: string;
  readonly json?: boolean;
}

const SAYS: Readonly<Record<string, string>> = {
  off: 'nghỉ',
  holidays: 'ngày lễ',
  compensation: 'nghỉ bù',
  swap: 'hoán đổi',
  'make-up': 'làm bù',
  'no-swap': 'không hoán đổi',
};

/** `thoihan calendar load`: a calendar year as JSON or a pasted notice becomes a draft. */
export async function calendarLoad(io: Io, file: string, options: LoadOptions): Promise<ExitCode> {
  const body = {
    text: await textOf(io, file),
    ...(options.year === undefined ? {} : { year: yearOf(options.year) }),
    ...(options.decision === undefined ? {} : { decision: options.decision }),
    ...(options.decidedOn === undefined ? {} : { decidedOn: dateOf('--decided-on', options.decidedOn) }),
    ...(options.dryRun ? { dryRun: true } : {}),
  };
  const answer = await new ApiClient(io, options.by).command<Loaded>('/v1/calendar', {}, body, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  for (const { line, text, says } of answer.understood) io.out(`dòng ${line}: ${SAYS[says ?? ''] ?? says}: “${text}”`);
  for (const { line, text } of answer.leftOver) io.out(`dòng ${line}: không dùng đến: “${text}”`);
  for (const draft of answer.drafts) {
    io.out(`\nNăm ${draft.year}, bản ${draft.version}: ${draft.decision}`);
    io.out(daysTable(draft));
  }
  if (answer.dryRun) io.out('\nChưa nạp gì (--dry-run).');
  for (const { year, version } of answer.dryRun ? [] : answer.drafts) {
    io.out(`\nChờ người thứ hai ký: thoihan calendar sign ${year} ${version} --by <mã cán bộ>`);
  }
  return EXIT.ok;
}

async function textOf(io: Io, file: string): Promise<string> {
  if (file === '-') {
    const parts: Buffer[] = [];
    for await (const part of io.stdin) parts.push(Buffer.from(part));
    return Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const why = (error as { code?: string }).code ?? 'open';
    throw new Failure(
      EXIT.refused,
      'unreadable',
      `Không đọc được ${file} (${why}).`,
      `${file} cannot be read (${why}).`,
    );
  }
}

export interface SignOptions {
  readonly by: string;
  readonly commandId?: string;
  readonly json?: boolean;
}

/** `thoihan calendar sign`: the second signature; open dates are computed again. */
export async function calendarSign(io: Io, year: string, version: string, options: SignOptions): Promise<ExitCode> {
  const path = `/v1/calendar/${yearOf(year)}/${encodeURIComponent(version)}/sign`;
  const answer = await new ApiClient(io, options.by).command<Signed>(path, {}, {}, options.commandId);
  if (options.json) {
    io.out(JSON.stringify(answer));
    return EXIT.ok;
  }
  const names = answer.signed.map(one => `năm ${one.year} bản ${one.version}`).join(', ');
  io.out(answer.changed ? `Đã ký: lịch ${names} có hiệu lực.` : `Lịch ${names} đã được ký từ trước.`);
  if (answer.days.length > 0) io.out(`Ngày thay đổi: ${answer.days.map(dayName).join(', ')}`);
  io.out(recomputed(answer.recompute));
  return EXIT.ok;
}

interface Closure {
  readonly id: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly decision: string;
  readonly state: 'draft' | 'signed' | 'withdrawn';
  readonly author: string;
  readonly countersigner: string | null;
  readonly withdrawalReason: string | null;
  readonly recompute?: Recompute | null;
}

const CLOSURE_STATES: Readonly<Record<Closure['state'], string>> = {
  draft: 'chờ ký',
  signed: 'đã ký',
  withdrawn: 'đã rút',
};

/** `thoihan calendar closures`: days on which units are closed. */
export async function calendarClosures(io: Io, options: { unit?: string; json?: boolean }): Promise<ExitCode> {
  const { items } = await new ApiClient(io).get<{ items: Closure[] }>('/v1/closures', { unit: options.unit });
  if (options.json) io.out(JSON.stringify(items));
  else if (items.length === 0) io.out('Chưa ghi lần đóng cửa nào. / No closure is recorded.');
  else {
    io.out(
      table(
        ['Đơn vị', 'Từ', 'Đến', '', 'Lý do', 'Văn bản', 'Mã'],
        items.map(one => [
          one.unit,
          shown(one.from),
          shown(one.to),
          CLOSURE_STATES[one.state] + (one.withdrawalReason === null ? '' : `: ${one.withdrawalReason}`),
          one.reason,
          one.decision,
          one.id,
        ]),
      ),
    );
  }
  return EXIT.ok;
}

export interface CloseOptions extends SignOptions {
  readonly unit: string;
  readonly from: string;
  readonly to?: string;
  readonly reason: string;
  readonly basis: string;
}

/** `thoihan calendar close`: records that a unit is closed, for a second person to sign. */
export async function calendarClose(io: Io, options: CloseOptions): Promise<ExitCode> {
  const from = dateOf('--from', options.from);
  const to = options.to === undefined ? from : dateOf('--to', options.to);
  const body = { unit: options.unit, from, to, reason: options.reason, decision: options.basis };
  const closure = await new ApiClient(io, options.by).command<Closure>('/v1/closures', {}, body, options.commandId);
  return told(
    io,
    closure,
    options,
    `Chờ người thứ hai ký: thoihan calendar sign-closure ${closure.id} --by <mã cán bộ>`,
  );
}

/** `thoihan calendar sign-closure`: the second signature; the unit's open dates are computed again. */
export async function calendarSignClosure(io: Io, id: string, options: SignOptions): Promise<ExitCode> {
  const path = `/v1/closures/${encodeURIComponent(id)}/sign`;
  const closure = await new ApiClient(io, options.by).command<Closure>(path, {}, {}, options.commandId);
  return told(io, closure, options, 'Luật không nói về ngày đơn vị đóng cửa: cách tính ghi là “suy ra”.');
}

/** `thoihan calendar withdraw`: a closure is taken back. */
export async function calendarWithdraw(
  io: Io,
  id: string,
  options: SignOptions & { reason: string },
): Promise<ExitCode> {
  const path = `/v1/closures/${encodeURIComponent(id)}/withdraw`;
  const closure = await new ApiClient(io, options.by).command<Closure>(
    path,
    {},
    { reason: options.reason },
    options.commandId,
  );
  return told(io, closure, options, '');
}

function told(io: Io, closure: Closure, { json }: { json?: boolean }, next: string): ExitCode {
  if (json) {
    io.out(JSON.stringify(closure));
    return EXIT.ok;
  }
  const { unit, from, to, reason, decision, state } = closure;
  io.out(`${unit} đóng cửa từ ${dayName(from)} đến ${dayName(to)} (${reason}; ${decision}): ${CLOSURE_STATES[state]}.`);
  if (closure.recompute) io.out(recomputed(closure.recompute));
  if (next !== '') io.out(next);
  return EXIT.ok;
}
