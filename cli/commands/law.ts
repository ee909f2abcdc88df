import { builtInLaw, calendarYears, duties, eventRules, findDuty, toDay, weekday } from '../../law';
import type { Duty, EventRule, LawId } from '../../law/model';
import { EXIT, type ExitCode, Failure, type Io } from '../io';
import { shown, table } from '../text';

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
  ...{ id: row.id, law: row.law, active: row.active, confidence: row.confidence, source: row.source },
  ...{ matters: row.kinds, nameVi: row.nameVi, nameEn: row.nameEn, article: article(row) },
});

/** `thoihan law show <duty-id>`: one duty in full, in each version of the law that has it. */
export function lawShow(io: Io, dutyId: string, options: LawOptions): ExitCode {
  const wanted = lawOf(options.law);
  const laws: readonly LawId[] = wanted ? [wanted] : ['2025', '2008'];
  const found = laws.flatMap(law => findDuty(builtInLaw(), dutyId, law) ?? []);
  if (found.length === 0) {
    throw new Failure(
      EXIT.refused,
      'unknown_duty',
      `Không có nghĩa vụ "${dutyId}". Xem: thoihan law list.`,
      `There is no duty "${dutyId}". See: thoihan law list.`,
    );
  }
  io.out(options.json ? JSON.stringify(found) : found.map(described).join('\n\n'));
  return EXIT.ok;
}

function described(duty: Duty): string {
  const started = [duty.trigger, ...(duty.trigger.or ?? [])].map(
    t => t.on?.join(' | ') ?? (t.expiryOf ? `hết hạn ${t.expiryOf}` : '—'),
  );
  return [
    `${duty.nameVi} / ${duty.nameEn}`,
    `  ${duty.id} · Luật ${duty.law} · ${article(duty)} · độ tin cậy ${duty.confidence}`,
    `  Thời hạn:  ${periodText(duty)}`,
    ...(duty.variants ?? []).map(
      v => `    ${v.id}: ${periodText({ ...duty, period: v.period })} khi ${JSON.stringify(v.when)}`,
    ),
    ...(duty.readings ?? []).map(
      r => `    cách hiểu khác "${r.id}": ${periodText({ ...duty, period: r.period })}; ${r.why}`,
    ),
    `  Bắt đầu:   ${started.join('; ')}`,
    `  Hoàn thành: ${duty.dischargedBy.join(', ') || '—'}`,
    `  Trách nhiệm: ${duty.role}`,
    `  Khi hết hạn: ${duty.atExpiry.vi}`,
    ...(duty.source.quote ? [`  “${duty.source.quote}”`] : []),
    ...(duty.derived ? [`  Suy ra: ${duty.derived}`] : []),
  ].join('\n');
}

const DAY_NAMES = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** `thoihan calendar <year>`: the official days off and the weekends worked for them. */
export function calendar(io: Io, yearText: string, options: { json?: boolean }): ExitCode {
  const years = calendarYears();
  const year = years.find(y => String(y.year) === yearText);
  if (!year) {
    const known = years.map(y => y.year).join(', ');
    throw new Failure(
      EXIT.refused,
      'unknown_year',
      `Chưa có lịch năm "${yearText}"; có: ${known}.`,
      `There is no calendar for "${yearText}"; there are: ${known}.`,
    );
  }
  if (options.json) {
    io.out(JSON.stringify(year));
    return EXIT.ok;
  }
  const dayName = (iso: string) => `${DAY_NAMES[weekday(toDay(iso))]} ${shown(iso)}`;
  io.out(`Năm ${year.year}${year.provisional ? ' (tạm tính, chưa công bố)' : ''}: ${year.decision}`);
  io.out(
    table(
      ['Ngày', '', 'Lý do'],
      [
        ...year.off.map(d => [d.date, 'nghỉ', d.reason] as const),
        ...year.workingWeekend.map(d => [d.date, 'làm bù', `cho ${dayName(d.insteadOf)}`] as const),
      ]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([date, what, reason]) => [dayName(date), what, reason]),
    ),
  );
  return EXIT.ok;
}
