import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countRefusedLink } from '../../activities/mail/link-refusals';
import { toIso, vietnamDay } from '../../law';
import { NOTICES, type Notice, noticePage, openPage } from '../acknowledge/page';
import { type Acknowledging, type ShownLimit, type Verdict, verdictOn } from '../acknowledge/verdict';
import { given } from '../commands/given';
import { sendCommand } from '../commands/send';
import type { ApiContext } from '../deps';
import { asProblem } from '../http/errors';
import { Problem } from '../http/problem';
import { isoDate } from '../record/schemas';

const params = z.object({ token: z.string().max(200) });

/**
 * Links in mails. Opening one shows a page and changes nothing, because mail scanners open links as well; the button on it
 * acknowledges. Whoever holds the link may do this and nothing else; there is no log-in.
 */
export const acknowledgeRoutes =
  (ctx: ApiContext): FastifyPluginAsyncZod =>
  async app => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 2048 },
      (_request, text, done) => done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );
    app.setErrorHandler((error, request, reply) => {
      const known = asProblem(error);
      if (!known) request.log.error({ error: (error as Error).name, reqId: request.id }, 'unforeseen error');
      return show(reply, noticePage(wentWrong(known, request.id)), known?.status ?? 500);
    });

    app.get('/acknowledge/:token', { schema: { hide: true, params } }, async (request, reply) => {
      const verdict = await judged(ctx, request.params.token);
      if (verdict.kind === 'open') return show(reply, openPage(verdict.limit, todayOf(ctx)), 200);
      const said = NOTICES[verdict.kind];
      return show(reply, noticePage(said, 'limit' in verdict ? verdict.limit : undefined), said.status);
    });

    app.post('/acknowledge/:token', { schema: { hide: true, params } }, async (request, reply) => {
      const verdict = await judged(ctx, request.params.token);
      if (verdict.kind !== 'open') {
        const said = NOTICES[verdict.kind];
        return show(reply, noticePage(said, 'limit' in verdict ? verdict.limit : undefined), said.status);
      }
      const { limit, acknowledging } = verdict;
      const wish = wishOf(request.body, todayOf(ctx));
      if ('vi' in wish) return show(reply, openPage(limit, todayOf(ctx), wish), 422);
      const problem = await acknowledge(ctx, acknowledging, wish.promisedOn);
      if (problem === null) {
        const promised: ShownLimit = { ...limit, promisedOn: wish.promisedOn ?? null };
        return show(reply, noticePage(NOTICES.recorded, promised), 200);
      }
      // Somebody was quicker (a second click, the same link on a phone): what stands now is what is said.
      const after = await verdictOn(ctx, request.params.token);
      if (after.kind !== 'open') {
        const said = NOTICES[after.kind];
        return show(reply, noticePage(said, 'limit' in after ? after.limit : undefined), said.status);
      }
      return show(reply, openPage(limit, todayOf(ctx), problem), problem.status);
    });
  };

const todayOf = (ctx: ApiContext): string => toIso(vietnamDay(ctx.now()));

/** The verdict on a link; one that is forged, unsigned or expired is counted, so that an administrator sees it. */
async function judged(ctx: ApiContext, token: string): Promise<Verdict> {
  const verdict = await verdictOn(ctx, token);
  if (verdict.kind === 'forged' || verdict.kind === 'unsigned' || verdict.kind === 'expired')
    await countRefusedLink(ctx.pool, token, verdict.kind, todayOf(ctx));
  return verdict;
}

/** The promised day, if one was given, or what is wrong with it. */
function wishOf(body: unknown, today: string): { promisedOn?: string } | Pick<Notice, 'vi' | 'en'> {
  const text = (body as { promisedOn?: string } | null)?.promisedOn?.trim() ?? '';
  if (text === '') return {};
  const parsed = isoDate.safeParse(text);
  if (!parsed.success) return { vi: `"${text}" không phải ngày có thật.`, en: `"${text}" is not a date that exists.` };
  if (parsed.data < today)
    return { vi: 'Ngày hẹn đã qua; hãy hẹn từ hôm nay.', en: 'The day is past; promise today or later.' };
  return { promisedOn: parsed.data };
}

/** Says it to the matter's workflow, as the officer. Null when it was recorded. The same link is the same command, however often sent. */
async function acknowledge(
  ctx: ApiContext,
  { matterId, deadlineKey, officerId, alertId }: Acknowledging,
  promisedOn: string | undefined,
): Promise<Problem | null> {
  const commandId = `link:${alertId}:${officerId}`;
  try {
    await sendCommand(
      ctx,
      matterId,
      given({ type: 'acknowledge' as const, commandId, deadlineKey, promisedOn, by: officerId }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.status < 500 ? error : unreachable(error);
  }
}

/** What is told to programs names headers and addresses; the reader of a mail needs to know only that it is worth trying again. */
const unreachable = ({ status, code }: Problem): Problem =>
  new Problem(
    status,
    code,
    'Hệ thống đang bận hoặc tạm dừng nên có thể chưa ghi. Hãy bấm lại sau vài phút; bấm nhiều lần cũng chỉ ghi một lần.',
    'The system is busy or away, so this may not be recorded yet. Press again in a few minutes; it is recorded only once.',
  );

const wentWrong = (known: Problem | null, id: string): Notice => ({
  status: known?.status ?? 500,
  titleVi: 'Chưa ghi được',
  titleEn: 'Not recorded',
  vi: known?.vi ?? `Chương trình gặp lỗi (mã ${id}). Hãy thử lại sau.`,
  en: known?.en ?? `Something went wrong (${id}). Try again later.`,
});

function show(reply: FastifyReply, html: string, status: number): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .serializer(body => body as string)
    .send(html);
}
