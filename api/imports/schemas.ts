import { z } from 'zod';
import type { Import } from '../../prisma/generated/client';

export const IMPORT_STATES = ['received', 'reading', 'writing', 'starting', 'done', 'refused', 'failed'] as const;

export const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  layout: z.string().nullable(),
  unit: z.string().nullable(),
  dryRun: z.boolean(),
  state: z.enum(IMPORT_STATES),
  rowsRead: z.number().int(),
  rowsWrong: z.number().int(),
  mattersNew: z.number().int(),
  mattersKnown: z.number().int(),
  started: z.number().int(),
  report: z.unknown().describe('Tiêu đề đã hiểu và số liệu cuối / headings understood, closing figures'),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const importErrorView = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  vi: z.string(),
  en: z.string(),
});

export function importViewOf(row: Import): z.infer<typeof importView> {
  return {
    id: row.id,
    fileName: row.fileName,
    sha256: row.sha256,
    bytes: row.bytes,
    layout: row.layout,
    unit: row.unitCode,
    dryRun: row.dryRun,
    state: row.state as (typeof IMPORT_STATES)[number],
    rowsRead: row.rowsRead,
    rowsWrong: row.rowsWrong,
    mattersNew: row.mattersNew,
    mattersKnown: row.mattersKnown,
    started: row.started,
    report: row.report,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
