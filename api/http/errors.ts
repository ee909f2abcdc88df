import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LawRefused } from '../../activities/law/refused';
import { type FieldError, Problem } from './problem';

type Issue = Parameters<ReturnType<typeof z.locales.en>['localeError']>[0];
const VI = z.locales.vi().localeError;
const EN = z.locales.en().localeError;
const words = (said: ReturnType<typeof EN>): string => (typeof said === 'string' ? said : said?.message) ?? '?';

/** From now on every message of zod is `Vietnamese / English`; one of our own (`refine`) brings both texts in `params`. */
export function speakBothLanguages(): void {
  z.config({
    localeError: (issue: Issue) => {
      const own = (issue as { params?: Record<string, unknown> }).params;
      return own?.vi === undefined ? `${words(VI(issue))} / ${words(EN(issue))}` : `${own.vi} / ${own.en}`;
    },
  });
}

function fieldErrors(error: FastifyError & { validation: unknown[]; validationContext?: string }): FieldError[] {
  return error.validation.map(entry => {
    const { instancePath = '', message = '' } = entry as { instancePath?: string; message?: string };
    const place = instancePath.replace(/^\//, '').replaceAll('/', '.');
    const [vi = '', ...en] = message.split(' / ');
    return { field: place || (error.validationContext ?? 'body'), vi, en: en.join(' / ') || vi };
  });
}

/** Errors of Fastify itself (malformed JSON, unknown content type, body too large) in our words. */
function ofFramework(error: FastifyError): Problem | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge();
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Problem(415, 'media_type', 'Nội dung phải là application/json.', 'The body must be application/json.');
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Problem(
      error.statusCode,
      'bad_request',
      `Không đọc được yêu cầu (${error.code ?? error.statusCode}).`,
      error.message,
    );
  }
  return null;
}

/** 413 for a body over the limit of its route. `bytes` is the limit. */
export function tooLarge(bytes?: number): Problem {
  const limit = bytes === undefined ? '' : ` ${Math.floor(bytes / (1024 * 1024))} MB`;
  return new Problem(
    413,
    'too_large',
    `Tệp hoặc nội dung vượt giới hạn${limit}. Hãy tách sổ theo năm rồi nhập từng tệp.`,
    `The file or body exceeds the limit${limit}. Split the register by year and import each file.`,
  );
}

/** Whoever may not sign gets 403, what is not there 404, everything else about law and calendar 422 with all that is wrong. */
function lawProblem({ code, vi, en, problems }: LawRefused): Problem {
  const forbidden = ['not_a_signer', 'own_work', 'author_left'].includes(code);
  const status = forbidden ? 403 : code === 'no_such_pack' ? 404 : 422;
  return new Problem(status, code, vi, en, problems.length === 0 ? {} : { errors: problems });
}

/** Turns whatever a route threw into a Problem; null for an error nobody foresaw. */
export function asProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof LawRefused) return lawProblem(error);
  if (!(error instanceof Error)) return null;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = fieldErrors(error as never);
    const fields = errors.map(e => e.field).join(', ');
    return new Problem(400, 'invalid_request', `Trường chưa đúng: ${fields}.`, `Invalid fields: ${fields}.`, {
      errors,
    });
  }
  return ofFramework(error as FastifyError);
}

/** Sends a problem with its media type. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.extras.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(problem.extras.retryAfterSeconds));
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(body => JSON.stringify(body))
    .send(problem.body());
}

/**
 * The one error handler. An unforeseen error is logged by its type and place only (its message may quote a row) and the
 * caller is given the request's id to find it by.
 */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asProblem(error);
  if (known) return sendProblem(reply, known);
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
  request.log.error({ error: name, at: stack?.split('\n').slice(1, 6), reqId: request.id }, 'unforeseen error');
  return sendProblem(
    reply,
    new Problem(
      500,
      'unforeseen',
      `Chương trình gặp lỗi chưa lường trước (mã ${request.id}). Chưa chắc lệnh đã được ghi; hãy gửi lại với cùng Idempotency-Key.`,
      `An unforeseen error (request ${request.id}). It is not certain that the command was recorded; send it again with the same Idempotency-Key.`,
    ),
  );
}
