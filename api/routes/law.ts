import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { articleOf, DueInputError, dueOf, duties, UnknownDutyError } from '../../law';
import type { Duty, Facts } from '../../law/model';
import type { ApiContext } from '../deps';
import { Problem, wrongFields } from '../http/problem';
import { problems } from '../http/replies';
import * as s from '../record/schemas';

const dueRequest = z.object({
  dutyId: z.string().min(1).max(120),
  on: s.isoDate.describe('Ngày xảy ra sự kiện làm căn cứ'),
  at: s.clockTime.or(z.literal('24:00')).optional().describe('Giờ Việt Nam, HH:MM; 24:00 là hết ngày'),
  law: s.lawId.optional(),
  facts: s.factsSchema.optional(),
});

const dueAnswer = z.object({
  dutyId: z.string(),
  law: s.lawId,
  due: z.string(),
  kind: z.string(),
  provisional: z.boolean(),
  dueLatest: z.string().describe('Theo cách hiểu rộng nhất của thời hạn còn tranh luận'),
  variants: z
    .array(z.object({ id: z.string(), due: z.string() }))
    .describe('Các trường hợp khác, khi tình tiết chưa đủ'),
  calendar: z.string(),
  slip: z.array(s.slipStep),
});

const dutyView = z.object({
  id: z.string(),
  law: s.lawId,
  kinds: z.array(s.kindSchema),
  name: z.string(),
  nameEn: z.string(),
  basis: z.enum(['law', 'service', 'plan']),
  active: z.boolean(),
  period: z.object({ unit: z.string(), n: z.number().optional(), of: z.string().optional() }),
  role: z.string(),
  atExpiry: z.string(),
  source: z.string(),
  quote: z.string().nullable(),
  confidence: z.string(),
});

/** The law in force: computations, no matter read or written. */
export const lawRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.post(
      '/due',
      {
        schema: {
          operationId: 'computeDue',
          tags: ['law'],
          summary:
            'Tính hạn của một nghĩa vụ / When a duty is due, step by step (writes nothing, needs no Idempotency-Key)',
          body: dueRequest,
          response: { 200: dueAnswer, ...problems(400, 404, 415, 422) },
        },
      },
      async request => {
        const { dutyId, on, at, law, facts } = request.body;
        try {
          const { slip, variants, ...due } = dueOf(await ctx.lawAt(ctx.now(), null), {
            dutyId,
            on,
            ...(at === undefined ? {} : { at }),
            ...(law === undefined ? {} : { law }),
            ...(facts === undefined ? {} : { facts: facts as Facts }),
          });
          return { ...due, variants: [...variants], slip: [...slip] };
        } catch (error) {
          if (error instanceof UnknownDutyError) {
            const [vi = '', en = ''] = error.message.split(' / ');
            throw new Problem(404, 'unknown_duty', vi, en);
          }
          if (error instanceof DueInputError)
            throw wrongFields('wrong_input', [{ field: error.field, vi: error.vi, en: error.en }]);
          throw error;
        }
      },
    );

    app.get(
      '/duties',
      {
        schema: {
          operationId: 'listDuties',
          tags: ['law'],
          summary: 'Các nghĩa vụ và thời hạn theo luật / Duties and their limits',
          querystring: z.object({ law: s.lawId.optional(), kind: s.kindSchema.optional() }),
          response: { 200: z.object({ items: z.array(dutyView) }), ...problems(400) },
        },
      },
      async request => {
        const { law, kind } = request.query;
        const items = duties(await ctx.lawAt(ctx.now(), null), law).filter(
          duty => kind === undefined || duty.kinds.includes(kind),
        );
        return { items: items.map(dutyViewOf) };
      },
    );
  };

function dutyViewOf(duty: Duty): z.infer<typeof dutyView> {
  return {
    id: duty.id,
    law: duty.law,
    kinds: [...duty.kinds],
    name: duty.nameVi,
    nameEn: duty.nameEn,
    basis: duty.basis,
    active: duty.active,
    period: duty.period,
    role: duty.role,
    atExpiry: duty.atExpiry.vi,
    source: articleOf(duty.source),
    quote: duty.source.quote ?? null,
    confidence: duty.confidence,
  };
}
