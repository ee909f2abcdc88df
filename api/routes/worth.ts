import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { worthOf } from '../../activities/mail/worth';
import { toIso, vietnamDay } from '../../law';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { Problem } from '../http/problem';
import { problems } from '../http/replies';
import { unitOf, withThoseBelow } from '../office/lookup';
import { visibleUnits } from '../permission';
import * as s from '../record/schemas';

const count = z.number().int();
const worthView = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(
    z.object({
      threshold: z.string(),
      level: z.string(),
      channel: z.string(),
      told: count.describe('Đã nhắc; bằng tổng các mục sau'),
      acted: count.describe('Xác nhận hoặc làm xong trong một ngày làm việc'),
      later: count.describe('Muộn hơn, nhưng trước khi hết hạn'),
      tooLate: count.describe('Nhắc trước hạn mà hết hạn mới làm, hoặc chưa làm'),
      ignored: count.describe('Chưa ai làm gì'),
      fresh: count.describe('Chưa ai làm gì, ngày làm việc kế tiếp chưa hết'),
    }),
  ),
});

const MONTH = 30;

/** What reminders were worth. */
export const worthRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/alerts/worth',
      {
        schema: {
          operationId: 'alertWorth',
          tags: ['mail'],
          summary: 'Nhắc việc có tác dụng không: theo mốc, cấp và kênh / What reminders were worth',
          querystring: z.object({
            from: s.isoDate.optional().describe('Ngày đầu; mặc định 30 ngày trước'),
            to: s.isoDate.optional().describe('Ngày cuối; mặc định hôm nay'),
            unit: z.string().max(40).optional().describe('Mã đơn vị, gồm cả đơn vị cấp dưới'),
          }),
          response: { 200: worthView, ...problems(400, 403, 422) },
        },
      },
      async request => {
        const today = vietnamDay(ctx.now());
        const { from = toIso(today - MONTH), to = toIso(today), unit } = request.query;
        if (to < from) {
          throw new Problem(
            422,
            'wrong_days',
            `Ngày cuối ${to} (to) trước ngày đầu ${from} (from).`,
            `The last day ${to} (to) is before the first ${from} (from).`,
          );
        }
        const visible = await visibleUnits(ctx.prisma, await actorOf(ctx.prisma, request));
        const wanted = unit === undefined ? null : await withThoseBelow(ctx.pool, (await unitOf(ctx.prisma, unit)).id);
        const units = wanted === null ? visible : wanted.filter(id => visible === null || visible.includes(id));
        return { from, to, items: await worthOf(ctx.pool, { from, to, units, now: ctx.now() }) };
      },
    );
  };
