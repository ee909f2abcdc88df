import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rehearsalWorkflowId, TASK_QUEUE } from '../../activities/contract';
import { recomputeStart } from '../../activities/recompute-start';
import {
  abandonRehearsal,
  applyRehearsal,
  beginRehearsal,
  decideChanges,
  rehearsalChanges,
  rehearsalOf,
  rehearsalReport,
  rehearsals,
  type Subject,
} from '../../activities/rehearsals';
import { actorOf, officerOf } from '../actor';
import { connected } from '../commands/send';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { commandProblems, problems } from '../http/replies';
import { changeView, rehearsalView, reportView, subjectSchema, whichSchema } from '../law/rehearsal-views';
import { recomputeView, recomputing } from '../recompute';

const params = z.object({ id: z.uuid() });

/** Drafts of law and calendar tried on every open matter, decided change by change, put in force. */
export const rehearsalRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.post(
      '/law/rehearsals',
      {
        schema: {
          operationId: 'beginRehearsal',
          tags: ['law'],
          summary:
            'Chạy thử một bản nháp luật, lịch hoặc quyết định trên mọi việc đang mở / Try a draft pack, calendar or decision on every open matter',
          headers: commandHeaders,
          body: z.object({ subject: subjectSchema }),
          response: { 202: rehearsalView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const client = await connected(ctx.temporal);
          const subject = request.body.subject as Subject;
          const id = idOfCommand(commandId);
          const begun = await beginRehearsal(ctx.pool, { id, subject, by, now: ctx.now() });
          await client.workflow.start('rehearsal', {
            workflowId: rehearsalWorkflowId(id),
            taskQueue: TASK_QUEUE,
            args: [{ rehearsalId: id }],
            workflowIdConflictPolicy: 'USE_EXISTING',
          });
          return { status: 202, body: begun };
        });
      },
    );

    app.get(
      '/law/rehearsals',
      {
        schema: {
          operationId: 'listRehearsals',
          tags: ['law'],
          summary: 'Các lần chạy thử, mới trước / Rehearsals, newest first',
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
          response: { 200: z.object({ items: z.array(rehearsalView) }), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        return { items: [...(await rehearsals(ctx.pool, request.query.limit))] };
      },
    );

    app.get(
      '/law/rehearsals/:id',
      {
        schema: {
          operationId: 'getRehearsal',
          tags: ['law'],
          summary:
            'Một lần chạy thử: tiến độ, số thay đổi theo loại, đơn vị, cán bộ, nghĩa vụ / One rehearsal with its counts',
          params,
          response: { 200: rehearsalView.extend({ report: reportView }), ...problems(403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { id } = request.params;
        const rehearsal = await rehearsalOf(ctx.pool, id);
        const { total, units, officers, duties } = await rehearsalReport(ctx.pool, id);
        return { ...rehearsal, report: { total, units: [...units], officers: [...officers], duties: [...duties] } };
      },
    );

    app.get(
      '/law/rehearsals/:id/changes',
      {
        schema: {
          operationId: 'listRehearsalChanges',
          tags: ['law'],
          summary: 'Từng thời hạn sẽ đổi: hạn cũ, hạn mới / Each deadline that would change, old and new date',
          params,
          querystring: pageQuery.extend(whichSchema.shape),
          response: { 200: pageOf(changeView), ...problems(400, 403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit, ...which } = request.query;
        const key = decodeCursor(cursor, 2);
        await rehearsalOf(ctx.pool, request.params.id);
        const after = key && { matterId: String(key[0]), key: String(key[1]) };
        const rows = await rehearsalChanges(ctx.pool, request.params.id, which, { after, limit: limit + 1 });
        return page(rows, limit, row => [row.matterId, row.key]);
      },
    );

    app.post(
      '/law/rehearsals/:id/verdicts',
      {
        schema: {
          operationId: 'decideRehearsal',
          tags: ['law'],
          summary:
            'Chấp nhận hoặc từ chối các thay đổi khớp điều kiện; từ chối giữ hạn cũ và phải có lý do / Approve or reject the changes that match; rejecting keeps the old date and needs a reason',
          headers: commandHeaders,
          params,
          body: z.object({
            verdict: z.enum(['approved', 'rejected']),
            which: whichSchema.default({}),
            reason: z.string().trim().min(3).max(300).optional(),
          }),
          response: { 201: z.object({ changes: z.number().int() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { id } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => ({
          status: 201,
          body: await decideChanges(ctx.pool, { id, ...request.body, by, now: ctx.now() }),
        }));
      },
    );

    app.post(
      '/law/rehearsals/:id/application',
      {
        schema: {
          operationId: 'applyRehearsal',
          tags: ['law'],
          summary:
            'Ký và áp dụng bản nháp đã chạy thử (người thứ hai): mọi việc đang mở được tính lại, thay đổi bị từ chối giữ hạn cũ / Sign and apply what was rehearsed (second person)',
          headers: commandHeaders,
          params,
          response: {
            201: rehearsalView.extend({ kept: z.number().int(), recompute: recomputeView }),
            ...commandProblems,
          },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { id } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
          const { rehearsal, kept, reason } = await applyRehearsal(ctx.pool, { id, by, now: ctx.now() });
          const recompute = await recomputing(ctx, recomputeStart(reason));
          return { status: 201, body: { ...rehearsal, kept, recompute } };
        });
      },
    );

    app.post(
      '/law/rehearsals/:id/abandonment',
      {
        schema: {
          operationId: 'abandonRehearsal',
          tags: ['law'],
          summary: 'Bỏ một lần chạy thử; bản nháp vẫn là bản nháp / Put a rehearsal away; its draft stays a draft',
          headers: commandHeaders,
          params,
          response: { 201: rehearsalView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { id } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => ({
          status: 201,
          body: await abandonRehearsal(ctx.pool, { id, by, now: ctx.now() }),
        }));
      },
    );
  };
