/** From what a notice says to the calendar years it decides. */

import { fromCivil, toCivil, toDay, toIso, weekday } from '../../day';
import { say } from '../../engine/said';
import type { Day } from '../../model';
import { hungKingsOf, lunarNewYearOf } from '../lunar';
import type { CalendarYear } from '../types';
import type { CalendarProblem } from '../validate/problem';
import { type DaysOff, isTet, lawfulDays, nationalDays, openDays, tetDays } from './breaks';
import type { Statement } from './statements';

export interface Decided {
  readonly years: readonly CalendarYear[];
  readonly problems: readonly CalendarProblem[];
}

type Off = Statement & { readonly says: 'off' };
type Swap = Pick<Statement & { readonly says: 'swap' }, 'off' | 'worked' | 'line'>;

interface Draft {
  readonly year: number;
  readonly base: CalendarYear | undefined;
  readonly off: DaysOff;
  readonly worked: Map<Day, Day>;
}

const dd = (day: Day): string => `${say(day).shortVi}/${toCivil(day).year}`;
const SATURDAY_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/**
 * Put the statements of a notice together. A notice that names the Tết break decides the whole year; the days of the Labour Code it does not
 * name are derived (confidence D). One that does not changes the edition it comes on top of.
 * @param year the year it is about
 * @param known the editions it comes on top of
 */
export function decide(
  statements: readonly Statement[],
  year: number,
  document: { readonly decision: string; readonly decidedOn: string },
  known: readonly CalendarYear[],
): Decided {
  const problems: CalendarProblem[] = [];
  const breaks = statements.filter((one): one is Off => one.says === 'off');
  const tet = breaks.find(one => isTet(one, year));
  const baseOf = (of: number) => known.find(one => one.year === of);
  const draft = tet ? wholeYear(year, document, statements) : amended(year, baseOf(year));
  if (!draft) {
    return {
      years: [],
      problems: [
        {
          ...{ code: 'TET_DAYS', year },
          vi: `Văn bản không nói kỳ nghỉ Tết năm ${year}, và năm ấy chưa có lịch để sửa`,
          en: `The notice does not name the Tết break of ${year}, and there is no calendar of that year to change`,
        },
      ],
    };
  }
  const swaps = statements.filter((one): one is Statement & { says: 'swap' } => one.says === 'swap');
  const besides = known.filter(one => one.year !== year).flatMap(({ off }) => off.map(({ date }) => toDay(date)));
  const marked = new Map<Day, unknown>([
    ...besides.map(day => [day, 'off'] as const),
    ...draft.off,
    ...swaps.map(({ off }) => [off, 'swap'] as const),
  ]);

  if (tet) {
    const run = statements.find(
      (one): one is Statement & { says: 'holidays' } => one.says === 'holidays' && isTet(one, year),
    );
    const days = tetDays(tet, run, year, marked);
    if ('code' in days) problems.push(days);
    else merge(draft.off, days, marked);
  }
  const madeUp = makeUps(statements, breaks, tet, year, marked, problems);
  for (const swap of madeUp) marked.set(swap.off, 'swap');
  for (const one of breaks) {
    const open = openDays(one, marked);
    if (one === tet || open.length === 0) continue;
    const nationalDay = fromCivil(year, 9, 2);
    if (one.from <= nationalDay && nationalDay <= one.to) merge(draft.off, nationalDays(one, year, marked), marked);
    else problems.push(unexplained(one, open, year));
  }
  problems.push(...compensated(statements, draft, year));

  const drafts = [draft];
  for (const swap of [...swaps, ...madeUp]) enter(swap, drafts, baseOf, problems);
  return { years: drafts.map(one => written(one, document)), problems };
}

function merge(off: DaysOff, days: DaysOff, marked: Map<Day, unknown>): void {
  for (const [day, what] of days) {
    off.set(day, what);
    marked.set(day, what);
  }
}

/** A year decided as a whole: the days of the law, to which the notice adds. */
function wholeYear(
  year: number,
  { decidedOn }: { readonly decidedOn: string },
  statements: readonly Statement[],
): Draft {
  const stated = (day: Day) =>
    statements.some(one =>
      one.says === 'off' || one.says === 'holidays'
        ? one.from <= day && day <= one.to
        : one.says === 'compensation' && one.days.includes(day),
    );
  return { year, base: undefined, off: lawfulDays(year, toDay(decidedOn), stated), worked: new Map() };
}

/** A further edition of a year: everything of the one before stays until the notice says otherwise. */
function amended(year: number, base: CalendarYear | undefined): Draft | null {
  if (!base) return null;
  return {
    year,
    base,
    off: new Map(base.off.map(({ date, ...rest }) => [toDay(date), rest])),
    worked: new Map(base.workingWeekend.map(({ date, insteadOf }) => [toDay(date), toDay(insteadOf)])),
  };
}

/** Make-up days whose weekday off the notice does not name beside them: it is the open one of the break named last before. */
function makeUps(
  statements: readonly Statement[],
  breaks: readonly Off[],
  tet: Off | undefined,
  year: number,
  marked: ReadonlyMap<Day, unknown>,
  problems: CalendarProblem[],
): Swap[] {
  return statements.flatMap(one => {
    if (one.says !== 'make-up') return [];
    const nationalDay = fromCivil(year, 9, 2);
    const near = [...breaks].sort((a, b) => distance(a, one.worked) - distance(b, one.worked))[0];
    const open = near && near !== tet ? openDays(near, marked) : [];
    // Beside 2 September one open day is the holiday's second day; which of two is swapped the notice must say.
    const beside = near !== undefined && near.from <= nationalDay && nationalDay <= near.to;
    if (open.length === 1 && !beside) return [{ off: open[0]!, worked: one.worked, line: one.line }];
    problems.push({
      ...{ code: 'SWAP_UNKNOWN', line: one.line, date: toIso(one.worked) },
      vi: `“${one.text}”: không rõ làm bù cho ngày nào; ghi rõ “hoán đổi ngày làm việc từ thứ … ngày … sang thứ … ngày …”`,
      en: `“${one.text}”: it is not clear which day this makes up for; name it: “hoán đổi ngày làm việc từ thứ … ngày … sang thứ … ngày …”`,
    });
    return [];
  });
}

const distance = ({ from, to }: Off, day: Day): number => Math.max(from - day, day - to, 0);

const unexplained = (one: Off, open: readonly Day[], year: number): CalendarProblem => ({
  ...{ code: 'NOT_UNDERSTOOD', line: one.line, year, date: toIso(open[0]!) },
  vi: `“${one.text}”: ${open.map(day => say(day).vi).join(', ')} không phải ngày lễ, nghỉ bù hay ngày hoán đổi nào đã nêu`,
  en: `“${one.text}”: ${open.map(day => say(day).en).join(', ')} is no holiday, compensation or swapped day named`,
});

/** A compensation the notice names must be one that follows from the law. */
function compensated(statements: readonly Statement[], { off }: Draft, year: number): CalendarProblem[] {
  return statements.flatMap(one =>
    one.says !== 'compensation'
      ? []
      : one.days
          .filter(
            day =>
              toCivil(day).year === year && off.get(day)?.kind !== 'compensation' && off.get(day)?.kind !== 'holiday',
          )
          .map(day => ({
            ...{ code: 'NOT_UNDERSTOOD' as const, line: one.line, year, date: toIso(day) },
            vi: `“${one.text}”: không có ngày lễ nào trùng cuối tuần để nghỉ bù vào ${say(day).vi}`,
            en: `“${one.text}”: no holiday on a weekend is compensated on ${say(day).en}`,
          })),
  );
}

/** Enter a swap into the year of its day off and that of its make-up day, which may be another. */
function enter(
  { off, worked, line }: Swap,
  drafts: Draft[],
  baseOf: (year: number) => CalendarYear | undefined,
  problems: CalendarProblem[],
): void {
  const draftOf = (day: Day): Draft | null => {
    const { year } = toCivil(day);
    const there = drafts.find(one => one.year === year);
    if (there) return there;
    const other = amended(year, baseOf(year));
    if (other) drafts.push(other);
    return other;
  };
  const [from, to] = [draftOf(off), draftOf(worked)];
  const holiday = from?.off.get(off);
  if (holiday && holiday.kind !== 'swap') {
    problems.push({
      ...{ code: 'SWAP_ON_HOLIDAY', line, date: toIso(off) },
      vi: `${say(off).vi} là ngày nghỉ (${holiday.reason}), không thể hoán đổi`,
      en: `${say(off).en} is off already (${holiday.reason}) and cannot be swapped`,
    });
    return;
  }
  const reason = `Hoán đổi (làm bù ${SATURDAY_VI[weekday(worked)]} ${dd(worked)})`;
  from?.off.set(off, { kind: 'swap', reason });
  to?.worked.set(worked, off);
  // Days before the first year kept bind nobody any more.
  for (const [draft, day] of [
    [from, off],
    [to, worked],
  ] as const) {
    if (draft || toCivil(day).year < Math.min(...drafts.map(({ year }) => year))) continue;
    problems.push({
      ...{ code: 'GAP', line, date: toIso(day) },
      vi: `${say(day).vi} thuộc năm chưa có lịch; hãy nạp năm ấy trước`,
      en: `${say(day).en} is in a year that is not loaded; load it first`,
    });
  }
}

function written(
  { year, base, off, worked }: Draft,
  document: { readonly decision: string; readonly decidedOn: string },
): CalendarYear {
  const sorted = <T>(map: ReadonlyMap<Day, T>) => [...map].sort(([a], [b]) => a - b);
  return {
    year,
    version: (base?.version ?? 0) + 1,
    decision: base ? `${base.decision}; ${document.decision}` : document.decision,
    decidedOn: document.decidedOn,
    confidence: base?.confidence ?? 'N',
    provisional: base?.provisional ?? false,
    lunarNewYear: toIso(lunarNewYearOf(year)),
    hungKings: toIso(hungKingsOf(year)),
    off: sorted(off).map(([day, what]) => ({
      date: toIso(day),
      reason: what.reason,
      kind: what.kind,
      ...(what.confidence && { confidence: what.confidence }),
    })),
    workingWeekend: sorted(worked).map(([day, insteadOf]) => ({ date: toIso(day), insteadOf: toIso(insteadOf) })),
  };
}
