import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { correctAddress } from '../../activities/mail/tasks';
import { delegate, endDelegation } from '../../activities/organisation/delegations';
import { appoint, createOfficer, ROLES } from '../../activities/organisation/officers';
import { toIso, vietnamDay } from '../../law';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { notFound } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { officerOf, refusable, unitOf } from '../office/lookup';
import { demandAdministrator } from '../permission';
import { dbDate, isoDay } from '../record/dates';
import * as s from '../record/schemas';

const officerParams = z.object({ officer: z.string().min(1).max(60).describe('Mã hoặc id cán bộ') });
const email = z.string().trim().max(320).describe('Địa chỉ thư; mỗi cán bộ một địa chỉ riêng');
const changed = z.object({ id: z.string() });

const newOfficer = z.object({
  code: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/)
    .describe('Mã cán bộ: chữ hoa, số, gạch nối'),
  name: z.string().trim().min(1).max(200),
  email,
  unit: z.string().max(40).describe('Mã đơn vị'),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  from: s.isoDate.optional().describe('Giữ chức từ ngày; mặc định hôm nay'),
});

const delegationView = z.object({
  id: z.string(),
  to: z.string().describe('Mã cán bộ đứng thay'),
  from: z.string(),
  until: z.string(),
  basis: z.string(),
});

/** Changes to officers, by whoever administers their unit. */
export const officerRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const today = () => toIso(vietnamDay(ctx.now()));
    const todayInDb = () => dbDate(today());

    app.post(
      '/officers',
      {
        schema: {
          operationId: 'createOfficer',
          tags: ['organisation'],
          summary: 'Thêm cán bộ / Take an officer into the record',
          headers: commandHeaders,
          body: newOfficer,
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { code, name, roles, from } = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const unit = await unitOf(ctx.prisma, request.body.unit);
          await demandAdministrator(ctx.prisma, actor, unit.id, todayInDb());
          const id = idOfCommand(commandId);
          const officer = { id, code, name, email: request.body.email, unitId: unit.id, roles, from: from ?? today() };
          await refusable(createOfficer(ctx.pool, officer, actor.id, ctx.now()));
          return { status: 201, body: { id } };
        });
      },
    );

    app.post(
      '/officers/:officer/address',
      {
        schema: {
          operationId: 'correctAddress',
          tags: ['organisation'],
          summary:
            'Sửa địa chỉ thư; thư chưa đến nơi được gửi lại / Correct the mail address; what did not arrive is sent again',
          headers: commandHeaders,
          params: officerParams,
          body: z.object({ email }),
          response: {
            201: z.object({ tasks: z.number().int(), mails: z.number().int() }).describe('Việc đã xong, thư gửi lại'),
            ...commandProblems,
          },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          await demandAdministrator(ctx.prisma, actor, officer.unitId, todayInDb());
          const correction = { officerId: officer.id, email: request.body.email, by: actor.id };
          return { status: 201, body: await refusable(correctAddress(ctx.pool, correction, ctx.now())) };
        });
      },
    );

    app.post(
      '/officers/:officer/roles',
      {
        schema: {
          operationId: 'appointOfficer',
          tags: ['organisation'],
          summary: 'Bổ nhiệm, hoặc ghi ngày thôi giữ chức / Appoint, or say when the role ends',
          headers: commandHeaders,
          params: officerParams,
          body: z.object({
            role: z.enum(ROLES),
            unit: z.string().max(40).describe('Mã đơn vị'),
            from: s.isoDate,
            until: s.isoDate.optional().describe('Ngày cuối giữ chức'),
          }),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { role, from, until } = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          const unit = await unitOf(ctx.prisma, request.body.unit);
          await demandAdministrator(ctx.prisma, actor, unit.id, todayInDb());
          const appointment = { officerId: officer.id, unitId: unit.id, role, from, until: until ?? null };
          await refusable(appoint(ctx.pool, appointment, actor.id, ctx.now()));
          return { status: 201, body: { id: officer.id } };
        });
      },
    );

    app.get(
      '/officers/:officer/delegations',
      {
        schema: {
          operationId: 'listDelegations',
          tags: ['organisation'],
          summary: 'Ai đứng thay cán bộ này, từ hôm nay / Who stands in for this officer, from today on',
          params: officerParams,
          response: { 200: z.array(delegationView), ...problems(400, 403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const officer = await officerOf(ctx.prisma, request.params.officer);
        const rows = await ctx.prisma.delegation.findMany({
          where: { delegatorId: officer.id, toDay: { gte: todayInDb() } },
          include: { delegate: { select: { code: true } } },
          orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
        });
        return rows.map(({ id, delegate: to, fromDay, toDay, basis }) => ({
          ...{ id, to: to.code, from: isoDay(fromDay), until: isoDay(toDay), basis },
        }));
      },
    );

    app.post(
      '/officers/:officer/delegations',
      {
        schema: {
          operationId: 'delegate',
          tags: ['organisation'],
          summary: 'Ủy quyền đọc nhắc việc khi vắng; không nhận vòng tròn / Somebody stands in; never in a circle',
          headers: commandHeaders,
          params: officerParams,
          body: z.object({
            to: z.string().min(1).max(60).describe('Mã hoặc id cán bộ đứng thay'),
            from: s.isoDate,
            until: s.isoDate,
            basis: z.string().trim().min(1).max(300).describe('Văn bản làm căn cứ'),
          }),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { to, from, until, basis } = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          if (actor.id !== officer.id) await demandAdministrator(ctx.prisma, actor, officer.unitId, todayInDb());
          const id = idOfCommand(commandId);
          const standIn = await officerOf(ctx.prisma, to);
          const wanted = { delegatorId: officer.id, delegateId: standIn.id, fromDay: from, toDay: until, basis };
          await refusable(delegate(ctx.pool, id, wanted, actor.id, ctx.now()));
          return { status: 201, body: { id } };
        });
      },
    );

    app.post(
      '/officers/:officer/delegations/:id/end',
      {
        schema: {
          operationId: 'endDelegation',
          tags: ['organisation'],
          summary: 'Chấm dứt một ủy quyền / End a delegation',
          headers: commandHeaders,
          params: officerParams.extend({ id: z.uuid() }),
          body: z.object({ on: s.isoDate.optional().describe('Ngày đầu không còn hiệu lực; mặc định hôm nay') }),
          response: { 201: changed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { id } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const officer = await officerOf(ctx.prisma, request.params.officer);
          if (actor.id !== officer.id) await demandAdministrator(ctx.prisma, actor, officer.unitId, todayInDb());
          const own = await ctx.prisma.delegation.findFirst({ where: { id, delegatorId: officer.id } });
          if (!own) throw notFound('Cán bộ này không có ủy quyền ấy.', 'This officer has no such delegation.');
          await refusable(endDelegation(ctx.pool, id, request.body.on ?? today(), actor.id, ctx.now()));
          return { status: 201, body: { id } };
        });
      },
    );
  };
