import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordReport } from '../../activities/bounces/record';
import { type DeliveryReport, parseReport } from '../../activities/bounces/report';
import { signatureHolds } from '../../activities/webhooks/signature';
import type { ApiContext } from '../deps';
import { Problem } from '../http/problem';
import { problems } from '../http/replies';

/** Head, report and head of the returned message fit in well. */
const MOST_BYTES = 512 * 1024;

const event = z.object({
  reportId: z.string().min(1).max(300),
  envelopeId: z.string().max(100).optional(),
  messageId: z.string().max(400).optional(),
  recipient: z.string().max(320),
  action: z.enum(['failed', 'delayed', 'delivered']),
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .optional(),
  code: z.number().int().min(200).max(599).optional(),
});

const outcome = z.object({
  outcome: z
    .enum(['bounced', 'delayed', 'arrived', 'noted', 'known', 'foreign', 'other'])
    .describe('foreign: không phải thư của hệ thống; known: đã nhận trước; other: không phải báo cáo gửi thư'),
});

/**
 * Delivery reports from a mail system that would rather speak HTTP: the report as it is (`message/rfc822`), or its gist as JSON. Signed
 * with BOUNCE_SECRET as our own webhooks are; without that setting nothing is taken.
 */
export const bounceRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    // The signature covers the bytes as they came.
    app.removeContentTypeParser(['application/json']);
    app.addContentTypeParser(
      ['application/json', 'message/rfc822'],
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    );

    app.post(
      '/bounces',
      {
        schema: {
          operationId: 'reportBounce',
          tags: ['mail'],
          summary: 'Báo cáo gửi thư từ hệ thống thư / A delivery report from a mail system',
          description:
            'Thân: message/rfc822 (nguyên văn báo cáo RFC 3464) hoặc JSON { reportId, envelopeId?, messageId?, recipient, action, ' +
            'status?, code? }. Ký bằng BOUNCE_SECRET theo standardwebhooks.com. / Body: the report itself, or JSON; signed.',
          response: { 202: outcome, ...problems(400, 403, 413, 415) },
        },
      },
      async (request, reply) => {
        const secret = ctx.mail.bounceSecret;
        const body = request.body as Buffer;
        if (
          secret === undefined ||
          !Buffer.isBuffer(body) ||
          !signatureHolds(secret, request.headers, body, ctx.now())
        ) {
          throw new Problem(
            403,
            'bad_signature',
            'Chữ ký không đúng, quá 5 phút, hoặc chưa đặt BOUNCE_SECRET.',
            'The signature is wrong or more than five minutes old, or BOUNCE_SECRET is not set.',
          );
        }
        const report = request.headers['content-type']?.startsWith('message/rfc822')
          ? await parseReport(body)
          : reportOf(body);
        reply.code(202);
        return {
          outcome: report === null ? ('other' as const) : await recordReport(ctx.pool, report, 'webhook', ctx.now()),
        };
      },
    );
  };

function reportOf(body: Buffer): DeliveryReport {
  const parsed = event.safeParse(jsonOf(body));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(issue => issue.path.join('.') || 'body').join(', ');
    throw new Problem(400, 'invalid_request', `Trường chưa đúng: ${fields}.`, `Invalid fields: ${fields}.`);
  }
  const { reportId, envelopeId, messageId, recipient, action, status, code } = parsed.data;
  return {
    id: reportId,
    envelopeId: envelopeId ?? null,
    messageIds: messageId === undefined ? [] : [messageId],
    recipients: [
      { finalRecipient: recipient, originalRecipient: null, action, status: status ?? null, code: code ?? null },
    ],
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // no JSON at all: refused by the schema with its own text
  }
}
