import type { ParsedMail } from 'mailparser';
import { escapeHtml as esc } from '../../alerts/mail-text';
import type { MailSummary } from './store';

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8886;vertical-align:top}
td.time{white-space:nowrap;font-variant-numeric:tabular-nums}
form{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end;margin:1rem 0}
input{font:inherit;padding:.3rem .5rem;min-width:18rem}button{font:inherit;padding:.3rem .8rem}
label{display:block}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0}
iframe{width:100%;height:70vh;border:1px solid #8886;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8886;padding:1rem}
.note{color:#666}@media(prefers-color-scheme:dark){.note{color:#aaa}}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(title)}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

/** `2026-07-27 07:30:05` in +07:00, whatever the host's time zone. */
export function vietnamTime(epochMs: number): string {
  return new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

export interface ListView {
  readonly to: string;
  readonly mails: readonly MailSummary[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** The list of mails, newest first, with the search by recipient. */
export function listPage(view: ListView): string {
  const rows = view.mails
    .map(
      mail => `<tr><td class="time">${vietnamTime(mail.receivedAt)}</td><td>${esc(mail.to.join(', '))}</td>
<td><a href="/messages/${mail.id}">${esc(mail.subject || '(không có tiêu đề / no subject)')}</a></td></tr>`,
    )
    .join('\n');
  const link = (offset: number, text: string) =>
    `<a href="/?to=${encodeURIComponent(view.to)}&amp;offset=${offset}">${text}</a>`;
  const pages = [
    view.offset > 0 ? link(Math.max(0, view.offset - view.limit), '← Mới hơn / Newer') : '',
    view.offset + view.limit < view.total ? link(view.offset + view.limit, 'Cũ hơn / Older →') : '',
  ].filter(Boolean);
  return page(
    'Hộp thư / Mailbox',
    `<h1>Hộp thư / Mailbox</h1>
<p class="note">Mọi thư chương trình gửi đều nằm ở đây, không thư nào ra khỏi máy này. / Every mail the program sends lands here; none leaves this machine.</p>
<form method="get" action="/" role="search"><div><label for="to">Người nhận / Recipient</label>
<input id="to" name="to" type="search" value="${esc(view.to)}"></div><button>Tìm / Search</button></form>
<p role="status">${view.total} thư / mails</p>
${rows ? `<table><thead><tr><th scope="col">Nhận lúc / Received (+07:00)</th><th scope="col">Người nhận / To</th><th scope="col">Tiêu đề / Subject</th></tr></thead><tbody>${rows}</tbody></table>` : '<p>Chưa có thư nào. / No mail yet.</p>'}
<nav aria-label="Trang / Pages">${pages.join(' · ')}</nav>`,
  );
}

/** One mail: heading, HTML in a sandboxed frame, plain text, and links to the parts. */
export function mailPage(mail: MailSummary, parsed: ParsedMail): string {
  const facts: [string, string][] = [
    ['Từ / From', mail.from],
    ['Đến / To', mail.to.join(', ')],
    ['Nhận lúc / Received', `${vietnamTime(mail.receivedAt)} (+07:00)`],
    ['Message-ID', mail.messageId ?? '—'],
  ];
  const files = parsed.attachments
    .map(file => `<li>${esc(file.filename ?? file.contentType)} (${file.size} B)</li>`)
    .join('');
  return page(
    mail.subject,
    `<p><a href="/">← Hộp thư / Mailbox</a></p><h1>${esc(mail.subject)}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${esc(value)}</dd>`).join('')}</dl>
${parsed.html ? `<iframe sandbox="" title="Nội dung thư / Mail" src="/messages/${mail.id}/html"></iframe>` : ''}
<h2>Văn bản / Plain text</h2><pre>${esc(parsed.text ?? '')}</pre>
${files ? `<h2>Tệp kèm / Attachments</h2><ul>${files}</ul>` : ''}
<p><a href="/messages/${mail.id}/raw">Bản gốc / Raw source</a></p>`,
  );
}

export function notFoundPage(): string {
  return page('404', '<h1>Không có thư này / No such mail</h1><p><a href="/">← Hộp thư / Mailbox</a></p>');
}
