import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { CommandAnswer, MatterCommand } from '../../activities/contract';
import { findDuty, findEvent, type LawInForce, stageName } from '../../law';
import type { MatterKind } from '../../law/model';
import type { Matter } from '../../prisma/generated/client';
import { type Actor, actorOf, isUuid } from '../actor';
import { readAttrs } from '../commands/attrs';
import { given } from '../commands/given';
import { sendCommand } from '../commands/send';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { notFound, Problem, wrongFields } from '../http/problem';
import { commandProblems } from '../http/replies';
import { demand } from '../permission';
import { findMatter, type Narrowing } from '../record/lookup';
import * as s from '../record/schemas';

const commandAnswer = z.object({
  commandId: z.string(),
  eventId: z.string().nullable(),
  seq: z.number().int(),
  stage: z.string(),
  stageName: z.string(),
  changed: z
    .array(z.object({ key: z.string(), dutyId: z.string(), name: z.string(), status: z.string(), due: z.string() }))
    .describe('Thời hạn mở ra, dời đi hoặc khép lại vì lệnh này'),
});

const recordBody = z.object({
  event: z.string().min(1).max(80).describe('Loại sự kiện; xem `allowed` của việc'),
  occurredOn: s.isoDate,
  at: s.clockTime.optional(),
  attrs: s.factsSchema.optional(),
});

const correctBody = z
  .object({
    retract: z.boolean().optional().describe('true: rút lại sự kiện'),
    occurredOn: s.isoDate.optional(),
    at: s.clockTime.optional(),
    attrs: s.factsSchema.optional(),
    reason: z.enum(['typing_error', 'wrong_matter', 'late_document', 'other']),
  })
  .describe('Đính chính: sự kiện mới thay sự kiện cũ, sự kiện cũ vẫn còn trong nhật ký');

const acknowledgeBody = z.object({
  deadlineKey: z.string().min(1).max(200),
  promisedOn: s.isoDate.optional().describe('Ngày hẹn làm xong'),
});

const assignBody = z.object({
  officer: z.string().min(1).max(60).describe('Mã hoặc id cán bộ'),
  unit: z.string().max(40).optional().describe('Mã đơn vị mới, khi chuyển đơn vị'),
});

type Params = z.infer<typeof s.matterParams>;
type Prepared = (commandId: string, matter: Matter, actor: Actor) => Promise<MatterCommand> | MatterCommand;

/** What people say to a matter. Each becomes an update of its workflow, which decides; the answer is the same for the same key. */
export const commandRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    const answers = { 201: commandAnswer, ...commandProblems };

    /** Finds the matter, builds the command, sends it; all of it once per key. */
    const carryOut = async (request: FastifyRequest, reply: Parameters<typeof once>[3], prepare: Prepared) => {
      const actor = await actorOf(ctx.prisma, request);
      const { matter: ref } = request.params as Params;
      return once(ctx.prisma, ctx.now(), request, reply, request.body, async commandId => {
        const matter = await findMatter(ctx.prisma, actor, ref, request.query as Narrowing);
        const command = await prepare(commandId, matter, actor);
        const law = await ctx.lawAt(ctx.now(), matter.unitId);
        return {
          status: 201,
          body: answerView(law, matter.kind as MatterKind, await sendCommand(ctx, matter.id, command)),
        };
      });
    };

    app.post(
      '/matters/:matter/events',
      {
        schema: {
          operationId: 'recordEvent',
          tags: ['commands'],
          summary: 'Ghi một sự kiện / Record an event',
          headers: commandHeaders,
          params: s.matterParams,
          querystring: s.narrowing,
          body: recordBody,
          response: answers,
        },
      },
      (request, reply) =>
        carryOut(request, reply, (commandId, matter, actor) => {
          const { attrs, ...said } = request.body;
          const def = findEvent(matter.kind as MatterKind, said.event);
          return given({
            type: 'recordEvent' as const,
            commandId,
            ...said,
            attrs: readAttrs(def, attrs),
            by: actor.id,
          });
        }),
    );

    app.post(
      '/matters/:matter/events/:eventId/corrections',
      {
        schema: {
          operationId: 'correctEvent',
          tags: ['commands'],
          summary: 'Đính chính hoặc rút lại một sự kiện / Correct or take back an event',
          headers: commandHeaders,
          params: s.matterParams.extend({ eventId: z.uuid() }),
          querystring: s.narrowing,
          body: correctBody,
          response: answers,
        },
      },
      (request, reply) =>
        carryOut(request, reply, async (commandId, matter, actor) => {
          const { attrs, ...said } = request.body;
          const { eventId } = request.params;
          const event = await ctx.prisma.event.findFirst({ where: { id: eventId, matterId: matter.id } });
          if (!event) throw notFound('Việc này không có sự kiện mang id ấy.', 'This matter has no event of that id.');
          const def = findEvent(matter.kind as MatterKind, event.type);
          const corrected = attrs === undefined ? undefined : readAttrs(def, attrs);
          return given({ type: 'correctEvent' as const, commandId, eventId, ...said, attrs: corrected, by: actor.id });
        }),
    );

    app.post(
      '/matters/:matter/acknowledgements',
      {
        schema: {
          operationId: 'acknowledge',
          tags: ['commands'],
          summary: 'Đã nhận nhắc việc; cần X-Officer / Acknowledge the alerts of a deadline; needs X-Officer',
          headers: commandHeaders,
          params: s.matterParams,
          querystring: s.narrowing,
          body: acknowledgeBody,
          response: answers,
        },
      },
      (request, reply) =>
        carryOut(request, reply, (commandId, _matter, actor) => {
          if (actor.kind === 'operator') throw officerNeeded();
          return given({ type: 'acknowledge' as const, commandId, ...request.body, by: actor.id });
        }),
    );

    app.post(
      '/matters/:matter/assignment',
      {
        schema: {
          operationId: 'reassign',
          tags: ['commands'],
          summary: 'Phân công cán bộ / Assign the matter to an officer',
          headers: commandHeaders,
          params: s.matterParams,
          querystring: s.narrowing,
          body: assignBody,
          response: answers,
        },
      },
      (request, reply) =>
        carryOut(request, reply, async (commandId, _matter, actor) => {
          const to = await assignee(ctx, actor, request.body);
          return given({ type: 'reassign' as const, commandId, ...to, by: actor.id });
        }),
    );
  };

/** The workflow's answer with names beside its codes. */
function answerView(
  law: LawInForce,
  kind: MatterKind,
  { refusal: _none, ...answer }: CommandAnswer,
): z.infer<typeof commandAnswer> {
  const nameOf = (id: string) => (findDuty(law, id, '2025') ?? findDuty(law, id, '2008'))?.nameVi ?? id;
  return {
    ...answer,
    stageName: stageName(kind, answer.stage).vi,
    changed: answer.changed.map(one => ({ ...one, name: nameOf(one.dutyId) })),
  };
}

const officerNeeded = (): Problem =>
  new Problem(
    422,
    'officer_needed',
    'Chỉ cán bộ được nhắc mới nhận được việc: hãy gửi X-Officer (mã cán bộ).',
    'Only the officer who was alerted can acknowledge: send X-Officer (officer code).',
    { errors: [{ field: 'x-officer', vi: 'Thiếu X-Officer.', en: 'X-Officer is missing.' }] },
  );

/** Ids of the officer and unit named by code. A matter goes only to an active officer, and only to a unit the actor may touch. */
async function assignee(ctx: ApiContext, actor: Actor, { officer, unit }: z.infer<typeof assignBody>) {
  const [person, place] = await Promise.all([
    ctx.prisma.officer.findFirst({ where: isUuid(officer) ? { id: officer } : { code: officer } }),
    unit === undefined ? undefined : ctx.prisma.unit.findUnique({ where: { code: unit } }),
  ]);
  if (!person?.active) {
    throw wrongFields('unknown_officer', [
      {
        field: 'officer',
        vi: `Không có cán bộ "${officer}" đang làm việc.`,
        en: `There is no active officer "${officer}".`,
      },
    ]);
  }
  if (place === null) {
    throw wrongFields('unknown_unit', [
      { field: 'unit', vi: `Không có đơn vị mã "${unit}".`, en: `There is no unit "${unit}".` },
    ]);
  }
  if (place) await demand(ctx.prisma, actor, place.id);
  return { officerId: person.id, unitId: place?.id };
}
