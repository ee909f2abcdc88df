/** What the API says of packs, decisions on open points and kept dates. */

import { z } from 'zod';
import { recomputeView } from '../recompute';
import * as s from '../record/schemas';

const instant = z.string().describe('Thời điểm ISO 8601, UTC');

export const packView = z.object({
  law: s.lawId,
  version: z.string(),
  state: z.enum(['draft', 'signed', 'withdrawn']),
  origin: z.enum(['built_in', 'agency']).describe('built_in: đi kèm chương trình'),
  hash: z.string().describe('SHA-256 của nội dung chuẩn'),
  inForceFrom: s.isoDate,
  inForceTo: s.isoDate.nullable(),
  basis: z.string(),
  author: z.string().describe('Mã cán bộ'),
  loadedAt: instant,
  countersigner: z.string().nullable(),
  inForceSince: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
});

export const loadedPack = z.object({
  law: s.lawId,
  version: z.string(),
  hash: z.string(),
  state: z.enum(['draft', 'signed', 'withdrawn']),
  replaces: z.string().nullable().describe('Bản sẽ bị thay khi ký'),
  changes: z
    .object({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) })
    .describe('Dòng thêm, bỏ, sửa so với bản sẽ bị thay'),
  decided: z.array(z.string()).describe('Dòng đã sửa mà quyết định về cách hiểu vẫn áp dụng'),
});

export const signedPack = z.object({
  law: s.lawId,
  version: z.string(),
  hash: z.string(),
  author: z.string(),
  countersigner: z.string(),
  replaced: z.array(z.string()),
  recompute: recomputeView,
});

const point = z.enum(['reading', 'extension', 'activate', 'transition', 'resume', 'swap-days', 'rule', 'source']);

export const decisionView = z.object({
  id: z.uuid(),
  law: s.lawId,
  subject: z.string(),
  point,
  choice: z.string(),
  basis: z.string(),
  author: z.string(),
  decidedAt: instant,
  countersigner: z.string().nullable(),
  countersignedAt: instant.nullable(),
});

export const countersignedView = decisionView.extend({
  recompute: recomputeView,
});

export const pointView = z.object({
  law: s.lawId,
  subject: z.string().describe('Mã nghĩa vụ, quy tắc hoặc sự kiện'),
  point,
  nameVi: z.string(),
  nameEn: z.string(),
  article: z.string(),
  confidence: z.string(),
  choices: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string() })),
  meanwhile: z.object({ vi: z.string(), en: z.string() }).describe('Điều chương trình làm khi chưa quyết định'),
  state: z.enum(['open', 'pending', 'decided']),
  inUse: z.string().nullable(),
  decided: decisionView.nullable(),
  pending: z.array(decisionView),
});

export const decideBody = z.object({
  subject: z.string().min(1).max(120).describe('Mã nghĩa vụ, quy tắc hoặc sự kiện'),
  choice: z.string().min(1).max(60).describe('Một cách hiểu của điểm đó; `undecided` để ngỏ trở lại'),
  law: s.lawId.optional(),
  point: point.optional(),
  basis: z.string().trim().min(3).max(300).describe('Số, ngày văn bản làm căn cứ'),
});

export const holdView = z.object({
  id: z.uuid(),
  key: z.string(),
  due: s.isoDate,
  dueLatest: s.isoDate,
  insteadOf: s.isoDate.describe('Hạn theo luật hoặc lịch mới'),
  reason: z.string(),
  author: z.string(),
  decidedAt: instant,
  rehearsalId: z.string().nullable(),
  releasedBy: z.string().nullable(),
  releasedAt: instant.nullable(),
});
