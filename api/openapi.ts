import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

const TAGS = [
  { name: 'matters', description: 'Việc thi hành án, khiếu nại, tố cáo… / Matters' },
  { name: 'commands', description: 'Ghi sự kiện, đính chính, nhận việc / Commands, each with an Idempotency-Key' },
  { name: 'imports', description: 'Nhập sổ / Registers coming in' },
  { name: 'campaigns', description: 'Đợt cao điểm / Campaigns' },
  { name: 'law', description: 'Nghĩa vụ, thời hạn, lịch / Duties, limits, calendar' },
  { name: 'organisation', description: 'Đơn vị, cán bộ / Units and officers' },
  { name: 'mail', description: 'Thư đi / Outgoing mail' },
  { name: 'webhooks', description: 'Báo cho chương trình khác / Telling other programs' },
  { name: 'health', description: 'Tình trạng / Health' },
];

/** OpenAPI 3.1 at /openapi.json, and a page to read it at /docs made of files of this machine only. */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Thời Hạn',
        version: '1',
        description:
          'Theo dõi thời hạn thi hành án dân sự. Mọi lệnh (POST) cần Idempotency-Key; lỗi theo RFC 9457 bằng hai thứ tiếng. ' +
          'Ngày là ngày Việt Nam (+07:00), tiền là chuỗi số đồng.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      tags: TAGS,
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { validatorUrl: null, tryItOutEnabled: true },
    theme: { title: 'Thời Hạn API' },
  });
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'openapi',
        tags: ['health'],
        summary: 'Bản mô tả này / This description',
        response: { 200: z.looseObject({ openapi: z.string() }) },
      },
    },
    async () => app.swagger() as { openapi: string },
  );
}
