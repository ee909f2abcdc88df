import { z } from 'zod';
import { toIso, vnDate } from '../../law';
import type { Day } from '../../law/model';

/** Reasons, each with what a person reads. `day`: ISO. */
const WORDS = {
  held: (day: string) => ({
    vi: `Có xác nhận: giữ đến sáng ${vnDate(day)}`,
    en: `Acknowledged: held until the morning of ${day}`,
  }),
  nobody_reads: (day: string) => ({
    vi: `Không ai đọc ở cấp dưới (vắng, không ủy quyền): chờ đến ${vnDate(day)}`,
    en: `Nobody reads at the level below (away, nobody stands in): waits until ${day}`,
  }),
  later_today: (day: string) => ({ vi: `Chưa đến giờ báo (${vnDate(day)})`, en: `Not yet the hour to tell (${day})` }),
  nobody: () => ({
    vi: 'Không có cán bộ và không có người đứng đầu để báo. Xem: thoihan problems',
    en: 'There is no officer and no head to tell. See: thoihan problems',
  }),
  missing: () => ({
    vi: 'Lẽ ra phải báo mà không thấy: chương trình dừng, hoặc lỗi. Xem: thoihan statement',
    en: 'Should have been told and was not: an outage or a defect. See: thoihan statement',
  }),
  told_later: (day: string) => ({
    vi: `Ngày ấy chưa báo; đến ${vnDate(day)} mới báo bù: chương trình dừng, hoặc lỗi. Xem: thoihan statement`,
    en: `Not told on that day, only on ${day}: an outage or a defect. See: thoihan statement`,
  }),
  closed: (day: string) => ({
    vi: day === '' ? 'Thời hạn của bên khác đã hết' : `Đã xong hoặc hết hiệu lực từ ${vnDate(day)}`,
    en: day === '' ? 'A window of somebody else' : `Done or void since ${day}`,
  }),
  paused: () => ({ vi: 'Đang tạm ngừng tính', en: 'The clock stands still' }),
  next: (day: string) => ({
    vi: `Chưa đến mốc nhắc; mốc tới: ${vnDate(day)}`,
    en: `No step fell; the next comes on ${day}`,
  }),
  all_told: (day: string) => ({
    vi: `Mọi mốc đã qua; mốc cuối: ${vnDate(day)}`,
    en: `Every step has passed; the last on ${day}`,
  }),
  no_steps: () => ({
    vi: 'Chính sách nhắc việc không có mốc nào cho thời hạn này',
    en: 'The alert policy has no step for this limit',
  }),
} satisfies Record<string, (day: string) => { vi: string; en: string }>;

const reasonView = z.object({
  code: z.enum(Object.keys(WORDS) as [keyof typeof WORDS, ...(keyof typeof WORDS)[]]),
  vi: z.string(),
  en: z.string(),
});
export type Reason = z.infer<typeof reasonView>;

export const reason = (code: keyof typeof WORDS, day?: Day): Reason => ({
  code,
  ...WORDS[code](day === undefined ? '' : toIso(day)),
});

const person = z.object({
  officer: z.string(),
  insteadOf: z.string().nullable().describe('Người lẽ ra được báo'),
  state: z.string(),
  channel: z.string(),
  createdAt: z.string(),
  mail: z
    .object({ kind: z.string(), state: z.string(), because: z.string().nullable(), at: z.string().nullable() })
    .nullable(),
  acknowledged: z.object({ at: z.string(), by: z.string(), promisedOn: z.string().nullable() }).nullable(),
});
export type ToldPerson = z.infer<typeof person>;

const step = z.object({
  code: z.string(),
  level: z.enum(['officer', 'branch_head', 'province_head']),
  fell: z.string().describe('Ngày mốc rơi vào, theo lịch'),
  told: z.string().describe('Ngày phải báo: sau vắng mặt và xác nhận'),
  people: z.array(person),
  reason: reasonView.nullable().describe('Vì sao chưa ai được báo; null: đã báo'),
});
export type Step = z.infer<typeof step>;

const limit = z.object({
  key: z.string(),
  dutyId: z.string(),
  name: z.string(),
  article: z.string(),
  status: z.string(),
  due: z.string(),
  dueLatest: z.string(),
  policy: z.string().nullable().describe('Bản chính sách nhắc việc; null: của chương trình'),
  steps: z.array(step),
  reason: reasonView.nullable().describe('Vì sao ngày ấy không có mốc nào'),
});
export type ExplainedLimit = z.infer<typeof limit>;

export const explanation = z.object({
  matter: z.object({ id: z.string(), number: z.string() }),
  on: z.string(),
  calendar: z.string().describe('Phiên bản lịch của ngày ấy'),
  limits: z.array(limit),
  unknown: z
    .array(
      z.object({
        ...{ key: z.string(), dutyId: z.string(), name: z.string(), article: z.string(), due: z.string() },
        recordedOn: z.string(),
      }),
    )
    .describe('Thời hạn ngày ấy chưa ai biết: ghi vào sau'),
});
export type Explanation = z.infer<typeof explanation>;
