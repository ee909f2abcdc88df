/**
 * Counting one period from one moment. The Civil Code's rules (Điều 145–148), and where it is silent the derived rules named in
 * the slip: working days, looking back, at once, pauses.
 */

import type { Calendar } from '../calendar/types';
import { addMonths, instantOf, vietnamDay } from '../day';
import type { Day, Period, SlipStep } from '../model';
import { CIVIL_CODE, CLOSURE_IS_DERIVED, say, sayInstant, sayPeriod, skipStep } from './said';

/** Days on which a clock stands still: [from, to), sorted, not touching each other. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  /** Why they do not count: the decisions that paused, and the reason of the table. */
  readonly basis?: string;
}

export interface Counted {
  readonly due: Day;
  /** Epoch milliseconds, for hours only. */
  readonly dueAt?: number;
  readonly provisional: boolean;
}

export interface Counting {
  readonly calendar: Calendar;
  readonly pauses: readonly Stretch[];
  /** Where the derivation is written; none when only the date is wanted. */
  readonly slip?: SlipStep[] | undefined;
}

/** Pauses that can matter to a clock whose first counted day is the day after the trigger. */
function* after(pauses: readonly Stretch[], trigger: Day): Generator<Stretch> {
  for (const pause of pauses) if (pause.to > trigger + 1) yield { ...pause, from: Math.max(pause.from, trigger + 1) };
}

/** True when any day of [from, to] lies in a year whose calendar is not published. */
export function restsOnProvisional(calendar: Calendar, from: Day, to: Day): boolean {
  for (let day = from; day < to; day += 365) if (calendar.isProvisional(day)) return true;
  return calendar.isProvisional(to);
}

function sayPause(counting: Counting, pause: Stretch, carried: string, carriedEn: string): void {
  const from = say(pause.from);
  const last = say(pause.to - 1);
  const n = pause.to - pause.from;
  counting.slip?.push({
    step: 'pause',
    date: from.iso,
    to: last.iso,
    vi: `Tạm ngừng từ ${from.vi} đến hết ${last.vi} (${n} ngày không tính)${carried}`,
    en: `Paused from ${from.en} through ${last.en} (${n} days not counted)${carriedEn}`,
    ...(pause.basis !== undefined && { basis: pause.basis }),
  });
}

/** The first day, from the given one on, that is a working day and not paused. */
function rollForward(day: Day, counting: Counting): Day {
  const { calendar, pauses, slip } = counting;
  let end = day;
  for (;;) {
    const working = calendar.next(end);
    if (slip) for (let off = end; off < working; off++) slip.push(skipStep(off, calendar));
    const pause = pauses.find(({ from, to }) => from <= working && working < to);
    if (!pause) {
      end = working;
      break;
    }
    sayPause(counting, pause, '', '');
    end = pause.to;
  }
  if (slip && end !== day) {
    const closed = Array.from({ length: end - day }, (_, i) => day + i).some(
      off => calendar.offKind(off) === 'closure',
    );
    slip.push({
      step: 'roll-forward',
      date: say(day).iso,
      to: say(end).iso,
      vi: `${say(day).vi} là ngày nghỉ hoặc ngày tạm ngừng: chuyển sang ngày làm việc tiếp theo, ${say(end).vi}`,
      en: `${say(day).en} is a day off or paused: moves to the next working day, ${say(end).en}`,
      basis: closed ? `${CIVIL_CODE.roll}; ${CLOSURE_IS_DERIVED}` : CIVIL_CODE.roll,
    });
  }
  return end;
}

function excludeFirst(trigger: Day, slip: SlipStep[] | undefined): void {
  slip?.push({
    step: 'exclude-first-day',
    date: say(trigger).iso,
    vi: `Không tính ngày ${say(trigger).vi}; tính từ ${say(trigger + 1).vi}`,
    en: `${say(trigger).en} is not counted; counting starts on ${say(trigger + 1).en}`,
    basis: CIVIL_CODE.excludeFirst,
  });
}

function countDays(n: number, trigger: Day, counting: Counting): Counted {
  const { calendar, slip } = counting;
  excludeFirst(trigger, slip);
  let counted = trigger;
  let left = n;
  for (const pause of after(counting.pauses, trigger)) {
    const before = pause.from - 1 - counted;
    if (before >= left) break;
    left -= before;
    counted = pause.to - 1;
    sayPause(counting, pause, `; còn ${left} ngày`, `; ${left} days left`);
  }
  const last = counted + left;
  slip?.push({
    step: 'count',
    date: say(trigger + 1).iso,
    to: say(last).iso,
    vi: `Đếm ${n} ngày: ngày cuối là ${say(last).vi}`,
    en: `Count ${n} days: the last is ${say(last).en}`,
  });
  const due = rollForward(last, counting);
  return { due, provisional: restsOnProvisional(calendar, last, due) };
}

function countWorkingDays(n: number, trigger: Day, counting: Counting): Counted {
  const { calendar, slip } = counting;
  excludeFirst(trigger, slip);
  let counted = trigger;
  let left = n;
  const sayCounted = (to: Day) => {
    if (slip)
      for (let day = counted + 1; day <= to; day++) if (!calendar.isWorking(day)) slip.push(skipStep(day, calendar));
  };
  for (const pause of after(counting.pauses, trigger)) {
    const before = calendar.countWorking(counted, pause.from - 1);
    if (before >= left) break;
    sayCounted(pause.from - 1);
    left -= before;
    counted = pause.to - 1;
    sayPause(counting, pause, `; còn ${left} ngày làm việc`, `; ${left} working days left`);
  }
  const due = calendar.addWorking(counted, left);
  sayCounted(due);
  slip?.push({
    step: 'count',
    date: say(trigger + 1).iso,
    to: say(due).iso,
    vi: `Đếm ${n} ngày làm việc: ngày thứ ${n} là ${say(due).vi}`,
    en: `Count ${n} working days: the last is ${say(due).en}`,
  });
  return { due, provisional: restsOnProvisional(calendar, trigger + 1, due) };
}

function countMonths(months: number, period: Period, trigger: Day, counting: Counting): Counted {
  const { calendar, slip } = counting;
  let last = addMonths(trigger, months);
  const length = sayPeriod(period);
  slip?.push({
    step: 'corresponding-day',
    date: say(trigger).iso,
    to: say(last).iso,
    vi: `${length.vi}: ngày tương ứng là ${say(last).vi}`,
    en: `${length.en}: the corresponding day is ${say(last).en}`,
    basis: period.unit === 'years' ? CIVIL_CODE.years : CIVIL_CODE.months,
  });
  for (const pause of after(counting.pauses, trigger)) {
    if (pause.from > last) break;
    last += pause.to - pause.from;
    sayPause(counting, pause, `; ngày cuối lùi đến ${say(last).vi}`, `; the last day moves to ${say(last).en}`);
  }
  const due = rollForward(last, counting);
  return { due, provisional: restsOnProvisional(calendar, last, due) };
}

function countHours(n: number, trigger: Day, minute: number, counting: Counting): Counted {
  const start = instantOf(trigger, minute);
  let dueAt = start + n * 3_600_000;
  counting.slip?.push({
    step: 'count',
    date: sayInstant(start).iso,
    to: sayInstant(dueAt).iso,
    vi: `Đếm ${n} giờ liên tục từ ${sayInstant(start).vi}, kể cả đêm và ngày nghỉ: đến ${sayInstant(dueAt).vi}`,
    en: `Count ${n} hours on end from ${sayInstant(start).en}, nights and days off included: until ${sayInstant(dueAt).en}`,
    basis: CIVIL_CODE.hours,
  });
  for (const pause of after(counting.pauses, trigger)) {
    if (instantOf(pause.from, 0) >= dueAt) break;
    dueAt += (pause.to - pause.from) * 86_400_000;
    sayPause(counting, pause, `; hạn lùi đến ${sayInstant(dueAt).vi}`, `; the limit moves to ${sayInstant(dueAt).en}`);
  }
  return { due: vietnamDay(dueAt), dueAt, provisional: false };
}

function lookBack(
  period: Extract<Period, { unit: 'before' }>,
  anchor: Day,
  minute: number,
  counting: Counting,
): Counted {
  const { calendar, slip } = counting;
  if (period.of === 'hours') {
    const dueAt = instantOf(anchor, minute) - period.n * 3_600_000;
    const at = sayInstant(dueAt);
    const event = sayInstant(instantOf(anchor, minute));
    slip?.push({
      step: 'look-back',
      date: event.iso,
      to: at.iso,
      vi: `Lùi ${period.n} giờ từ ${event.vi}: chậm nhất ${at.vi}`,
      en: `${period.n} hours back from ${event.en}: by ${at.en}`,
      basis: CIVIL_CODE.hours,
    });
    return { due: vietnamDay(dueAt), dueAt, provisional: false };
  }
  const due = period.of === 'days' ? anchor - period.n : calendar.subtractWorking(anchor, period.n);
  if (slip && period.of === 'workingDays') {
    for (let day = anchor - 1; day > due; day--) if (!calendar.isWorking(day)) slip.push(skipStep(day, calendar));
  }
  const length = sayPeriod({ unit: period.of, n: period.n });
  slip?.push({
    step: 'look-back',
    date: say(anchor).iso,
    to: say(due).iso,
    vi: `Không tính ngày ${say(anchor).vi}, lùi ${length.vi}: chậm nhất hết ${say(due).vi}`,
    en: `${say(anchor).en} not counted, ${length.en} back: by the end of ${say(due).en}`,
    basis: 'suy ra: luật không quy định cách tính lùi',
  });
  return { due, provisional: period.of === 'workingDays' && restsOnProvisional(calendar, due, anchor - 1) };
}

function atOnce(trigger: Day, counting: Counting): Counted {
  const { calendar, slip } = counting;
  slip?.push({
    step: 'at-once',
    date: say(trigger).iso,
    vi: '“Ngay”: trong ngày làm việc đó',
    en: '“At once”: the same working day',
    basis: 'suy ra: luật không định nghĩa “ngay”',
  });
  const due = rollForward(trigger, { ...counting, pauses: [...after(counting.pauses, trigger)] });
  return { due, provisional: restsOnProvisional(calendar, trigger, due) };
}

function onDay(day: Day, { slip }: Counting): Counted {
  slip?.push({
    step: 'on-day',
    date: say(day).iso,
    vi: `Đúng ngày đã định: ${say(day).vi}; không chuyển khi là ngày nghỉ`,
    en: `The day set itself: ${say(day).en}; it moves for no day off`,
    basis: 'theo kế hoạch: ngày do người giao việc ấn định',
  });
  return { due: day, provisional: false };
}

/**
 * Counts a period.
 * @param trigger the day of the event (for `before`: the day looked back from); never counted itself, except by `atOnce` and `onDay`.
 * @param minute the moment on that day, minutes after midnight +07:00; only hours use it.
 */
export function countPeriod(period: Period, trigger: Day, minute: number, counting: Counting): Counted {
  switch (period.unit) {
    case 'days':
      return countDays(period.n, trigger, counting);
    case 'workingDays':
      return countWorkingDays(period.n, trigger, counting);
    case 'months':
      return countMonths(period.n, period, trigger, counting);
    case 'years':
      return countMonths(period.n * 12, period, trigger, counting);
    case 'hours':
      return countHours(period.n, trigger, minute, counting);
    case 'before':
      return lookBack(period, trigger, minute, counting);
    case 'atOnce':
      return atOnce(trigger, counting);
    case 'onDay':
      return onDay(trigger, counting);
  }
}

/** True for limits that end at a moment instead of the end of a day. */
export const endsAtMoment = (period: Period): boolean =>
  period.unit === 'hours' || (period.unit === 'before' && period.of === 'hours');
