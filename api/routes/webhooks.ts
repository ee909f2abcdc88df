import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HAPPENINGS } from '../../activities/webhooks/fan-out';
import { endSubscription, rotateSecret, sendAgain, subscribe } from '../../activities/webhooks/subscriptions';
import { STRICT } from '../../activities/webhooks/target';
import { toIso, vietnamDay } from '../../law';
import type { WebhookSubscription } from '../../prisma/generated/client';
import { type Actor, actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { notFound } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { refusable, unitOf } from '../office/lookup';
import { administeredUnits, demandAdministrator } from '../permission';
import { dbDate } from '../record/dates';

const params = z.object({ id: z.uuid() });
const changed = z.object({ id: z.string() });
const states = z.enum(['pending', 'sending', 'delivered', 'dead']);

const subscriptionView = z.object({
  id: z.string(),
  unit: z.string().describe('Mã đơn vị; gồm cả đơn vị trực thuộc'),
  url: z.string(),
  kinds: z.array(z.enum(HAPPENINGS)),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  endReason: z.string().nullable().describe('ended: người chấm dứt; gone: bên nhận trả lời 410'),
  waiting: z.number().int().describe('Thông báo đang chờ'),
  dead: z.number().int().describe('Thông báo đã thôi gửi'),
});

const messageView = z.object({
  id: z.string().describe('webhook-id'),
  kind: z.string(),
  state: states,
  attempts: z.number().int(),
  nextTryAt: z.string(),
  createdAt: z.string(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
});

/** Subscriptions of other programs to what happens in a unit, for whoever administers it. */
export const webhookRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const today = () => dbDate(toIso(vietnamDay(ctx.now())));

    const own = async (actor: Actor, id: string): Promise<WebhookSubscription> => {
      const subscription = await ctx.prisma.webhookSubscription.findUnique({ where: { id } });
      if (!subscription) throw notFound('Không có đăng ký mang id này.', 'No subscription has this id.');
      await demandAdministrator(ctx.prisma, actor, subscription.unitId, today());
      return subscription;
    };

    app.get(
      '/webhooks',
      {
        schema: {
          operationId: 'listWebhooks',
          tags: ['webhooks'],
          summary: 'Chương trình khác đang nghe / Subscriptions of other programs',
          response: { 200: z.array(subscriptionView), ...problems(400, 403) },
        },
      },
      async request => {
        const units = await administeredUnits(ctx.prisma, await actorOf(ctx.prisma, request), today());
        const rows = await ctx.prisma.webhookSubscription.findMany({
          where: units === null ? {} : { unitId: { in: units } },
          include: { unit: { select: { code: true } } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        });
        const counts = await ctx.prisma.webhookMessage.groupBy({ by: ['subscriptionId', 'state'], _count: true });
        const count = (id: string, ...wanted: string[]) =>
          counts
            .filter(one => one.subscriptionId === id && wanted.includes(one.state))
            .reduce((sum, one) => sum + one._count, 0);
        return rows.map(row => ({
          ...{ id: row.id, unit: row.unit.code, url: row.url, kinds: row.kinds as (typeof HAPPENINGS)[number][] },
          createdAt: row.createdAt.toISOString(),
          endedAt: row.endedAt?.toISOString() ?? null,
          endReason: row.endReason,
          waiting: count(row.id, 'pending', 'sending'),
          dead: count(row.id, 'dead'),
        }));
      },
    );

    app.post(
      '/webhooks',
      {
        schema: {
          operationId: 'createWebhook',
          tags: ['webhooks'],
          summary: 'Đăng ký một địa chỉ https / Subscribe an https address',
          headers: commandHeaders,
          body: z.object({
            unit: z.string().max(40).describe('Mã đơn vị; gồm cả đơn vị trực thuộc'),
            url: z.string().max(2000),
            kinds: z.array(z.enum(HAPPENINGS)).min(1).max(HAPPENINGS.length),
          }),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { url, kinds } = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const unit = await unitOf(ctx.prisma, request.body.unit);
          await demandAdministrator(ctx.prisma, actor, unit.id, today());
          const wanted = { id: idOfCommand(commandId), unitId: unit.id, url, kinds };
          await refusable(subscribe(ctx.pool, wanted, ctx.webhooks ?? STRICT, actor.id, ctx.now()));
          return { status: 201, body: { id: wanted.id } };
        });
      },
    );

    app.get(
      '/webhooks/:id/secret',
      {
        schema: {
          operationId: 'getWebhookSecret',
          tags: ['webhooks'],
          summary: 'Khoá kiểm chữ ký / The secret that verifies signatures',
          params,
          response: { 200: z.object({ secret: z.string() }), ...problems(400, 403, 404) },
        },
      },
      async (request, reply) => {
        const { secret } = await own(await actorOf(ctx.prisma, request), request.params.id);
        reply.header('cache-control', 'no-store');
        return { secret };
      },
    );

    for (const [name, operationId, summary, act] of [
      [
        'secret',
        'rotateWebhookSecret',
        'Đổi khoá; khoá cũ còn ký thêm một ngày / A new secret; the old one signs for a day more',
        rotateSecret,
      ],
      ['end', 'endWebhook', 'Chấm dứt đăng ký / End a subscription', endSubscription],
    ] as const) {
      app.post(
        `/webhooks/:id/${name}`,
        {
          schema: {
            operationId,
            tags: ['webhooks'],
            summary,
            headers: commandHeaders,
            params,
            body: z.object({}).optional(),
            response: { 201: changed, ...commandProblems },
          },
        },
        async (request, reply) => {
          const actor = await actorOf(ctx.prisma, request);
          return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
            const { id } = await own(actor, request.params.id);
            await refusable(act(ctx.pool, id, actor.id, ctx.now()));
            return { status: 201, body: { id } };
          });
        },
      );
    }

    app.get(
      '/webhooks/:id/messages',
      {
        schema: {
          operationId: 'listWebhookMessages',
          tags: ['webhooks'],
          summary: 'Thông báo và trạng thái, mới trước / Messages and their states, newest first',
          params,
          querystring: pageQuery.extend({ state: states.optional() }),
          response: { 200: pageOf(messageView), ...problems(400, 403, 404) },
        },
      },
      async request => {
        const { id: subscriptionId } = await own(await actorOf(ctx.prisma, request), request.params.id);
        const { cursor, limit, state } = request.query;
        const key = decodeCursor(cursor, 2);
        const at = new Date(String(key?.[0] ?? 0));
        const rows = await ctx.prisma.webhookMessage.findMany({
          where: {
            subscriptionId,
            ...(state === undefined ? {} : { state }),
            ...(key ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(key[1]) } }] } : {}),
          },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: limit + 1,
        });
        const messages = rows.map(({ id, kind, attempts, lastStatus, lastError, ...row }) => ({
          ...{ id, kind, attempts, lastStatus, lastError },
          state: row.state as z.infer<typeof states>,
          nextTryAt: row.nextTryAt.toISOString(),
          createdAt: row.createdAt.toISOString(),
        }));
        return page(messages, limit, message => [message.createdAt, message.id]);
      },
    );

    app.post(
      '/webhooks/:id/messages/:message/again',
      {
        schema: {
          operationId: 'sendWebhookAgain',
          tags: ['webhooks'],
          summary: 'Gửi lại một thông báo đã thôi gửi / Send again a message that was given up',
          headers: commandHeaders,
          params: params.extend({ message: z.uuid() }),
          body: z.object({}).optional(),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { message } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
          const { id } = await own(actor, request.params.id);
          await refusable(sendAgain(ctx.pool, id, message, actor.id, ctx.now()));
          return { status: 201, body: { id: message } };
        });
      },
    );
  };
