import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../deps';
import { runChecks } from '../health/ready';
import { calendarWarnings, lawWarnings, statementWarnings } from '../health/warnings';
import { METRICS_TYPE, metricsText } from '../statement/metrics';
import { statementState } from '../statement/watch';

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

const statementHealth = z.object({
  ok: z.boolean().describe('Có bản thống kê và không còn gì không giải trình được'),
  day: z.string().describe('Ngày mà giờ này phải có bản thống kê; trước 08:00 là hôm qua'),
  missing: z.boolean(),
  at: z.string().nullable(),
  due: z.number().int().nullable(),
  unaccounted: z.number().int().nullable(),
  nobody: z.number().int().nullable(),
  early: z.number().int().nullable(),
  groundless: z.number().int().nullable(),
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
          : [
              ...(await calendarWarnings(ctx, ctx.now())),
              ...(await lawWarnings(ctx)),
              ...(await statementWarnings(ctx, ctx.now())),
            ];
        const ready = missing.length === 0;
        return reply.code(ready ? 200 : 503).send({ ready, missing, checks, warnings });
      },
    );

    app.get(
      '/health/statement',
      {
        schema: {
          operationId: 'statementHealth',
          tags: ['health'],
          summary:
            'Bản thống kê nhắc hạn có đúng giờ và đủ không / Whether the statement of alerts is there and accounts for all',
          response: { 200: statementHealth, 503: statementHealth },
        },
      },
      async (_request, reply) => {
        const { wanted, ...state } = await statementState(ctx.pool, ctx.now());
        const ok = !state.missing && (state.unaccounted ?? 0) === 0;
        return reply.code(ok ? 200 : 503).send({ ok, ...state });
      },
    );

    app.get(
      '/metrics',
      {
        schema: {
          operationId: 'metrics',
          tags: ['health'],
          summary: 'Số liệu cho Prometheus / Figures for Prometheus',
          response: { 200: z.string() },
          produces: ['text/plain'],
        },
      },
      async (_request, reply) => reply.type(METRICS_TYPE).send(metricsText(await statementState(ctx.pool, ctx.now()))),
    );
  };
