/** An alert policy as a file: written out, and read back with everything wrong with it at once. Pure. */

import { z } from 'zod';
import { type AlertPolicy, type DutyClass, LEVELS, type Threshold } from '../../alerts';
import { toIso, toTime, vietnamDay } from '../../law';
import { pathOf, sayIssue } from '../law/pack-schema';

export const POLICY_FORMAT = 'thoihan-alert-policy/1';

const CLASSES = [
  'at_once',
  'hours',
  'up_to_5_working_days',
  'up_to_30_days',
  'longer',
  'repeating',
  'service_target',
  'plan',
  'window',
] as const satisfies readonly DutyClass[];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const threshold = z.strictObject({
  class: z.enum(CLASSES),
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  offset: z.number().int().min(-400).max(400),
  from: z.enum(['due', 'overdue']),
  level: z.enum(LEVELS),
  channel: z.enum(['digest', 'at_once']),
  urgency: z.enum(['info', 'normal', 'high', 'urgent']),
});

/** The file. `province`: unit code, null for everybody; `validFrom`: ISO day, from 00:00 (+07:00); times of day in +07:00. */
export const policyDocument = z.strictObject({
  format: z.literal(POLICY_FORMAT),
  province: z.string().min(1).max(40).nullable(),
  validFrom: z.iso.date(),
  reason: z.string().trim().min(3).max(500),
  settings: z.strictObject({
    holdDays: z.number().int().min(1).max(20),
    longestPromiseDays: z.number().int().min(1).max(60),
    mailCap: z.number().int().min(1).max(1_000),
    digestCap: z.number().int().min(1).max(1_000),
    officeFrom: time,
    officeTo: time,
  }),
  thresholds: z.array(threshold).min(1).max(500),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** One thing wrong with it, said to whoever wrote it. */
export interface PolicyProblem {
  /** `thresholds[3] longer overdue-10`, `settings.officeTo`. */
  readonly field: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A version as the file it could have come from. */
export function documentOf(policy: AlertPolicy, province: string | null, reason: string): PolicyDocument {
  const { officeFromMinute, officeToMinute, ...settings } = policy.settings;
  return {
    format: POLICY_FORMAT,
    province,
    validFrom: Number.isFinite(policy.validFrom) ? toIso(vietnamDay(policy.validFrom)) : '1990-01-01',
    reason,
    settings: { ...settings, officeFrom: toTime(officeFromMinute), officeTo: toTime(officeToMinute) },
    thresholds: policy.thresholds.map(({ dutyClass, recipient, ...one }) => ({
      ...{ class: dutyClass, code: one.code, offset: one.offset, from: one.from },
      ...{ level: recipient, channel: one.channel, urgency: one.urgency },
    })),
  };
}

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Settings and thresholds as the ladder takes them. */
export function policyOf({ settings, thresholds }: PolicyDocument): Pick<AlertPolicy, 'settings' | 'thresholds'> {
  const { officeFrom, officeTo, ...rest } = settings;
  return {
    settings: { ...rest, officeFromMinute: minuteOf(officeFrom), officeToMinute: minuteOf(officeTo) },
    thresholds: thresholds.map(
      ({ class: dutyClass, level: recipient, ...one }): Threshold => ({ ...one, dutyClass, recipient }),
    ),
  };
}

/**
 * Reads a file against the day on which it is loaded (ISO): it is in force from a later one on.
 * @returns the document, or everything that is wrong
 */
export function readPolicy(
  given: unknown,
  today: string,
): { readonly document: PolicyDocument | null; readonly problems: readonly PolicyProblem[] } {
  const shape = policyDocument.safeParse(given, { reportInput: true });
  if (!shape.success) {
    const problems = shape.error.issues.map(issue => ({
      field: pathOf(issue.path) || '(tệp / file)',
      code: 'shape',
      ...sayIssue(issue),
    }));
    return { document: null, problems };
  }
  const problems = [
    ...timeProblems(shape.data, today),
    ...codeProblems(shape.data),
    ...CLASSES.flatMap(one => classProblems(shape.data, one)),
  ];
  return { document: problems.length === 0 ? shape.data : null, problems };
}

function timeProblems({ validFrom, settings }: PolicyDocument, today: string): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (validFrom <= today) {
    problems.push({
      ...{ field: 'validFrom', code: 'not_ahead' },
      vi: `Hiệu lực từ ${validFrom} phải sau hôm nay (${today}): thay đổi chỉ áp dụng cho việc phía trước.`,
      en: `In force from ${validFrom}, which must be after today (${today}): a change applies to what lies ahead.`,
    });
  }
  if (minuteOf(settings.officeFrom) >= minuteOf(settings.officeTo)) {
    problems.push({
      ...{ field: 'settings.officeTo', code: 'office_hours' },
      vi: `Giờ làm việc kết thúc ${settings.officeTo} phải sau giờ bắt đầu ${settings.officeFrom}.`,
      en: `Office hours end at ${settings.officeTo}, which must be after they begin at ${settings.officeFrom}.`,
    });
  }
  return problems;
}

function codeProblems({ thresholds }: PolicyDocument): PolicyProblem[] {
  const seen = new Set<string>();
  return thresholds.flatMap((one, n) => {
    const name = `${one.class} ${one.code}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        ...{ field: `thresholds[${n}] ${name}`, code: 'duplicate_code' },
        vi: `Mã ${one.code} đã dùng trong nhóm ${one.class}. Hãy đặt mã khác.`,
        en: `Code ${one.code} is taken in class ${one.class}. Give another.`,
      },
    ];
  });
}

/** A class that nobody would hear of, or of which a level above would hear before, or without, the level below. */
function classProblems({ thresholds }: PolicyDocument, dutyClass: DutyClass): PolicyProblem[] {
  const own = thresholds.filter(one => one.class === dutyClass);
  const breach = own.filter(one => one.from === 'overdue');
  if (breach.length === 0) {
    return [
      {
        ...{ field: `thresholds: ${dutyClass}`, code: 'gap' },
        vi: `Nhóm ${dutyClass} không có mốc nào sau khi quá hạn: sẽ không ai biết. Thêm ít nhất một mốc from "overdue".`,
        en: `Class ${dutyClass} has no step after the breach: nobody would hear of it. Add at least one with from "overdue".`,
      },
    ];
  }
  const first = LEVELS.map(level => Math.min(...breach.filter(one => one.level === level).map(one => one.offset)));
  return LEVELS.slice(1).flatMap((level, n) => {
    const [below, at] = [first[n]!, first[n + 1]!];
    if (!Number.isFinite(at) || at >= below) return [];
    const skipped = !Number.isFinite(below);
    return [
      {
        ...{ field: `thresholds: ${dutyClass} ${level}`, code: skipped ? 'level_skipped' : 'level_order' },
        vi: skipped
          ? `Nhóm ${dutyClass}: ${level} được báo mà ${LEVELS[n]} thì không. Thêm mốc cho ${LEVELS[n]}.`
          : `Nhóm ${dutyClass}: ${level} được báo (${at}) trước ${LEVELS[n]} (${below}). Cấp trên chỉ được báo sau cấp dưới.`,
        en: skipped
          ? `Class ${dutyClass}: ${level} is told and ${LEVELS[n]} is not. Add a step for ${LEVELS[n]}.`
          : `Class ${dutyClass}: ${level} is told (${at}) before ${LEVELS[n]} (${below}). A level above hears after the one below.`,
      },
    ];
  });
}
