/** What the API says of rehearsals. */

import { z } from 'zod';
import * as s from '../record/schemas';

const instant = z.string().describe('Thời điểm ISO 8601, UTC');

export const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pack'), law: s.lawId, version: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('calendar'), year: z.number().int(), version: z.number().int().positive() }),
  z.object({ kind: z.literal('decision'), decisionId: z.uuid() }),
]);

export const rehearsalView = z.object({
  id: z.uuid(),
  subject: subjectSchema,
  author: z.string().describe('Mã cán bộ'),
  createdAt: instant,
  lawStamp: z.number().int(),
  state: z.enum(['computing', 'ready', 'applied', 'abandoned']),
  mattersTotal: z.number().int(),
  mattersDone: z.number().int(),
  readyAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
});

const counts = z.object({
  changes: z.number().int(),
  earlier: z.number().int(),
  later: z.number().int(),
  new: z.number().int(),
  gone: z.number().int(),
  overdueAtOnce: z.number().int().describe('Quá hạn ngay khi áp dụng'),
  pending: z.number().int(),
  rejected: z.number().int(),
});

export const reportView = z.object({
  total: counts,
  units: z.array(counts.extend({ unit: z.string(), name: z.string() })),
  officers: z.array(counts.extend({ officer: z.string().nullable(), unit: z.string() })),
  duties: z.array(counts.extend({ dutyId: z.string(), law: z.string() })),
});

const kind = z.enum(['earlier', 'later', 'new', 'gone']);
const verdict = z.enum(['pending', 'approved', 'rejected']);

export const changeView = z.object({
  matterId: z.uuid(),
  number: z.string(),
  matterKind: s.kindSchema,
  key: z.string(),
  dutyId: z.string(),
  law: s.lawId,
  unit: z.string(),
  officer: z.string().nullable(),
  kind,
  overdueAtOnce: z.boolean(),
  dueBefore: s.isoDate.nullable(),
  dueLatestBefore: s.isoDate.nullable(),
  due: s.isoDate.nullable(),
  dueLatest: s.isoDate.nullable(),
  verdict,
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

export const whichSchema = z.object({
  unit: z.string().max(40).optional().describe('Mã đơn vị, kể cả cấp dưới'),
  officer: z.string().max(100).optional().describe('Mã cán bộ'),
  kind: kind.optional(),
  dutyId: z.string().max(120).optional(),
  verdict: verdict.optional(),
  overdueAtOnce: z.stringbool().or(z.boolean()).optional().describe('Chỉ những hạn quá ngay khi áp dụng'),
  matterId: z.uuid().optional(),
  key: z.string().max(200).optional().describe('Một thời hạn của việc'),
});
