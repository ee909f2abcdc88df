import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countersign, decide, readings } from '../../activities/law';
import { recomputeStart } from '../../activities/recompute-start';
import { actorOf, officerOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { commandProblems, problems } from '../http/replies';
import { countersignedView, decideBody, decisionView, pointView } from '../law/views';
import { recomputing } from '../recompute';

/** Points the texts leave open, and what two persons decided about them. */
export const readingRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const law = () => ctx.lawAt(ctx.now(), null);

    app.get(
      '/law/readings',
      {
        schema: {
          operationId: 'listReadings',
          tags: ['law'],
          summary: 'Các điểm luật để ngỏ: chưa quyết định trước / Points the law leaves open, undecided first',
          response: { 200: z.object({ items: z.array(pointView) }), ...problems(403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const items = await readings(ctx.pool, await law());
        return { items: items.map(one => ({ ...one, choices: [...one.choices], pending: [...one.pending] })) };
      },
    );

    app.post(
      '/law/readings',
      {
        schema: {
          operationId: 'decideReading',
          tags: ['law'],
          summary:
            'Chọn một cách hiểu; có hiệu lực khi người thứ hai ký / Choose a reading; in force once a second person signs',
          headers: commandHeaders,
          body: decideBody,
          response: { 201: decisionView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const wanted = { ...request.body, id: idOfCommand(commandId), by, now: ctx.now() };
          return { status: 201, body: await decide(ctx.pool, await law(), wanted) };
        });
      },
    );

    app.post(
      '/law/readings/:id/countersign',
      {
        schema: {
          operationId: 'countersignReading',
          tags: ['law'],
          summary:
            'Ký quyết định của người khác: từ đó áp dụng / Sign another person’s decision: in force from then on',
          headers: commandHeaders,
          params: z.object({
            id: z.string().min(1).max(120).describe('Id quyết định, hoặc mã nghĩa vụ khi chỉ có một'),
          }),
          response: { 201: countersignedView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
          const { id } = request.params;
          const decision = await countersign(ctx.pool, await law(), { id, by, now: ctx.now() });
          return {
            status: 201,
            body: { ...decision, recompute: await recomputing(ctx, recomputeStart(`reading-${decision.id}`)) },
          };
        });
      },
    );
  };
