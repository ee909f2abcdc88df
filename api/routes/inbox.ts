import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIso, vietnamDay } from '../../law';
import { type Actor, actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { pageQuery } from '../http/paging';
import { Problem } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { acknowledgeAlerts, acknowledgedAlert } from '../inbox/acknowledge';
import { INBOX_FILTERS, inboxOf, inboxPage } from '../inbox/list';
import { officerOf } from '../office/lookup';
import { demandSelfOrHead } from '../permission';
import { dbDate } from '../record/dates';
import * as s from '../record/schemas';

const params = z.object({ officer: z.string().min(1).max(60).describe('Mã hoặc id cán bộ') });
const MOST = 100;

/** The alerts of an officer inside the program: to see, to mark as seen, to acknowledge many at once. */
export const inboxRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/officers/:officer/inbox',
      {
        schema: {
          operationId: 'readInbox',
          tags: ['mail'],
          summary: 'Nhắc việc của một cán bộ, mới trước / Alerts of an officer, newest first',
          params,
          querystring: pageQuery.extend({
            show: z
              .enum(INBOX_FILTERS)
              .default('unread')
              .describe('unread: chưa xem; open: chưa xác nhận; all: tất cả'),
          }),
          response: { 200: inboxPage, ...problems(400, 403, 404) },
        },
      },
      async request => {
        const actor = await actorOf(ctx.prisma, request);
        const officer = await officerOf(ctx.prisma, request.params.officer);
        await demandSelfOrHead(ctx.prisma, actor, officer, dbDate(toIso(vietnamDay(ctx.now()))));
        const { show: filter, cursor, limit } = request.query;
        return inboxOf(ctx, officer.id, { filter, cursor, limit });
      },
    );

    app.post(
      '/officers/:officer/inbox/read',
      {
        schema: {
          operationId: 'markRead',
          tags: ['mail'],
          summary: 'Đánh dấu đã xem; chỉ chính cán bộ / Mark as seen; the officer alone',
          headers: commandHeaders,
          params,
          body: z.object({ alerts: z.array(z.uuid()).min(1).max(MOST) }),
          response: { 201: z.object({ read: z.number().int() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          if (actor.kind !== 'operator') demandSelf(actor, officer.id);
          const { count } = await ctx.prisma.alert.updateMany({
            where: { id: { in: request.body.alerts }, recipientId: officer.id, readAt: null },
            data: { readAt: new Date(ctx.now()) },
          });
          return { status: 201, body: { read: count } };
        });
      },
    );

    app.post(
      '/officers/:officer/inbox/acknowledgements',
      {
        schema: {
          operationId: 'acknowledgeInbox',
          tags: ['commands'],
          summary: 'Đã nhận nhiều nhắc việc một lúc; chỉ chính cán bộ / Acknowledge many alerts; the officer alone',
          headers: commandHeaders,
          params,
          body: z.object({
            alerts: z.array(z.uuid()).min(1).max(MOST),
            promisedOn: s.isoDate.optional().describe('Ngày hẹn làm xong'),
          }),
          response: { 201: z.array(acknowledgedAlert), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          demandSelf(actor, officer.id);
          return { status: 201, body: await acknowledgeAlerts(ctx, officer.id, request.body, commandId) };
        });
      },
    );
  };

/** Seeing and acknowledging are one's own: nobody else can say that an officer has seen something. */
function demandSelf(actor: Actor, officerId: string): void {
  if (actor.id === officerId) return;
  throw new Problem(
    403,
    'not_yours',
    'Chỉ chính cán bộ được nhắc làm được việc này: hãy gửi X-Officer là mã của cán bộ ấy.',
    'Only the officer who was alerted may do this: send that officer’s code as X-Officer.',
  );
}
