/** The first page of the handbook: every provision by article, every limit by stage, and how far each article is covered. */

import { type Duty, kindName, type LawId, type MatterKind, stageName } from '../../law';
import { byArticle, isDuty, type Provision, provisionsOf, type Row } from '../rows';
import { period } from '../said';
import { limitFile } from './limit';
import { machineFile, stageOfDuty, stagesOf } from './machine';
import { cell, code, lines, link, page, table } from './markdown';
import { provisionFile } from './provision';

export interface IndexSources {
  readonly rows: readonly Row[];
  readonly kinds: readonly MatterKind[];
  /** How many vectors and lives show a row, by `<law> <id>`. */
  readonly vectors: ReadonlyMap<string, number>;
  readonly lives: ReadonlyMap<string, number>;
  readonly fileOf: (row: { readonly id: string; readonly law: LawId }) => string;
}

const pageOf = (row: Row): string => (isDuty(row) ? limitFile(row.id) : provisionFile(row.id));
const keyOf = (row: Row): string => `${row.law} ${row.id}`;

/** Rows under the provisions they rest on, by the document these stand in, the documents with most rows of a law first. */
function byDocument(rows: readonly Row[]): Map<string, { provision: Provision; row: Row }[]> {
  const documents = new Map<string, { provision: Provision; row: Row }[]>();
  for (const row of rows) {
    for (const provision of provisionsOf(row.source)) {
      const list = documents.get(provision.law);
      if (list) list.push({ provision, row });
      else documents.set(provision.law, [{ provision, row }]);
    }
  }
  return documents;
}

const inOrder = (a: Provision, b: Provision): number =>
  a.article.localeCompare(b.article, 'en', { numeric: true }) || a.part.localeCompare(b.part, 'en', { numeric: true });

function articleTable(list: readonly { provision: Provision; row: Row }[], sources: IndexSources): string {
  const sorted = [...list].sort((a, b) => inOrder(a.provision, b.provision) || byArticle(a.row, b.row));
  return table(
    ['Điều', 'Thời hạn, quy tắc', '', 'Tin cậy', 'Tệp'],
    sorted.map(({ provision, row }) => [
      `**${provision.article}${provision.part}**`,
      `${link(cell(row.nameVi), pageOf(row))}${row.active ? '' : ' (chưa áp dụng)'}`,
      isDuty(row) ? period(row.period).vi : 'quy tắc',
      row.confidence,
      link(code(sources.fileOf(row).split('/').at(-1)!), `../../${sources.fileOf(row)}`),
    ]),
  );
}

/** What of each article is there, and what shows that it is right. */
function coverageTable(list: readonly { provision: Provision; row: Row }[], sources: IndexSources): string {
  const articles = new Map<string, Row[]>();
  for (const { provision, row } of list) {
    const rows = articles.get(provision.article) ?? [];
    if (!rows.includes(row)) rows.push(row);
    articles.set(provision.article, rows);
  }
  const sum = (rows: readonly Row[], counts: ReadonlyMap<string, number>) =>
    rows.reduce((total, row) => total + (counts.get(keyOf(row)) ?? 0), 0);
  return table(
    [
      'Điều',
      'Thời hạn / limits',
      'Quy tắc / rules',
      'Đang áp dụng / in use',
      'Tin cậy / confidence',
      'Ví dụ / vectors',
      'Đời hồ sơ / lives',
    ],
    [...articles]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([article, rows]) => {
        const limits = rows.filter(isDuty);
        const marks = new Map<string, number>();
        for (const { confidence } of rows) marks.set(confidence, (marks.get(confidence) ?? 0) + 1);
        return [
          article,
          String(limits.length),
          String(rows.length - limits.length),
          String(rows.filter(({ active }) => active).length),
          [...marks].map(([mark, n]) => `${mark} ${n}`).join(', '),
          String(sum(limits, sources.vectors)),
          String(sum(limits, sources.lives)),
        ];
      }),
  );
}

function stageTable(kind: MatterKind, duties: readonly Duty[]): string {
  const mine = duties.filter(duty => duty.law === '2025' && duty.kinds.includes(kind));
  return table(
    ['Giai đoạn / Stage', 'Thời hạn bắt đầu ở đó / Limits that begin there'],
    stagesOf(kind).map(stage => {
      const { vi, en } = stageName(kind, stage);
      const here = mine.filter(duty => stageOfDuty(duty, duties) === stage);
      return [`${vi} / ${en}`, lines(here.map(duty => link(cell(duty.nameVi), limitFile(duty.id))))];
    }),
  );
}

export function indexPage(sources: IndexSources): string {
  const { rows, kinds } = sources;
  const duties = rows.filter(isDuty);
  const laws = (['2025', '2008'] as const).map(law => ({
    law,
    documents: byDocument(rows.filter(row => row.law === law)),
  }));
  const counts = laws.map(({ law }) => {
    const mine = rows.filter(row => row.law === law);
    const limits = mine.filter(isDuty);
    const shown = (by: ReadonlyMap<string, number>) =>
      limits.reduce((total, row) => total + (by.get(keyOf(row)) ?? 0), 0);
    return [
      law === '2025' ? 'Luật 106/2025/QH15' : 'Luật 26/2008/QH12',
      ...[limits.length, mine.length - limits.length, mine.filter(({ active }) => active).length].map(String),
      ...[shown(sources.vectors), shown(sources.lives)].map(String),
    ];
  });
  const titled = (law: LawId) =>
    law === '2025' ? 'Luật 106/2025/QH15 và văn bản kèm theo' : 'Luật 26/2008/QH12 và văn bản kèm theo';
  return page(
    '# Sổ tay luật / Handbook of the law',
    'Sinh từ dữ liệu của chương trình bằng `npm run handbook`; sửa ở `law/statutes/`, không sửa ở đây.<br>*Made from the data of the program by `npm run handbook`; edit `law/statutes/`, not these pages.*',
    table(
      [
        '',
        'Thời hạn / limits',
        'Quy tắc / rules',
        'Đang áp dụng / in use',
        'Ví dụ / vectors',
        'Trong đời hồ sơ / in lives',
      ],
      counts,
    ),
    'Mục lục: [theo điều](#theo-điều--by-article) · [theo giai đoạn](#theo-giai-đoạn--by-stage) · [độ phủ](#độ-phủ-từng-điều--coverage-by-article) · ' +
      kinds.map(kind => link(kindName(kind).vi, machineFile(kind))).join(' · '),
    '## Theo điều / By article',
    ...laws.flatMap(({ law, documents }) => [
      `### ${titled(law)}`,
      ...[...documents].flatMap(([document, list]) => [`#### ${document}`, articleTable(list, sources)]),
    ]),
    '## Theo giai đoạn / By stage',
    'Luật đang có hiệu lực. / *The law in force.*',
    ...kinds.flatMap(kind => [`### ${kindName(kind).vi} / ${kindName(kind).en}`, stageTable(kind, duties)]),
    '## Độ phủ từng điều / Coverage by article',
    ...laws.flatMap(({ law, documents }) => [
      `### ${titled(law)}: độ phủ / coverage`,
      ...[...documents].flatMap(([document, list]) => [`#### ${document}: độ phủ`, coverageTable(list, sources)]),
    ]),
  );
}
