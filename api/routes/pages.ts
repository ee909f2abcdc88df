import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { MatterKind } from '../../law/model';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { matterPage } from '../page/matter-page';
import { slipPage } from '../page/slip-page';
import { matterNow } from '../record/as-of';
import { findMatter } from '../record/lookup';
import * as s from '../record/schemas';
import { findDeadline, slipOf } from '../record/slip';
import { eventViewOf } from '../record/view';

/** What the links in mails open: a page to read in a browser. */
export const pageRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get('/matters/:matter', { schema: { hide: true, params: s.matterParams } }, async (request, reply) => {
      const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, {});
      const view = await matterNow(ctx, matter.id, ctx.now());
      const events = await ctx.prisma.event.findMany({ where: { matterId: matter.id }, orderBy: { seq: 'asc' } });
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
      return matterPage(
        view,
        events.map(event => eventViewOf(matter.kind as MatterKind, event)),
      );
    });

    const params = s.matterParams.extend(s.deadlineParam);
    app.get('/matters/:matter/slips/:deadline', { schema: { hide: true, params } }, async (request, reply) => {
      const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, {});
      const deadline = await findDeadline(ctx, matter.id, request.params.deadline, undefined);
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
      return slipPage(matter.id, await slipOf(ctx, matter, deadline, ctx.now()));
    });
  };
