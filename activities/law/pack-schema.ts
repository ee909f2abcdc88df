/** The shape of a statute pack as a file, row by row, and its mistakes in words. The types of law/model.ts, nothing more. */

import { z } from 'zod';
import type { Duty, EventRule } from '../../law/model';

export const PACK_FORMAT = 'thoihan-statute-pack/1';

const text = z.string().trim().min(1);
const iso = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const yes = z.literal(true);
const ids = z.array(text);

const lawId = z.enum(['2025', '2008']);
const kinds = z
  .array(
    z.enum([
      'enforcement_case',
      'complaint',
      'administrative_complaint',
      'denunciation',
      'petition',
      'procuracy_protest',
      'procuracy_recommendation',
      'procuracy_request',
      'reception',
      'administrative_judgment',
      'plan',
    ]),
  )
  .min(1);
const basis = z.enum(['law', 'service', 'plan']);
const confidence = z.enum(['Q', 'Q*', 'V2', 'V1', 'OCR', 'P', 'I', 'D', 'M']);

const source = z.strictObject({
  law: z.string(),
  article: z.string(),
  quote: text.exactOptional(),
  quotedFrom: text.exactOptional(),
  also: ids.exactOptional(),
  unquoted: yes.exactOptional(),
});

const n = z.number().int();
const period = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('hours'), n }),
  z.strictObject({ unit: z.literal('days'), n }),
  z.strictObject({ unit: z.literal('workingDays'), n }),
  z.strictObject({ unit: z.literal('months'), n }),
  z.strictObject({ unit: z.literal('years'), n }),
  z.strictObject({ unit: z.literal('atOnce') }),
  z.strictObject({ unit: z.literal('onDay') }),
  z.strictObject({ unit: z.literal('before'), of: z.enum(['hours', 'days', 'workingDays']), n }),
]);

const fact = z.union([z.string(), z.number(), z.boolean()]);
const condition = z.record(text, z.union([fact, z.array(fact).min(1)]));

const trigger = z.strictObject({
  on: ids.exactOptional(),
  and: z.array(z.union([text, ids.min(1)])).exactOptional(),
  unlessAfter: ids.exactOptional(),
  expiryOf: text.exactOptional(),
  dayFrom: text.exactOptional(),
  timeFrom: text.exactOptional(),
  when: condition.exactOptional(),
  unless: z.union([z.array(condition), condition]).exactOptional(),
  get or() {
    return z.array(trigger).exactOptional();
  },
});

const variants = z.array(z.strictObject({ id: text, when: condition, period }));

const duty = z.strictObject({
  id,
  law: lawId,
  kinds,
  nameVi: text,
  nameEn: text,
  basis,
  active: z.boolean(),
  trigger,
  period,
  variants: variants.exactOptional(),
  dischargedBy: ids,
  voidedBy: ids.exactOptional(),
  extension: z
    .strictObject({
      event: text,
      period,
      whole: yes.exactOptional(),
      when: condition.exactOptional(),
      variants: variants.exactOptional(),
      second: period.exactOptional(),
      source,
      times: n.exactOptional(),
      disputed: z.strictObject({ times: n, why: text }).exactOptional(),
    })
    .exactOptional(),
  role: z.enum([
    'enforcer',
    'complaint_handler',
    'branch_head',
    'department_head',
    'province_head',
    'legal_officer',
    'clerk',
    'administrator',
    'external',
  ]),
  owedBy: z.literal('private').exactOptional(),
  atExpiry: z.strictObject({ kind: z.enum(['breach', 'lapse']), vi: text, en: text }),
  pausedBy: ids,
  source,
  confidence,
  derived: z.string().exactOptional(),
  readings: z.array(z.strictObject({ id: text, period, why: text })).exactOptional(),
  succeeds: ids.exactOptional(),
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  alsoEnded: yes.exactOptional(),
  fromNewLaw: yes.exactOptional(),
});

const rule = z.strictObject({
  id,
  law: lawId,
  kinds,
  nameVi: text,
  nameEn: text,
  sort: z.enum(['moment', 'window', 'condition', 'effect', 'content', 'competence', 'amount']),
  saysVi: text,
  saysEn: text,
  carriedBy: ids,
  basis,
  readings: z.array(z.strictObject({ id: text, vi: text, en: text })).exactOptional(),
  active: z.boolean(),
  source,
  confidence,
  derived: z.string().exactOptional(),
});

/** A row that passes is one of the law's own; the second type is empty as long as no field of the model is missing here. */
export const dutyRow: z.ZodType<Duty> = duty;
export const ruleRow: z.ZodType<EventRule> = rule;
type Missing =
  | Exclude<keyof Duty, keyof z.infer<typeof duty> | 'transition' | 'swapDays' | 'decided'>
  | Exclude<keyof EventRule, keyof z.infer<typeof rule>>;
export const nothingMissing: [Missing] extends [never] ? true : Missing = true;

/** The file itself; its rows are read one by one, so that each mistake is told. */
export const envelope = z.strictObject({
  format: z.literal(PACK_FORMAT),
  law: lawId,
  version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/),
  inForceFrom: iso,
  inForceTo: iso.nullable(),
  basis: text,
  duties: z.array(z.unknown()).min(1),
  rules: z.array(z.unknown()),
});

type Issue = z.core.$ZodIssue;

/** `trigger.or[0].when` */
export const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('');

/** What is wrong with the shape, in both languages. Parse with `reportInput: true`. */
export function sayIssue(issue: Issue): { vi: string; en: string } {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { vi: `trường không có trong mẫu: ${keys}`, en: `unknown field: ${keys}` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return issue.input === undefined
        ? { vi: `thiếu; phải là một trong: ${values}`, en: `missing; must be one of: ${values}` }
        : {
            vi: `“${String(issue.input)}” không được; phải là một trong: ${values}`,
            en: `“${String(issue.input)}” is not one of: ${values}`,
          };
    }
    case 'invalid_type':
      return issue.input === undefined
        ? { vi: 'thiếu', en: 'missing' }
        : { vi: `phải là ${NAMES[issue.expected] ?? issue.expected}`, en: `must be ${issue.expected}` };
    case 'invalid_union':
      return issue.discriminator === 'unit'
        ? {
            vi: 'đơn vị thời hạn (unit) không có: hours, days, workingDays, months, years, atOnce, onDay, before',
            en: 'no such unit: hours, days, workingDays, months, years, atOnce, onDay, before',
          }
        : { vi: 'giá trị không đúng kiểu', en: 'a value of the wrong kind' };
    case 'invalid_format':
      return issue.format === 'date'
        ? { vi: 'phải là ngày có thật dạng NNNN-TT-NN', en: 'must be a real date written YYYY-MM-DD' }
        : { vi: `sai dạng, phải khớp ${issue.pattern}`, en: `malformed, must match ${issue.pattern}` };
    case 'too_small':
      return issue.origin === 'number'
        ? { vi: `phải từ ${issue.minimum} trở lên`, en: `must be at least ${issue.minimum}` }
        : { vi: 'để trống hoặc quá ngắn', en: 'empty or too short' };
    case 'too_big':
      return issue.origin === 'number'
        ? { vi: `không được quá ${issue.maximum}`, en: `must be at most ${issue.maximum}` }
        : { vi: 'quá dài', en: 'too long' };
    default:
      return { vi: 'sai dạng', en: `malformed (${issue.code})` };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm trường {…}',
  record: 'nhóm trường {…}',
};
