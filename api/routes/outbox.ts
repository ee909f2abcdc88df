import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { problems } from '../http/replies';
import { isoDayOrNull } from '../record/dates';

const states = z.enum(['pending', 'sending', 'unknown', 'accepted', 'deferred', 'bounced', 'suppressed']);

const mailView = z.object({
  id: z.string(),
  messageId: z.string(),
  kind: z.string(),
  forDay: z.string().nullable(),
  state: states,
  attempts: z.number().int(),
  createdAt: z.string(),
  alerts: z.number().int(),
});

/** Mails by their state. Neither address nor text: those are the mailbox's business. */
export const outboxRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/outbox',
      {
        schema: {
          operationId: 'listOutbox',
          tags: ['mail'],
          summary: 'Thư đi và trạng thái / Outgoing mails and their states, newest first',
          querystring: pageQuery.extend({ state: states.optional() }),
          response: { 200: pageOf(mailView), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit, state } = request.query;
        const key = decodeCursor(cursor, 2);
        const rows = await ctx.prisma.outbox.findMany({
          where: { ...(state === undefined ? {} : { state }), ...(key ? olderThan(key) : {}) },
          select: {
            id: true,
            messageId: true,
            kind: true,
            forDay: true,
            state: true,
            attempts: true,
            createdAt: true,
            _count: { select: { alerts: true } },
          },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: limit + 1,
        });
        const mails = rows.map(({ _count, forDay, createdAt, ...mail }) => ({
          ...mail,
          forDay: isoDayOrNull(forDay),
          createdAt: createdAt.toISOString(),
          alerts: _count.alerts,
        }));
        return page(mails, limit, mail => [mail.createdAt, mail.id]);
      },
    );
  };

function olderThan([createdAt, id]: readonly (string | number | null)[]) {
  const at = new Date(String(createdAt));
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(id) } }] };
}
