import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { lawReader } from '../activities/law';
import { createMatterActivities } from '../activities/matters';
import { type ApiContext, type ApiDeps, DEFAULT_LIMITS } from './deps';
import { handleError, sendProblem, speakBothLanguages } from './http/errors';
import { Problem } from './http/problem';
import { describeApi } from './openapi';
import { acknowledgeRoutes } from './routes/acknowledge';
import { bounceRoutes } from './routes/bounces';
import { calendarRoutes } from './routes/calendar';
import { campaignRoutes } from './routes/campaigns';
import { closureRoutes } from './routes/closures';
import { commandRoutes } from './routes/commands';
import { createRoutes } from './routes/create';
import { feedOfficeRoutes, feedRoutes } from './routes/feeds';
import { healthRoutes } from './routes/health';
import { holdRoutes } from './routes/holds';
import { importRoutes } from './routes/imports';
import { inboxRoutes } from './routes/inbox';
import { lawRoutes } from './routes/law';
import { matterRoutes } from './routes/matters';
import { officerRoutes } from './routes/officers';
import { organisationRoutes } from './routes/organisation';
import { outboxRoutes } from './routes/outbox';
import { packRoutes } from './routes/packs';
import { pageRoutes } from './routes/pages';
import { policyRoutes } from './routes/policies';
import { problemRoutes } from './routes/problems';
import { readingRoutes } from './routes/readings';
import { rehearsalRoutes } from './routes/rehearsals';
import { statementRoutes } from './routes/statements';
import { webhookRoutes } from './routes/webhooks';
import { worthRoutes } from './routes/worth';

/**
 * The HTTP server, not yet listening (see `listenLocally`). Every request is logged by its route, status and duration: no
 * address with a number in it, no body, no header.
 */
export async function buildServer(deps: ApiDeps): Promise<FastifyInstance> {
  const ctx: ApiContext = {
    now: Date.now,
    ...deps,
    limits: { ...DEFAULT_LIMITS, ...deps.limits },
    lawAt: lawReader(deps.pool),
    loadState: createMatterActivities(deps).loadState,
  };
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: ctx.limits.bodyBytes,
    routerOptions: { maxParamLength: 400 },
    forceCloseConnections: true,
  });
  speakBothLanguages();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(
      reply,
      new Problem(404, 'no_such_route', 'Không có địa chỉ này; xem /docs.', 'There is no such address; see /docs.'),
    ),
  );
  app.addHook('onRequest', async request => refuseForeignHost(ctx, request.hostname));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });

  await app.register(multipart, {
    limits: { fileSize: ctx.limits.uploadBytes + 1, files: 1, fields: 5, parts: 6 },
    throwFileSizeLimit: false,
  });
  await describeApi(app, ctx.publicUrl);
  await app.register(healthRoutes(ctx));
  await app.register(pageRoutes(ctx));
  await app.register(acknowledgeRoutes(ctx));
  await app.register(feedRoutes(ctx));
  const versioned = [
    matterRoutes,
    createRoutes,
    commandRoutes,
    importRoutes,
    campaignRoutes,
    lawRoutes,
    calendarRoutes,
    closureRoutes,
    rehearsalRoutes,
    packRoutes,
    readingRoutes,
    holdRoutes,
    organisationRoutes,
    officerRoutes,
    inboxRoutes,
    webhookRoutes,
    bounceRoutes,
    feedOfficeRoutes,
    problemRoutes,
    outboxRoutes,
    statementRoutes,
    worthRoutes,
    policyRoutes,
  ];
  for (const routes of versioned) await app.register(routes(ctx), { prefix: '/v1' });
  return app;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** A page of another site may aim a name of its own at this machine; such a name is not answered. */
function refuseForeignHost(ctx: ApiContext, hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (LOOPBACK.has(host) || host === new URL(ctx.publicUrl).hostname) return;
  throw new Problem(
    403,
    'foreign_host',
    'Máy chủ chỉ trả lời ở địa chỉ của máy này hoặc PUBLIC_URL.',
    'The server answers only under the address of this machine or PUBLIC_URL.',
  );
}

/** Refuses any address but this machine's own: there are no roles yet, and whoever reaches the API may do everything. */
export async function listenLocally(app: FastifyInstance, host: string, port: number): Promise<string> {
  if (!LOOPBACK.has(host)) {
    throw new Error(
      `API_HOST=${host}: chưa có phân quyền nên máy chủ chỉ nghe ở 127.0.0.1, ::1 hoặc localhost. / ` +
        `API_HOST=${host}: there are no roles yet, so the server listens only on 127.0.0.1, ::1 or localhost.`,
    );
  }
  return app.listen({ host, port });
}
