import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dutyRow, ruleRow } from '../../../activities/law/pack-schema';
import { compareEditions, type Edition, type RowChange } from '../../../handbook/diff';
import { isDuty, type Row } from '../../../handbook/rows';
import { lengths } from '../../../handbook/said';
import { builtInPack } from '../../../law';
import type { Duty, EventRule } from '../../../law/model';
import { EXIT, type ExitCode, Failure, type Io } from '../../io';
import { table } from '../../text';

/** `thoihan law diff <before> <after>`: two laws, or two packs in files, side by side. */
export function lawDiff(io: Io, before: string, after: string, options: { json?: boolean }): ExitCode {
  const [left, right] = [edition(before), edition(after)];
  const changes = compareEditions(left, right);
  io.out(
    options.json
      ? JSON.stringify({ before: left.name, after: right.name, changes: changes.map(asJson) })
      : described(left, right, changes),
  );
  return EXIT.ok;
}

const packFile = z.object({
  law: z.enum(['2025', '2008']),
  version: z.string(),
  duties: z.array(dutyRow),
  rules: z.array(ruleRow),
});

/** A law the program brings along, by its year, or a pack in a file. */
function edition(named: string): Edition {
  if (named === '2025' || named === '2008') {
    const { version, duties, rules } = builtInPack(named);
    return { law: named, name: `${named} (${version})`, duties, rules };
  }
  const bad = (why: string) =>
    new Failure(
      EXIT.refused,
      'wrong_pack',
      `"${named}" không phải 2025, 2008 hoặc tệp gói luật (JSON): ${why}`,
      `"${named}" is neither 2025 nor 2008 nor a file with a statute pack (JSON): ${why}`,
    );
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(named, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw bad((error as { code?: string }).code ?? (error as Error).message);
  }
  const read = packFile.safeParse(document);
  if (!read.success) {
    const [first] = read.error.issues;
    throw bad(`${first!.path.join('.')}: ${first!.message}`);
  }
  const { law, version, duties, rules } = read.data;
  return {
    ...{ law, name: `${law} (${version})` },
    ...{ duties: duties as readonly Duty[], rules: rules as readonly EventRule[] },
  };
}

const place = (row: Row | undefined) =>
  row && { id: row.id, nameVi: row.nameVi, nameEn: row.nameEn, source: row.source.law, article: row.source.article };

const asJson = ({ change, renamed, before, after, parts }: RowChange) => ({
  ...{ change, renamed, kind: isDuty((after ?? before)!) ? 'duty' : 'event-rule' },
  ...{ before: place(before) ?? null, after: place(after) ?? null, parts },
});

const length = (row: Row | undefined): string =>
  row === undefined
    ? '—'
    : isDuty(row)
      ? lengths(row)
          .map(({ vi }) => vi)
          .join('; ')
      : row.saysVi;
const article = (row: Row | undefined): string => (row ? `${row.source.article} ${row.source.law}` : '—');
const name = ({ renamed, before, after }: RowChange): string =>
  renamed ? `${before!.id} → ${after!.id}` : (after ?? before)!.id;

const PARTS: Readonly<Record<string, string>> = {
  trigger: 'sự kiện bắt đầu',
  dischargedBy: 'sự kiện hoàn thành',
  voidedBy: 'sự kiện làm mất nghĩa vụ',
  pausedBy: 'tạm ngừng',
  role: 'người chịu trách nhiệm',
  atExpiry: 'hệ quả khi hết hạn',
  owedBy: 'bên có nghĩa vụ',
  basis: 'loại căn cứ',
  active: 'áp dụng',
  kinds: 'loại hồ sơ',
  since: 'có hiệu lực từ',
  until: 'có hiệu lực đến',
  sort: 'loại quy tắc',
  carriedBy: 'nơi thể hiện',
};

function described(before: Edition, after: Edition, changes: readonly RowChange[]): string {
  const of = (change: RowChange['change']) => changes.filter(one => one.change === change);
  const block = (title: string, list: readonly RowChange[], lines: (one: RowChange) => string[]) =>
    list.length === 0 ? [] : [`\n${title}: ${list.length}`, ...list.flatMap(one => lines(one))];
  const renamed = changes.filter(one => one.renamed);
  const counts = (['length', 'other', 'same', 'new', 'gone'] as const).map(change => String(of(change).length));
  return [
    `${before.name} → ${after.name}`,
    table(
      ['Đổi thời hạn', 'Đổi điểm khác', 'Như cũ', 'Mới', 'Không còn', 'Đổi tên'],
      [[...counts, `${renamed.length}`]],
    ),
    ...block('Đổi thời hạn / changed lengths', of('length'), one => [
      `  ${name(one)}: ${(one.after ?? one.before)!.nameVi}`,
      `    ${article(one.before)}: ${length(one.before)}`,
      `    ${article(one.after)}: ${length(one.after)}`,
    ]),
    ...block('Đổi điểm khác / changed otherwise', of('other'), one => [
      `  ${name(one)}: ${one.parts.map(({ part }) => PARTS[part] ?? part).join(', ')}`,
    ]),
    ...block(
      'Đổi tên, nội dung như cũ / renamed only',
      of('same').filter(one => one.renamed),
      one => [`  ${name(one)}`],
    ),
    ...block('Mới / new', of('new'), one => [`  ${name(one)}: ${one.after!.nameVi} (${article(one.after)})`]),
    ...block('Không còn / gone', of('gone'), one => [`  ${name(one)}: ${one.before!.nameVi} (${article(one.before)})`]),
  ].join('\n');
}
