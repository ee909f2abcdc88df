import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { documentOf, policyDocument, readPolicy } from '../../activities/policy/document';
import { keptPolicies, loadPolicy, policyInForce, policyVersion, provinceId } from '../../activities/policy/load';
import { recomputeStart } from '../../activities/recompute-start';
import { toIso, vietnamDay } from '../../law';
import { actorOf } from '../actor';
import type { ApiContext } from '../deps';
import { commandHeaders, idOfCommand, once } from '../http/idempotency';
import { commandProblems, problems } from '../http/replies';
import { demandAdministrator } from '../permission';
import { recomputeView, recomputing } from '../recompute';
import { dbDate } from '../record/dates';

const policyView = z.object({
  id: z.string(),
  province: z.string().nullable().describe('null: cho mọi tỉnh chưa có bản riêng'),
  version: z.number().int(),
  validFrom: z.string(),
  author: z.string(),
  reason: z.string(),
});
const loadedView = policyView.extend({
  replaces: z.array(z.number().int()).describe('Các bản chưa áp dụng mà bản này thay'),
  recompute: recomputeView,
});
const scope = z.object({ scope: z.string().min(1).max(40).describe('Mã tỉnh, hoặc general') });

/** The alert policy: who is told of what, when. */
export const policyRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/policies',
      {
        schema: {
          operationId: 'listPolicies',
          tags: ['mail'],
          summary: 'Các bản chính sách nhắc việc / Versions of the alert policy',
          response: { 200: z.object({ items: z.array(policyView) }), ...problems(403) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        return { items: [...(await keptPolicies(ctx.pool))] };
      },
    );

    app.get(
      '/policies/:scope/in-force',
      {
        schema: {
          operationId: 'getPolicyInForce',
          tags: ['mail'],
          summary: 'Bản đang áp dụng, để sửa và nạp lại / The version in force as a file',
          params: scope,
          response: { 200: policyDocument, ...problems(403, 422) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const code = request.params.scope === 'general' ? null : request.params.scope;
        const policy = await policyInForce(ctx.pool, await provinceId(ctx.pool, code), ctx.now());
        return documentOf(policy, code, `theo bản ${policy.version}`);
      },
    );

    app.get(
      '/policies/:scope/versions/:version',
      {
        schema: {
          operationId: 'getPolicyVersion',
          tags: ['mail'],
          summary: 'Một bản đã ghi / A kept version as a file',
          params: scope.extend({ version: z.coerce.number().int().min(1) }),
          response: { 200: policyDocument, ...problems(403, 422) },
        },
      },
      async request => {
        await actorOf(ctx.prisma, request);
        const { scope: of, version } = request.params;
        return policyVersion(ctx.pool, of === 'general' ? null : of, version);
      },
    );

    app.post(
      '/policies',
      {
        schema: {
          operationId: 'loadPolicy',
          tags: ['mail'],
          summary: 'Nạp một bản mới; việc đang nhắc giữ bản cũ / Load a version; chains begun keep theirs',
          headers: commandHeaders,
          body: z.unknown(),
          response: { 201: loadedView, ...commandProblems },
        },
      },
      async (request, reply) => {
        const actor = await actorOf(ctx.prisma, request);
        const { document } = readPolicy(request.body, toIso(vietnamDay(ctx.now())));
        const province = document === null ? null : await provinceId(ctx.pool, document.province);
        // What everybody follows is the operator's. What cannot be read is refused below, with all that is wrong.
        if (document !== null)
          await demandAdministrator(ctx.prisma, actor, province, dbDate(toIso(vietnamDay(ctx.now()))));
        const by = actor.kind === 'officer' ? actor.code : actor.id;
        return once(ctx.prisma, ctx.now(), request, reply, request.body as object, async commandId => {
          const id = idOfCommand(commandId);
          const kept = await loadPolicy(ctx.pool, { id, document: request.body, by, now: ctx.now() });
          const recompute = await recomputing(ctx, recomputeStart(`policy-${id}`, province ?? undefined));
          return { status: 201, body: { ...kept, recompute } };
        });
      },
    );
  };
