import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createActivities } from '../../activities';
import type { ApiDeps } from '../../api/deps';
import { buildServer } from '../../api/server';
import { createLog } from '../../config/log';
import { freshDatabase, seedOffice, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { realServer, type TestServer } from '../support/temporal';

// Every test here speaks to real servers, perhaps on a busy machine.
jest.setTimeout(30_000);

const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: 'Thời Hạn <thoihan@thoihan.test>' };

export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Record<string, unknown>;
}

/** The API over a database of its own with the small province in it. */
export interface TestApi {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly deps: ApiDeps;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

const gone = async (): Promise<never> => {
  throw new Error('no Temporal in this test');
};

/** The API alone. Its Temporal is away unless `more.temporal` brings one. */
export async function openApi(more: Partial<ApiDeps> = {}): Promise<TestApi> {
  const database = await freshDatabase({ max: 20 });
  await seedOffice(database.prisma);
  const uploadsDir = await mkdtemp(join(tmpdir(), 'thoihan-api-'));
  const deps: ApiDeps = {
    prisma: database.prisma,
    pool: database.pool,
    temporal: gone,
    mail: MAIL,
    linkKeys: LINK_KEYS,
    log: createLog('error', 'test'),
    uploadsDir,
    publicUrl: 'http://127.0.0.1:4000',
    checks: [],
    ...more,
  };
  const app = await buildServer(deps);
  await app.ready();
  const ask = async (options: InjectOptions): Promise<Answer> => {
    const answer = await app.inject(options);
    const json = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
  };
  return {
    app,
    database,
    deps,
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    post: (url, body, headers = {}) =>
      ask({ method: 'POST', url, payload: body, headers: { 'idempotency-key': randomUUID(), ...headers } }),
    async close() {
      await app.close();
      await database.close();
      await rm(uploadsDir, { recursive: true, force: true });
    },
  };
}

export interface LivingApi extends TestApi {
  readonly temporal: TestServer;
}

/** The API with the real server and a worker behind it, in a namespace of its own. */
export async function openLivingApi(more: Partial<ApiDeps> = {}): Promise<LivingApi> {
  const temporal = await realServer();
  const api = await openApi({ temporal: async () => temporal.client, ...more });
  const activities = createActivities(api.deps);
  const stopWorker = await temporal.serve(activities);
  return {
    ...api,
    temporal,
    async close() {
      await stopWorker();
      await api.close();
      await temporal.close();
    },
  };
}

let numbers = 0;

/** A case opened on request on a day, through the front door. */
export async function openCase(api: TestApi, occurredOn: string, more: object = {}): Promise<Answer> {
  numbers += 1;
  return api.post('/v1/matters', {
    kind: 'enforcement_case',
    number: `${numbers}/QĐ-THADS`,
    unit: 'TST-KV1',
    officer: 'TST-005',
    details: { origin: 'on_request', amount: '100000000' },
    parties: [{ side: 'debtor', name: 'Nguyễn Văn Thử' }],
    first: { event: 'judgment-received', occurredOn },
    ...more,
  });
}
