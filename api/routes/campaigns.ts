import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { campaignReport, loadCampaignPlan, UnknownScopeError } from '../../activities/campaigns';
import { followPlan, planDesk } from '../../activities/plans';
import { type CampaignFigures, campaignText, INDICATORS, type Indicator } from '../../campaigns';
import { toIso, vietnamDay } from '../../law';
import { actorOf } from '../actor';
import { given } from '../commands/given';
import { connected } from '../commands/send';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { decodeCursor, page, pageOf, pageQuery } from '../http/paging';
import { type FieldError, notFound, wrongFields } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { demand } from '../permission';
import { isoDay, isoDayOrNull } from '../record/dates';
import * as s from '../record/schemas';

const INDICATOR_NAMES = Object.keys(INDICATORS) as [Indicator, ...Indicator[]];

const campaignLine = z.object({
  id: z.string(),
  name: z.string(),
  basis: z.string().nullable(),
  unit: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  extendedTo: z.string().nullable(),
  measuredFrom: z.string(),
  measuredTo: z.string(),
});

const campaignBody = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{2,60}$/)
      .describe('Chữ thường, số, gạch nối: ben-tre-2017'),
    name: z.string().min(1).max(300),
    basis: z.string().max(500).optional().describe('Văn bản làm căn cứ'),
    unit: z.string().max(40).describe('Mã đơn vị gốc của phạm vi'),
    startsOn: s.isoDate,
    endsOn: s.isoDate,
    extendedTo: s.isoDate.optional(),
    measuredFrom: s.isoDate.describe('Thường là 01/10 năm trước'),
    measuredTo: s.isoDate,
    targets: z
      .array(
        z.object({
          indicator: z.enum(INDICATOR_NAMES),
          unit: z.string().max(40).optional(),
          tierAbove: z.number().int().min(0).optional(),
          tierUpTo: z.number().int().min(0).optional(),
          value: z.number().int().min(-10_000).max(10_000).describe('Phần trăm của phần trăm: 70 % = 7000'),
        }),
      )
      .max(200)
      .default([]),
    tasks: z
      .array(
        z.object({
          number: z.number().int().min(1),
          title: z.string().min(1).max(500),
          items: z
            .array(
              z.object({
                number: z.number().int().min(1),
                title: z.string().min(1).max(500),
                unit: z.string().max(40).optional(),
                officer: z.string().max(60).optional(),
                due: s.isoDate.optional(),
                doneOn: s.isoDate.optional(),
              }),
            )
            .max(200),
        }),
      )
      .max(100)
      .default([]),
  })
  .refine(c => c.startsOn <= c.endsOn && c.measuredFrom <= c.measuredTo, {
    params: { vi: 'Ngày kết thúc không được trước ngày bắt đầu.', en: 'The end must not be before the start.' },
  });

const figures = z.looseObject({ name: z.string(), asOf: z.string(), text: z.string() });

/** Campaigns (đợt cao điểm): plans in, figures out. */
export const campaignRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/campaigns',
      {
        schema: {
          operationId: 'listCampaigns',
          tags: ['campaigns'],
          summary: 'Các đợt cao điểm / Campaigns',
          querystring: pageQuery,
          response: { 200: pageOf(campaignLine), ...problems(400, 403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { cursor, limit } = request.query;
        const [after] = decodeCursor(cursor, 1) ?? [''];
        const rows = await ctx.prisma.campaign.findMany({
          where: { id: { gt: String(after) } },
          orderBy: { id: 'asc' },
          take: limit + 1,
        });
        const units = await ctx.prisma.unit.findMany({ where: { id: { in: rows.map(r => r.unitId) } } });
        const code = new Map(units.map(u => [u.id, u.code]));
        const lines = rows.map(r => ({
          id: r.id,
          name: r.name,
          basis: r.basis,
          unit: code.get(r.unitId) ?? r.unitId,
          startsOn: isoDay(r.startsOn),
          endsOn: isoDay(r.endsOn),
          extendedTo: isoDayOrNull(r.extendedTo),
          measuredFrom: isoDay(r.measuredFrom),
          measuredTo: isoDay(r.measuredTo),
        }));
        return page(lines, limit, line => [line.id]);
      },
    );

    app.get(
      '/campaigns/:id',
      {
        schema: {
          operationId: 'getCampaign',
          tags: ['campaigns'],
          summary:
            'Số liệu của một đợt đến hết một ngày / Figures of a campaign as of a day; `text` is the printed report',
          params: z.object({ id: z.string().max(80) }),
          querystring: z.object({ asOf: s.isoDate.optional().describe('Mặc định: hôm nay') }),
          response: { 200: figures, ...problems(400, 403, 404) },
        },
      },
      async request => {
        const actor = await actorOf(ctx.prisma, request);
        const asOf = request.query.asOf ?? toIso(vietnamDay(ctx.now()));
        const { id: campaignId } = request.params;
        const campaign = await ctx.prisma.campaign.findUnique({ where: { id: campaignId } });
        if (!campaign) throw noSuchCampaign();
        await demand(ctx.prisma, actor, campaign.unitId);
        try {
          const { calendar } = await ctx.lawAt(ctx.now(), campaign.unitId);
          const report = await campaignReport(ctx.pool, { campaignId, asOf, calendar });
          return { ...asJson(report), asOf, text: campaignText(report) };
        } catch (error) {
          if (error instanceof UnknownScopeError) throw noSuchCampaign();
          throw error;
        }
      },
    );

    app.post(
      '/campaigns',
      {
        schema: {
          operationId: 'putCampaign',
          tags: ['campaigns'],
          summary: 'Lập hoặc sửa kế hoạch một đợt / Create a campaign, or bring the one of that id up to date',
          headers: commandHeaders,
          body: campaignBody,
          response: {
            201: z.object({
              id: z.string(),
              refused: z
                .array(z.object({ task: z.number(), item: z.number(), vi: z.string(), en: z.string() }))
                .describe('Đầu việc không cập nhật được, và vì sao / work items the record would not change, and why'),
            }),
            ...commandProblems,
          },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const plan = await withIds(ctx, request.body);
          await demand(ctx.prisma, actor, plan.unitId);
          await connected(ctx.temporal);
          await loadCampaignPlan(ctx.prisma, plan, ctx.now());
          const refused = await followPlan(planDesk(ctx), plan, ctx.now());
          return { status: 201, body: { id: plan.id, refused } };
        });
      },
    );
  };

const noSuchCampaign = () =>
  notFound(
    'Không có đợt cao điểm mang mã này. Xem GET /v1/campaigns.',
    'No campaign has this id. See GET /v1/campaigns.',
  );

/** Money as decimal strings of đồng; rates in hundredths of a percent. */
const asJson = (report: CampaignFigures): CampaignFigures =>
  JSON.parse(JSON.stringify(report, (_key, value) => (typeof value === 'bigint' ? String(value) : value)));

/** Codes of units and officers as ids. Every unknown code is named at once. */
async function withIds(ctx: ApiContext, body: z.infer<typeof campaignBody>) {
  const [units, officers] = await Promise.all([
    ctx.prisma.unit.findMany({ select: { id: true, code: true } }),
    ctx.prisma.officer.findMany({ select: { id: true, code: true } }),
  ]);
  const errors: FieldError[] = [];
  const reader = (rows: readonly { id: string; code: string }[], vi: string, en: string) => {
    const ids = new Map(rows.map(row => [row.code, row.id]));
    return (field: string, code: string | undefined): string | undefined => {
      if (code === undefined) return undefined;
      const id = ids.get(code);
      if (id === undefined)
        errors.push({ field, vi: `${field}: không có ${vi} "${code}".`, en: `${field}: no ${en} "${code}".` });
      return id;
    };
  };
  const unitId = reader(units, 'đơn vị', 'unit');
  const officerId = reader(officers, 'cán bộ', 'officer');
  const { unit, targets, tasks, ...own } = body;
  const plan = {
    ...given(own),
    unitId: unitId('unit', unit) ?? '',
    targets: targets.map(({ unit: code, ...target }, i) =>
      given({ ...target, unitId: unitId(`targets.${i}.unit`, code) }),
    ),
    tasks: tasks.map((task, t) => ({
      ...task,
      items: task.items.map(({ unit: code, officer, ...item }, i) =>
        given({
          ...item,
          unitId: unitId(`tasks.${t}.items.${i}.unit`, code),
          officerId: officerId(`tasks.${t}.items.${i}.officer`, officer),
        }),
      ),
    })),
  };
  if (errors.length > 0) throw wrongFields('unknown_code', errors);
  return plan;
}
