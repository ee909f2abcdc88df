import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../deps';
import { runChecks } from '../health/ready';
import { calendarWarnings, lawWarnings } from '../health/warnings';

const readiness = z.object({
  ready: z.boolean(),
  missing: z.array(z.string()),
  checks: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      ms: z.number(),
      vi: z.string().optional(),
      en: z.string().optional(),
    }),
  ),
  warnings: z
    .array(z.object({ name: z.string(), vi: z.string(), en: z.string() }))
    .describe('Chưa hỏng nhưng phải làm sớm / not broken, but to be done soon'),
});

export const healthRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/health/live',
      {
        schema: {
          operationId: 'live',
          tags: ['health'],
          summary: 'Tiến trình đang chạy / The process runs',
          response: { 200: z.object({ live: z.literal(true) }) },
        },
      },
      async () => ({ live: true as const }),
    );

    app.get(
      '/health/ready',
      {
        schema: {
          operationId: 'ready',
          tags: ['health'],
          summary: 'Mọi phần đều hoạt động / Everything the program needs works',
          response: { 200: readiness, 503: readiness },
        },
      },
      async (_request, reply) => {
        const checks = await runChecks(ctx.checks, ctx.now);
        const missing = checks.filter(c => !c.ok).map(c => c.name);
        // Without the database nothing can be said of the calendar in force.
        const warnings = missing.includes('database')
          ? []
          : [...(await calendarWarnings(ctx, ctx.now())), ...(await lawWarnings(ctx))];
        const ready = missing.length === 0;
        return reply.code(ready ? 200 : 503).send({ ready, missing, checks, warnings });
      },
    );
  };
