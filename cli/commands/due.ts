import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { articleOf, builtInLaw, DueInputError, dueOf, findDuty, toIso, UnknownDutyError, vietnamDay } from '../../law';
import type { Facts, LawId } from '../../law/model';
import { slipOfDue } from '../../law/slip/document';
import { slipText } from '../../law/slip/text';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { dateOf, factOf, pairs, shown, shownWithWeekday } from '../text';

export interface DueOptions {
  readonly on?: string;
  readonly at?: string;
  readonly law?: string;
  readonly with: readonly string[];
  readonly batch?: string;
  readonly slip?: boolean;
  readonly json?: boolean;
}

interface DueRequest {
  readonly dutyId: string;
  readonly on: string;
  readonly at?: string;
  readonly law?: string;
  readonly facts?: Facts;
}

type DueResult = ReturnType<typeof dueOf>;

/** `thoihan due`: pure, on this machine, no server. */
export async function due(io: Io, dutyId: string | undefined, options: DueOptions): Promise<ExitCode> {
  if (options.batch !== undefined) return batch(io, options.batch);
  if (dutyId === undefined || options.on === undefined) {
    throw new Failure(
      EXIT.usage,
      'usage',
      'Cần <duty-id> và --on <ngày>, hoặc --batch <tệp>. Danh sách nghĩa vụ: thoihan law list.',
      '<duty-id> and --on <date> are needed, or --batch <file>. Duties: thoihan law list.',
    );
  }
  const facts = Object.fromEntries(Object.entries(pairs('--with', options.with)).map(([k, v]) => [k, factOf(v)]));
  const result = compute({
    dutyId,
    on: dateOf('--on', options.on),
    ...(options.at === undefined ? {} : { at: options.at }),
    ...(options.law === undefined ? {} : { law: options.law }),
    facts,
  });
  if (options.slip) {
    const on = options.at === undefined ? dateOf('--on', options.on) : `${dateOf('--on', options.on)}T${options.at}`;
    const slip = slipOfDue(builtInLaw(), result, on, toIso(vietnamDay(Date.now())));
    io.out(options.json ? JSON.stringify(slip, null, 2) : slipText(slip));
  } else io.out(options.json ? JSON.stringify(result) : described(result));
  return EXIT.ok;
}

/** Refusals of the engine as failures of the command. */
function compute({ dutyId, on, at, law, facts }: DueRequest): DueResult {
  if (law !== undefined && law !== '2025' && law !== '2008') {
    throw new Failure(
      EXIT.refused,
      'wrong_law',
      `law: "${law}" không có; dùng 2025 hoặc 2008.`,
      `law: there is no "${law}"; use 2025 or 2008.`,
    );
  }
  try {
    return dueOf(builtInLaw(), {
      dutyId,
      on,
      ...(at === undefined ? {} : { at }),
      ...(law === undefined ? {} : { law: law as LawId }),
      ...(facts === undefined ? {} : { facts }),
    });
  } catch (error) {
    if (error instanceof UnknownDutyError) {
      const [vi = '', en = ''] = error.message.split(' / ');
      throw new Failure(EXIT.refused, 'unknown_duty', vi, en);
    }
    if (error instanceof DueInputError) throw new Failure(EXIT.refused, 'wrong_input', error.vi, error.en);
    throw error;
  }
}

function described(result: DueResult): string {
  const duty = findDuty(builtInLaw(), result.dutyId, result.law);
  const latest =
    result.dueLatest === result.due ? '' : `, theo cách hiểu rộng nhất ${shownWithWeekday(result.dueLatest)}`;
  const steps = result.slip.map(step => {
    const basis = step.basis === undefined ? '' : ` [${step.basis}]`;
    return `  ${(step.date === undefined ? '' : shown(step.date)).padEnd(17)} ${step.vi}${basis}`;
  });
  return [
    `Hạn: ${shownWithWeekday(result.due)}${latest}${result.provisional ? ' (tạm tính: lịch năm ấy chưa công bố)' : ''}`,
    `${duty?.nameVi ?? result.dutyId} (${result.dutyId}), ${duty === undefined ? '' : articleOf(duty.source)}`,
    'Cách tính:',
    ...steps,
  ].join('\n');
}

/** JSON lines in, JSON lines out; a bad line answers `{error}` in its place and the exit code tells that there was one. */
async function batch(io: Io, file: string): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  let n = 0;
  for await (const line of lines(io, file)) {
    n += 1;
    if (line.trim() === '') continue;
    const answer = one(line, n);
    if ('error' in answer) exit = EXIT.refused;
    io.out(JSON.stringify(answer));
  }
  return exit;
}

/** Lines of a file or of standard input (`-`), without a byte order mark. */
async function* lines(io: Io, file: string): AsyncIterable<string> {
  const input = file === '-' ? Readable.from(io.stdin) : await opened(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield line.replace(/^\uFEFF/, '');
}

async function opened(file: string): Promise<Readable> {
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    throw unreadable(file, (error as { code?: string }).code ?? 'open');
  }
  throw unreadable(file, 'EISDIR');
}

const unreadable = (file: string, why: string): Failure =>
  new Failure(EXIT.refused, 'unreadable', `Không đọc được ${file} (${why}).`, `${file} cannot be read (${why}).`);

function one(line: string, n: number): DueResult | { error: object; line: number; dutyId?: unknown } {
  let request: Partial<DueRequest> | undefined;
  try {
    request = parsed(line);
    const { dutyId, on } = request;
    if (typeof dutyId !== 'string' || typeof on !== 'string') {
      throw new Failure(EXIT.refused, 'wrong_line', 'Thiếu dutyId hoặc on.', 'dutyId or on is missing.');
    }
    return compute({ ...request, dutyId, on: dateOf('on', on) });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, vi, en } = error;
    return { error: { code, vi, en }, line: n, ...(request?.dutyId === undefined ? {} : { dutyId: request.dutyId }) };
  }
}

function parsed(line: string): Partial<DueRequest> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined; // told below, with the other things that are not an object
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new Failure(
    EXIT.refused,
    'wrong_line',
    'Dòng này không phải một đối tượng JSON {"dutyId","on","at"?,"law"?,"facts"?}.',
    'This line is not a JSON object {"dutyId","on","at"?,"law"?,"facts"?}.',
  );
}
