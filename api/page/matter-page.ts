import type { z } from 'zod';
import { escapeHtml as esc } from '../../alerts/mail-text';
import { kindName, matterLabel, vnDate } from '../../law';
import type { MatterKind } from '../../law/model';
import type { deadlineView, eventView } from '../record/schemas';
import type { MatterView } from '../record/view';

type DeadlineView = z.infer<typeof deadlineView>;
type EventView = z.infer<typeof eventView>;

const STYLE = `
:root{color-scheme:light dark;--late:#b91c1c;--open:#1d4ed8;--still:#57534e}
body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:.5rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
a:focus-visible,summary:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}
.limit{border-left:4px solid var(--still);padding:.4rem .8rem;margin:.6rem 0;background:#8881}
.limit.overdue{border-color:var(--late)}.limit.open{border-color:var(--open)}
.limit p{margin:.1rem 0}.note{color:#666}summary{cursor:pointer;padding:.2rem 0}
ol.slip{margin:.2rem 0;padding-left:1.4rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8886;vertical-align:top}
td.day{white-space:nowrap;font-variant-numeric:tabular-nums}
@media(prefers-color-scheme:dark){.note{color:#aaa}:root{--late:#f87171;--open:#93c5fd;--still:#a8a29e}}`;

const STATUS: Record<string, string> = {
  open: 'đang tính / running',
  paused: 'tạm dừng / paused',
  overdue: 'QUÁ HẠN / OVERDUE',
  met: 'đúng hạn / in time',
  late: 'làm muộn / late',
};

/** `23/11/2026 14:05` in +07:00. */
const moment = (instant: string): string => {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${vnDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
};

/** One matter to read in a browser: what runs, how each date was counted, what happened. It names no party. */
export function matterPage(matter: MatterView, events: readonly EventView[]): string {
  const kind = matter.kind as MatterKind;
  const title = matterLabel(kind, matter.number);
  const running = matter.deadlines.filter(one => ['open', 'paused', 'overdue'].includes(one.status));
  const settled = matter.deadlines.filter(one => one.status === 'met' || one.status === 'late');
  const officer = matter.officer ? `${matter.officer.name} (${matter.officer.code})` : 'chưa phân công / unassigned';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(title)} – Thời Hạn</title><style>${STYLE}</style></head><body><main>
<h1>${esc(title)}</h1>
<p>${esc([matter.stageName, ...matter.marks.map(mark => mark.name)].join(', '))} · ${esc(matter.unit.name)} · ${esc(officer)}<br>
<span class="note">${esc(kindName(kind).en)} · mở / opened ${vnDate(matter.openedOn)}${matter.closedOn ? ` · kết thúc / ended ${vnDate(matter.closedOn)}` : ''} · Luật / Law ${esc(matter.law)}</span></p>
<h2>Thời hạn đang chạy / Running limits (${running.length})</h2>
${running.map(one => limit(matter.id, one)).join('\n') || '<p>Không có / none</p>'}
<h2>Đã xong / Done (${settled.length})</h2>
${settled.length === 0 ? '<p>Chưa có / none yet</p>' : doneTable(matter.id, settled)}
<h2>Nhật ký / Timeline (${events.length})</h2>
${timeline(events)}
</main></body></html>`;
}

/** Where the slip of a deadline is printed from. */
const slipLink = (matterId: string, key: string): string => `/matters/${matterId}/slips/${encodeURIComponent(key)}`;

function limit(matterId: string, one: DeadlineView): string {
  const said =
    one.lapse && one.status === 'overdue'
      ? 'thời hạn của bên khác, đã hết / a window now closed'
      : (STATUS[one.status] ?? one.status);
  const colour = one.lapse && one.status === 'overdue' ? 'paused' : one.status;
  const other =
    one.dueLatest === one.due ? '' : ` · muộn nhất theo cách tính khác / at the latest ${vnDate(one.dueLatest)}`;
  const steps = one.slip.map(
    step => `<li>${esc(step.vi)}${step.basis ? ` <span class="note">[${esc(step.basis)}]</span>` : ''}</li>`,
  );
  return `<section class="limit ${colour}"><p><strong>${vnDate(one.due)}</strong> — ${said}${other}${one.provisional ? ' · tạm tính / provisional' : ''}</p>
<p>${esc(one.name)} <span class="note">${esc(one.article)}</span></p>
<details><summary>Cách tính / How it was counted</summary><ol class="slip">${steps.join('')}</ol><p><a href="${slipLink(matterId, one.key)}">Phiếu tính thời hạn / Slip to print</a></p></details></section>`;
}

const table = (heads: readonly string[], rows: readonly string[]): string =>
  `<div class="wide"><table><thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;

const doneTable = (matterId: string, done: readonly DeadlineView[]): string =>
  table(
    ['Hạn / Due', 'Xong / Done', 'Nghĩa vụ / Duty', ''],
    done.map(
      one =>
        `<tr><td class="day">${vnDate(one.due)}</td><td class="day">${one.closedOn ? vnDate(one.closedOn) : ''}</td><td>${esc(one.name)}</td><td>${STATUS[one.status] ?? ''} · <a href="${slipLink(matterId, one.key)}">phiếu / slip</a></td></tr>`,
    ),
  );

const timeline = (events: readonly EventView[]): string =>
  table(
    ['Xảy ra / Occurred', 'Ghi lúc / Recorded', 'Sự kiện / Event'],
    events.map(
      one =>
        `<tr><td class="day">${vnDate(one.occurredOn)}${one.at ? ` ${one.at}` : ''}</td><td class="day">${moment(one.recordedAt)}</td><td>${esc(one.name)}${one.correctsId ? (one.retracted ? ' (rút lại / taken back)' : ' (đính chính / correction)') : ''}</td></tr>`,
    ),
  );
