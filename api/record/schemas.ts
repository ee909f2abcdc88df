import { z } from 'zod';

export const MATTER_KINDS = [
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
] as const;

const isRealDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** A civil date in +07:00. Refuses 2026-02-31 and the like. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate, {
    params: {
      vi: 'Không có ngày này trong lịch; viết NĂM-THÁNG-NGÀY, ví dụ 2026-07-15.',
      en: 'No such day; write YYYY-MM-DD.',
    },
  })
  .describe('Ngày theo lịch Việt Nam (+07:00), YYYY-MM-DD');

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Giờ Việt Nam (+07:00), HH:MM');

export const lawId = z.enum(['2025', '2008']).describe('Luật 106/2025/QH15 hoặc Luật 26/2008/QH12');
export const kindSchema = z.enum(MATTER_KINDS);
export const factSchema = z.union([z.string().max(500), z.number(), z.boolean()]);
export const factsSchema = z.record(z.string().max(60), factSchema);

export const unitRef = z.object({ code: z.string(), name: z.string() });
export const officerRef = z.object({ code: z.string(), name: z.string() });

export const slipStep = z.object({
  step: z.string(),
  date: z.string().optional(),
  to: z.string().optional(),
  vi: z.string(),
  en: z.string(),
  basis: z.string().optional(),
});

export const matterLine = z.object({
  id: z.string(),
  kind: kindSchema,
  number: z.string(),
  reportingYear: z.number().int(),
  unit: unitRef,
  officer: officerRef.nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  stage: z.string(),
  stageName: z.string(),
  law: z.string(),
  nextDue: z.string().nullable(),
  nextDueProvisional: z.boolean().describe('true: tạm tính, lịch năm ấy chưa công bố'),
  overdue: z.boolean(),
});

export const deadlineView = z.object({
  key: z.string(),
  version: z.number().int().nullable().describe('null: tính lại cho một ngày đã qua'),
  dutyId: z.string(),
  name: z.string(),
  law: z.string(),
  article: z.string(),
  basis: z.string(),
  role: z.string(),
  startedOn: z.string(),
  due: z.string(),
  dueAt: z.string().nullable().describe('Với hạn tính bằng giờ: thời điểm kết thúc, ISO 8601'),
  dueLatest: z.string(),
  lapse: z
    .boolean()
    .describe('Thời hạn của bên khác: hết thì mất quyền, không ai trễ / a window that closes; nobody is late'),
  status: z.enum(['open', 'paused', 'overdue', 'met', 'late', 'void']),
  closedOn: z.string().nullable(),
  provisional: z.boolean().describe('true: tạm tính, lịch năm ấy chưa công bố'),
  slip: z.array(slipStep),
  changeReason: z.string().nullable(),
});

/** As `law/slip/document.ts` makes it. Loose, for the hash stands for every key. */
export const slipDocument = z.object({
  format: z.string(),
  matter: z.object({ kind: z.string(), number: z.string(), unit: z.string() }).nullable(),
  duty: z.looseObject({
    id: z.string(),
    law: lawId,
    nameVi: z.string(),
    nameEn: z.string(),
    source: z.looseObject({ law: z.string(), article: z.string() }),
    confidence: z.string(),
    basis: z.string(),
  }),
  deadline: z.object({ key: z.string(), version: z.number().int() }).nullable(),
  from: z.string(),
  due: z.string(),
  dueLatest: z.string(),
  provisional: z.boolean(),
  status: z.string().nullable(),
  lapse: z.boolean(),
  closedOn: z.string().nullable(),
  steps: z.array(z.looseObject(slipStep.shape)),
  pack: z.object({ version: z.string(), hash: z.string().nullable() }),
  calendar: z.string(),
  asOf: z.string(),
  hash: z.string().describe('SHA-256 của JSON chuẩn tắc, không kể chính nó / over the canonical JSON without itself'),
});

export const pauseView = z.object({ kind: z.string(), from: z.string(), to: z.string().nullable(), basis: z.string() });

export const alertView = z.object({
  id: z.string(),
  deadlineKey: z.string(),
  threshold: z.string(),
  recipient: z.string().describe('Mã cán bộ / officer code'),
  channel: z.string(),
  urgency: z.string(),
  dueAt: z.string(),
  provisional: z.boolean().describe('true: hạn được nhắc còn tạm tính, lịch năm ấy chưa công bố'),
  state: z.string(),
});

export const eventView = z.object({
  id: z.string(),
  seq: z.number().int(),
  type: z.string(),
  name: z.string(),
  occurredOn: z.string(),
  at: z.string().nullable(),
  attrs: factsSchema,
  recordedAt: z.string(),
  recordedBy: z.string(),
  correctsId: z.string().nullable(),
  retracted: z.boolean(),
  reason: z.string().nullable(),
  hash: z.string(),
});

export const matterView = matterLine.extend({
  parentId: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  parties: z.array(z.object({ side: z.string(), name: z.string() })),
  deadlines: z.array(deadlineView),
  pauses: z.array(pauseView),
  alerts: z.array(alertView),
  marks: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .describe('Điều đứng cạnh giai đoạn: đang tạm dừng thi hành, đã kéo dài, quá hạn'),
  allowed: z.array(z.object({ type: z.string(), name: z.string(), notBefore: z.string() })),
  asOf: z.string().nullable().describe('Ngày mà bản này kể lại điều đã biết; null: hiện tại'),
});

/** How a matter is named in a path, and what narrows an ambiguous number. */
export const matterParams = z.object({
  matter: z.string().min(1).max(120).describe('Id, hoặc số (mã hoá %2F cho dấu gạch chéo): 123%2FQĐ-THADS'),
});
export const deadlineParam = {
  deadline: z
    .string()
    .min(1)
    .max(200)
    .describe('Khóa (mã hoá %23 cho dấu #), hoặc mã nghĩa vụ nếu chỉ có một / key, or duty id'),
};
export const narrowing = z.object({
  unit: z.string().max(40).optional().describe('Mã đơn vị, khi số việc trùng'),
  year: z.coerce.number().int().min(1990).max(2100).optional().describe('Năm báo cáo, khi số việc trùng'),
});

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    vi: z.string(),
    en: z.string(),
    errors: z.array(z.object({ field: z.string(), vi: z.string(), en: z.string() })).optional(),
    candidates: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).optional(),
  })
  .describe('RFC 9457');
