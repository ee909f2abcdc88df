import { escapeHtml as esc } from '../../alerts/mail-text';
import { type MatterKind, matterLabel } from '../../law';
import type { SlipDocument } from '../../law/slip/document';
import { slipFields, slipSteps } from '../../law/slip/text';

const STYLE = `
:root{color-scheme:light}
@page{size:A4;margin:16mm 18mm}
body{font:15px/1.45 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#111;background:#fff}
h1{font-size:1.3rem;margin:.2rem 0 .6rem}h2{font-size:1.05rem;margin:1rem 0 .3rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.2rem .5rem .2rem 0;border-bottom:1px solid #ddd}
th{width:9rem;font-weight:600}.due td{font-size:1.15rem;font-weight:700}
ol{margin:.2rem 0;padding-left:1.5rem}li{margin:.15rem 0}.en{color:#555}
.foot{margin-top:1rem;border-top:1px solid #999;padding-top:.4rem;font-size:.8rem;overflow-wrap:anywhere}
a:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}
@media(max-width:34rem){th,td{display:block;width:auto;border-bottom:0;padding:0}td{border-bottom:1px solid #ddd;padding-bottom:.3rem}}
@media print{body{font-size:10.5pt;max-width:none;padding:0}nav{display:none}li{break-inside:avoid}}`;

/** The slip of one deadline to print on a page of A4. */
export function slipPage(matterId: string, slip: SlipDocument): string {
  const title = slip.matter ? matterLabel(slip.matter.kind as MatterKind, slip.matter.number) : slip.duty.nameVi;
  const rows = slipFields(slip).map(
    ({ name, text, main }) =>
      `<tr${main ? ' class="due"' : ''}><th scope="row">${esc(name)}</th><td>${esc(text)}</td></tr>`,
  );
  const steps = slipSteps(slip).map(
    ({ vi, en, basis }) =>
      `<li>${esc(vi)}${basis ? ` [${esc(basis)}]` : ''}<br><span class="en">${esc(en)}</span></li>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Phiếu tính thời hạn: ${esc(title)}</title><style>${STYLE}</style></head><body><main>
<nav><a href="/matters/${esc(matterId)}">← ${esc(title)}</a></nav>
<h1>Phiếu tính thời hạn / Deadline slip</h1>
<table>${rows.join('\n')}</table>
<h2>Cách tính / How it was counted</h2>
<ol>${steps.join('\n')}</ol>
<p class="foot">Luật ${esc(slip.duty.law)}, gói / pack ${esc(slip.pack.version)} · lịch / calendar ${esc(slip.calendar)}${
    slip.deadline ? ` · ${esc(slip.deadline.key)}, bản / version ${slip.deadline.version}` : ''
  }<br>SHA-256 ${esc(slip.hash)}</p>
</main></body></html>`;
}
