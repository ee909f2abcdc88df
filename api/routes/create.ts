import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Detail, reportingYearOf } from '../../activities/matters';
import { factsOf } from '../../activities/matters/details';
import { findEvent, toDay, toMinute } from '../../law';
import { type Actor, actorOf, isUuid } from '../actor';
import { readAttrs } from '../commands/attrs';
import { given } from '../commands/given';
import { openMatter } from '../commands/open';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { type FieldError, wrongFields } from '../http/problem';
import { commandProblems } from '../http/replies';
import { demand } from '../permission';
import { matterNow } from '../record/as-of';
import { findMatter } from '../record/lookup';
import * as s from '../record/schemas';

const digits = z
  .string()
  .regex(/^\d{1,18}$/)
  .describe('Số đồng viết liền, không dấu ngăn cách');
const short = z.string().min(1).max(300);

const aboutACase = {
  caseEndedOn: s.isoDate
    .optional()
    .describe('Ngày việc thi hành án kết thúc; trước 01/07/2026: áp dụng Luật 2008 (Điều 116(1))'),
};

const details = {
  enforcement_case: z.object({
    origin: z.enum(['on_request', 'ex_officio', 'bankruptcy', 'interim']),
    judgmentNumber: short.optional(),
    judgmentDate: s.isoDate.optional(),
    court: short.optional(),
    judgmentType: z.string().max(40).optional(),
    amount: digits.optional(),
    credit: z.boolean().optional().describe('Án tín dụng, ngân hàng'),
    obligations: z.string().max(2000).optional(),
  }),
  complaint: z.object({
    level: z.union([z.literal(1), z.literal(2)]),
    class: z
      .enum(['a', 'b', 'c', 'd'])
      .describe(
        'Điều 96(2): a trước biện pháp bảo đảm, cưỡng chế; b bảo đảm; c cưỡng chế và sau đó. d: sau cưỡng chế, theo Luật 2008',
      ),
    against: z.enum(['state', 'private_office']).optional(),
    ...aboutACase,
  }),
  administrative_complaint: z.object({
    level: z.union([z.literal(1), z.literal(2)]),
    remote: z.boolean().optional().describe('Vùng sâu, vùng xa, đi lại khó khăn'),
  }),
  denunciation: z.object({ complexity: z.enum(['normal', 'complex', 'special']).optional(), ...aboutACase }),
  petition: z.object({ source: short.optional() }),
  procuracy_protest: z.object({ level: z.string().max(40).optional(), ...aboutACase }),
  procuracy_recommendation: z.object({ level: z.string().max(40).optional(), ...aboutACase }),
  procuracy_request: z.object({ level: z.string().max(40).optional(), ...aboutACase }),
  reception: z.object({ byHead: z.boolean().optional() }),
  administrative_judgment: z.object({
    content: z
      .enum(['ordinary', 'voter_list', 'interim'])
      .optional()
      .describe('Danh sách cử tri, biện pháp khẩn cấp tạm thời: thi hành ngay (TTHC 311(1)e, g)'),
    judgmentNumber: short.optional(),
    judgmentDate: s.isoDate.optional(),
    court: short.optional(),
    debtorBody: short.optional().describe('Cơ quan phải thi hành án'),
  }),
  plan: z
    .object({
      form: z.enum(['statistics', 'interagency', 'ended_list', 'work_item']),
      level: z.enum(['enforcer', 'branch', 'province', 'national']).optional(),
      periodEnd: s.isoDate.optional().describe('Ngày cuối kỳ báo cáo'),
      months: z.number().int().min(1).max(12).optional(),
      title: short.optional(),
    })
    .refine(p => (p.form === 'work_item') === (p.level === undefined && p.periodEnd === undefined), {
      params: {
        vi: 'Báo cáo cần cấp (level) và ngày cuối kỳ (periodEnd); đầu việc không có hai mục này.',
        en: 'A report needs its level and periodEnd; a work item has neither.',
      },
    })
    .refine(p => p.form === 'work_item' || (p.level !== undefined && p.periodEnd !== undefined), {
      params: {
        vi: 'Báo cáo cần cả cấp (level) và ngày cuối kỳ (periodEnd).',
        en: 'A report needs both its level and periodEnd.',
      },
    }),
};

const common = {
  number: z.string().trim().min(1).max(120).describe('123/QĐ-THADS'),
  unit: z.string().max(40).describe('Mã đơn vị'),
  officer: z.string().max(60).optional().describe('Mã hoặc id cán bộ'),
  parent: z.string().max(120).optional().describe('Việc mà từ đó việc này phát sinh: id hoặc số'),
  reportingYear: z.number().int().min(1990).max(2100).optional().describe('Mặc định: năm báo cáo của sự kiện đầu'),
  parties: z
    .array(
      z.object({
        side: z.enum(['creditor', 'debtor', 'related', 'complainant', 'complained_of']),
        name: short,
        address: z.string().max(500).optional(),
      }),
    )
    .max(100)
    .default([]),
  first: z
    .object({
      event: z.string().min(1).max(80),
      occurredOn: s.isoDate,
      at: s.clockTime.optional(),
      attrs: s.factsSchema.optional(),
    })
    .describe('Sự kiện mở đầu'),
};

const kinds = s.MATTER_KINDS.map(kind => z.object({ kind: z.literal(kind), details: details[kind], ...common }));
type Body = { [K in keyof typeof details]: { kind: K; details: z.infer<(typeof details)[K]> } }[keyof typeof details] &
  z.infer<z.ZodObject<typeof common>>;
const body = z.discriminatedUnion('kind', kinds as never) as unknown as z.ZodType<Body>;

/** `judgmentNumber` as `judgment_number`: details are written under the names of their columns. */
const column = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const detailOf = ({ kind, details: own }: Body): Detail =>
  ({ kind, ...Object.fromEntries(Object.entries(own).map(([name, value]) => [column(name), value])) }) as Detail;

export const createRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.post(
      '/matters',
      {
        schema: {
          operationId: 'createMatter',
          tags: ['commands'],
          summary: 'Mở một việc với sự kiện đầu tiên / Open a matter with its first event',
          headers: commandHeaders,
          body,
          response: { 201: s.matterView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const wanted = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, wanted, async commandId => {
          const { first, kind } = wanted;
          const refs = await references(ctx, actor, wanted);
          const detail = detailOf(wanted);
          const occurredOn = toDay(first.occurredOn);
          const id = idOfCommand(commandId);
          await openMatter(ctx, factsOf(kind, { ...detail }), {
            id,
            number: wanted.number.normalize('NFC'),
            reportingYear: wanted.reportingYear ?? reportingYearOf(occurredOn),
            ...refs,
            detail,
            parties: wanted.parties.map(({ side, name, address }) => ({ side, name, address: address ?? null })),
            recordedBy: actor.id,
            first: given({
              type: first.event,
              occurredOn,
              atMinute: first.at === undefined ? undefined : toMinute(first.at),
              attrs: readAttrs(findEvent(kind, first.event), first.attrs),
              commandId,
            }),
          });
          return { status: 201, body: await matterNow(ctx, id, ctx.now()) };
        });
      },
    );
  };

/** Ids behind the codes of unit, officer and parent; everything unknown is named at once. */
async function references(ctx: ApiContext, actor: Actor, wanted: Body) {
  const { officer, parent } = wanted;
  const [unit, person] = await Promise.all([
    ctx.prisma.unit.findUnique({ where: { code: wanted.unit } }),
    officer === undefined
      ? undefined
      : ctx.prisma.officer.findFirst({ where: isUuid(officer) ? { id: officer } : { code: officer } }),
  ]);
  const errors: FieldError[] = [];
  if (!unit) {
    errors.push({
      field: 'unit',
      vi: `Không có đơn vị mã "${wanted.unit}".`,
      en: `There is no unit "${wanted.unit}".`,
    });
  }
  if (person === null || person?.active === false) {
    errors.push({
      field: 'officer',
      vi: `Không có cán bộ "${officer}" đang làm việc.`,
      en: `There is no active officer "${officer}".`,
    });
  }
  if (errors.length > 0 || !unit) throw wrongFields('unknown_code', errors);
  await demand(ctx.prisma, actor, unit.id);
  return {
    unitId: unit.id,
    unitCode: unit.code,
    officerId: person?.id ?? null,
    officerCode: person?.code ?? null,
    parentId: parent === undefined ? null : (await findMatter(ctx.prisma, actor, parent, {})).id,
  };
}
