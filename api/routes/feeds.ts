import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { feedTokenHash, newFeed, revokeFeed } from '../../activities/organisation/feeds';
import { toIso, vietnamDay } from '../../law';
import type { Officer } from '../../prisma/generated/client';
import { type Actor, actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { feedText } from '../feed/calendar';
import { feedItems } from '../feed/load';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { notFound } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { officerOf, refusable } from '../office/lookup';
import { demandAdministrator } from '../permission';
import { dbDate } from '../record/dates';

const params = z.object({ officer: z.string().min(1).max(60).describe('Mã hoặc id cán bộ') });
const HOUR_MS = 3_600_000;

/** The calendar itself, under its secret address: no log-in, because calendar programs have none. */
export const feedRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const file = z.object({ file: z.string().max(100) });
    app.get('/feeds/:file', { schema: { hide: true, params: file } }, async (request, reply) => {
      const [, token] = /^([\w-]{43})\.ics$/.exec(request.params.file) ?? [];
      const feed =
        token === undefined
          ? null
          : await ctx.prisma.feed.findUnique({
              where: { tokenHash: feedTokenHash(token) },
              include: { officer: true },
            });
      // Unknown, revoked, of somebody who left: one answer, so that nothing is learnt from it.
      if (!feed || feed.revokedAt !== null || !feed.officer.active) {
        throw notFound('Không có lịch này.', 'There is no such calendar.');
      }
      const now = ctx.now();
      const text = feedText(feed.officer.code, await feedItems(ctx, feed.officerId, now));
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
      const changedAt = feed.etag === etag && feed.changedAt !== null ? feed.changedAt : new Date(now);
      if (feed.etag !== etag || feed.readAt === null || now - feed.readAt.getTime() > HOUR_MS) {
        await ctx.prisma.feed.update({ where: { id: feed.id }, data: { etag, changedAt, readAt: new Date(now) } });
      }
      reply
        .header('etag', etag)
        .header('last-modified', changedAt.toUTCString())
        .header('cache-control', 'private, no-cache')
        .header('referrer-policy', 'no-referrer')
        .header('x-robots-tag', 'noindex, nofollow');
      if (unchanged(request, etag, changedAt)) return reply.code(304).send();
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="thoi-han.ics"')
        .serializer(body => body as string)
        .send(text);
    });
  };

/** RFC 9110: If-None-Match decides where it is given; If-Modified-Since has seconds only. */
function unchanged({ headers }: FastifyRequest, etag: string, changedAt: Date): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.split(',').some(one => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

const feedView = z.object({ id: z.string(), createdAt: z.string(), readAt: z.string().nullable() });

/** Making and revoking the address of a feed: by the officer, or by whoever administers the unit. */
export const feedOfficeRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const demand = async (actor: Actor, officer: Officer): Promise<void> => {
      if (actor.id === officer.id) return;
      await demandAdministrator(ctx.prisma, actor, officer.unitId, dbDate(toIso(vietnamDay(ctx.now()))));
    };

    app.get(
      '/officers/:officer/feed',
      {
        schema: {
          operationId: 'getFeed',
          tags: ['organisation'],
          summary:
            'Lịch iCalendar của cán bộ: có chưa, đọc lần cuối / The calendar feed: whether there is one, last read',
          params,
          response: { 200: feedView, ...problems(400, 403, 404) },
        },
      },
      async request => {
        const actor = await actorOf(ctx.prisma, request);
        const officer = await officerOf(ctx.prisma, request.params.officer);
        await demand(actor, officer);
        const feed = await ctx.prisma.feed.findFirst({ where: { officerId: officer.id, revokedAt: null } });
        if (!feed) throw notFound('Cán bộ này chưa có lịch.', 'This officer has no feed.');
        return {
          id: feed.id,
          createdAt: feed.createdAt.toISOString(),
          readAt: feed.readAt?.toISOString() ?? null,
        };
      },
    );

    app.post(
      '/officers/:officer/feed',
      {
        schema: {
          operationId: 'newFeed',
          tags: ['organisation'],
          summary:
            'Tạo địa chỉ lịch mới, chỉ cho biết một lần; địa chỉ cũ hết hiệu lực / A new secret address, told once; the old one ends',
          headers: commandHeaders,
          params,
          body: z.object({}).optional(),
          response: { 201: z.object({ id: z.string(), url: z.string() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const officer = await officerOf(ctx.prisma, request.params.officer);
        await demand(actor, officer);
        // Not through `once`: that keeps answers, and this one holds a secret that is kept nowhere.
        const id = idOfCommand(`feed:${request.headers['idempotency-key']}`);
        const token = await refusable(newFeed(ctx.pool, id, officer.id, actor.id, ctx.now()));
        reply.code(201).header('cache-control', 'no-store');
        return { id, url: `${ctx.publicUrl}/feeds/${token}.ics` };
      },
    );

    app.post(
      '/officers/:officer/feed/revocation',
      {
        schema: {
          operationId: 'revokeFeed',
          tags: ['organisation'],
          summary: 'Thu hồi địa chỉ lịch / Revoke the address',
          headers: commandHeaders,
          params,
          body: z.object({}).optional(),
          response: { 201: z.object({ id: z.string() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          await demand(actor, officer);
          await refusable(revokeFeed(ctx.pool, officer.id, actor.id, ctx.now()));
          return { status: 201, body: { id: officer.id } };
        });
      },
    );
  };
