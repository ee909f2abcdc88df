import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readStatement } from '../../activities/recount/read';
import { toIso, vietnamDay } from '../../law';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { notFound } from '../http/problem';
import { problems } from '../http/replies';
import { administeredUnits, demandAdministrator } from '../permission';
import { dbDate } from '../record/dates';
import * as s from '../record/schemas';

const count = z.number().int();
const fates = z.object({
  due: count.describe('Đến hạn nhắc; bằng tổng các mục sau created'),
  created: count.describe('Đã lập nhắc việc'),
  acknowledged: count.describe('Đã xác nhận'),
  accepted: count.describe('Máy chủ thư đã nhận'),
  onTheWay: count.describe('Đang gửi'),
  waiting: count.describe('Chờ bản tin của ngày làm việc tới'),
  held: count.describe('Tạm giữ vì đã xác nhận, đã hẹn'),
  silent: count.describe('Đã qua khi nhập sổ, hoặc có nhắc sau thay'),
  settled: count.describe('Đã xong, thay, hủy hoặc tạm ngừng trước khi phải nhắc'),
  undeliverable: count.describe('Không gửi được, đã giao quản trị viên'),
  nobody: count.describe('Không có ai để nhắc'),
  unaccounted: count.describe('Không giải trình được'),
});

const statementView = z.object({
  day: z.string(),
  revision: count,
  at: z.string(),
  since: z.string(),
  deadlines: count.describe('Thời hạn đang chạy có mốc nhắc ở gần'),
  early: count.describe('Nhắc trước mốc'),
  groundless: count.describe('Nhắc không có mốc'),
  found: count.describe('Không giải trình được ở lần đếm đầu'),
  asked: count.describe('Việc đã được tính lại trước lần đếm này'),
  revived: count.describe('Trong đó: đã mất đồng hồ, được dựng lại'),
  provinces: z.array(z.object({ province: z.string(), fresh: z.boolean(), fates })),
  gaps: z.array(
    z.object({
      kind: z.enum(['unaccounted', 'nobody', 'early', 'groundless']),
      why: z.string(),
      matterId: z.string(),
      matter: z.string(),
      unit: z.string(),
      dutyId: z.string(),
      due: z.string(),
      threshold: z.string(),
      level: z.string(),
      fellAt: z.string().nullable(),
    }),
  ),
  moreGaps: count,
  hash: z.string(),
  prevHash: z.string(),
  intact: z.boolean().describe('Chuỗi các bản thống kê còn nguyên'),
});

const MOST_GAPS = 500;

/** The statements of the mornings, for whoever administers a unit: the provinces and gaps of what is below it. */
export const statementRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/statements/:day',
      {
        schema: {
          operationId: 'readStatement',
          tags: ['mail'],
          summary: 'Thống kê nhắc hạn của một ngày / The statement of alerts of a day',
          params: z.object({ day: z.union([z.literal('latest'), s.isoDate]) }),
          response: { 200: statementView, ...problems(400, 403, 404) },
        },
      },
      async request => {
        const { day } = request.params;
        const actor = await actorOf(ctx.prisma, request);
        const today = dbDate(toIso(vietnamDay(ctx.now())));
        const units = await administeredUnits(ctx.prisma, actor, today);
        if (units?.length === 0) await demandAdministrator(ctx.prisma, actor, null, today);
        const statement = await readStatement(ctx.pool, {
          day: day === 'latest' ? null : day,
          units,
          mostGaps: MOST_GAPS,
        });
        if (statement === null) {
          throw notFound(
            'Không có bản thống kê của ngày này; bản của mỗi ngày có lúc 07:45. Xem GET /v1/statements/latest.',
            'There is no statement of this day; each is counted at 07:45. See GET /v1/statements/latest.',
          );
        }
        const { at, since, broken, provinces, n, gapsHash, ...rest } = statement;
        return {
          ...rest,
          gaps: [...rest.gaps],
          at: new Date(at).toISOString(),
          since: new Date(since).toISOString(),
          provinces: provinces.map(({ province, fresh, fates: told }) => ({ province, fresh, fates: told })),
          intact: broken === null,
        };
      },
    );
  };
