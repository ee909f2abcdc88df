import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { holdDeadline, holdsOf, releaseHold } from '../../activities/law';
import { actorOf, officerOf } from '../actor';
import { sendRecompute } from '../commands/send';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { commandProblems, problems } from '../http/replies';
import { holdView } from '../law/views';
import { findMatter } from '../record/lookup';
import * as s from '../record/schemas';

const holdBody = z.object({
  deadlineKey: z.string().min(1).max(200),
  reason: z.string().trim().min(3).max(300).describe('Lý do; hiện trong cách tính hạn, không ghi tên đương sự'),
});

/** Single deadlines kept at the date they had before a new law or calendar. */
export const holdRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/matters/:matter/holds',
      {
        schema: {
          operationId: 'listHolds',
          tags: ['matters'],
          summary: 'Các hạn được giữ theo quyết định / Dates kept by decision',
          params: s.matterParams,
          querystring: s.narrowing,
          response: { 200: z.object({ items: z.array(holdView) }), ...problems(403, 404, 422) },
        },
      },
      async request => {
        const actor = await actorOf(ctx.prisma, request);
        const matter = await findMatter(ctx.prisma, actor, request.params.matter, request.query);
        return { items: [...(await holdsOf(ctx.pool, matter.id))] };
      },
    );

    app.post(
      '/matters/:matter/holds',
      {
        schema: {
          operationId: 'holdDeadline',
          tags: ['commands'],
          summary:
            'Giữ hạn cũ của một thời hạn đã dời vì luật hoặc lịch mới / Keep the date a deadline had before a new law or calendar',
          headers: commandHeaders,
          params: s.matterParams,
          querystring: s.narrowing,
          body: holdBody,
          response: { 201: holdView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const matter = await findMatter(ctx.prisma, actor, request.params.matter, request.query);
          const { deadlineKey: key, reason } = request.body;
          const hold = await holdDeadline(ctx.pool, {
            matterId: matter.id,
            key,
            reason,
            by,
            now: ctx.now(),
          });
          await sendRecompute(ctx, matter.id);
          return { status: 201, body: hold };
        });
      },
    );

    app.post(
      '/matters/:matter/holds/release',
      {
        schema: {
          operationId: 'releaseHold',
          tags: ['commands'],
          summary: 'Thôi giữ hạn: tính theo luật và lịch đang áp dụng / Let a kept deadline follow the law again',
          headers: commandHeaders,
          params: s.matterParams,
          querystring: s.narrowing,
          body: holdBody.pick({ deadlineKey: true }),
          response: { 201: z.object({ deadlineKey: z.string() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const matter = await findMatter(ctx.prisma, actor, request.params.matter, request.query);
          const { deadlineKey: key } = request.body;
          await releaseHold(ctx.pool, { matterId: matter.id, key, by, now: ctx.now() });
          await sendRecompute(ctx, matter.id);
          return { status: 201, body: { deadlineKey: key } };
        });
      },
    );
  };
