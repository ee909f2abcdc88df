import { byArticle, isDuty, onArticle, type Row, rowsOf, search } from '../../../handbook/rows';
import { period } from '../../../handbook/said';
import { articleOf, builtInLaw } from '../../../law';
import { EXIT, type ExitCode, Failure, type Io } from '../../io';
import { table } from '../../text';
import { type LawOptions, lawOf } from './options';

/** `thoihan law list`: every limit and every provision without a length, one line each; those of an article, those with some words. */
export function lawList(io: Io, options: LawOptions): ExitCode {
  let rows = rowsOf(builtInLaw(), lawOf(options.law));
  if (options.article !== undefined) rows = [...onArticleOrFail(rows, options.article)].sort(byArticle);
  if (options.search !== undefined) rows = search(rows, options.search);
  if (options.json) io.out(JSON.stringify(rows.map(listed)));
  else if (rows.length > 0) io.out(table(['Nghĩa vụ', 'Luật', 'Thời hạn', 'Căn cứ', 'Tên'], rows.map(line)));
  else io.err('Không có dòng nào như vậy. / There is no such row.');
  return EXIT.ok;
}

function onArticleOrFail(rows: readonly Row[], article: string): readonly Row[] {
  try {
    return onArticle(rows, article);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [vi = '', en = ''] = error.message.split(' / ');
    throw new Failure(EXIT.usage, 'wrong_article', `--article: ${vi}`, `--article: ${en}`);
  }
}

const line = (row: Row): string[] => [
  row.id,
  row.law,
  isDuty(row) ? period(row.period).vi : '—',
  articleOf(row.source),
  row.nameVi + (row.active ? '' : ' (chưa áp dụng)'),
];

const listed = (row: Row) => ({
  kind: isDuty(row) ? 'duty' : 'event-rule',
  ...{ id: row.id, law: row.law, basis: row.basis, active: row.active, confidence: row.confidence, source: row.source },
  ...{ matters: row.kinds, nameVi: row.nameVi, nameEn: row.nameEn },
});
