import type { Duty, EventRule, LawId, LawInForce, Source } from '../law';
import { duties, eventRules } from '../law';
import { nearestIds } from '../law/engine/nearest';

/** A row of the law: a limit, or a provision without a length. */
export type Row = Duty | EventRule;

export const isDuty = (row: Row): row is Duty => 'trigger' in row;

/** Every row of one law, or of both, limits before provisions. */
export const rowsOf = (inForce: LawInForce, law?: LawId): readonly Row[] => [
  ...duties(inForce, law),
  ...eventRules(inForce, law),
];

/** Up to three ids most like the one given. */
export const idsLike = (id: string, rows: readonly Row[]): string[] =>
  nearestIds(
    id,
    rows.map(row => row.id),
  );

/** Small letters without accents, so that `xac minh` finds `Xác minh`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** The rows in whose id, names, sentence or reasons every word appears, accents or not. */
export function search(rows: readonly Row[], words: string): Row[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    const { quote = '', law, article } = row.source;
    const rest = isDuty(row) ? [row.atExpiry.vi, row.atExpiry.en] : [row.saysVi, row.saysEn];
    const text = plain([row.id, row.nameVi, row.nameEn, quote, law, article, row.derived ?? '', ...rest].join(' '));
    return wanted.every(word => text.includes(word));
  });
}

/** One provision: `{ law: 'Luật 106/2025/QH15', article: '37', part: '(1)' }`. */
export interface Provision {
  readonly law: string;
  readonly article: string;
  /** Clause and point, as written: `(6)b`; empty for the whole article. */
  readonly part: string;
}

/** `37(6)b, c` is two provisions of one article; `15–19` are five articles. What is no article (a plan) has none. */
function provisions(law: string, written: string): Provision[] {
  const found: Provision[] = [];
  for (const piece of written.split(/[,;]\s*/)) {
    const range = /^(\d+)\s*[–-]\s*(\d+)$/.exec(piece);
    if (range) {
      for (let n = Number(range[1]); n <= Number(range[2]); n++) found.push({ law, article: String(n), part: '' });
      continue;
    }
    const [, article, part = ''] = /^(\d+[a-zđ]?)\s*((?:\(\d+[a-zđ]?\))?[a-zđ]?)(?:\s|$)/.exec(piece) ?? [];
    const last = found.at(-1);
    if (article) found.push({ law, article, part });
    else if (last && /^[a-zđ]$/.test(piece)) found.push({ ...last, part: last.part.replace(/[a-zđ]?$/, piece) });
  }
  return found;
}

/** The provisions a row rests on, the one it is taken from first. */
export const provisionsOf = ({ law, article, also = [] }: Source): Provision[] => [
  ...provisions(law, article),
  ...also.flatMap(other => {
    const [, otherLaw = '', articles = ''] = /^(.*), Điều (.*)$/.exec(other) ?? [];
    return provisions(otherLaw, articles);
  }),
];

/**
 * The rows that rest on an article as one types it: `37`, `37(1)`, `37.1`, `Điều 37(1)`. A clause finds its points, an article its clauses.
 * @throws RangeError when it is no article.
 */
export function onArticle(rows: readonly Row[], typed: string): Row[] {
  const bare = typed.replace(/^\s*(điều|art(icle)?\.?)\s*/i, '').replace(/\s+/g, '');
  const [, article, clause, point = ''] = /^(\d+[a-zđ]?)(?:[(.](\d+[a-zđ]?)\)?)?([a-zđ])?$/i.exec(bare) ?? [];
  if (!article) {
    throw new RangeError(
      `“${typed}” không phải điều, khoản; viết 37, 37(1) hoặc 37(6)b / “${typed}” is no article; write 37, 37(1) or 37(6)b`,
    );
  }
  const part = `${clause === undefined ? '' : `(${clause})`}${point}`;
  return rows.filter(({ source }) =>
    provisionsOf(source).some(
      one => one.article === article && (one.part.startsWith(part) || (one.part === '' && !point)),
    ),
  );
}

/** By article: number, then clause and point. */
export function byArticle(a: Row, b: Row): number {
  const key = ({ source }: Row) => {
    const [first] = provisionsOf(source);
    return first ? `${first.article.replace(/^\d+/, n => n.padStart(4, '0'))} ${first.part}` : '9999';
  };
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
