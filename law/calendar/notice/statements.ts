/** What a notice says, sentence by sentence, before it is put together into a calendar. */

import { toIso } from '../../day';
import { say } from '../../engine/said';
import type { Day } from '../../model';
import type { CalendarProblem } from '../validate/problem';
import { datesIn, type Mention, misnamed } from './dates';
import { DATED } from './document';

/** Where in the text something stands. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** The words themselves. */
  readonly text: string;
}

export type Statement = Place &
  (
    | { readonly says: 'off'; readonly from: Day; readonly to: Day }
    /** The days of a break that are holidays of the law, the rest being weekends and compensations. */
    | { readonly says: 'holidays'; readonly from: Day; readonly to: Day }
    | { readonly says: 'compensation'; readonly days: readonly Day[] }
    | { readonly says: 'swap'; readonly off: Day; readonly worked: Day }
    /** Worked on a weekend; the weekday off is the one of the break just named that nothing else explains. */
    | { readonly says: 'make-up'; readonly worked: Day }
    | { readonly says: 'no-swap' }
  );

export interface Statements {
  readonly statements: readonly Statement[];
  /** Sentences about days off from which nothing was understood. */
  readonly leftOver: readonly Place[];
  readonly problems: readonly CalendarProblem[];
}

/** A date of the text, as the patterns below see it: `§3§`. */
const D = (name: string): string => `§(?<${name}>\\d+)§`;
const GAP = (n: number): string => `[^§.;]{0,${n}}?`;
/** What may stand between the ends of a break: `(tức ngày 29 tháng Chạp năm Ất Tỵ)`. */
const BRACKET = String.raw`(?:\s*[(,…][^§;]{0,90}?)?`;

const NO_SWAP = /không\s+(?:phải\s+|có\s+(?:ngày\s+)?|thực\s+hiện\s+(?:việc\s+)?)?hoán đổi/gu;

/** In order of reading: what an earlier pattern has taken, a later one does not see. */
const PATTERNS: readonly (readonly [says: Statement['says'], pattern: RegExp])[] = [
  [
    'swap',
    new RegExp(
      `hoán đổi${GAP(90)}(?:từ\\s+)?(?:ngày\\s+)?${D('off')}${GAP(60)}sang\\s+(?:làm\\s+(?:việc\\s+)?)?(?:vào\\s+)?(?:ngày\\s+)?${D('worked')}`,
      'gu',
    ),
  ],
  [
    'swap',
    new RegExp(`${D('off')}${GAP(40)}(?:hoán đổi|chuyển|dời)\\s+(?:sang|qua)\\s+(?:ngày\\s+)?${D('worked')}`, 'gu'),
  ],
  [
    'swap',
    new RegExp(
      `làm(?:\\s+việc)?(?:\\s+bù)?\\s+(?:vào\\s+)?(?:ngày\\s+)?${D('worked')}${GAP(30)}(?:để|thay cho|bù cho|cho)\\s+(?:được\\s+)?(?:nghỉ\\s+)?(?:vào\\s+)?(?:ngày\\s+)?${D('off')}`,
      'gu',
    ),
  ],
  ['make-up', new RegExp(`(?:làm(?:\\s+việc)?\\s+bù|đi\\s+làm)\\s+(?:vào\\s+)?(?:ngày\\s+)?${D('worked')}`, 'gu')],
  [
    'compensation',
    new RegExp(`nghỉ bù[^§.;:]{0,90}?${D('first')}(?:(?:\\s*,|\\s+và)\\s+(?:ngày\\s+)?${D('second')})?`, 'gu'),
  ],
  [
    'holidays',
    new RegExp(
      `trong đó[^§.;]{0,30}?từ\\s+${D('from')}${BRACKET}\\s*đến\\s+(?:hết\\s+)?${D('to')}[^§.;]{0,60}?là\\s+(?:các\\s+)?ngày\\s+nghỉ\\s+(?:lễ|tết)`,
      'gu',
    ),
  ],
  ['off', new RegExp(`từ\\s+(?:ngày\\s+)?${D('from')}${BRACKET}\\s*đến\\s+(?:hết\\s+)?(?:ngày\\s+)?${D('to')}`, 'gu')],
  [
    'off',
    new RegExp(
      `nghỉ\\s+(?:(?:lễ|tết)\\s+)?(?:\\d+|một)\\s+(?:\\([^)]*\\)\\s+)?ngày(?:\\s+duy\\s+nhất)?\\s*[,:(]?\\s*(?:vào\\s+|là\\s+)?(?:ngày\\s+)?${D('from')}`,
      'gu',
    ),
  ],
  ['no-swap', NO_SWAP],
];

/** Words that make a sentence one about days off, if it names a date. */
const ABOUT_DAYS_OFF = /nghỉ|làm bù|hoán đổi|đi làm/u;
const ABOUT_SWAPS = /làm bù|làm việc bù|(?<!không (?:phải )?)hoán đổi/u;
/** Somebody wishes it; whether it was decided the sentence does not say. */
const PROPOSED = /đề xuất|dự kiến|dự thảo|kiến nghị|lấy ý kiến/u;
const DECIDED = /đồng ý|thống nhất|quyết định|phê duyệt|chấp thuận/u;
/** Numbers of documents: their dates are not days off. */
const REFERENCE =
  /(?:thông báo|công văn|quyết định|nghị quyết|nghị định|tờ trình|văn bản|luật|kết luận)[^§.;]{0,60}?(?:ngày\s+)?§(?<of>\d+)§/gu;
/** Days named by their date: `dịp 30/4`, `Quốc khánh 2/9`, `lễ 30/4 - 1/5`. */
const NAMED =
  /(?:dịp|lễ|tết|quốc khánh|chiến thắng|quốc tế lao động|giỗ tổ[^§]{0,30}|văn hóa việt nam|thống nhất)\s*\(?(?:ngày\s+)?§(?<one>\d+)§(?:\s*(?:,|và|-|–)\s*(?:lễ\s+|ngày\s+)?§(?<two>\d+)§)?/gu;

/** Why something follows: `ngày 30/4 trùng vào thứ Bảy`. */
const REASON = /§(?<one>\d+)§(?:(?:\s*,|\s+và)\s+§(?<two>\d+)§)?[^§.;]{0,60}?(?:trùng|rơi)\s+(?:vào|với)/gu;

interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** Sentences end at a full stop, an empty line or the next item of a list; a line break alone does not end one. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number, next: number) => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, text: text.slice(start, end) });
    start = next;
  };
  for (const { index, 0: mark } of text.matchAll(
    /[.!?](?=\s|$)|\n[ \t]*\n|\n(?=[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))[ \t])/gu,
  )) {
    cut(index + (mark === '.' || mark === '!' || mark === '?' ? 1 : 0), index + mark.length);
  }
  cut(text.length, text.length);
  return sentences;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Read a notice. Nothing is concluded here: each statement says what a sentence says.
 * @param original the notice as pasted
 * @param year for dates without one
 */
export function statementsOf(original: string, year: number | null): Statements {
  const text = original.normalize('NFC').replace(/\u00a0/g, ' ');
  const lower = text.toLowerCase();
  const statements: Statement[] = [];
  const leftOver: Place[] = [];
  const problems: CalendarProblem[] = [];
  const head = DATED.exec(text);
  const signed = head ? head.index + head[0].length : -1;
  const allDates = datesIn(lower, year).filter(({ start }) => start !== signed);

  for (const sentence of sentencesOf(lower)) {
    const dates = allDates.filter(
      ({ start }) => start >= sentence.start && start < sentence.start + sentence.text.length,
    );
    const shown = (from: number, to: number) => tidy(text.slice(from, to));
    const place: Place = {
      line: lineAt(text, sentence.start + sentence.text.search(/\S/)),
      text: shown(sentence.start, sentence.start + sentence.text.length),
    };
    const aboutDays = ABOUT_DAYS_OFF.test(sentence.text);
    if (dates.length === 0) {
      if (sentence.text.search(NO_SWAP) >= 0) statements.push({ ...place, says: 'no-swap' });
      continue;
    }
    if (!aboutDays) continue;
    if (PROPOSED.test(sentence.text) && !DECIDED.test(sentence.text)) {
      problems.push(onlyProposed(place));
      continue;
    }
    const template = withDates(sentence, dates);
    const taken = new Set<number>();
    for (const [says, pattern] of PATTERNS) {
      for (const match of template.text.matchAll(pattern)) {
        const used = Object.values(match.groups ?? {})
          .filter(Boolean)
          .map(Number);
        if (used.some(i => taken.has(i))) continue;
        const wrong = used.map(i => dates[i]!).filter(date => date.day === null || misnamed(date));
        for (const i of used) taken.add(i);
        problems.push(...wrong.map(date => badDate(date, lineAt(text, date.start), shown(date.start, date.end))));
        if (wrong.length > 0) continue;
        const at = {
          line: lineAt(text, dates[used[0] ?? 0]!.start),
          text: shown(template.origin(match.index), template.origin(match.index + match[0].length)),
        };
        const day = (name: string): Day => dates[Number(match.groups![name])]!.day!;
        statements.push(statementOf(says, at, day, match.groups ?? {}));
      }
    }
    for (const pattern of [REFERENCE, NAMED, REASON]) {
      for (const match of template.text.matchAll(pattern)) {
        for (const i of Object.values(match.groups!).filter(Boolean)) taken.add(Number(i));
      }
    }
    const missed = dates.filter((_, i) => !taken.has(i));
    if (missed.length === 0) continue;
    if (ABOUT_SWAPS.test(sentence.text)) problems.push(notUnderstood(place));
    else leftOver.push(place);
  }
  return { statements, leftOver, problems };
}

function statementOf(
  says: Statement['says'],
  at: Place,
  day: (name: string) => Day,
  groups: Readonly<Record<string, string | undefined>>,
): Statement {
  switch (says) {
    case 'swap':
      return { ...at, says, off: day('off'), worked: day('worked') };
    case 'make-up':
      return { ...at, says, worked: day('worked') };
    case 'compensation':
      return { ...at, says, days: groups.second ? [day('first'), day('second')] : [day('first')] };
    case 'no-swap':
      return { ...at, says };
    default:
      return { ...at, says, from: day('from'), to: day(groups.to ? 'to' : 'from') };
  }
}

/** The sentence with each date as `§i§`, and the way back from its offsets to those of the text. */
function withDates({ start, text }: Sentence, dates: readonly Mention[]) {
  let template = '';
  let at = 0;
  /** For each character of the template, its place in the whole text. */
  const origins: number[] = [];
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i++) origins.push(start + i);
    template += text.slice(from, to);
  };
  dates.forEach((date, i) => {
    copy(at, date.start - start);
    const mark = `§${i}§`;
    for (let j = 0; j < mark.length; j++) origins.push(j === 0 ? date.start : date.end);
    template += mark;
    at = date.end - start;
  });
  copy(at, text.length);
  return { text: template, origin: (offset: number) => origins[offset] ?? start + text.length };
}

function badDate({ day }: Mention, line: number, text: string): CalendarProblem {
  if (day === null) {
    return {
      code: 'BAD_DATE',
      line,
      vi: `“${text}” không phải ngày có thật`,
      en: `“${text}” is not a day that exists`,
    };
  }
  const date = toIso(day);
  return {
    ...{ code: 'BAD_DATE', line, date },
    vi: `“${text}”: ngày ấy là ${say(day).vi}`,
    en: `“${text}”: that day is ${say(day).en}`,
  };
}

const notUnderstood = ({ line, text }: Place): CalendarProblem => ({
  ...{ code: 'NOT_UNDERSTOOD', line },
  vi: `Câu nói về hoán đổi, làm bù mà không đọc được hết: “${text}”. Viết lại theo mẫu “hoán đổi ngày làm việc từ thứ … ngày … sang thứ … ngày …”, hoặc nạp tệp JSON`,
  en: `A sentence about a swap or a make-up day was not understood in full: “${text}”. Write it as “hoán đổi ngày làm việc từ thứ … ngày … sang thứ … ngày …”, or load JSON`,
});

const onlyProposed = ({ line, text }: Place): CalendarProblem => ({
  ...{ code: 'ONLY_PROPOSED', line },
  vi: `Câu này nói về đề xuất, chưa phải quyết định: “${text}”. Chỉ nạp văn bản đã quyết định`,
  en: `This sentence tells of a proposal, not of a decision: “${text}”. Load only what has been decided`,
});
