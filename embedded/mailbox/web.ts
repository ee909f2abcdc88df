import { createServer, type Server, type ServerResponse } from 'node:http';
import { listPage, mailPage, notFoundPage } from './html';
import type { MailStore } from './store';

const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;
/** The frame around a mail's own HTML: nothing in it may run or be fetched, whoever wrote it. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy = PAGE_POLICY,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end(body);
}

const HTML = 'text/html; charset=utf-8';

function whole(text: string | null, otherwise: number, most: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : otherwise;
}

async function answer(store: MailStore, url: URL, response: ServerResponse): Promise<void> {
  const json = (status: number, value: unknown) =>
    send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
  const to = url.searchParams.get('to') ?? '';
  const offset = whole(url.searchParams.get('offset'), 0, Number.MAX_SAFE_INTEGER);
  const limit = Math.max(1, whole(url.searchParams.get('limit'), PAGE_SIZE, LARGEST_PAGE));
  if (url.pathname === '/') {
    return send(response, 200, HTML, listPage({ to, ...store.list({ to, offset, limit }), offset, limit }));
  }
  if (url.pathname === '/api/messages') {
    const { total, mails } = store.list({ to, offset, limit });
    return json(200, { total, offset, limit, messages: mails });
  }
  const [, api, id = '', part = ''] = /^(\/api)?\/messages\/([\d-]+)(?:\/(html|raw|text))?$/.exec(url.pathname) ?? [];
  const mail = store.find(id);
  if (!mail)
    return url.pathname.startsWith('/api')
      ? json(404, { error: 'no such mail' })
      : send(response, 404, HTML, notFoundPage());
  if (part === 'raw') return send(response, 200, 'text/plain; charset=utf-8', store.raw(mail));
  const parsed = await store.parse(mail);
  if (part === 'html') return send(response, 200, HTML, parsed.html || '', MAIL_POLICY);
  if (part === 'text') return send(response, 200, 'text/plain; charset=utf-8', parsed.text ?? '');
  if (api)
    return json(200, {
      ...mail,
      text: parsed.text ?? '',
      html: parsed.html || null,
      headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, line])),
    });
  return send(response, 200, HTML, mailPage(mail, parsed));
}

/** The mailbox page and its JSON: `/`, `/messages/<id>[/html|/raw|/text]`, `/api/messages[?to&offset&limit]`, `/api/messages/<id>`. */
export function startMailboxPage(store: MailStore, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'GET only');
    answer(store, new URL(request.url ?? '/', 'http://localhost'), response).catch(error => {
      process.stderr.write(`mailbox: ${error instanceof Error ? error.stack : error}\n`);
      send(response, 500, 'text/plain; charset=utf-8', 'Không đọc được thư này. / This mail cannot be read.');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
