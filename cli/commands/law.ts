import { builtInLaw, duties, eventRules } from '../../law';
import type { Duty, EventRule, LawId } from '../../law/model';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { table } from '../text';

export interface LawOptions {
  readonly law?: string;
  readonly json?: boolean;
}

const lawOf = (text: string | undefined): LawId | undefined => {
  if (text === undefined || text === '2025' || text === '2008') return text;
  throw new Failure(
    EXIT.usage,
    'wrong_law',
    `--law: "${text}" không có; dùng 2025 hoặc 2008.`,
    `--law: use 2025 or 2008.`,
  );
};

const UNITS: Readonly<Record<string, string>> = {
  hours: 'giờ',
  days: 'ngày',
  workingDays: 'ngày làm việc',
  months: 'tháng',
  years: 'năm',
  atOnce: 'ngay',
};

function periodText({ period }: Duty): string {
  if (period.unit === 'atOnce') return 'ngay';
  if (period.unit === 'onDay') return 'đúng ngày đã định';
  if (period.unit === 'before') return `trước ít nhất ${period.n} ${UNITS[period.of]}`;
  return `${period.n} ${UNITS[period.unit]}`;
}

const article = (duty: Duty | EventRule): string => `Điều ${duty.source.article} ${duty.source.law}`;

/** `thoihan law list`: every duty and every provision without a length, one line each. */
export function lawList(io: Io, options: LawOptions): ExitCode {
  const law = lawOf(options.law);
  const listed = [
    ...duties(builtInLaw(), law).map(row => ({ kind: 'duty', length: periodText(row), ...listedRow(row) })),
    ...eventRules(builtInLaw(), law).map(row => ({ kind: 'event-rule', length: '—', ...listedRow(row) })),
  ];
  io.out(
    options.json
      ? JSON.stringify(listed.map(({ article: _, length: __, ...row }) => row))
      : table(
          ['Nghĩa vụ', 'Luật', 'Thời hạn', 'Căn cứ', 'Tên'],
          listed.map(row => [
            row.id,
            row.law,
            row.length,
            row.article,
            row.nameVi + (row.active ? '' : ' (chưa áp dụng)'),
          ]),
        ),
  );
  return EXIT.ok;
}

const listedRow = (row: Duty | EventRule) => ({
  ...{ id: row.id, law: row.law, basis: row.basis, active: row.active, confidence: row.confidence, source: row.source },
  ...{ matters: row.kinds, nameVi: row.nameVi, nameEn: row.nameEn, article: article(row) },
});

/** `thoihan law show <id>`: one duty or provision in full, in each version of the law that has it. */
export function lawShow(io: Io, id: string, options: LawOptions): ExitCode {
  const wanted = lawOf(options.law);
  const law = builtInLaw();
  const found = [...duties(law, wanted), ...eventRules(law, wanted)].filter(row => row.id === id);
  if (found.length === 0) {
    throw new Failure(
      EXIT.refused,
      'unknown_duty',
      `Không có nghĩa vụ hoặc quy tắc "${id}". Xem: thoihan law list.`,
      `There is no duty and no provision "${id}". See: thoihan law list.`,
    );
  }
  io.out(options.json ? JSON.stringify(found) : found.map(described).join('\n\n'));
  return EXIT.ok;
}

const described = (row: Duty | EventRule): string => ('trigger' in row ? describedDuty(row) : describedRule(row));

const BASES = {
  law: '',
  service: ' · chỉ tiêu phục vụ, không phải thời hạn luật định',
  plan: ' · kế hoạch của cơ quan',
};

const title = (row: Duty | EventRule): string[] => [
  `${row.nameVi} / ${row.nameEn}`,
  `  ${row.id} · Luật ${row.law} · ${article(row)} · độ tin cậy ${row.confidence}${BASES[row.basis]}${row.active ? '' : ' · chưa áp dụng'}`,
];

const grounds = (row: Duty | EventRule): string[] => [
  ...(row.source.quote ? [`  “${row.source.quote}”`] : []),
  ...(row.derived ? [`  Suy ra: ${row.derived}`] : []),
];

const describedRule = (rule: EventRule): string =>
  [
    ...title(rule),
    `  Quy tắc:   ${rule.saysVi}`,
    `             ${rule.saysEn}`,
    ...(rule.readings ?? []).map((r, i) => `    cách hiểu "${r.id}"${i === 0 ? ' (đang dùng)' : ''}: ${r.vi}`),
    `  Thể hiện ở: ${rule.carriedBy.join(', ') || '—'}`,
    ...grounds(rule),
  ].join('\n');

function describedDuty(duty: Duty): string {
  const started = [duty.trigger, ...(duty.trigger.or ?? [])].map(
    t => t.on?.join(' | ') ?? (t.expiryOf ? `hết hạn ${t.expiryOf}` : '—'),
  );
  return [
    ...title(duty),
    `  Thời hạn:  ${periodText(duty)}`,
    ...(duty.variants ?? []).map(
      v => `    ${v.id}: ${periodText({ ...duty, period: v.period })} khi ${JSON.stringify(v.when)}`,
    ),
    ...(duty.readings ?? []).map(
      r => `    cách hiểu khác "${r.id}": ${periodText({ ...duty, period: r.period })}; ${r.why}`,
    ),
    ...extensionText(duty),
    `  Bắt đầu:   ${started.join('; ')}`,
    `  Hoàn thành: ${duty.dischargedBy.join(', ') || '—'}`,
    `  Trách nhiệm: ${duty.role}`,
    `  Khi hết hạn: ${duty.atExpiry.vi}`,
    ...(duty.succeeds ? [`  Tiếp nối:  ${duty.succeeds.join(', ')} (Luật 2008)`] : []),
    ...grounds(duty),
  ].join('\n');
}

function extensionText(duty: Duty): string[] {
  const { extension } = duty;
  if (!extension) return [];
  const length = periodText({ ...duty, period: extension.period });
  const times = (n: number) => (n === 0 ? 'không tự động kéo dài' : `tối đa ${n} lần, mỗi lần không quá ${length}`);
  return [
    `  Kéo dài:   ${times(extension.times ?? 1)} (Điều ${extension.source.article} ${extension.source.law})`,
    ...(extension.disputed
      ? [`    cách hiểu khác: ${times(extension.disputed.times)}; ${extension.disputed.why}`]
      : []),
  ];
}
