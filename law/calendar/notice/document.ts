/** Which document a notice is: its number and the day it was signed. */

import { toIso } from '../../day';
import { datesIn } from './dates';

export interface Document {
  /** `Thông báo 9441/TB-BNV, 16/10/2025`; null when the text does not say. */
  readonly decision: string | null;
  /** ISO date. */
  readonly decidedOn: string | null;
}

const NUMBER = String.raw`(?<number>\d{1,6}\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐa-zđ][\p{L}\d]*(?:\s*-\s*[\p{L}\d]+)*)`;
/** The head of a document: `Số: 9441/TB-BNV`. */
const HEAD = new RegExp(String.raw`(?:^|\n)\s*Số\s*:\s*${NUMBER}`, 'iu');
/** A document named in running text: `Công văn số 12729/VPCP-KGVX`. */
const NAMED = new RegExp(
  String.raw`(?<kind>Thông báo|Công văn|Quyết định|Nghị quyết|Tờ trình)\s+(?:số\s+)?${NUMBER}`,
  'iu',
);
/** The day a document was signed, in its head: `Hà Nội, ngày 16 tháng 10 năm 2025`. */
export const DATED = /\p{L},\s*(?=ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu;

const KINDS: readonly (readonly [mark: RegExp, kind: string])[] = [
  [/\/TB-|\/TB$/u, 'Thông báo'],
  [/\/QĐ-/u, 'Quyết định'],
  [/\/NQ-|\/QH\d/u, 'Nghị quyết'],
];

/** Read the head of a notice, else the first document it names with a date close behind. */
export function documentOf(original: string): Document {
  const text = original.normalize('NFC').replace(/\u00a0/g, ' ');
  const lower = text.toLowerCase();
  const head = HEAD.exec(text);
  const named = NAMED.exec(text);
  const match = head ?? named;
  const decidedOn =
    (head ? dateAfter(lower, DATED.exec(text)) : null) ?? dateAfter(lower, named) ?? dateAfter(lower, DATED.exec(text));
  if (!match) return { decision: null, decidedOn };
  const number = match.groups!.number!.replace(/\s+/g, '');
  const kind =
    match === named ? capital(named!.groups!.kind!) : (KINDS.find(([mark]) => mark.test(number))?.[1] ?? 'Công văn');
  const [year, month, day] = decidedOn?.split('-') ?? [];
  return { decision: `${kind} ${number}${decidedOn === null ? '' : `, ${day}/${month}/${year}`}`, decidedOn };
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1).toLowerCase();

/** The date that follows a match within a few words. */
function dateAfter(lower: string, match: RegExpExecArray | null): string | null {
  if (!match) return null;
  const from = match.index + match[0].length;
  const near = lower.slice(from, from + 40);
  const first = datesIn(near, null)[0];
  return first && first.day !== null && /^[\s,(]*(?:ngày\s+)*$/u.test(near.slice(0, first.start))
    ? toIso(first.day)
    : null;
}
