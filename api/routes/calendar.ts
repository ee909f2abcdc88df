import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isDraft, loadCalendar, type StoredEdition, signCalendar, storedEditions } from '../../activities/calendar';
import { lawStamp } from '../../activities/law';
import { recomputeStart } from '../../activities/recompute-start';
import { horizonOf, inForce, notPublished, toDay, vietnamDay } from '../../law';
import { officerOf } from '../actor';
import { given } from '../commands/given';
import type { ApiContext } from '../deps';
import { calendarWarnings } from '../health/warnings';
import { commandHeaders, once } from '../http/idempotency';
import { Problem } from '../http/problem';
import { commandProblems, problems } from '../http/replies';
import { recomputeView, recomputing } from '../recompute';
import * as s from '../record/schemas';

const editionLine = z.object({
  year: z.number().int(),
  version: z.number().int(),
  origin: z.enum(['built_in', 'agency']).describe('built_in: đi kèm chương trình'),
  state: z.enum(['draft', 'signed', 'built_in']),
  inForce: z.boolean(),
  decision: z.string(),
  decidedOn: z.string().nullable(),
  confidence: z.string(),
  provisional: z.boolean().describe('true: chưa có thông báo chính thức, hạn tính theo năm này là tạm tính'),
  author: z.string(),
  countersigner: z.string().nullable(),
  signedAt: z.string().nullable(),
});

const editionView = editionLine.extend({
  lunarNewYear: z.string(),
  hungKings: z.string(),
  off: z.array(z.object({ date: z.string(), reason: z.string(), kind: z.string(), confidence: z.string().optional() })),
  workingWeekend: z.array(z.object({ date: z.string(), insteadOf: z.string() })),
  notes: z.string().optional(),
});

const horizonView = z.object({
  published: z.number().int().nullable().describe('Năm cuối đã công bố'),
  loaded: z.number().int().nullable().describe('Năm cuối có lịch, kể cả tạm tính'),
  daysLeft: z.number().int(),
});
const warningView = z.object({ name: z.string(), vi: z.string(), en: z.string() });

const place = z.object({ line: z.number().int(), text: z.string(), says: z.string().optional() });
const loadBody = z.object({
  text: z
    .string()
    .min(1)
    .max(100_000)
    .describe('Lịch một năm dạng JSON, danh sách nhiều năm, hoặc nguyên văn thông báo nghỉ lễ, Tết'),
  year: z.number().int().min(1990).max(2110).optional().describe('Năm, khi thông báo không nói rõ'),
  decision: z.string().min(3).max(500).optional().describe('Số, ngày văn bản, khi thông báo không ghi'),
  decidedOn: s.isoDate.optional(),
  dryRun: z.boolean().optional().describe('true: chỉ đọc và kiểm tra'),
});
const loaded = z.object({
  dryRun: z.boolean(),
  from: z.enum(['json', 'notice']),
  drafts: z.array(
    z.object({
      year: z.number().int(),
      version: z.number().int(),
      decision: z.string(),
      off: editionView.shape.off,
      workingWeekend: editionView.shape.workingWeekend,
    }),
  ),
  understood: z.array(place).describe('Những câu đã hiểu'),
  leftOver: z.array(place).describe('Những câu về ngày nghỉ mà chương trình không dùng đến'),
});

const signed = z.object({
  signed: z.array(z.object({ year: z.number().int(), version: z.number().int() })),
  changed: z.boolean().describe('false: đã ký từ trước'),
  days: z.array(z.string()).describe('Những ngày đổi từ làm việc sang nghỉ hoặc ngược lại'),
  recompute: recomputeView,
});

const yearParam = z.object({ year: z.coerce.number().int() });

/** The working calendar: what is in force, its editions, loading and signing a new one. */
export const calendarRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/calendar',
      {
        schema: {
          operationId: 'listCalendar',
          tags: ['law'],
          summary: 'Lịch các năm và các bản của mỗi năm / Calendar years and their editions',
          response: {
            200: z.object({ items: z.array(editionLine), horizon: horizonView, warnings: z.array(warningView) }),
            ...problems(400),
          },
        },
      },
      async () => {
        const stored = await storedEditions(ctx.pool);
        // As new as the editions listed beside it.
        const { calendar } = await ctx.lawAt(ctx.now(), null, await lawStamp(ctx.pool));
        const { warning: _, ...horizon } = horizonOf(calendar, vietnamDay(ctx.now()));
        return { items: stored.map(lineOf(stored)), horizon, warnings: await calendarWarnings(ctx, ctx.now()) };
      },
    );

    app.get(
      '/calendar/:year',
      {
        schema: {
          operationId: 'getCalendar',
          tags: ['law'],
          summary: 'Ngày nghỉ, ngày làm bù của một năm / Days off and worked weekends of a year',
          params: yearParam,
          querystring: z.object({
            edition: z.coerce.number().int().optional().describe('Số bản; không ghi: bản đang áp dụng'),
            knownOn: s.isoDate.optional().describe('Bản mới nhất đã quyết định đến hết ngày này'),
          }),
          response: { 200: editionView, ...problems(400, 404) },
        },
      },
      async request => {
        const { year } = request.params;
        const { edition, knownOn } = request.query;
        const stored = await storedEditions(ctx.pool);
        const found =
          edition === undefined
            ? inForce(
                stored.filter(one => !isDraft(one)),
                knownOn === undefined ? undefined : toDay(knownOn),
              ).find(one => one.year === year)
            : stored.find(one => one.year === year && one.version === edition);
        if (!found) throw notThere(year, edition, knownOn);
        const { notes, off, workingWeekend, lunarNewYear, hungKings } = found;
        return {
          ...lineOf(stored)(found),
          ...{ lunarNewYear, hungKings, off: [...off], workingWeekend: [...workingWeekend] },
          ...(notes !== undefined && { notes }),
        };
      },
    );

    app.post(
      '/calendar',
      {
        schema: {
          operationId: 'loadCalendar',
          tags: ['law'],
          summary:
            'Nạp lịch một năm hoặc một thông báo nghỉ lễ, thành bản chờ ký / Load a calendar year or a notice as a draft',
          headers: commandHeaders,
          body: loadBody,
          response: { 201: loaded, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          const { text, dryRun = false, ...beside } = request.body;
          const { reading, drafts } = await loadCalendar(ctx, {
            text,
            beside: given(beside),
            by,
            dryRun,
            now: ctx.now(),
          });
          const body: z.infer<typeof loaded> = {
            dryRun,
            from: reading.from,
            drafts: drafts.map(({ year, version, decision, off, workingWeekend }) => ({
              ...{ year, version, decision, off: [...off], workingWeekend: [...workingWeekend] },
            })),
            understood: reading.understood.map(({ line, text: words, says }) => ({ line, text: words, says })),
            leftOver: reading.leftOver.map(({ line, text: words }) => ({ line, text: words })),
          };
          return { status: 201, body };
        });
      },
    );

    app.post(
      '/calendar/:year/:version/sign',
      {
        schema: {
          operationId: 'signCalendar',
          tags: ['law'],
          summary: 'Ký thứ hai: bản lịch có hiệu lực, các hạn đang mở tính lại / Countersign: the edition is in force',
          headers: commandHeaders,
          params: yearParam.extend({ version: z.coerce.number().int() }),
          response: { 201: signed, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        return once(ctx.prisma, ctx.now(), request, reply, null, async () => {
          const { year, version } = request.params;
          const done = await signCalendar(ctx.pool, { year, version, by, now: ctx.now() });
          const body: z.infer<typeof signed> = {
            signed: done.signed.map(one => ({ year: one.year, version: one.version })),
            changed: done.changed,
            days: [...done.days],
            recompute: await recomputing(ctx, recomputeStart(`calendar-${year}.${version}`)),
          };
          return { status: 201, body };
        });
      },
    );
  };

function lineOf(stored: readonly StoredEdition[]) {
  const binding = new Set(inForce(stored.filter(one => !isDraft(one))));
  return (edition: StoredEdition): z.infer<typeof editionLine> => {
    const { year, version, origin, decision, decidedOn, confidence, provisional } = edition;
    return {
      ...{ year, version, origin, decision, decidedOn, confidence, provisional },
      state: origin === 'built_in' ? 'built_in' : isDraft(edition) ? 'draft' : 'signed',
      inForce: binding.has(edition),
      author: edition.author,
      countersigner: edition.countersigner,
      signedAt: edition.signedAt,
    };
  };
}

function notThere(year: number, edition: number | undefined, knownOn: string | undefined): Problem {
  if (edition !== undefined) {
    return new Problem(
      404,
      'unknown_edition',
      `Năm ${year} không có bản ${edition}.`,
      `${year} has no edition ${edition}.`,
    );
  }
  if (knownOn !== undefined) {
    return new Problem(
      404,
      'not_known_then',
      `Đến hết ngày ${knownOn} lịch năm ${year} chưa được quyết định.`,
      `By the end of ${knownOn} the calendar of ${year} was not decided.`,
    );
  }
  const { vi, en } = notPublished(year);
  return new Problem(
    404,
    'not_published',
    `${vi[0]!.toUpperCase()}${vi.slice(1)}.`,
    `${en[0]!.toUpperCase()}${en.slice(1)}.`,
  );
}
