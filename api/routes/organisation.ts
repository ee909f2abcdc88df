import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { problems } from '../http/replies';
import { isoDay, isoDayOrNull } from '../record/dates';

const unitView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['province', 'branch', 'department']),
  parent: z.string().nullable().describe('Mã đơn vị cấp trên'),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

const officerView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string().describe('Mã đơn vị'),
  active: z.boolean(),
  roles: z.array(z.string()),
});

/** Units and officers, by code. */
export const organisationRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/units',
      {
        schema: {
          operationId: 'listUnits',
          tags: ['organisation'],
          summary: 'Đơn vị / Units',
          querystring: pageQuery,
          response: { 200: pageOf(unitView), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit } = request.query;
        const [after] = decodeCursor(cursor, 1) ?? [''];
        const rows = await ctx.prisma.unit.findMany({
          where: { code: { gt: String(after) } },
          include: { parent: { select: { code: true } } },
          orderBy: { code: 'asc' },
          take: limit + 1,
        });
        const units = rows.map(({ id, code, name, kind, parent, validFrom, validTo }) => ({
          id,
          code,
          name,
          kind,
          parent: parent?.code ?? null,
          validFrom: isoDay(validFrom),
          validTo: isoDayOrNull(validTo),
        }));
        return page(units, limit, unit => [unit.code]);
      },
    );

    app.get(
      '/officers',
      {
        schema: {
          operationId: 'listOfficers',
          tags: ['organisation'],
          summary: 'Cán bộ / Officers',
          querystring: pageQuery.extend({ unit: z.string().max(40).optional().describe('Mã đơn vị') }),
          response: { 200: pageOf(officerView), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit, unit } = request.query;
        const [after] = decodeCursor(cursor, 1) ?? [''];
        const rows = await ctx.prisma.officer.findMany({
          where: { code: { gt: String(after) }, ...(unit === undefined ? {} : { unit: { code: unit } }) },
          include: { unit: { select: { code: true } }, roles: { select: { role: true } } },
          orderBy: { code: 'asc' },
          take: limit + 1,
        });
        const officers = rows.map(({ id, code, name, active, unit: home, roles }) => ({
          id,
          code,
          name,
          active,
          unit: home.code,
          roles: [...new Set(roles.map(r => r.role))],
        }));
        return page(officers, limit, officer => [officer.code]);
      },
    );
  };
