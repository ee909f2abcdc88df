import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { templateSheets } from '../../samples/generator/template';
import { writeWorkbook } from '../../samples/generator/workbook';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { notFound, Problem } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { beginImport } from '../imports/begin';
import { importErrorView, importView, importViewOf } from '../imports/schemas';
import { discard, receive, refuseTooLarge } from '../imports/upload';

const RAW_TYPES = [
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
];
const XLSX = RAW_TYPES[1] as string;

const importParams = z.object({ id: z.uuid() });

/** Registers come in here: uploaded whole, then read and written by the `intake` workflow. */
export const importRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const limit = ctx.limits.uploadBytes;
    app.addContentTypeParser(RAW_TYPES, (_request, payload, done) => done(null, payload));

    app.post(
      '/imports',
      {
        bodyLimit: limit,
        onRequest: async request => refuseTooLarge(request, limit),
        schema: {
          operationId: 'createImport',
          tags: ['imports'],
          summary: 'Nhập một sổ thụ lý (.xlsx, .csv) / Import a register; raw body or multipart form with one file',
          consumes: [...RAW_TYPES, 'multipart/form-data'],
          headers: commandHeaders,
          querystring: z.object({
            fileName: z.string().min(1).max(300).optional().describe('Tên tệp; bắt buộc khi gửi thẳng nội dung'),
            dryRun: z
              .enum(['true', 'false'])
              .default('false')
              .transform(text => text === 'true')
              .describe('Chỉ đọc và báo lỗi, không ghi'),
            unit: z.string().max(40).optional().describe('Mã đơn vị, khi sổ không ghi tên đơn vị'),
          }),
          response: { 202: importView, ...commandProblems, ...problems(413) },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { fileName, dryRun, unit } = request.query;
        await demandUnit(ctx, unit);
        const upload = await receive(request, fileName, ctx.uploadsDir, limit);
        let kept = false;
        const body = { fileName: upload.fileName, sha256: upload.sha256 };
        try {
          return await once(ctx.prisma, ctx.now(), request, reply, body, async commandId => {
            const id = await beginImport(ctx, commandId, { upload, unitCode: unit ?? null, dryRun, by: actor.id });
            kept = true;
            const row = await ctx.prisma.import.findUniqueOrThrow({ where: { id } });
            return { status: 202, body: importViewOf(row) };
          });
        } finally {
          if (!kept) await discard(upload.path);
        }
      },
    );

    app.get(
      '/imports/template.xlsx',
      {
        schema: {
          operationId: 'getImportTemplate',
          tags: ['imports'],
          summary: 'Tệp mẫu để nhập / A clean template',
          produces: [XLSX],
          response: { 200: z.any().describe('Tệp .xlsx'), ...problems() },
        },
      },
      async (_request, reply) => {
        const file = Buffer.from(await writeWorkbook(templateSheets()));
        return reply
          .header('content-type', XLSX)
          .header('content-disposition', 'attachment; filename="thoihan-mau-so-thu-ly.xlsx"')
          .serializer(body => body as never)
          .send(file);
      },
    );

    app.get(
      '/imports',
      {
        schema: {
          operationId: 'listImports',
          tags: ['imports'],
          summary: 'Các lần nhập, mới trước / Imports, newest first',
          querystring: pageQuery,
          response: { 200: pageOf(importView), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit: rowsWanted } = request.query;
        const key = decodeCursor(cursor, 2);
        const at = new Date(String(key?.[0] ?? 0));
        const rows = await ctx.prisma.import.findMany({
          where: key ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(key[1]) } }] } : {},
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: rowsWanted + 1,
        });
        return page(rows.map(importViewOf), rowsWanted, row => [row.createdAt, row.id]);
      },
    );

    app.get(
      '/imports/:id',
      {
        schema: {
          operationId: 'getImport',
          tags: ['imports'],
          summary: 'Tiến độ và kết quả một lần nhập / How far an import is, and its figures',
          params: importParams,
          response: { 200: importView, ...problems(400, 403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        return importViewOf(await importRow(ctx, request.params.id));
      },
    );

    app.get(
      '/imports/:id/errors',
      {
        schema: {
          operationId: 'listImportErrors',
          tags: ['imports'],
          summary: 'Lỗi theo từng dòng / Row by row errors',
          params: importParams,
          querystring: pageQuery,
          response: { 200: pageOf(importErrorView), ...problems(400, 403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { id: importId } = await importRow(ctx, request.params.id);
        const { cursor, limit: rowsWanted } = request.query;
        const key = decodeCursor(cursor, 3);
        const [sheet, row, id] = [String(key?.[0] ?? ''), Number(key?.[1] ?? 0), String(key?.[2] ?? '')];
        const rows = await ctx.prisma.importError.findMany({
          where: {
            importId,
            ...(key
              ? { OR: [{ sheet: { gt: sheet } }, { sheet, row: { gt: row } }, { sheet, row, id: { gt: id } }] }
              : {}),
          },
          orderBy: [{ sheet: 'asc' }, { row: 'asc' }, { id: 'asc' }],
          take: rowsWanted + 1,
        });
        const result = page(rows, rowsWanted, error => [error.sheet, error.row, error.id]);
        return {
          next: result.next,
          items: result.items.map(e => ({
            sheet: e.sheet,
            row: e.row,
            column: e.column,
            severity: e.severity as 'error' | 'warning',
            code: e.code,
            vi: e.message,
            en: e.messageEn,
          })),
        };
      },
    );
  };

async function importRow(ctx: ApiContext, id: string) {
  const row = await ctx.prisma.import.findUnique({ where: { id } });
  if (!row) throw notFound('Không có lần nhập nào mang id này.', 'No import has this id.');
  return row;
}

async function demandUnit(ctx: ApiContext, code: string | undefined): Promise<void> {
  if (code === undefined || (await ctx.prisma.unit.findUnique({ where: { code } }))) return;
  throw new Problem(
    422,
    'unknown_unit',
    `Không có đơn vị mã "${code}". Xem GET /v1/units.`,
    `There is no unit "${code}". See GET /v1/units.`,
    { errors: [{ field: 'unit', vi: 'Mã đơn vị không có.', en: 'Unknown unit code.' }] },
  );
}
