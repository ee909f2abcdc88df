import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { resolveTask } from '../../activities/mail/tasks';
import { PROBLEM_KINDS, standingProblems } from '../../activities/organisation/problems';
import { toIso, vietnamDay } from '../../law';
import { type Actor, actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { notFound } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { refusable, unitOf, withThoseBelow } from '../office/lookup';
import { administeredUnits, demandAdministrator } from '../permission';
import { dbDate } from '../record/dates';

const unitQuery = z.string().max(40).optional().describe('Mã đơn vị; gồm cả đơn vị trực thuộc');

const problemView = z.object({
  kind: z.enum(PROBLEM_KINDS),
  unit: z.string(),
  officer: z.string().nullable(),
  count: z.number().int().nullable(),
  vi: z.string(),
  en: z.string(),
});

const taskView = z.object({
  id: z.string(),
  reason: z.enum(['bad_address', 'address_refused', 'mail_refused', 'given_up', 'unknown_fate', 'circular_delegation']),
  unit: z.string().nullable(),
  officer: z.string().nullable().describe('Mã cán bộ nhận thư'),
  address: z.string().nullable(),
  holds: z.boolean().describe('Thư cho địa chỉ này đang được giữ lại'),
  status: z.string().nullable().describe('Mã trả lời của máy chủ thư'),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  resolution: z.string().nullable(),
  mails: z.array(z.object({ id: z.string(), messageId: z.string(), kind: z.string(), state: z.string() })),
});

/** What stands in the way of reminders: for the administrator of the unit. */
export const problemRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const today = () => toIso(vietnamDay(ctx.now()));

    /** Units of the actor's below the one named; null: all. */
    const unitsAsked = async (actor: Actor, code: string | undefined): Promise<string[] | null> => {
      const own = await administeredUnits(ctx.prisma, actor, dbDate(today()));
      if (code === undefined) return own;
      const root = await unitOf(ctx.prisma, code);
      await demandAdministrator(ctx.prisma, actor, root.id, dbDate(today()));
      return withThoseBelow(ctx.pool, root.id);
    };

    app.get(
      '/problems',
      {
        schema: {
          operationId: 'listProblems',
          tags: ['organisation'],
          summary: 'Điều cản trở nhắc việc của đơn vị / What stands in the way of reminders in a unit',
          querystring: z.object({ unit: unitQuery }),
          response: { 200: z.array(problemView), ...problems(400, 403, 422) },
        },
      },
      async request => {
        const actor = await actorOf(ctx.prisma, request);
        return standingProblems(ctx.pool, await unitsAsked(actor, request.query.unit), today());
      },
    );

    app.get(
      '/mail/problems',
      {
        schema: {
          operationId: 'listMailProblems',
          tags: ['mail'],
          summary: 'Thư không đến nơi, mới trước / Mails that do not arrive, newest first',
          querystring: pageQuery.extend({
            unit: unitQuery,
            closed: z
              .enum(['true', 'false'])
              .transform(text => text === 'true')
              .optional()
              .describe('true: cả việc đã xong'),
          }),
          response: { 200: pageOf(taskView), ...problems(400, 403, 422) },
        },
      },
      async request => {
        const { cursor, limit, unit, closed } = request.query;
        const units = await unitsAsked(await actorOf(ctx.prisma, request), unit);
        const key = decodeCursor(cursor, 2);
        const at = new Date(String(key?.[0] ?? 0));
        const rows = await ctx.prisma.deliveryTask.findMany({
          where: {
            ...(units === null ? {} : { unitId: { in: units } }),
            ...(closed ? {} : { closedAt: null }),
            ...(key ? { OR: [{ openedAt: { lt: at } }, { openedAt: at, id: { lt: String(key[1]) } }] } : {}),
          },
          include: {
            unit: { select: { code: true } },
            officer: { select: { code: true } },
            mails: {
              select: { id: true, messageId: true, kind: true, state: true },
              orderBy: { createdAt: 'asc' },
              take: 100,
            },
          },
          orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
          take: limit + 1,
        });
        const tasks = rows.map(task => ({
          id: task.id,
          reason: task.reason as z.infer<typeof taskView>['reason'],
          unit: task.unit?.code ?? null,
          officer: task.officer?.code ?? null,
          address: task.address,
          holds: task.holds,
          status: task.status,
          openedAt: task.openedAt.toISOString(),
          closedAt: task.closedAt?.toISOString() ?? null,
          resolution: task.resolution,
          mails: task.mails,
        }));
        return page(tasks, limit, task => [task.openedAt, task.id]);
      },
    );

    app.post(
      '/mail/problems/:id/resolution',
      {
        schema: {
          operationId: 'resolveMailProblem',
          tags: ['mail'],
          summary: 'Gửi lại, hoặc thôi không gửi / Send again, or leave unsent',
          headers: commandHeaders,
          params: z.object({ id: z.uuid() }),
          body: z.object({ action: z.enum(['again', 'drop']) }),
          response: { 201: z.object({ mails: z.number().int() }).describe('Số thư gửi lại'), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { id: taskId } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const task = await ctx.prisma.deliveryTask.findUnique({ where: { id: taskId } });
          if (!task) throw notFound('Không có việc mang id này.', 'No task has this id.');
          await demandAdministrator(ctx.prisma, actor, task.unitId, dbDate(today()));
          const { action } = request.body;
          const mails = await refusable(resolveTask(ctx.pool, { taskId, action, by: actor.id }, ctx.now()));
          return { status: 201, body: { mails } };
        });
      },
    );
  };
