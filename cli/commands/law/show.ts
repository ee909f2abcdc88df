import { idsLike, isDuty, type Row, rowsOf } from '../../../handbook/rows';
import { BASES, CONFIDENCE, events, lengths, pauses, ROLES, starts, type Words } from '../../../handbook/said';
import { vectors } from '../../../handbook/vectors';
import { articleOf, builtInLaw } from '../../../law';
import type { Duty, EventRule } from '../../../law/model';
import { EXIT, type ExitCode, Failure, type Io } from '../../io';
import { shown } from '../../text';
import { type LawOptions, lawOf } from './options';

/** `thoihan law show <id>`: one limit or provision in full, in each version of the law that has it. */
export function lawShow(io: Io, id: string, options: LawOptions): ExitCode {
  const rows = rowsOf(builtInLaw(), lawOf(options.law));
  const found = rows.filter(row => row.id === id);
  if (found.length === 0) {
    const near = idsLike(id, rows).join(', ');
    throw new Failure(
      EXIT.refused,
      'unknown_duty',
      `Không có nghĩa vụ hoặc quy tắc "${id}". Có phải: ${near}? Xem: thoihan law list.`,
      `There is no duty and no provision "${id}". Did you mean: ${near}? See: thoihan law list.`,
    );
  }
  io.out(options.json ? JSON.stringify(found) : found.map(described).join('\n\n'));
  return EXIT.ok;
}

const described = (row: Row): string =>
  [...title(row), ...(isDuty(row) ? aboutDuty(row) : aboutRule(row)), ...grounds(row)].join('\n');

const title = (row: Row): string[] => [
  `${row.nameVi} / ${row.nameEn}`,
  `  ${row.id} · Luật ${row.law} · ${articleOf(row.source)} · độ tin cậy ${row.confidence} (${CONFIDENCE[row.confidence].vi})` +
    `${row.basis === 'law' ? '' : ` · ${BASES[row.basis].vi}`}${row.active ? '' : ' · chưa áp dụng'}`,
];

/** A heading, and what stands under it: on its line when it is one thing, on lines of their own when it is many. */
function under(heading: string, list: readonly Words[]): string[] {
  const lines = list.map(({ vi }) => vi);
  if (lines.length < 2) return [`  ${heading.padEnd(13)} ${lines[0] ?? '—'}`];
  return [`  ${heading}`, ...lines.map(line => `    - ${line}`)];
}

function aboutDuty(duty: Duty): string[] {
  return [
    ...under('Thời hạn:', lengths(duty)),
    ...under('Bắt đầu:', starts(duty)),
    ...under('Hoàn thành:', events(duty, duty.dischargedBy)),
    ...(duty.voidedBy ? under('Không còn:', events(duty, duty.voidedBy)) : []),
    ...under('Tạm ngừng:', pauses(duty)),
    `  Trách nhiệm:  ${ROLES[duty.role].vi}${duty.owedBy ? ' (ngoài cơ quan nhà nước: ngày hoán đổi tính hai cách cho đến khi có quyết định)' : ''}`,
    `  Khi hết hạn:  ${duty.atExpiry.vi}`,
    ...(duty.succeeds ? [`  Tiếp nối:     ${duty.succeeds.join(', ')} (Luật 2008)`] : []),
    ...example(duty),
  ];
}

const aboutRule = (rule: EventRule): string[] => [
  `  Quy tắc:      ${rule.saysVi}`,
  `                ${rule.saysEn}`,
  ...(rule.readings ?? []).map((r, i) => `    cách hiểu "${r.id}"${i === 0 ? ' (đang dùng)' : ''}: ${r.vi}`),
  `  Thể hiện ở:   ${rule.carriedBy.join(', ') || '—'}`,
];

/** The first vector of the row: a date counted by hand. */
function example(duty: Duty): string[] {
  const vector = vectors().find(({ law, dutyId }) => law === duty.law && dutyId === duty.id);
  if (!vector) return [];
  const latest = vector.dueLatest === undefined ? '' : ` (muộn nhất ${shown(vector.dueLatest)})`;
  const at = vector.at === undefined ? '' : ` lúc ${vector.at}`;
  return [
    `  Ví dụ:        từ ${shown(vector.on)}${at}: hạn ${shown(vector.due)}${latest}`,
    `                ${vector.reason.vi}`,
  ];
}

const grounds = (row: Row): string[] => [
  ...(row.source.quote ? [`  “${row.source.quote}”`] : []),
  ...(row.derived ? [`  Suy ra: ${row.derived}`] : []),
];
