import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { closeUnit, closures, type StoredClosure, signClosure, withdrawClosure } from '../../activities/calendar';
import { recomputeStart } from '../../activities/recompute-start';
import { officerOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { commandProblems, problems } from '../http/replies';
import { recomputeView, recomputing } from '../recompute';
import * as s from '../record/schemas';

const closureView = z.object({
  id: z.string(),
  unit: z.string().describe('Mã đơn vị; các đơn vị cấp dưới cũng nghỉ'),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  decision: z.string(),
  state: z.enum(['draft', 'signed', 'withdrawn']).describe('draft: chờ người thứ hai ký, chưa tính'),
  author: z.string(),
  recordedAt: z.string(),
  countersigner: z.string().nullable(),
  signedAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
});
const changed = closureView.extend({ recompute: recomputeView.nullable() });
const text = z.string().trim().min(3).max(500);
const params = z.object({ id: z.uuid() });

const viewOf = ({ unitId: _, ...closure }: StoredClosure): z.infer<typeof closureView> => closure;

/** Days on which a single unit is closed: a storm, a move, a flood. */
export const closureRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const again = (closure: StoredClosure) =>
      recomputing(ctx, recomputeStart(`closure-${closure.id}-${closure.state}`, closure.unitId));

    app.get(
      '/closures',
      {
        schema: {
          operationId: 'listClosures',
          tags: ['law'],
          summary: 'Những ngày đơn vị đóng cửa / Days on which units are closed',
          querystring: z.object({ unit: z.string().max(40).optional().describe('Mã đơn vị, kể cả cấp dưới') }),
          response: { 200: z.object({ items: z.array(closureView) }), ...problems(400) },
        },
      },
      async request => ({ items: (await closures(ctx.pool, request.query.unit ?? null)).map(viewOf) }),
    );

    app.post(
      '/closures',
      {
        schema: {
          operationId: 'closeUnit',
          tags: ['law'],
          summary: 'Ghi một lần đơn vị đóng cửa, chờ người thứ hai ký / Record that a unit is closed',
          headers: commandHeaders,
          body: z.object({
            unit: z.string().min(1).max(40),
            from: s.isoDate,
            to: s.isoDate.describe('Ngày cuối, tính cả ngày này'),
            reason: text.describe('Bão, chuyển trụ sở, ngập lụt…'),
            decision: text.describe('Số, ngày văn bản cho đóng cửa'),
          }),
          response: { 201: closureView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const id = idOfCommand(commandId);
          const body = viewOf(await closeUnit(ctx.pool, { id, ...request.body, by, now: ctx.now() }));
          return { status: 201, body };
        });
      },
    );

    app.post(
      '/closures/:id/sign',
      {
        schema: {
          operationId: 'signClosure',
          tags: ['law'],
          summary: 'Ký thứ hai: ngày đóng cửa được tính, các hạn đang mở của đơn vị tính lại / Countersign a closure',
          headers: commandHeaders,
          params,
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, null, async () => {
          const { closure } = await signClosure(ctx.pool, { id: request.params.id, by, now: ctx.now() });
          return { status: 201, body: { ...viewOf(closure), recompute: await again(closure) } };
        });
      },
    );

    app.post(
      '/closures/:id/withdraw',
      {
        schema: {
          operationId: 'withdrawClosure',
          tags: ['law'],
          summary: 'Rút một lần đóng cửa: những ngày ấy lại là ngày làm việc / Withdraw a closure',
          headers: commandHeaders,
          params,
          body: z.object({ reason: text }),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const { reason } = request.body;
          const closure = await withdrawClosure(ctx.pool, { id: request.params.id, by, reason, now: ctx.now() });
          const recompute = closure.countersigner === null ? null : await again(closure);
          return { status: 201, body: { ...viewOf(closure), recompute } };
        });
      },
    );
  };
