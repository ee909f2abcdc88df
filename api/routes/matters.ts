import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { toIso, vietnamDay } from '../../law';
import type { MatterKind } from '../../law/model';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { Problem } from '../http/problem';
import { problems } from '../http/replies';
import { visibleUnits } from '../permission';
import { matterAsOf, matterNow } from '../record/as-of';
import { endOfDay } from '../record/dates';
import { explainDay } from '../record/explain';
import { explanation } from '../record/explain-words';
import { listMatters } from '../record/list';
import { findMatter } from '../record/lookup';
import * as s from '../record/schemas';
import { findDeadline, slipOf } from '../record/slip';
import { eventViewOf } from '../record/view';

const flag = z.enum(['true', 'false']).transform(text => text === 'true');

/** Reading the record: lists, one matter, its timeline, and what was known of it on a past day. */
export const matterRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/matters',
      {
        schema: {
          operationId: 'listMatters',
          tags: ['matters'],
          summary: 'Danh sách việc, gấp nhất trước / Matters, the most urgent first',
          querystring: pageQuery.extend({
            kind: s.kindSchema.optional(),
            unit: z.string().max(40).optional().describe('Mã đơn vị; gồm cả đơn vị trực thuộc'),
            officer: z.string().max(60).optional().describe('Mã cán bộ'),
            stage: z.string().max(60).optional(),
            dueBefore: s.isoDate.optional().describe('Hạn gần nhất trước ngày này'),
            overdue: flag.optional(),
            closed: flag.optional(),
          }),
          response: { 200: pageOf(s.matterLine), ...problems(400, 403) },
        },
      },
      async request => {
        const { cursor, limit, ...filter } = request.query;
        const visible = await visibleUnits(ctx.prisma, await actorOf(ctx.prisma, request));
        return listMatters(ctx.prisma, { ...filter, visible }, cursor, limit);
      },
    );

    app.get(
      '/matters/:matter',
      {
        schema: {
          operationId: 'getMatter',
          tags: ['matters'],
          summary: 'Một việc: thời hạn, cách tính, tạm dừng, nhắc việc / One matter, now or as known on a past day',
          params: s.matterParams,
          querystring: s.narrowing.extend({
            asOf: s.isoDate.optional().describe('Kể lại điều đã biết đến hết ngày này'),
          }),
          response: { 200: s.matterView, ...problems(400, 403, 404, 422) },
        },
      },
      async request => {
        const { asOf, ...narrow } = request.query;
        const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, narrow);
        return asOf === undefined ? matterNow(ctx, matter.id, ctx.now()) : matterAsOf(ctx, matter.id, asOf);
      },
    );

    app.get(
      '/matters/:matter/deadlines/:deadline/slip',
      {
        schema: {
          operationId: 'getSlip',
          tags: ['matters'],
          summary: 'Phiếu tính thời hạn, có mã băm / The slip of one deadline, closed by a hash',
          params: s.matterParams.extend(s.deadlineParam),
          querystring: s.narrowing.extend({ version: z.coerce.number().int().positive().optional() }),
          response: { 200: s.slipDocument, ...problems(400, 403, 404, 422) },
        },
      },
      async request => {
        const { version, ...narrow } = request.query;
        const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, narrow);
        const deadline = await findDeadline(ctx, matter.id, request.params.deadline, version);
        const slip = await slipOf(ctx, matter, deadline, ctx.now());
        const duty = { ...slip.duty, source: { ...slip.duty.source } };
        return { ...slip, duty, steps: slip.steps.map(step => ({ ...step })) };
      },
    );

    app.get(
      '/matters/:matter/explain',
      {
        schema: {
          operationId: 'explainMatter',
          tags: ['matters'],
          summary: 'Vì sao ngày ấy có hoặc không có ai được nhắc / Why somebody was told on a day, or nobody was',
          params: s.matterParams,
          querystring: s.narrowing.extend({ on: s.isoDate.describe('Ngày muốn hỏi, không sau hôm nay') }),
          response: { 200: explanation, ...problems(400, 403, 404, 422) },
        },
      },
      async request => {
        const { on, ...narrow } = request.query;
        const today = toIso(vietnamDay(ctx.now()));
        if (on > today) {
          throw new Problem(
            422,
            'future_day',
            `Ngày ${on} (on) chưa tới; hôm nay là ${today}. Hãy hỏi từ hôm nay trở về trước.`,
            `The day ${on} (on) has not come; today is ${today}. Ask about today or an earlier day.`,
          );
        }
        const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, narrow);
        return explainDay(ctx, matter.id, on, ctx.now());
      },
    );

    app.get(
      '/matters/:matter/events',
      {
        schema: {
          operationId: 'listEvents',
          tags: ['matters'],
          summary: 'Nhật ký sự kiện, cũ trước / The log of events, oldest first',
          params: s.matterParams,
          querystring: pageQuery.extend(s.narrowing.shape).extend({ asOf: s.isoDate.optional() }),
          response: { 200: pageOf(s.eventView), ...problems(400, 403, 404, 422) },
        },
      },
      async request => {
        const { cursor, limit, asOf, ...narrow } = request.query;
        const matter = await findMatter(ctx.prisma, await actorOf(ctx.prisma, request), request.params.matter, narrow);
        const [after] = decodeCursor(cursor, 1) ?? [0];
        const rows = await ctx.prisma.event.findMany({
          where: {
            matterId: matter.id,
            seq: { gt: Number(after) },
            ...(asOf === undefined ? {} : { recordedAt: { lt: endOfDay(asOf) } }),
          },
          orderBy: { seq: 'asc' },
          take: limit + 1,
        });
        return page(
          rows.map(row => eventViewOf(matter.kind as MatterKind, row)),
          limit,
          event => [event.seq],
        );
      },
    );
  };
