/** The page of one provision without a length. */

import { type EventRule, kindName, type LawId } from '../../law';
import { cite } from '../../law/engine/said';
import { BASES, CONFIDENCE } from '../said';
import { limitFile } from './limit';
import { machineFile } from './machine';
import { cell, code, lines, link, page, table } from './markdown';

export const provisionFile = (id: string): string => `provisions/${id}.md`;

const SORTS: Readonly<Record<EventRule['sort'], string>> = {
  moment: 'từ khi nào tính / from when something counts',
  window: 'khi nào không được làm / when something may not be done',
  condition: 'khi nào được làm / when something may be done',
  effect: 'hệ quả / what follows',
  content: 'nội dung phải ghi / what must be written',
  competence: 'thẩm quyền / who decides',
  amount: 'số tiền, tỷ lệ / sums and shares',
};

export function provisionPage(
  versions: readonly EventRule[],
  isLimit: (id: string) => boolean,
  fileOf: (row: { readonly id: string; readonly law: LawId }) => string,
): string {
  const [first] = versions as readonly [EventRule, ...EventRule[]];
  const kinds = [...new Set(versions.flatMap(({ kinds: list }) => list))];
  const row = (head: string, of: (rule: EventRule) => string) => [
    `**${head}**`,
    ...versions.map(rule => of(rule) || '—'),
  ];
  return page(
    `# ${first.nameVi}`,
    `*${first.nameEn}* · ${code(first.id)}`,
    [
      link('← Sổ tay luật / Handbook', '../README.md'),
      ...kinds.map(kind => link(`${kindName(kind).vi} / ${kindName(kind).en}`, `../${machineFile(kind)}`)),
    ].join(' · '),
    table(
      ['', ...versions.map(({ law }) => (law === '2025' ? 'Luật 106/2025/QH15' : 'Luật 26/2008/QH12'))],
      [
        row('Quy tắc / Rule', rule => lines([rule.saysVi, `*${rule.saysEn}*`])),
        row('Loại / Sort', rule => SORTS[rule.sort]),
        row('Căn cứ / Source', rule => lines([cite(rule.source), ...(rule.source.also ?? [])])),
        row('Trích / Quote', rule => (rule.source.quote ? cell(`“${rule.source.quote}”`) : '')),
        row(
          'Độ tin cậy / Confidence',
          rule => `${rule.confidence}: ${CONFIDENCE[rule.confidence].vi} / ${CONFIDENCE[rule.confidence].en}`,
        ),
        row(
          'Áp dụng / In use',
          rule =>
            `${BASES[rule.basis].vi} / ${BASES[rule.basis].en}${rule.active ? '' : '; chưa áp dụng / not in use'}`,
        ),
        row('Cách hiểu / Readings', rule =>
          rule.readings ? lines(rule.readings.map(({ vi, en }) => `${vi} / *${en}*`)) : '',
        ),
        row('Thể hiện ở / Carried by', rule =>
          lines(rule.carriedBy.map(id => (isLimit(id) ? link(id, `../${limitFile(id)}`) : code(id)))),
        ),
        row('Suy ra / Derived', rule => (rule.derived ? cell(rule.derived) : '')),
        row('Tệp / File', rule => link(code(fileOf(rule).split('/').at(-1)!), `../../../${fileOf(rule)}`)),
      ],
    ),
  );
}
