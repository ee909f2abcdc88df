import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  loadPack,
  packContent,
  packDocument,
  packNotices,
  signPack,
  storedPacks,
  withdrawPack,
} from '../../activities/law';
import { recomputeStart } from '../../activities/recompute-start';
import { actorOf, officerOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, once } from '../http/idempotency';
import { commandProblems, problems } from '../http/replies';
import { loadedPack, packView, signedPack } from '../law/views';
import { recomputing } from '../recompute';
import * as s from '../record/schemas';

/** A pack is some hundred kilobytes of quotes. */
const PACK_BYTES = 8 * 1024 * 1024;

const packParams = z.object({ law: s.lawId, version: z.string().min(1).max(60) });

/** Statute packs: out as a file, in as a draft, in force by a second signature. */
export const packRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/law/packs',
      {
        schema: {
          operationId: 'listPacks',
          tags: ['law'],
          summary: 'Các bản luật dưới dạng dữ liệu: nháp, đang áp dụng, đã thay / Statute packs and their states',
          response: {
            200: z.object({
              items: z.array(packView),
              notices: z.array(z.object({ vi: z.string(), en: z.string() })).describe('Việc cán bộ pháp chế nên xem'),
            }),
            ...problems(403),
          },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        return { items: [...(await storedPacks(ctx.pool))], notices: [...(await packNotices(ctx.pool))] };
      },
    );

    app.get(
      '/law/packs/:law/:version',
      {
        schema: {
          operationId: 'getPack',
          tags: ['law'],
          summary:
            'Nội dung một bản, để sửa và nạp lại; `in-force`: bản đang áp dụng / One pack as a file; `in-force` today’s',
          params: packParams,
          response: { 200: z.record(z.string(), z.unknown()), ...problems(403, 404) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { law, version } = request.params;
        const pack = await packContent(ctx.pool, law, version === 'in-force' ? null : version, ctx.now());
        return packDocument(pack) as Record<string, unknown>;
      },
    );

    app.post(
      '/law/packs',
      {
        bodyLimit: PACK_BYTES,
        schema: {
          operationId: 'loadPack',
          tags: ['law'],
          summary:
            'Nạp một bản làm bản nháp; X-Officer là cán bộ pháp chế hoặc Thủ trưởng tỉnh / Load a pack as a draft; needs a legal officer or province head',
          headers: commandHeaders,
          querystring: z.object({ fileName: z.string().max(300).default('pack.json') }),
          body: z.record(z.string(), z.unknown()).describe('Tệp của `thoihan law export`, đã sửa'),
          response: { 201: loadedPack, ...commandProblems, ...problems(413) },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { fileName: file } = request.query;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => ({
          status: 201,
          body: await loadPack(ctx.pool, { document: request.body, file, by, now: ctx.now() }),
        }));
      },
    );

    app.post(
      '/law/packs/:law/:version/sign',
      {
        schema: {
          operationId: 'signPack',
          tags: ['law'],
          summary:
            'Ký một bản nháp của người khác: từ đó áp dụng, mọi việc đang mở được tính lại / Sign another person’s draft: in force from then on, open matters recomputed',
          headers: commandHeaders,
          params: packParams,
          response: { 201: signedPack, ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { law, version } = request.params;
        return once(ctx.prisma, ctx.now(), request, reply, {}, async () => {
          const signed = await signPack(ctx.pool, { law, version, by, now: ctx.now() });
          return {
            status: 201,
            body: { ...signed, recompute: await recomputing(ctx, recomputeStart(`law-${law}-${version}`)) },
          };
        });
      },
    );

    app.post(
      '/law/packs/:law/:version/withdraw',
      {
        schema: {
          operationId: 'withdrawPack',
          tags: ['law'],
          summary: 'Bỏ một bản nháp / Give up a draft',
          headers: commandHeaders,
          params: packParams,
          body: z.object({ reason: z.string().trim().min(3).max(300) }),
          response: { 201: z.object({ law: s.lawId, version: z.string() }), ...commandProblems },
        },
      },
      async (request, reply) => {
        const by = await officerOf(ctx.prisma, request);
        const { law, version } = request.params;
        const { reason } = request.body;
        return once(ctx.prisma, ctx.now(), request, reply, request.body, async () => {
          await withdrawPack(ctx.pool, { law, version, reason, by, now: ctx.now() });
          return { status: 201, body: { law, version } };
        });
      },
    );
  };
